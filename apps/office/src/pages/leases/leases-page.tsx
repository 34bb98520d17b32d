import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { dayAfter, likelyToday } from '../../format';
import { PageHeader } from '../../parts/page';
import { PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { type Lease, useLeaseColumns } from './lease-columns';
import { LEASE_STATES } from './lease-state';
import { BILLING_CYCLES } from './lease-terms';
import { NewLease } from './new-lease';

const ENDS = ['30', '60', '90'];

/** Who sits where in the market chosen in the top bar. */
export function LeasesPage() {
  const t = useTranslations('tenancy.leases');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <LeasesIn key={market.id} marketId={market.id} marketName={market.name} />;
}

function LeasesIn({ marketId, marketName }: { marketId: string; marketName: string }) {
  const t = useTranslations('tenancy.leases');
  const [isSigning, { open, close }] = useDisclosure(false);
  const columns = useLeaseColumns();
  const sign = useMay('tenancy.write') && (
    <Button leftSection={<IconSignature size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const filters = [
    {
      name: 'state',
      label: t('state'),
      options: LEASE_STATES.map((value) => ({ value, label: t(`stateValue.${value}`) })),
    },
    {
      name: 'ends',
      label: t('endsBy'),
      options: ENDS.map((days) => ({ value: days, label: t('endsByDays', { days }) })),
    },
    {
      name: 'zone',
      label: t('zone'),
      options: (zones.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'cycle',
      label: t('cycle'),
      options: BILLING_CYCLES.map((value) => ({ value, label: t(`cycleValue.${value}`) })),
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { market: marketName })}
        actions={sign}
      />
      <PagedTable<Lease>
        label={t('title')}
        read={({ page, filters: chosen }) =>
          reading('/api/v1/leases', {
            query: {
              ...page,
              marketId,
              zoneId: chosen['zone'],
              state: LEASE_STATES.find((state) => state === chosen['state']),
              endsBy: chosen['ends'] ? dayAfter(likelyToday(), Number(chosen['ends'])) : undefined,
              billingCycle: BILLING_CYCLES.find((cycle) => cycle === chosen['cycle']),
            },
          })
        }
        columns={columns}
        filters={filters}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/leases/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: sign }}
      />
      {isSigning && <NewLease marketId={marketId} onClose={close} />}
    </>
  );
}
