import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, type ItemOf, reading } from '../../api/reading';
import { useMay, useSession } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader, Section } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { SettleDrawer } from './settle-drawer';

export type Difference = BodyOf<'/api/v1/cash-differences'>['items'][number];
type Act = ItemOf<'/api/v1/cash-differences/acts'>;

/** Who was ever short or over when counted, and what became of it. */
export function DifferencesPage() {
  const t = useTranslations('safe.differences');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Collectors />
      <Section title={t('acts')}>
        <PagedTable<Act>
          label={t('acts')}
          read={({ page }) =>
            reading('/api/v1/cash-differences/acts', { query: { cursor: page.cursor } })
          }
          columns={useActColumns()}
          keyOf={({ id }) => id}
          exports
          empty={{ title: t('noActs'), hint: t('noActsHint') }}
        />
      </Section>
    </>
  );
}

function Collectors() {
  const t = useTranslations('safe.differences');
  const [settled, setSettled] = useState<Difference>();
  const found = useQuery(reading('/api/v1/cash-differences', {}));
  const columns = useColumns(setSettled);
  return (
    <Section title={t('collectors')}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {!found.isError && found.data?.items.length !== 0 && (
        <RowsTable<Difference>
          label={t('collectors')}
          rows={found.data?.items}
          columns={columns}
          keyOf={({ boardId, collectorId }) => `${boardId} ${collectorId}`}
        />
      )}
      {settled && <SettleDrawer difference={settled} onClose={() => setSettled(undefined)} />}
    </Section>
  );
}

function useColumns(settle: (difference: Difference) => void): readonly Column<Difference>[] {
  const t = useTranslations('safe.differences');
  const { user } = useSession();
  const [mayCount, mayManage] = [useMay('cash.count'), useMay('cash.manage')];
  const sums = ['everShort', 'shortage', 'everOver', 'surplus'] as const;
  const maySettle = ({ collectorId, shortage, surplus, keepsSafe }: Difference) => {
    if (collectorId === user.id || shortage + surplus === 0) return false;
    return mayCount || (mayManage && (surplus > 0 || keepsSafe));
  };
  return [
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    ...sums.map(
      (sum): Column<Difference> => ({
        key: sum,
        title: t(sum),
        align: 'right',
        cell: (difference) => <Money amount={difference[sum]} />,
      }),
    ),
    {
      key: 'settle',
      title: t('todo'),
      align: 'right',
      cell: (difference) =>
        maySettle(difference) && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => settle(difference)}
            aria-label={`${t('settle')}: ${difference.collectorName}`}
          >
            {t('settle')}
          </Button>
        ),
    },
  ];
}

function useActColumns(): readonly Column<Act>[] {
  const t = useTranslations('safe.differences');
  return [
    { key: 'at', title: t('at'), cell: ({ at }) => <InstantText at={at} /> },
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kindValue.${kind}`) },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
    { key: 'by', title: t('by'), cell: ({ byName }) => byName, isWideOnly: true },
  ];
}
