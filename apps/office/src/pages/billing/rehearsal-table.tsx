import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState } from '../../parts/states';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { feeKeyOf } from './fee';
import type { Rehearsal, RehearsedBill } from './rehearsal';
import css from './rehearsal.module.css';

/** Every stall of the month against the month before, what differs on top. */
export function RehearsalTable({ rehearsal: { bills } }: { rehearsal: Rehearsal }) {
  const t = useTranslations('billing.run');
  const [shown, setShown] = useState<'all' | 'odd'>('all');
  const columns = useColumns();
  const odd = bills.filter((bill) => bill.oddities.length > 0);
  const rows = shown === 'odd' ? odd : bills;
  const choice = (
    <div role="group" aria-label={t('show')} className={css.choice}>
      <Choice isOn={shown === 'all'} onChoose={() => setShown('all')}>
        {`${t('all')} (${bills.length})`}
      </Choice>
      <Choice isOn={shown === 'odd'} onChoose={() => setShown('odd')}>
        {`${t('odd')} (${odd.length})`}
      </Choice>
    </div>
  );
  if (bills.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />;
  return (
    <Section title={t('everyStall')} aside={choice}>
      {rows.length === 0 ? (
        <p>{t('nothingOdd')}</p>
      ) : (
        <RowsTable
          label={t('title')}
          rows={rows}
          columns={columns}
          keyOf={({ leaseId }) => leaseId}
        />
      )}
    </Section>
  );
}

interface ChoiceProps {
  isOn: boolean;
  onChoose: () => void;
  children: string;
}

function Choice({ isOn, onChoose, children }: ChoiceProps) {
  return (
    <Button
      size="xs"
      variant={isOn ? 'light' : 'subtle'}
      color={isOn ? undefined : 'gray'}
      aria-pressed={isOn}
      onClick={onChoose}
    >
      {children}
    </Button>
  );
}

function useColumns(): readonly Column<RehearsedBill>[] {
  const t = useTranslations('billing');
  return [
    { key: 'stall', title: t('stall'), cell: ({ stallCode }) => stallCode },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName },
    {
      key: 'lines',
      title: t('bill.lines'),
      cell: (bill) => <LinesInShort bill={bill} />,
      isWideOnly: true,
    },
    {
      key: 'last',
      title: t('run.last'),
      align: 'right',
      cell: ({ lastTotal }) => <Money amount={lastTotal} />,
    },
    {
      key: 'total',
      title: t('total'),
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
    {
      key: 'difference',
      title: t('run.difference'),
      align: 'right',
      cell: (bill) => <Difference bill={bill} />,
    },
    { key: 'note', title: t('run.note'), cell: (bill) => <Note bill={bill} /> },
  ];
}

function LinesInShort({ bill: { lines } }: { bill: RehearsedBill }) {
  const t = useTranslations('billing.feeShort');
  const format = useFormat();
  const words = lines.map(
    ({ feeType, amount }) => `${t(feeKeyOf(feeType))} ${format.money(amount)}`,
  );
  return <small>{words.join(' · ')}</small>;
}

/** More or less than on the bill before. */
export function Difference({
  bill: { total, lastTotal },
}: {
  bill: Pick<RehearsedBill, 'total' | 'lastTotal'>;
}) {
  const format = useFormat();
  const difference = total - (lastTotal ?? total);
  if (difference === 0) return '—';
  return (
    <span className={css.difference} data-sign={difference > 0 ? 'more' : 'less'}>
      {difference > 0 ? '+' : ''}
      {format.money(difference)}
    </span>
  );
}

const TONES: Readonly<Record<string, Tone>> = {
  noPrice: 'bad',
  meterOdd: 'bad',
  left: 'quiet',
  suspended: 'quiet',
};

/** Everything odd about a bill, and whether it is issued. */
export function Note({ bill }: { bill: Pick<RehearsedBill, 'oddities' | 'existingBillId'> }) {
  const t = useTranslations('billing.run');
  return (
    <span className={css.notes}>
      {bill.oddities.map((oddity) => (
        <StatusBadge key={oddity} tone={TONES[oddity] ?? 'attention'}>
          {t(`oddity.${oddity}`)}
        </StatusBadge>
      ))}
      {bill.existingBillId && <StatusBadge tone="good">{t('exists')}</StatusBadge>}
    </span>
  );
}
