import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { formatMonth, likelyToday } from '../../format';
import { Choice } from '../../parts/choice';
import { Money } from '../../parts/figures';
import { ListExport } from '../../parts/list-export';
import { PageHeader, Section, Tiles, Toolbar } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { useAddress } from '../../parts/search';
import { StatTile } from '../../parts/stat-tile';
import { ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { NoBoard } from '../closing/no-board';

type Flow = BodyOf<'/api/v1/ledger/money-flow'>;
type Month = Flow['rows'][number];

const YEARS_SHOWN = 5;

/** What the board collected, passed on and has left: the scandal this ledger exists to show. */
export function MoneyFlowPage() {
  const t = useTranslations('ledger.flow');
  const { boardId } = useScope();
  return boardId ? <FlowOf boardId={boardId} /> : <NoBoard title={t('title')} />;
}

function FlowOf({ boardId }: { boardId: string }) {
  const t = useTranslations('ledger.flow');
  const thisYear = Number(likelyToday().slice(0, 4));
  const [{ year = String(thisYear) }, change] = useAddress();
  const list = reading('/api/v1/ledger/money-flow', { query: { boardId, year: Number(year) } });
  const flow = useQuery(list);
  const years = Array.from({ length: YEARS_SHOWN }, (_, back) => String(thisYear - back));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Toolbar>
        <Choice
          label={t('year')}
          options={years.map((value) => ({ value, label: t('yearOf', { year: value }) }))}
          value={year}
          onChange={(chosen) => change({ year: chosen })}
        />
        <ListExport list={list} />
      </Toolbar>
      {flow.isPending && <Waiting />}
      {flow.isError && <ErrorState error={flow.error} onRetry={() => void flow.refetch()} />}
      {flow.data && <Shown rows={flow.data.rows} />}
    </>
  );
}

const TILES = ['collected', 'passedOn', 'spent'] as const;

function Shown({ rows }: { rows: readonly Month[] }) {
  const t = useTranslations('ledger.flow');
  const columns = useColumns();
  const sum = (of: (typeof TILES)[number]) => rows.reduce((total, row) => total + row[of], 0);
  const last = rows.at(-1);
  return (
    <>
      <Tiles>
        {TILES.map((of) => (
          <StatTile key={of} label={t(of)} value={<Money amount={sum(of)} />} note={t('ofYear')} />
        ))}
        <StatTile
          label={t('left')}
          value={<Money amount={last?.left ?? 0} />}
          note={t('leftHint')}
        />
      </Tiles>
      <Section title={t('byMonth')} hint={t('byMonthHint')} isFlush>
        <RowsTable
          label={t('byMonth')}
          rows={rows.toReversed()}
          columns={columns}
          keyOf={({ month }) => month}
        />
      </Section>
    </>
  );
}

const SUMS = [
  'opening',
  'collected',
  'unmatched',
  'otherIn',
  'passedOn',
  'spent',
  'refunded',
  'unexplained',
  'left',
] as const;

function useColumns(): readonly Column<Month>[] {
  const t = useTranslations('ledger.flow');
  return [
    { key: 'month', title: t('month'), cell: ({ month }) => formatMonth(month) },
    ...SUMS.map((sum) => ({
      key: sum,
      title: t(sum),
      align: 'right' as const,
      cell: (row: Month) => <Money amount={row[sum]} />,
    })),
  ];
}
