import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import {
  type Certificate,
  CERTIFICATE_KINDS,
  CERTIFICATE_STATES,
  useCertificateColumns,
} from './certificate-columns';

/** What the vendors of the chosen market hold, and what of it expires soon. */
export function CertificatesPage() {
  const t = useTranslations('tenancy.certificates');
  const { market } = useScope();
  const common = useCertificateColumns();
  if (!market) return <NoMarket title={t('title')} />;
  const vendor: Column<Certificate> = {
    key: 'vendor',
    title: t('vendor'),
    sort: 'vendorName',
    cell: ({ vendorName }) => vendorName,
  };
  const filters = [
    {
      name: 'state',
      label: t('state'),
      options: CERTIFICATE_STATES.map((value) => ({ value, label: t(`stateValue.${value}`) })),
    },
    {
      name: 'kind',
      label: t('kind'),
      options: CERTIFICATE_KINDS.map((value) => ({ value, label: t(`kindValue.${value}`) })),
    },
  ];
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { market: market.name })} />
      <PagedTable<Certificate>
        key={market.id}
        label={t('title')}
        read={({ page, filters: chosen }) =>
          reading('/api/v1/certificates', {
            query: {
              ...page,
              marketId: market.id,
              state: CERTIFICATE_STATES.find((state) => state === chosen['state']),
              kind: CERTIFICATE_KINDS.find((kind) => kind === chosen['kind']),
            },
          })
        }
        columns={[vendor, ...common]}
        filters={filters}
        keyOf={({ id }) => id}
        linkOf={({ vendorId }) => ({ to: '/vendors/$id', params: { id: vendorId } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}
