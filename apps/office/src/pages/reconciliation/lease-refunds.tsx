import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { type Refund, RefundState } from './refund-words';

/** The newest refunds of a lease; the list of all shows the rest. */
export function useLeaseRefunds(leaseId: string): readonly Refund[] {
  const { data } = useQuery({
    ...reading('/api/v1/refunds', { query: { leaseId, limit: 20 } }),
    enabled: useMay('reconciliation.read'),
  });
  return data?.items ?? [];
}

/** What was given back of a lease's money, or is about to be; nothing where nothing was. */
export function LeaseRefunds({ leaseId }: { leaseId: string }) {
  const t = useTranslations('reconciliation.refunds');
  const refunds = useLeaseRefunds(leaseId);
  if (refunds.length === 0) return null;
  const columns: readonly Column<Refund>[] = [
    {
      key: 'at',
      title: t('proposedAt'),
      cell: ({ proposedAt }) => <InstantText at={proposedAt} />,
    },
    {
      key: 'of',
      title: t('of'),
      cell: ({ depositUseId }) => t(depositUseId ? 'ofDeposit' : 'ofCredit'),
    },
    { key: 'payee', title: t('payee'), cell: ({ payee }) => payee ?? t('masked') },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'state', title: t('state'), cell: ({ state }) => <RefundState state={state} /> },
  ];
  return (
    <Section title={t('ofLease')}>
      <RowsTable
        label={t('ofLease')}
        rows={refunds}
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/refunds/$id', params: { id } })}
      />
    </Section>
  );
}
