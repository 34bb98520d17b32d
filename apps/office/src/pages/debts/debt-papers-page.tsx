import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { DateText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';

type Paper = ItemOf<'/api/v1/debt-papers'>;
const KINDS = ['notice', 'confirmation'] as const;

/** Which debt paper was made when, for whom; each can be printed again as it was made. */
export function DebtPapersPage() {
  const t = useTranslations('debts.papers');
  const { market } = useScope();
  const columns = useColumns();
  const filters: readonly Filter[] = [
    {
      name: 'kind',
      label: t('kind'),
      options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
  ];
  const toArrears = (
    <Button component={Link} to="/arrears" variant="default">
      {t('toArrears')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={toArrears} />
      <PagedTable<Paper>
        key={market?.id}
        label={t('title')}
        read={({ page, filters: { kind } }) =>
          reading('/api/v1/debt-papers', { query: { ...page, marketId: market?.id, kind } })
        }
        columns={columns}
        filters={filters}
        keyOf={({ id }) => id}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: toArrears }}
      />
    </>
  );
}

function useColumns(): readonly Column<Paper>[] {
  const t = useTranslations('debts');
  return [
    { key: 'number', title: t('papers.number'), cell: ({ number }) => number },
    {
      key: 'kind',
      title: t('papers.kind'),
      cell: ({ level }) =>
        level ? t('papers.noticeOf', { level }) : t('papers.kinds.confirmation'),
    },
    {
      key: 'for',
      title: t('arrears.place'),
      cell: ({ stallCode, payerName }) => `${stallCode} · ${payerName}`,
    },
    {
      key: 'asOf',
      title: t('papers.asOf'),
      sort: 'madeAt',
      cell: ({ asOf }) => <DateText day={asOf} />,
    },
    {
      key: 'amount',
      title: t('papers.amount'),
      sort: 'amount',
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      key: 'payBy',
      title: t('papers.payBy'),
      isWideOnly: true,
      cell: ({ payBy }) => <DateText day={payBy} />,
    },
    {
      key: 'madeBy',
      title: t('papers.madeBy'),
      isWideOnly: true,
      cell: ({ madeBy }) => madeBy ?? '—',
    },
    {
      key: 'print',
      title: t('papers.print'),
      cell: ({ id, number }) => (
        <Button
          component="a"
          href={`/api/v1/debt-papers/print?ids=${id}`}
          target="_blank"
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPrinter size={15} />}
          aria-label={t('papers.printOne', { number })}
        >
          {t('papers.print')}
        </Button>
      ),
    },
  ];
}
