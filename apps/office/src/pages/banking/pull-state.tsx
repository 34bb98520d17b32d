import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import css from './banking.module.css';
import type { Feed } from './providers';

type Pull = NonNullable<Feed['pull']>;

const tones: Readonly<Record<NonNullable<Pull['lastOutcome']>, Tone>> = {
  read: 'good',
  more: 'good',
  noAccount: 'attention',
  busy: 'waiting',
  refused: 'bad',
  away: 'attention',
  unreadable: 'attention',
};

/** What came of the last pull, in words. */
export function usePullWords(): (pull: Pull) => string {
  const t = useTranslations('banking.feeds.pull');
  return ({ lastOutcome, lastRowCount }) =>
    lastOutcome === null
      ? t('never')
      : t(`outcomeValue.${lastOutcome}`, { count: lastRowCount ?? 0 });
}

/** Whether a feed's provider is asked too, when it was asked last, and what it said. */
export function PullState({ feed: { pull, isAskable } }: { feed: Feed }) {
  const t = useTranslations('banking.feeds.pull');
  const format = useFormat();
  const wordsOf = usePullWords();
  if (!pull || pull.state === 'off') return isAskable ? t('off') : '—';
  const { lastOutcome, lastAt, notBefore } = pull;
  return (
    <span className={css.account}>
      <StatusBadge tone={lastOutcome ? tones[lastOutcome] : 'waiting'}>{wordsOf(pull)}</StatusBadge>
      {lastAt && <small>{t('lastAt', { at: format.instant(lastAt) })}</small>}
      {notBefore && <small>{t('notBefore', { at: format.instant(notBefore) })}</small>}
      {pull.isTokenNew && pull.state === 'on' && <small>{t('isTokenNew')}</small>}
    </span>
  );
}
