import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { PageHeader } from '../../parts/page';
import { PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { type Transfer, TRANSFER_STATES, useTransferColumns } from './transfer-columns';

/** Stalls that pass to another vendor: all of them, or those that wait for one's own word. */
export function LeaseTransfersPage() {
  const t = useTranslations('tenancy.transfers');
  const { market } = useScope();
  const columns = useTransferColumns();
  const mayRead = useMay('tenancy.read');
  const states = {
    name: 'state',
    label: t('state'),
    options: TRANSFER_STATES.map((value) => ({ value, label: t(`stateValue.${value}`) })),
  };
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Transfer>
        key={market?.id}
        label={t('title')}
        read={({ page, filters }) => {
          const query = { ...page, marketId: market?.id };
          const state = TRANSFER_STATES.find((one) => one === filters['state']);
          return mayRead
            ? reading('/api/v1/lease-transfers', { query: { ...query, state } })
            : reading('/api/v1/lease-transfers/waiting', { query });
        }}
        columns={columns}
        filters={mayRead ? [states] : []}
        keyOf={({ id }) => id}
        linkOf={({ leaseId }) =>
          mayRead ? { to: '/leases/$id', params: { id: leaseId } } : undefined
        }
        searchHint={t('search')}
        exports={mayRead}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}
