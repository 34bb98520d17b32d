import { Anchor, Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { useFormat } from '../../format';
import { useScope } from '../../scope';
import { NoBoard } from '../closing/no-board';
import { CountSafe } from './count-safe';

type SafeCount = ItemOf<'/api/v1/safe-counts'>;

/** What was counted in the safe, beside what the books said then. */
export function SafeCountsPage() {
  const t = useTranslations('safe.counts');
  const { boardId } = useScope();
  const [isCounting, setCounting] = useState(false);
  const columns = useColumns();
  const mayCount = useMay('cash.count');
  if (!boardId) return <NoBoard title={t('title')} />;
  const count = mayCount && (
    <Button leftSection={<IconListCheck size={18} />} onClick={() => setCounting(true)}>
      {t('count')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={count} />
      <PagedTable<SafeCount>
        label={t('title')}
        read={({ page }) => reading('/api/v1/safe-counts', { query: { cursor: page.cursor } })}
        columns={columns}
        keyOf={({ id }) => id}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: count }}
      />
      {isCounting && <CountSafe boardId={boardId} onClose={() => setCounting(false)} />}
    </>
  );
}

function useColumns(): readonly Column<SafeCount>[] {
  const t = useTranslations('safe.counts');
  return [
    {
      key: 'number',
      title: t('number'),
      cell: ({ id, number }) => (
        <Anchor
          href={`/api/v1/safe-counts/${id}/paper`}
          target="_blank"
          aria-label={t('paper', { number })}
        >
          {number}
        </Anchor>
      ),
    },
    {
      key: 'countedAt',
      title: t('countedAt'),
      cell: ({ countedAt }) => <InstantText at={countedAt} />,
    },
    {
      key: 'booked',
      title: t('booked'),
      align: 'right',
      cell: ({ booked }) => <Money amount={booked} />,
    },
    {
      key: 'counted',
      title: t('counted'),
      align: 'right',
      cell: ({ counted }) => <Money amount={counted} />,
    },
    { key: 'difference', title: t('difference'), cell: (count) => <Difference count={count} /> },
    {
      key: 'people',
      title: t('people'),
      cell: (count) => `${count.cashierName}, ${count.witnessName}`,
    },
    { key: 'remark', title: t('remark'), cell: ({ remark }) => remark, isWideOnly: true },
  ];
}

function Difference({ count: { counted, booked } }: { count: SafeCount }) {
  const t = useTranslations('safe.counts');
  const format = useFormat();
  if (counted === booked) return <StatusBadge tone="good">{t('asBooked')}</StatusBadge>;
  const amount = format.money(Math.abs(counted - booked));
  return (
    <StatusBadge tone="attention">
      {t(counted < booked ? 'missing' : 'tooMuch', { amount })}
    </StatusBadge>
  );
}
