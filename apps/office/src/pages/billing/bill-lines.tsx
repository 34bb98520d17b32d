import { useTranslations } from 'use-intl';
import type { BodyOf } from '../../api/reading';
import { useFormat } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { type Column, RowsTable } from '../../parts/rows-table';
import css from './bill-page.module.css';
import { useFeeName } from './fee';

type Bill = BodyOf<'/api/v1/bills/{id}'>;
type Line = Bill['lines'][number];
type Payment = Bill['payments'][number];

/** What a bill charges: so many units at a price, for which days, by which decision. */
export function BillLines({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('billing.bill');
  const columns = useLineColumns();
  return (
    <RowsTable
      label={t('lines')}
      rows={lines}
      columns={lines.some(isRelieved) ? columns : columns.filter(({ key }) => key !== 'relief')}
      keyOf={({ lineNumber }) => String(lineNumber)}
    />
  );
}

const isRelieved = ({ reliefAmount, relieved }: Line) => reliefAmount + relieved > 0;

function useLineColumns(): readonly Column<Line>[] {
  const t = useTranslations('billing');
  const feeName = useFeeName();
  const { locale } = useFormat();
  return [
    {
      key: 'fee',
      title: t('bill.fee'),
      cell: ({ feeType, decisionNumber }) => (
        <span>
          {feeName(feeType)}
          {decisionNumber && (
            <small className={css.decision}>{t('bill.decision', { number: decisionNumber })}</small>
          )}
        </span>
      ),
    },
    {
      key: 'quantity',
      title: t('bill.quantity'),
      align: 'right',
      cell: ({ quantity, unit }) => `${quantity.toLocaleString(locale)} ${t(`unit.${unit}`)}`,
    },
    {
      key: 'price',
      title: t('bill.unitPrice'),
      align: 'right',
      cell: ({ unitPrice }) => <Money amount={unitPrice} />,
    },
    {
      key: 'service',
      title: t('bill.service'),
      cell: ({ serviceFrom, serviceTo }) => (
        <span>
          <DateText day={serviceFrom} /> – <DateText day={serviceTo} />
        </span>
      ),
    },
    {
      key: 'relief',
      title: t('bill.relief'),
      align: 'right',
      cell: ({ reliefAmount, relieved }) => <Money amount={-reliefAmount - relieved} />,
    },
    {
      key: 'amount',
      title: t('total'),
      align: 'right',
      cell: ({ amount, relieved }) => <Money amount={amount - relieved} />,
    },
  ];
}

export function BillPayments({ payments }: { payments: readonly Payment[] }) {
  const t = useTranslations('billing');
  if (payments.length === 0) return <p>{t('bill.noPayments')}</p>;
  const columns: readonly Column<Payment>[] = [
    { key: 'day', title: t('bill.bookedOn'), cell: ({ bookedOn }) => <DateText day={bookedOn} /> },
    { key: 'way', title: t('bill.way'), cell: ({ source }) => t(`source.${source}`) },
    {
      key: 'amount',
      title: t('total'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
  ];
  return (
    <RowsTable
      label={t('bill.payments')}
      rows={payments}
      columns={columns}
      keyOf={({ paymentId }) => paymentId}
    />
  );
}
