import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { formatMonth } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { PageHeader, Section, Tiles } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatTile } from '../../parts/stat-tile';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { LeaseRefunds } from '../reconciliation/lease-refunds';
import { RefundCredit } from '../reconciliation/refund-credit';
import { BillState } from './bill-state';
import { DepositSection } from './deposit-section';
import { LeaseActs } from './lease-acts';

type Account = BodyOf<'/api/v1/billing/leases/{id}'>;
type Bill = Account['bills'][number];
type Payment = Account['payments'][number];

/** What a vendor asks for at the desk: what was billed, what was paid, what is left. */
export function LeaseAccountPage() {
  const t = useTranslations('billing');
  const debts = useTranslations('debts.statement');
  const { id } = useParams({ from: '/lease-accounts/$id' });
  const account = useQuery(reading('/api/v1/billing/leases/{id}', { path: { id } }));
  if (account.isError)
    return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data) return <Waiting />;
  const { stallCode, vendorName, bills, payments } = account.data;
  return (
    <>
      <PageHeader
        title={t('account.title', { stall: stallCode })}
        subtitle={vendorName}
        crumbs={[{ label: t('list.title'), to: '/bills' }]}
        actions={
          <>
            <LeaseActs account={account.data} />
            <RefundCredit leaseId={id} credit={account.data.credit} />
            <Button component={Link} to={`/lease-statements/${id}`} variant="default">
              {debts('open')}
            </Button>
          </>
        }
      />
      <Sums account={account.data} />
      <Section title={t('account.bills')}>
        <BillRows bills={bills} />
      </Section>
      <DepositSection leaseId={id} />
      <LeaseRefunds leaseId={id} />
      <Section title={t('account.payments')}>
        <PaymentRows payments={payments} />
      </Section>
    </>
  );
}

function Sums({ account: { billed, relieved, paid, due, credit } }: { account: Account }) {
  const t = useTranslations('billing.account');
  return (
    <Tiles>
      <StatTile label={t('billed')} value={<Money amount={billed} />} />
      {relieved > 0 && <StatTile label={t('relieved')} value={<Money amount={relieved} />} />}
      <StatTile label={t('paid')} value={<Money amount={paid} />} />
      <StatTile
        label={t('due')}
        value={<Money amount={due} />}
        tone={due > 0 ? 'attention' : 'good'}
        note={due > 0 ? undefined : t('dueNone')}
      />
      <StatTile label={t('credit')} value={<Money amount={credit} />} note={t('creditNote')} />
    </Tiles>
  );
}

function BillRows({ bills }: { bills: readonly Bill[] }) {
  const t = useTranslations('billing');
  if (bills.length === 0) return <EmptyState title={t('account.noBills')} />;
  const columns: readonly Column<Bill>[] = [
    {
      key: 'period',
      title: t('period'),
      cell: ({ kind, period }) => (
        <span>
          {t('month', { month: formatMonth(period) })}
          {kind !== 'monthly' && <small> · {t(`kind.${kind}`)}</small>}
        </span>
      ),
    },
    { key: 'code', title: t('code'), cell: ({ code }) => <code>{code}</code> },
    {
      key: 'total',
      title: t('total'),
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
    { key: 'due', title: t('due'), align: 'right', cell: ({ due }) => <Money amount={due} /> },
    { key: 'dueOn', title: t('dueOn'), cell: ({ dueOn }) => <DateText day={dueOn} /> },
    { key: 'state', title: t('status'), cell: ({ state }) => <BillState state={state} /> },
  ];
  return (
    <RowsTable
      label={t('account.bills')}
      rows={bills}
      columns={columns}
      keyOf={({ id }) => id}
      linkOf={({ id }) => ({ to: '/bills/$id', params: { id } })}
    />
  );
}

const REASONS = ['code', 'billVoid', 'person', 'receipt'] as const;
// Whoever records a payment names its reason; one without words here is still shown as a reason.
const reasonKeyOf = (reason: string) => REASONS.find((known) => known === reason) ?? 'other';

function PaymentRows({ payments }: { payments: readonly Payment[] }) {
  const t = useTranslations('billing');
  if (payments.length === 0) return <EmptyState title={t('account.noPayments')} />;
  const columns: readonly Column<Payment>[] = [
    { key: 'day', title: t('bill.bookedOn'), cell: ({ bookedOn }) => <DateText day={bookedOn} /> },
    { key: 'way', title: t('bill.way'), cell: ({ source }) => t(`source.${source}`) },
    {
      key: 'amount',
      title: t('total'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      key: 'allocated',
      title: t('account.toBills'),
      align: 'right',
      cell: ({ allocated }) => <Money amount={allocated} />,
    },
    {
      key: 'reason',
      title: t('account.reason'),
      cell: ({ reason }) => t(`reason.${reasonKeyOf(reason)}`),
    },
    {
      key: 'state',
      title: t('status'),
      cell: ({ isUndone }) =>
        isUndone ? (
          <StatusBadge tone="quiet">{t('account.undone')}</StatusBadge>
        ) : (
          <StatusBadge tone="good">{t('account.valid')}</StatusBadge>
        ),
    },
  ];
  return (
    <RowsTable
      label={t('account.payments')}
      rows={payments}
      columns={columns}
      keyOf={({ id }) => id}
    />
  );
}
