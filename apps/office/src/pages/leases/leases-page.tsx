import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSignature } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { likelyToday } from '../../format';
import { PageHeader } from '../../parts/page';
import { PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { type Lease, useLeaseColumns } from './lease-columns';
import { NewLease } from './new-lease';

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
  const running = {
    name: 'running',
    label: t('running'),
    options: [{ value: 'today', label: t('runningToday') }],
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { market: marketName })}
        actions={sign}
      />
      <PagedTable<Lease>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/leases', {
            query: { ...page, marketId, on: filters['running'] ? likelyToday() : undefined },
          })
        }
        columns={columns}
        filters={[running]}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/leases/$id', params: { id } })}
        searchHint={t('search')}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: sign }}
      />
      {isSigning && <NewLease marketId={marketId} onClose={close} />}
    </>
  );
}
