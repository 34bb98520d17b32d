import { Box, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { addMonths, formatMonth, likelyToday } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { BillPrints } from '../debts/bill-prints';
import { BillState } from './bill-state';

type Bill = ItemOf<'/api/v1/bills'>;

export function BillsPage() {
  const t = useTranslations('billing.list');
  const { market } = useScope();
  const columns = useColumns();
  const filters = useFilters();
  const mayIssue = useMay('billing.issue');
  const toRuns = mayIssue && (
    <Button component={Link} to="/bill-runs" variant="default">
      {t('toRuns')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={toRuns} />
      <PagedTable<Bill>
        key={market?.id}
        label={t('title')}
        read={({ page, filters: { month, state } }) =>
          reading('/api/v1/bills', { query: { ...page, marketId: market?.id, month, state } })
        }
        columns={columns}
        filters={filters}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/bills/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: toRuns }}
      />
      {mayIssue && market && (
        <Box mt="lg">
          <BillPrints marketId={market.id} />
        </Box>
      )}
    </>
  );
}

function useColumns(): readonly Column<Bill>[] {
  const t = useTranslations('billing');
  return [
    { key: 'stall', title: t('stall'), sort: 'stallCode', cell: ({ stallCode }) => stallCode },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName },
    { key: 'period', title: t('period'), cell: ({ period }) => formatMonth(period) },
    { key: 'code', title: t('code'), cell: ({ code }) => <code>{code}</code>, isWideOnly: true },
    {
      key: 'total',
      title: t('total'),
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
    {
      key: 'due',
      title: t('due'),
      sort: 'due',
      align: 'right',
      cell: ({ due }) => <Money amount={due} />,
    },
    {
      key: 'dueOn',
      title: t('dueOn'),
      sort: 'dueOn',
      cell: ({ dueOn }) => <DateText day={dueOn} />,
    },
    { key: 'state', title: t('status'), cell: ({ state }) => <BillState state={state} /> },
  ];
}

// A year and a half back from the month that can be issued next.
const MONTHS_SHOWN = 20;

function useFilters(): readonly Filter[] {
  const t = useTranslations('billing');
  const next = addMonths(likelyToday().slice(0, 7), 1);
  const months = Array.from({ length: MONTHS_SHOWN }, (_, back) => addMonths(next, -back));
  const states = ['open', 'overdue', 'paid', 'void'] as const;
  return [
    {
      name: 'month',
      label: t('period'),
      options: months.map((value) => ({ value, label: t('month', { month: formatMonth(value) }) })),
    },
    {
      name: 'state',
      label: t('status'),
      options: states.map((value) => ({ value, label: t(`state.${value}`) })),
    },
  ];
}
