import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { type Column, RowsTable } from '../../parts/rows-table';
import type { RecordDetail } from './bank-record-page';

interface Part {
  key: string;
  what: string;
  code: string;
  amount: number;
}

/** The bills that a record's money paid, and what is left of it. */
export function PaidFor({ record }: { record: RecordDetail }) {
  const t = useTranslations('reconciliation.record');
  const format = useFormat();
  const bills = record.paidFor.map(({ billId, code, period, amount }) => ({
    key: billId,
    what: t('month', { month: format.month(period) }),
    code,
    amount,
  }));
  const credit = record.amount - bills.reduce((sum, { amount }) => sum + amount, 0);
  const rest = { key: 'credit', what: t('credit'), code: '', amount: credit };
  return (
    <RowsTable<Part>
      label={t('paidFor')}
      rows={credit > 0 ? [...bills, rest] : bills}
      columns={useColumns()}
      keyOf={({ key }) => key}
    />
  );
}

function useColumns(): readonly Column<Part>[] {
  const t = useTranslations('reconciliation');
  return [
    { key: 'what', title: t('record.paidFor'), cell: ({ what }) => what },
    { key: 'code', title: t('record.bill'), cell: ({ code }) => <code>{code}</code> },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
  ];
}
