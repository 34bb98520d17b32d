import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Tiles } from '../../parts/page';
import { useShareText } from '../../parts/share-bar';
import { StatTile } from '../../parts/stat-tile';
import { StatusBadge } from '../../parts/status-badge';
import type { ShareRow } from './use-report';

interface Ratio {
  numerator: number;
  denominator: number;
}

const shareOf = ({ numerator, denominator }: Ratio): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** The figures of everything asked, each with what it is made of. */
export function Headline({ row, isNarrowed }: { row: ShareRow; isNarrowed: boolean }) {
  const t = useTranslations();
  const format = useFormat();
  const shareText = useShareText();
  const { byValue, byCount, collection, unmatchedVnd, notHandedInVnd, markets } = row;
  const ofMoney = ({ numerator, denominator }: Ratio) =>
    t('parts.share.ofTotal', {
      numerator: format.moneyShort(numerator),
      denominator: format.moneyShort(denominator),
    });
  const unknown = t('shares.unknownNote', {
    unmatched: format.moneyShort(unmatchedVnd),
    inHand: format.moneyShort(notHandedInVnd),
  });
  const label = t('shares.byValueTile');
  return (
    <Tiles>
      <StatTile
        label={isNarrowed ? `${label} · ${row.name}` : label}
        value={shareText(row)}
        tone="good"
        note={
          <>
            {ofMoney(byValue)} <Finality isFinal={row.final} />
          </>
        }
      />
      <StatTile
        label={t('shares.byCountTile')}
        value={format.percent(shareOf(byCount))}
        note={t('shares.ofLeases', {
          numerator: format.count(byCount.numerator),
          denominator: format.count(byCount.denominator),
        })}
      />
      <StatTile
        label={t('shares.collectionTile')}
        value={format.percent(shareOf(collection))}
        note={ofMoney(collection)}
      />
      <StatTile
        label={t('shares.unknownTile')}
        value={format.moneyShort(unmatchedVnd + notHandedInVnd)}
        tone={unmatchedVnd + notHandedInVnd > 0 ? 'attention' : 'plain'}
        note={unknown}
      />
      <StatTile
        label={t('shares.reportingTile')}
        value={`${format.count(markets.reporting)} / ${format.count(markets.all)}`}
      />
    </Tiles>
  );
}

/** Whether the figure may still change. */
export function Finality({ isFinal }: { isFinal: boolean }) {
  const t = useTranslations();
  const word = t(isFinal ? 'parts.share.final' : 'parts.share.provisional');
  return (
    <span title={isFinal ? undefined : t('shares.provisionalWhy')}>
      <StatusBadge tone={isFinal ? 'good' : 'waiting'}>{word}</StatusBadge>
    </span>
  );
}
