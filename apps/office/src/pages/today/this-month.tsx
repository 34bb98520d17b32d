import { useQuery } from '@tanstack/react-query';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { Section, Tiles } from '../../parts/page';
import type { RowLink } from '../../parts/rows-table';
import { ErrorState, Waiting } from '../../parts/states';
import { StatTile } from '../../parts/stat-tile';
import css from './today.module.css';

type Billing = BodyOf<'/api/v1/billing/today'>;

/** What was billed this month, what of it is paid, and who is overdue. */
export function ThisMonth() {
  const t = useTranslations('today');
  const format = useFormat();
  const mayIssue = useMay('billing.issue');
  const billing = useQuery(reading('/api/v1/billing/today', {}));
  if (billing.isPending) return <Waiting />;
  if (billing.isError)
    return <ErrorState error={billing.error} onRetry={() => void billing.refetch()} />;
  const { month, toIssue } = billing.data;
  return (
    <>
      <h2 className={css.heading}>{t('month', { month: format.month(month) })}</h2>
      <MonthTiles billing={billing.data} />
      {mayIssue && toIssue.length > 0 && <ToIssue markets={toIssue} month={month} />}
    </>
  );
}

function MonthTiles({ billing }: { billing: Billing }) {
  const t = useTranslations('today');
  const format = useFormat();
  const { billed, paid, billCount, due, overdue, overdueLeases } = billing;
  const note = billed > 0 && t('paidOf', { share: format.percent(paid / billed) });
  return (
    <Tiles>
      <StatTile
        label={t('billed')}
        value={format.money(billed)}
        note={t('billCount', { count: billCount })}
        to="/bills"
      />
      <StatTile label={t('paid')} value={format.money(paid)} note={note} tone="good" />
      <StatTile label={t('due')} value={format.money(due)} note={t('dueNote')} />
      <StatTile
        label={t('overdue')}
        value={format.money(overdue)}
        note={t('overdueNote', { count: overdueLeases })}
        tone={overdue > 0 ? 'attention' : 'plain'}
      />
    </Tiles>
  );
}

const runOf = (market: string, month: string): RowLink => ({
  to: '/bill-runs',
  search: { market, month },
});

function ToIssue({ markets, month }: { markets: Billing['toIssue']; month: string }) {
  const t = useTranslations('today');
  return (
    <Section title={t('toIssue')} hint={t('toIssueHint')}>
      <ul className={css.links}>
        {markets.map(({ id, name }) => (
          <li key={id}>
            <Link {...runOf(id, month)}>
              {name}
              <IconArrowRight size={16} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
