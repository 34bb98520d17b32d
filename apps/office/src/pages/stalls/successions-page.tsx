import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { PageHeader } from '../../parts/page';
import { PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { type Succession, useSuccessionColumns } from './succession-columns';

/** Every split, merge and relocation of the market chosen in the top bar. */
export function SuccessionsPage() {
  const t = useTranslations('stalls.successions');
  const { market } = useScope();
  const columns = useSuccessionColumns();
  if (!market) return <NoMarket title={t('title')} />;
  const kinds = (['split', 'merge', 'relocate', 'close'] as const).map((value) => ({
    value,
    label: t(`kindValue.${value}`),
  }));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { market: market.name })} />
      <PagedTable<Succession>
        key={market.id}
        label={t('title')}
        read={({ page, filters: { kind } }) =>
          reading('/api/v1/markets/{id}/stall-successions', {
            path: { id: market.id },
            query: { ...page, kind },
          })
        }
        columns={columns}
        filters={[{ name: 'kind', label: t('kind'), options: kinds }]}
        keyOf={({ id }) => id}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}
