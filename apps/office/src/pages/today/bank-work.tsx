import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { daysBetween, likelyToday, useFormat } from '../../format';
import { Section } from '../../parts/page';
import { ErrorState } from '../../parts/states';
import css from './today.module.css';

// A week without a statement, and nothing that arrived can be proven.
const STATEMENT_DAYS = 7;

interface Item {
  to: string;
  words: string;
}

/** What at the bank waits for a person; nothing at all while nothing waits. */
export function BankWork() {
  const t = useTranslations('today');
  const { data, isError, error, refetch } = useQuery(reading('/api/v1/banking/today', {}));
  const format = useFormat();
  const late = useLateStatement(data?.statementsUntil ?? null);
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const counted: readonly [number, Item][] = [
    [
      data.openQuestions,
      { to: '/bank-questions', words: t('questions', { count: data.openQuestions }) },
    ],
    [
      data.proposedAccounts,
      { to: '/accounts', words: t('proposed', { count: data.proposedAccounts }) },
    ],
    [
      data.unreadableDeliveries,
      { to: '/deliveries', words: t('unreadable', { count: data.unreadableDeliveries }) },
    ],
    [
      data.unconfirmedRecords,
      { to: '/statements', words: t('unconfirmed', { count: data.unconfirmedRecords }) },
    ],
  ];
  const silent = data.silentAccounts.map(({ number, days, since }) => ({
    to: '/accounts',
    words: t('silent', { number, days, day: format.date(since) }),
  }));
  const items = counted.filter(([count]) => count > 0).map(([, item]) => item);
  const all = [...silent, ...items, ...(late ? [late] : [])];
  if (all.length === 0) return null;
  return (
    <Section title={t('bankWork')}>
      <ul className={css.links}>
        {all.map(({ to, words }) => (
          <li key={words}>
            <Link to={to}>
              {words}
              <IconArrowRight size={16} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The statement that should have been imported by now, as an item; none while it is fresh. */
function useLateStatement(until: string | null): Item | undefined {
  const t = useTranslations('today');
  const format = useFormat();
  if (until === null) return { to: '/statements', words: t('noStatement') };
  if (daysBetween(until, likelyToday()) <= STATEMENT_DAYS) return undefined;
  return { to: '/statements', words: t('lateStatement', { day: format.date(until) }) };
}
