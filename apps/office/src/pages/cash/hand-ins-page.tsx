import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, type ItemOf, reading } from '../../api/reading';
import { useMay, useSession } from '../../api/session';
import { useFormat } from '../../format';
import { DateText, InstantText, Money } from '../../parts/figures';
import { PageHeader, Section } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { CeilingSection } from './ceiling-section';
import { CountDrawer } from './count-drawer';

export type InHand = BodyOf<'/api/v1/cash/in-hand'>['items'][number];
type HandIn = ItemOf<'/api/v1/hand-ins'>;

export function HandInsPage() {
  const t = useTranslations('cash.handIns');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Holders />
      <CeilingSection />
      <Section title={t('history')}>
        <PagedTable<HandIn>
          label={t('history')}
          read={({ page }) => reading('/api/v1/hand-ins', { query: page })}
          columns={useHistoryColumns()}
          keyOf={({ id }) => id}
          searchHint={t('search')}
          exports
          empty={{ title: t('empty'), hint: t('emptyHint') }}
        />
      </Section>
    </>
  );
}

/** Who holds cash, the largest sum first, each to be counted by the cashier. */
function Holders() {
  const t = useTranslations('cash.handIns');
  const [counted, setCounted] = useState<InHand>();
  const held = useQuery(reading('/api/v1/cash/in-hand', {}));
  const rows = held.data?.items.filter(({ inHand }) => inHand > 0);
  const columns = useHolderColumns(setCounted);
  return (
    <Section title={t('inHand')} hint={t('inHandHint')}>
      {held.isError && <ErrorState error={held.error} onRetry={() => void held.refetch()} />}
      {rows?.length === 0 && <EmptyState title={t('nobody')} />}
      {!held.isError && rows?.length !== 0 && (
        <RowsTable<InHand>
          label={t('inHand')}
          rows={rows}
          columns={columns}
          keyOf={({ boardId, collectorId }) => `${boardId} ${collectorId}`}
        />
      )}
      <CountDrawer held={counted} onClose={() => setCounted(undefined)} />
    </Section>
  );
}

function useHolderColumns(count: (held: InHand) => void): readonly Column<InHand>[] {
  const t = useTranslations('cash.handIns');
  const { user } = useSession();
  const mayCount = useMay('cash.count');
  const columns: Column<InHand>[] = [
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    { key: 'board', title: t('board'), cell: ({ boardName }) => boardName, isWideOnly: true },
    {
      key: 'inHand',
      title: t('amount'),
      align: 'right',
      cell: ({ inHand }) => <Money amount={inHand} />,
    },
    {
      key: 'oldest',
      title: t('oldest'),
      cell: ({ oldestTakenOn }) => <DateText day={oldestTakenOn} />,
    },
  ];
  if (mayCount)
    columns.push({
      key: 'count',
      title: t('actions'),
      align: 'right',
      cell: (held) =>
        held.collectorId !== user.id && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => count(held)}
            aria-label={`${t('count')}: ${held.collectorName}`}
          >
            {t('count')}
          </Button>
        ),
    });
  return columns;
}

function useHistoryColumns(): readonly Column<HandIn>[] {
  const t = useTranslations('cash.handIns');
  return [
    {
      key: 'countedAt',
      title: t('countedAt'),
      cell: ({ countedAt }) => <InstantText at={countedAt} />,
    },
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    {
      key: 'expected',
      title: t('expected'),
      align: 'right',
      cell: ({ expected }) => <Money amount={expected} />,
    },
    {
      key: 'amount',
      title: t('counted'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'difference', title: t('differs'), cell: (handIn) => <Difference handIn={handIn} /> },
    { key: 'paper', title: t('paper'), cell: (handIn) => <PaperLink handIn={handIn} /> },
    { key: 'cashier', title: t('cashier'), cell: ({ cashierName }) => cashierName },
    { key: 'board', title: t('board'), cell: ({ boardName }) => boardName, isWideOnly: true },
  ];
}

function Difference({ handIn: { amount, expected } }: { handIn: HandIn }) {
  const t = useTranslations('cash.handIns');
  const format = useFormat();
  if (amount === expected) return <StatusBadge tone="good">{t('asExpected')}</StatusBadge>;
  const difference = format.money(Math.abs(amount - expected));
  return (
    <StatusBadge tone="attention">
      {t(amount < expected ? 'short' : 'over', { amount: difference })}
    </StatusBadge>
  );
}

function PaperLink({ handIn: { id, collectorName } }: { handIn: HandIn }) {
  const t = useTranslations('cash.handIns');
  return (
    <Anchor
      href={`/api/v1/hand-ins/${id}/paper`}
      target="_blank"
      aria-label={t('paperOf', { name: collectorName })}
    >
      {t('print')}
    </Anchor>
  );
}
