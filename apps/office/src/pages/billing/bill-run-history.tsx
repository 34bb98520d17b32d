import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { formatMonth, useFormat } from '../../format';
import { InstantText, Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';

type Run = BodyOf<'/api/v1/markets/{id}/bill-runs'>[number];

/** When the month was issued, and for how much; nothing until it was. */
export function BillRunHistory({ marketId, month }: { marketId: string; month: string }) {
  const t = useTranslations('billing');
  const format = useFormat();
  const runs = useQuery(
    reading('/api/v1/markets/{id}/bill-runs', { path: { id: marketId }, query: { month } }),
  );
  if (!runs.data || runs.data.length === 0) return null;
  const columns: readonly Column<Run>[] = [
    { key: 'at', title: t('run.issuedAt'), cell: ({ issuedAt }) => <InstantText at={issuedAt} /> },
    {
      key: 'period',
      title: t('period'),
      cell: ({ period }) => t('month', { month: formatMonth(period) }),
    },
    {
      key: 'count',
      title: t('run.count'),
      align: 'right',
      cell: ({ billCount }) => format.count(billCount),
    },
    {
      key: 'total',
      title: t('total'),
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
  ];
  const see = (
    <Button
      renderRoot={(button) => <Link {...button} to="/bills" search={{ month }} />}
      variant="default"
      size="sm"
    >
      {t('run.seeBills')}
    </Button>
  );
  return (
    <Section title={t('run.history')} hint={t('run.historyHint')} aside={see}>
      <RowsTable
        label={t('run.history')}
        rows={runs.data}
        columns={columns}
        keyOf={({ id }) => id}
      />
    </Section>
  );
}
