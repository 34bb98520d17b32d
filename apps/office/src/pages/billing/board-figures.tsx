import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatusBadge } from '../../parts/status-badge';
import type { BoardRehearsal, MarketRehearsal } from './board-runs';
import { useFeeName } from './fee';
import { ProblemSentence } from './rehearsal-problems';
import { Difference } from './rehearsal-table';

/** Each market in a row: what is to come, what there is, what there was, and what is in the way. */
export function BoardMarkets({ rehearsal: { markets } }: { rehearsal: BoardRehearsal }) {
  const t = useTranslations('boardRuns');
  const format = useFormat();
  const columns: readonly Column<MarketRehearsal>[] = [
    { key: 'market', title: t('market'), cell: ({ marketName }) => marketName },
    {
      key: 'toIssue',
      title: t('toIssue'),
      align: 'right',
      cell: ({ newCount, newTotal }) => (
        <span>
          {format.count(newCount)} · <Money amount={newTotal} />
        </span>
      ),
    },
    {
      key: 'issued',
      title: t('issued'),
      align: 'right',
      cell: ({ existingCount }) => format.count(existingCount),
    },
    {
      key: 'last',
      title: t('last'),
      align: 'right',
      cell: ({ lastTotal }) => <Money amount={lastTotal} />,
    },
    {
      key: 'total',
      title: t('total'),
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
    {
      key: 'odd',
      title: t('odd'),
      align: 'right',
      cell: ({ oddCount }) => format.count(oddCount),
    },
    { key: 'state', title: t('state'), cell: (market) => <MarketState market={market} /> },
  ];
  return (
    <Section title={t('markets')}>
      <RowsTable
        label={t('markets')}
        rows={markets}
        columns={columns}
        keyOf={({ marketId }) => marketId}
      />
    </Section>
  );
}

function MarketState({ market }: { market: MarketRehearsal }) {
  const t = useTranslations('boardRuns');
  const { newCount, existingCount, problems } = market;
  const [problem] = problems;
  if (newCount > 0 && problem) return <ProblemSentence problem={problem} />;
  if (newCount > 0) return <StatusBadge tone="attention">{t('ready')}</StatusBadge>;
  if (existingCount > 0) return <StatusBadge tone="good">{t('done')}</StatusBadge>;
  return <StatusBadge tone="quiet">{t('nothing')}</StatusBadge>;
}

type Fee = BoardRehearsal['fees'][number];

/** The whole board fee by fee against the bills before. */
export function BoardFees({ fees }: { fees: readonly Fee[] }) {
  const t = useTranslations('boardRuns');
  const feeName = useFeeName();
  if (fees.length === 0) return null;
  const columns: readonly Column<Fee>[] = [
    { key: 'fee', title: t('fee'), cell: ({ feeType }) => feeName(feeType) },
    { key: 'last', title: t('last'), align: 'right', cell: ({ last }) => <Money amount={last} /> },
    { key: 'now', title: t('total'), align: 'right', cell: ({ now }) => <Money amount={now} /> },
    {
      key: 'difference',
      title: t('difference'),
      align: 'right',
      cell: ({ last, now }) => <Difference bill={{ lastTotal: last, total: now }} />,
    },
  ];
  return (
    <Section title={t('fees')}>
      <RowsTable label={t('fees')} rows={fees} columns={columns} keyOf={({ feeType }) => feeType} />
    </Section>
  );
}
