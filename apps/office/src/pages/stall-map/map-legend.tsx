import { IconQrcode } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import css from './stall-map.module.css';
import { lacksCard, STANDINGS, type StandingStall } from './standing';
import { StandingMark } from './standing-mark';

/** What each look means, and how many stalls have it. */
export function MapLegend({ stalls }: { stalls: readonly StandingStall[] }) {
  const t = useTranslations('stallMap');
  const format = useFormat();
  const counts = STANDINGS.map((standing) => ({
    standing,
    count: stalls.filter((stall) => stall.standing === standing).length,
  })).filter(({ count }) => count > 0);
  const withoutCard = stalls.filter(lacksCard).length;
  return (
    <span className={css.legend}>
      {counts.map(({ standing, count }) => (
        <span key={standing} className={css.entry}>
          <span className={css.swatch} data-standing={standing}>
            <StandingMark standing={standing} />
          </span>
          {t(`standing.${standing}`)}: {format.count(count)}
        </span>
      ))}
      {withoutCard > 0 && (
        <span className={css.entry}>
          <IconQrcode size={17} className={css.noCard} aria-hidden="true" />
          {t('withoutCard')}: {format.count(withoutCard)}
        </span>
      )}
    </span>
  );
}
