import { useQuery } from '@tanstack/react-query';
import { reading } from '../../api/reading';
import { RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { useLeaseColumns } from './lease-columns';

interface LeasesOfProps {
  of: { stallId: string } | { vendorId: string };
  label: string;
  emptyTitle: string;
}

/** The leases of one stall or one vendor, newest first. */
export function LeasesOf({ of, label, emptyTitle }: LeasesOfProps) {
  const columns = useLeaseColumns();
  const query = { ...of, sort: '-validFrom' as const, limit: 200 };
  const leases = useQuery(reading('/api/v1/leases', { query }));
  if (leases.isError)
    return <ErrorState error={leases.error} onRetry={() => void leases.refetch()} />;
  if (leases.data?.total === 0) return <EmptyState title={emptyTitle} />;
  return (
    <RowsTable
      label={label}
      rows={leases.data?.items}
      columns={columns}
      keyOf={({ id }) => id}
      linkOf={({ id }) => ({ to: '/leases/$id', params: { id } })}
    />
  );
}
