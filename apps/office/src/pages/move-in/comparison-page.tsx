import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { likelyToday, useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader, Section, Toolbar } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { ComparisonSum } from './comparison-sum';
import css from './move-in.module.css';
import { OldFigures } from './old-figures';
import { TypeOldFigure } from './type-old-figure';

export type Comparison = ItemOf<'/api/v1/move-in/comparison'>;
type Outcome = Comparison['outcome'];

const TONES: Record<Outcome, Tone> = {
  same: 'good',
  more: 'attention',
  less: 'attention',
  'only-old': 'bad',
  'only-new': 'bad',
};
const OUTCOMES = ['same', 'more', 'less', 'only-old', 'only-new'] as const;

/** Old books and new ones side by side, stall by stall, the largest difference first. */
export function ComparisonPage() {
  const t = useTranslations('moveIn.comparison');
  const { market } = useScope();
  const [month, setMonth] = useState(() => likelyToday().slice(0, 7));
  const columns = useColumns(month);
  const filters: readonly Filter[] = [
    {
      name: 'outcome',
      label: t('outcome'),
      options: OUTCOMES.map((value) => ({ value, label: t(`outcomeValue.${value}`) })),
    },
  ];
  if (!market) return <NoMarket title={t('title')} />;
  const marketId = market.id;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Toolbar>
        <MonthPicker value={month} onChange={setMonth} last={likelyToday().slice(0, 7)} />
      </Toolbar>
      <div className={css.steps}>
        <ComparisonSum marketId={marketId} month={month} />
        <PagedTable<Comparison>
          key={`${marketId} ${month}`}
          label={t('title')}
          read={({ page, filters: { outcome } }) =>
            reading('/api/v1/move-in/comparison', {
              query: { ...page, marketId, month, outcome },
            })
          }
          columns={columns}
          keyOf={({ stallId }) => stallId}
          filters={filters}
          searchHint={t('search')}
          exports
          empty={{ title: t('empty'), hint: t('emptyHint') }}
        />
        <Section title={t('upload')} hint={t('uploadHint')}>
          <OldFigures key={`${marketId} ${month}`} marketId={marketId} month={month} />
        </Section>
      </div>
    </>
  );
}

function useColumns(month: string): readonly Column<Comparison>[] {
  const t = useTranslations('moveIn.comparison');
  const format = useFormat();
  return [
    { key: 'stall', title: t('stall'), cell: ({ stallCode }) => stallCode },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName ?? '—' },
    {
      key: 'difference',
      title: t('difference'),
      align: 'right',
      cell: ({ difference }) => (
        <span className="amount">
          {difference > 0 ? '+' : ''}
          {format.money(difference)}
        </span>
      ),
    },
    {
      key: 'old',
      title: t('old'),
      align: 'right',
      cell: (row) => (
        <span className={css.figure}>
          <Money amount={row.oldAmount} />
          <TypeOldFigure row={row} month={month} />
        </span>
      ),
    },
    {
      key: 'bill',
      title: t('bill'),
      align: 'right',
      cell: ({ newAmount }) => <Money amount={newAmount} />,
    },
    {
      key: 'outcome',
      title: t('outcome'),
      cell: ({ outcome }) => (
        <StatusBadge tone={TONES[outcome]}>{t(`outcomeValue.${outcome}`)}</StatusBadge>
      ),
    },
  ];
}
