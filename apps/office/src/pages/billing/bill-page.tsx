import { Button } from '@mantine/core';
import { IconBook2, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { formatMonth } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { EInvoiceSection } from '../debts/e-invoice';
import { BillLines, BillPayments } from './bill-lines';
import { BillQr } from './bill-qr';
import { BillState } from './bill-state';
import { TakeBackBill } from './take-back-bill';
import css from './bill-page.module.css';

type Bill = BodyOf<'/api/v1/bills/{id}'>;

/** A bill opened: its lines, what was paid, the QR that pays the rest, and the paper. */
export function BillPage() {
  const t = useTranslations('billing');
  const { id } = useParams({ from: '/bills/$id' });
  const bill = useQuery(reading('/api/v1/bills/{id}', { path: { id } }));
  if (bill.isError) return <ErrorState error={bill.error} onRetry={() => void bill.refetch()} />;
  if (!bill.data) return <Waiting />;
  const { stallCode, period, vendorName, marketName, lines, payments } = bill.data;
  return (
    <>
      <PageHeader
        title={t('bill.title', { stall: stallCode, month: formatMonth(period) })}
        subtitle={`${vendorName} · ${marketName}`}
        crumbs={[{ label: t('list.title'), to: '/bills' }]}
        actions={<Actions bill={bill.data} />}
      />
      <div className={css.columns}>
        <div>
          <BillFacts bill={bill.data} />
          <Section title={t('bill.lines')} hint={t('bill.linesHint')}>
            <BillLines lines={lines} />
          </Section>
          <Section title={t('bill.payments')}>
            <BillPayments payments={payments} />
          </Section>
          <EInvoiceSection billId={id} />
        </div>
        {bill.data.state !== 'void' && <BillQr bill={bill.data} />}
      </div>
    </>
  );
}

function Actions({ bill }: { bill: Bill }) {
  const t = useTranslations('billing.bill');
  return (
    <>
      <Button
        component={Link}
        to={`/lease-accounts/${bill.leaseId}`}
        variant="default"
        leftSection={<IconBook2 size={17} />}
      >
        {t('leaseAccount')}
      </Button>
      <TakeBackBill bill={bill} />
      <Button
        component="a"
        href={`/api/v1/bills/${bill.id}/paper`}
        target="_blank"
        leftSection={<IconPrinter size={17} />}
      >
        {t('print')}
      </Button>
    </>
  );
}

function BillFacts({ bill }: { bill: Bill }) {
  const t = useTranslations('billing');
  return (
    <Section title={t('bill.facts')} aside={<BillState state={bill.state} />}>
      <Facts
        rows={[
          [t('code'), <code key="code">{bill.code}</code>],
          [t('total'), <Money key="total" amount={bill.total} />],
          [t('relieved'), <Money key="relieved" amount={bill.relieved} />],
          [t('paid'), <Money key="paid" amount={bill.paid} />],
          [t('due'), <Money key="due" amount={bill.due} />],
          [t('dueOn'), <DateText key="dueOn" day={bill.dueOn} />],
          [t('issuedOn'), <DateText key="issuedOn" day={bill.issuedOn} />],
          ...(bill.reason ? [[t('why'), bill.reason] as const] : []),
        ]}
      />
      {bill.voidReason && <p>{t('isVoid', { reason: bill.voidReason })}</p>}
    </Section>
  );
}
