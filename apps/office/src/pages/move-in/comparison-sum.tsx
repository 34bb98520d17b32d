import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { Tiles } from '../../parts/page';
import { StatTile } from '../../parts/stat-tile';

/** How far the two books are apart, over all stalls of the market. */
export function ComparisonSum({ marketId, month }: { marketId: string; month: string }) {
  const t = useTranslations('moveIn.comparison');
  const format = useFormat();
  const query = { marketId, month };
  const { data: sum } = useQuery(reading('/api/v1/move-in/comparison/sum', { query }));
  if (!sum) return null;
  return (
    <Tiles>
      <StatTile label={t('stalls')} value={format.count(sum.stalls)} />
      <StatTile
        label={t('different')}
        value={format.count(sum.different)}
        tone={sum.different > 0 ? 'attention' : 'good'}
      />
      <StatTile label={t('old')} value={format.money(sum.oldAmount)} />
      <StatTile label={t('bill')} value={format.money(sum.newAmount)} />
    </Tiles>
  );
}
