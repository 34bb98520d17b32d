import { useTranslations } from 'use-intl';
import { useFormat } from '../format';
import css from './share-bar.module.css';

interface Interval {
  low: number | null;
  high: number | null;
}

/** `41,3 %`, or `41,3–44,0 %` where money without a name leaves room; null says there is none. */
export function useShareText() {
  const t = useTranslations('parts.share');
  const format = useFormat();
  return ({ low, high }: Interval): string => {
    if (low === null || high === null) return t('none');
    const lowText = format.percent(low);
    const highText = format.percent(high);
    if (lowText === highText) return lowText;
    return `${lowText.replace(/\s?%$/, '')}–${highText}`;
  };
}

/** A share as a bar: filled up to what is sure, hatched up to what is possible. */
export function ShareBar({ low, high, label }: Interval & { label: string }) {
  const text = useShareText()({ low, high });
  const sure = (low ?? 0) * 100;
  const possible = (high ?? 0) * 100;
  return (
    <span className={css.share} role="img" aria-label={`${label}: ${text}`}>
      <svg className={css.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={css.track} width="100" height="8" />
        <rect className={css.possible} width={possible} height="8" />
        <rect className={css.sure} width={sure} height="8" />
      </svg>
      <span className={css.text}>{text}</span>
    </span>
  );
}
