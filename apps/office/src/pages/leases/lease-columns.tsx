import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { DateText } from '../../parts/figures';
import type { Column } from '../../parts/paged-table';
import { LeaseState } from './lease-state';

export type Lease = ItemOf<'/api/v1/leases'>;

/** What a list of leases says of each. */
export function useLeaseColumns(): readonly Column<Lease>[] {
  const t = useTranslations('tenancy.leases');
  return [
    { key: 'stall', title: t('stall'), sort: 'stallCode', cell: ({ stallCode }) => stallCode },
    { key: 'vendor', title: t('vendor'), sort: 'vendorName', cell: ({ vendorName }) => vendorName },
    { key: 'number', title: t('number'), sort: 'number', cell: ({ number }) => number },
    {
      key: 'from',
      title: t('from'),
      sort: 'validFrom',
      cell: ({ validFrom }) => <DateText day={validFrom} />,
    },
    {
      key: 'to',
      title: t('to'),
      sort: 'validTo',
      cell: ({ validTo }) => (validTo ? <DateText day={validTo} /> : t('open')),
    },
    {
      key: 'cycle',
      title: t('cycle'),
      cell: ({ billingCycle }) => t(`cycleValue.${billingCycle}`),
      isWideOnly: true,
    },
    { key: 'state', title: t('state'), cell: (lease) => <LeaseState state={lease.state} /> },
  ];
}
