import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { addMonths, likelyToday } from '../../format';
import { Money } from '../../parts/figures';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader, Section } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { useAddress } from '../../parts/search';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { BoardFees, BoardMarkets } from './board-figures';
import { type MarketRehearsal, useBoardRehearsal } from './board-runs';
import { IssueBoardButton } from './issue-board-button';
import { Difference, Note } from './rehearsal-table';

/** A month of all markets of a board: looked at as one, issued with one press and one question. */
export function BoardRunsPage() {
  const t = useTranslations('boardRuns');
  const { boardId } = useScope();
  if (!boardId)
    return (
      <>
        <PageHeader title={t('title')} subtitle={t('subtitle')} />
        <EmptyState title={t('noBoard')} hint={t('noBoardHint')} />
      </>
    );
  return <MonthOfBoard key={boardId} boardId={boardId} />;
}

function MonthOfBoard({ boardId }: { boardId: string }) {
  const t = useTranslations('boardRuns');
  const [address, change] = useAddress();
  const thisMonth = likelyToday().slice(0, 7);
  const month = address.month ?? thisMonth;
  const rehearsal = useBoardRehearsal(boardId, month);
  const actions = (
    <>
      <MonthPicker
        value={month}
        last={addMonths(thisMonth, 1)}
        onChange={(chosen) => change({ month: chosen })}
      />
      <Button component={Link} to="/bill-runs" variant="default">
        {t('oneMarket')}
      </Button>
      {rehearsal.data && <IssueBoardButton boardId={boardId} rehearsal={rehearsal.data} />}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={actions} />
      {rehearsal.isPending && <Waiting />}
      {rehearsal.isError && (
        <ErrorState error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />
      )}
      {rehearsal.data && (
        <>
          <BoardMarkets rehearsal={rehearsal.data} />
          <BoardFees fees={rehearsal.data.fees} />
          <Differences boardId={boardId} month={month} markets={rehearsal.data.markets} />
        </>
      )}
    </>
  );
}

interface DifferencesProps {
  boardId: string;
  month: string;
  markets: readonly MarketRehearsal[];
}

function Differences({ boardId, month, markets }: DifferencesProps) {
  const t = useTranslations('boardRuns');
  const columns = useColumns();
  const filters = useFilters(markets);
  return (
    <Section title={t('differences')}>
      <PagedTable<Bill>
        label={t('differences')}
        read={({ page, filters: { marketId, oddity } }) =>
          reading('/api/v1/boards/{id}/bill-runs/differences', {
            path: { id: boardId },
            query: { ...page, month, marketId, oddity },
          })
        }
        columns={columns}
        filters={filters}
        keyOf={({ leaseId }) => leaseId}
        linkOf={({ leaseId }) => ({ to: '/lease-accounts/$id', params: { id: leaseId } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </Section>
  );
}

type Bill = ItemOf<'/api/v1/boards/{id}/bill-runs/differences'>;

function useColumns(): readonly Column<Bill>[] {
  const t = useTranslations();
  return [
    {
      key: 'stall',
      title: t('billing.stall'),
      sort: 'stallCode',
      cell: ({ stallCode }) => stallCode,
    },
    { key: 'vendor', title: t('billing.vendor'), cell: ({ vendorName }) => vendorName },
    { key: 'market', title: t('boardRuns.market'), cell: ({ marketName }) => marketName },
    {
      key: 'last',
      title: t('boardRuns.last'),
      align: 'right',
      cell: ({ lastTotal }) => <Money amount={lastTotal} />,
    },
    {
      key: 'total',
      title: t('boardRuns.total'),
      sort: 'total',
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
    {
      key: 'difference',
      title: t('boardRuns.difference'),
      sort: 'difference',
      align: 'right',
      cell: (bill) => <Difference bill={bill} />,
    },
    { key: 'note', title: t('boardRuns.note'), cell: (bill) => <Note bill={bill} /> },
  ];
}

function useFilters(markets: readonly MarketRehearsal[]): readonly Filter[] {
  const t = useTranslations();
  const found = markets.flatMap((market) => market.oddities.map(({ oddity }) => oddity));
  return [
    {
      name: 'oddity',
      label: t('boardRuns.odd'),
      options: [
        { value: 'odd', label: t('boardRuns.anyOdd') },
        ...[...new Set(found)].map((value) => ({
          value,
          label: t(`billing.run.oddity.${value}`),
        })),
      ],
    },
    {
      name: 'marketId',
      label: t('boardRuns.market'),
      options: markets.map(({ marketId, marketName }) => ({ value: marketId, label: marketName })),
    },
  ];
}
