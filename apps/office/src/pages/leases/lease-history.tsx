import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { DateText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ErrorState } from '../../parts/states';
import { useTransferColumns } from '../lease-transfers/transfer-columns';

type History = BodyOf<'/api/v1/leases/{id}/history'>;

/** What the lease goes on from and what goes on from it, its suspensions and its transfers. */
export function LeaseHistory({ leaseId }: { leaseId: string }) {
  const history = useQuery(reading('/api/v1/leases/{id}/history', { path: { id: leaseId } }));
  if (history.isError)
    return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  return (
    <>
      <Line rows={history.data?.line} />
      <Suspensions rows={history.data?.suspensions} />
      <Transfers leaseId={leaseId} />
    </>
  );
}

function Line({ rows }: { rows: History['line'] | undefined }) {
  const t = useTranslations('tenancy.leases');
  const columns: readonly Column<History['line'][number]>[] = [
    { key: 'number', title: t('number'), cell: ({ number }) => number },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName },
    { key: 'origin', title: t('origin'), cell: ({ cameBy }) => t(`cameBy.${cameBy}`) },
    { key: 'from', title: t('from'), cell: ({ validFrom }) => <DateText day={validFrom} /> },
    {
      key: 'to',
      title: t('to'),
      cell: ({ validTo }) => (validTo ? <DateText day={validTo} /> : t('open')),
    },
  ];
  return (
    <Section title={t('history')}>
      <RowsTable
        label={t('history')}
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/leases/$id', params: { id } })}
      />
    </Section>
  );
}

function Suspensions({ rows }: { rows: History['suspensions'] | undefined }) {
  const t = useTranslations('tenancy.leases');
  const columns: readonly Column<History['suspensions'][number]>[] = [
    { key: 'from', title: t('suspendFrom'), cell: ({ from }) => <DateText day={from} /> },
    {
      key: 'to',
      title: t('suspendTo'),
      cell: ({ to }) => (to ? <DateText day={to} /> : t('until')),
    },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
    {
      key: 'document',
      title: t('documentNumber'),
      cell: ({ documentNumber }) => documentNumber ?? '—',
    },
  ];
  if (!rows || rows.length === 0) return null;
  return (
    <Section title={t('suspensions')}>
      <RowsTable label={t('suspensions')} rows={rows} columns={columns} keyOf={({ id }) => id} />
    </Section>
  );
}

function Transfers({ leaseId }: { leaseId: string }) {
  const t = useTranslations('tenancy.transfers');
  const columns = useTransferColumns();
  const transfers = useQuery(reading('/api/v1/lease-transfers', { query: { leaseId, limit: 50 } }));
  if (!transfers.data || transfers.data.total === 0) return null;
  return (
    <Section title={t('of')}>
      <RowsTable
        label={t('of')}
        rows={transfers.data.items}
        columns={columns}
        keyOf={({ id }) => id}
      />
    </Section>
  );
}
