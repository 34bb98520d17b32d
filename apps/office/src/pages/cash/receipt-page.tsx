import { Alert, Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ErrorState, Waiting } from '../../parts/states';
import css from './receipt.module.css';
import { PaperLinks } from '../reconciliation/payment-receipt';
import type { Receipt } from './take-cash-page';

export function ReceiptPage() {
  const t = useTranslations('cash');
  const { id = '' } = useParams({ strict: false });
  const receipt = useQuery(reading('/api/v1/receipts/{id}', { path: { id } }));
  if (receipt.isError)
    return <ErrorState error={receipt.error} onRetry={() => void receipt.refetch()} />;
  if (!receipt.data) return <Waiting />;
  const print = (
    <Button leftSection={<IconPrinter size={17} />} onClick={() => window.print()}>
      {t('take.print')}
    </Button>
  );
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={receipt.data.number}
          crumbs={[{ label: t('receipts.title'), to: '/receipts' }]}
          actions={print}
        />
        <Group mb="md">
          <PaperLinks path={`/api/v1/receipts/${id}/paper`} />
        </Group>
        {receipt.data.isUndone && <Alert color="red">{t('receipt.undone')}</Alert>}
      </div>
      <Paper receipt={receipt.data} />
    </>
  );
}

/** The receipt as the vendor holds it; fits half of an A4 sheet. */
function Paper({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('cash.receipt');
  const format = useFormat();
  return (
    <article className={css.paper} aria-label={t('heading')}>
      <header className={css.head}>
        <div>
          <strong>{receipt.boardName}</strong>
          <div>{receipt.marketName}</div>
        </div>
        <div className={css.number}>{t('number', { number: receipt.number })}</div>
      </header>
      <h2 className={css.heading}>{t('heading')}</h2>
      <p className={css.day}>{t('day', { day: format.date(receipt.takenOn) })}</p>
      <dl className={css.lines}>
        <Line word={t('payer')}>{receipt.vendorName}</Line>
        <Line word={t('stall')}>{receipt.stallCode}</Line>
        <Line word={t('amount')}>
          <Money amount={receipt.amount} />
        </Line>
        <Line word={t('words')}>{receipt.amountInWords}</Line>
      </dl>
      <Parts receipt={receipt} />
      <div className={css.signatures}>
        <div>{t('signPayer')}</div>
        <div>
          {t('signCollector')}
          <span className={css.signer}>{receipt.collectorName}</span>
        </div>
      </div>
      <p className={css.note}>{t('note')}</p>
    </article>
  );
}

function Line({ word, children }: { word: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface Part {
  key: string;
  what: string;
  month: string;
  amount: number;
}
const FEES = ['space', 'electricity', 'water', 'sanitation', 'security'] as const;

/** What the money paid, fee by fee, and what is left as credit. */
function Parts({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('cash.receipt');
  const format = useFormat();
  const parts: Part[] = receipt.paidFor.map(({ period, feeType, amount }) => ({
    key: `${period} ${feeType}`,
    what: t(`fee.${FEES.find((fee) => fee === feeType) ?? 'other'}`),
    month: format.month(period),
    amount,
  }));
  if (receipt.credit > 0)
    parts.push({ key: 'credit', what: t('credit'), month: '—', amount: receipt.credit });
  const columns: readonly Column<Part>[] = [
    { key: 'what', title: t('part'), cell: ({ what }) => what },
    { key: 'month', title: t('month'), cell: ({ month }) => month },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
  ];
  return (
    <RowsTable<Part> label={t('reason')} rows={parts} columns={columns} keyOf={({ key }) => key} />
  );
}
