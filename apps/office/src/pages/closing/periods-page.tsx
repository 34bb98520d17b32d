import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { useScope } from '../../scope';
import { NoBoard } from './no-board';

type Period = BodyOf<'/api/v1/boards/{id}/periods'>[number];

/** Every month of a board's books, the newest first. */
export function PeriodsPage() {
  const t = useTranslations('closing.periods');
  const { boardId } = useScope();
  if (!boardId) return <NoBoard title={t('title')} />;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PeriodsOf boardId={boardId} />
    </>
  );
}

function PeriodsOf({ boardId }: { boardId: string }) {
  const t = useTranslations('closing.periods');
  const columns = useColumns();
  const periods = useQuery(reading('/api/v1/boards/{id}/periods', { path: { id: boardId } }));
  if (periods.isError)
    return <ErrorState error={periods.error} onRetry={() => void periods.refetch()} />;
  if (periods.data?.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />;
  return (
    <RowsTable
      label={t('title')}
      rows={periods.data}
      columns={columns}
      keyOf={({ month }) => month}
      linkOf={({ month }) => ({ to: '/periods/$month', params: { month } })}
    />
  );
}

function useColumns(): readonly Column<Period>[] {
  const t = useTranslations('closing.periods');
  const format = useFormat();
  return [
    { key: 'month', title: t('month'), cell: ({ month }) => format.month(month) },
    {
      key: 'state',
      title: t('state'),
      cell: ({ closed }) => (
        <StatusBadge tone={closed ? 'good' : 'waiting'}>
          {t(closed ? 'closed' : 'open')}
        </StatusBadge>
      ),
    },
    {
      key: 'closedAt',
      title: t('closedAt'),
      cell: ({ closed }) => <InstantText at={closed?.closedAt ?? null} />,
    },
    { key: 'closedBy', title: t('closedBy'), cell: ({ closed }) => closed?.closedByName ?? '—' },
    {
      key: 'transfers',
      title: t('transfers'),
      align: 'right',
      isWideOnly: true,
      cell: ({ closed }) => (closed ? format.count(closed.transferCount) : '—'),
    },
  ];
}
