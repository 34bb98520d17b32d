import { useTranslations } from 'use-intl';
import type { BodyOf } from '../../api/reading';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';

export type LeaseAccount = BodyOf<'/api/v1/billing/leases/{id}'>;
type Bill = LeaseAccount['bills'][number];

/** What a lease owes, the oldest bill first, as the money will pay it. */
export function Owed({ account }: { account: LeaseAccount }) {
  const t = useTranslations('cash.take');
  const format = useFormat();
  const { due, credit, bills } = account;
  const open = bills
    .filter((bill) => bill.due > 0)
    .sort((one, other) => `${one.dueOn} ${one.id}`.localeCompare(`${other.dueOn} ${other.id}`));
  const hint = due === 0 ? t('nothingDue') : undefined;
  return (
    <Section
      title={t('owed')}
      hint={credit > 0 ? t('credit', { amount: format.money(credit) }) : hint}
      aside={
        <strong>
          <Money amount={due} />
        </strong>
      }
    >
      {open.length > 0 && (
        <RowsTable<Bill>
          label={t('owed')}
          rows={open}
          columns={useColumns()}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}

function useColumns(): readonly Column<Bill>[] {
  const t = useTranslations('cash.take');
  const format = useFormat();
  return [
    {
      key: 'month',
      title: t('period'),
      cell: ({ period, dueOn }) => (
        <>
          {t('month', { month: format.month(period) })}{' '}
          <small>{t('dueOn', { day: format.date(dueOn) })}</small>
        </>
      ),
    },
    { key: 'due', title: t('owed'), align: 'right', cell: ({ due }) => <Money amount={due} /> },
  ];
}
