import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ShareBar } from '../../parts/share-bar';
import { Finality } from './headline';
import { drillOf, type Question } from './question';
import type { ShareRow } from './use-report';

/** What a column is sorted by; the rows are all here, so the page sorts them itself. */
const SORTS: Readonly<Record<string, (row: ShareRow) => number>> = {
  share: ({ low }) => low ?? -1,
  cashless: ({ byValue }) => byValue.numerator,
  all: ({ byValue }) => byValue.denominator,
  unmatched: ({ unmatchedVnd }) => unmatchedVnd,
};

function sorted(rows: readonly ShareRow[], sort: string | undefined): readonly ShareRow[] {
  const isDown = sort?.startsWith('-') ?? false;
  const by = SORTS[isDown ? (sort ?? '').slice(1) : (sort ?? '')];
  if (!by) return rows;
  return rows.toSorted((a, b) => (isDown ? by(b) - by(a) : by(a) - by(b)));
}

interface ShareTableProps {
  rows: readonly ShareRow[];
  question: Question;
}

/** Every figure of every unit, for those who read rather than look. */
export function ShareTable({ rows, question }: ShareTableProps) {
  const t = useTranslations('shares');
  const [sort, setSort] = useState<string>();
  const columns = useColumns();
  return (
    <RowsTable
      label={t('tableTitle')}
      rows={sorted(rows, sort)}
      columns={columns}
      keyOf={({ code }) => code ?? 'none'}
      linkOf={({ code }) => drillOf(code, question)}
      sort={sort}
      onSort={setSort}
    />
  );
}

function useColumns(): readonly Column<ShareRow>[] {
  const t = useTranslations('shares');
  const format = useFormat();
  const money = (key: 'cashless' | 'all' | 'unmatched', of: (row: ShareRow) => number) => ({
    key,
    title: t(key),
    sort: key,
    align: 'right' as const,
    cell: (row: ShareRow) => format.money(of(row)),
  });
  const ratio = (of: ShareRow['byValue']) =>
    `${format.count(of.numerator)} / ${format.count(of.denominator)}`;
  return [
    {
      key: 'unit',
      title: t('unit'),
      cell: ({ code, name }) => (code === null ? t('notKnown') : name),
    },
    {
      key: 'share',
      title: t('share'),
      sort: 'share',
      cell: (row) => <ShareBar low={row.low} high={row.high} label={row.name} />,
    },
    money('cashless', ({ byValue }) => byValue.numerator),
    money('all', ({ byValue }) => byValue.denominator),
    { key: 'count', title: t('count'), align: 'right', cell: ({ byCount }) => ratio(byCount) },
    {
      key: 'collection',
      title: t('collection'),
      align: 'right',
      cell: ({ collection: { numerator, denominator } }) =>
        format.percent(denominator === 0 ? null : numerator / denominator),
    },
    money('unmatched', ({ unmatchedVnd }) => unmatchedVnd),
    { key: 'state', title: t('state'), cell: (row) => <Finality isFinal={row.final} /> },
  ];
}
