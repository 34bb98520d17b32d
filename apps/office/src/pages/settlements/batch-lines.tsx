import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once } from '../../api/use-submit';
import { InstantText, Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { AssignLine } from './assign-line';
import { SplitLine } from './split-line';
import { STALE } from './stale';

export type Line = ItemOf<'/api/v1/settlement-lines'>;

const TONES: Readonly<Record<Line['state'], Tone>> = {
  waiting: 'waiting',
  unmatched: 'attention',
  matched: 'good',
  refunded: 'quiet',
  refund: 'quiet',
};

type Act = 'assign' | 'split' | 'undo';

const POSSIBLE: Readonly<Partial<Record<Line['state'], readonly Act[]>>> = {
  unmatched: ['assign', 'split'],
  matched: ['undo'],
};

/** What the wallet says was paid, line by line, and to whom it was given. */
export function BatchLines({ batchId }: { batchId: string }) {
  const t = useTranslations('settlements');
  const mayDecide = useMay('reconciliation.decide');
  const [open, setOpen] = useState<{ act: Act; line: Line } | null>(null);
  const close = () => setOpen(null);
  const undone = open?.act === 'undo' ? open.line : null;
  const columns = useColumns();
  const act: Column<Line> = {
    key: 'act',
    title: t('act'),
    cell: (line) =>
      mayDecide && (
        <Group gap="xs" wrap="nowrap">
          {(POSSIBLE[line.state] ?? []).map((one) => (
            <Button
              key={one}
              size="xs"
              variant="default"
              aria-label={t(`${one}.of`, { transaction: line.transactionId })}
              onClick={() => setOpen({ act: one, line })}
            >
              {t(`${one}.action`)}
            </Button>
          ))}
        </Group>
      ),
  };
  return (
    <Section title={t('linesTitle')}>
      <PagedTable<Line>
        label={t('linesTitle')}
        read={({ page }) => reading('/api/v1/settlement-lines', { query: { ...page, batchId } })}
        columns={[...columns, act]}
        keyOf={({ id }) => id}
        empty={{ title: t('linesTitle') }}
      />
      {open?.act === 'assign' && <AssignLine line={open.line} onClose={close} />}
      {open?.act === 'split' && <SplitLine line={open.line} onClose={close} />}
      <ReasonDrawer
        title={t('undo.title')}
        hint={t('undo.hint')}
        saveLabel={t('undo.action')}
        savedMessage={t('undo.saved')}
        isOpen={undone !== null}
        onClose={close}
        send={({ reason }, key) =>
          answer(
            api.POST('/api/v1/settlement-lines/{id}/undo', {
              params: { path: { id: undone?.id ?? '' } },
              body: { reason, since: undone?.since ?? undefined },
              ...once(key),
            }),
          )
        }
        invalidates={STALE}
      />
    </Section>
  );
}

function useColumns(): readonly Column<Line>[] {
  const t = useTranslations('settlements');
  return [
    { key: 'transaction', title: t('transaction'), cell: ({ transactionId }) => transactionId },
    { key: 'paidAt', title: t('paidAt'), cell: ({ paidAt }) => <InstantText at={paidAt} /> },
    { key: 'content', title: t('content'), cell: ({ content }) => content },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ kind, amount }) => <Money amount={kind === 'refund' ? -amount : amount} />,
    },
    {
      key: 'fee',
      title: t('fee'),
      align: 'right',
      cell: ({ fee }) => <Money amount={fee} />,
      isWideOnly: true,
    },
    { key: 'result', title: t('result'), cell: (line) => <Outcome line={line} /> },
  ];
}

function Outcome({ line: { state, reason, credited } }: { line: Line }) {
  const t = useTranslations('settlements');
  const of = useTranslations('reconciliation');
  const paid = credited?.stallCode
    ? of('stallOf', { stall: credited.stallCode, vendor: credited.vendorName ?? '' })
    : (credited?.ticketNumber ?? null);
  const why =
    reason === 'alreadyTold' || reason === 'refundKnown' || reason === 'refunded'
      ? t(`lineReason.${reason}`)
      : reason && of(`reason.${reason}`);
  return (
    <>
      <StatusBadge tone={TONES[state]}>{t(`lineState.${state}`)}</StatusBadge>
      <br />
      <small>{paid ?? why}</small>
    </>
  );
}
