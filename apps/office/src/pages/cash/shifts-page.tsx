import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay, useSession } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { useScope } from '../../scope';
import { CloseShift } from './close-shift';

export type Shift = ItemOf<'/api/v1/shifts'>;
const STATES = ['open', 'closed'] as const;

/** Collectors' shifts: what each took, and what it says is to be handed in. */
export function ShiftsPage() {
  const t = useTranslations('safe.shifts');
  const { market } = useScope();
  const [closing, setClosing] = useState<Shift>();
  const columns = useColumns(setClosing);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Shift>
        key={market?.id}
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/shifts', {
            query: {
              ...page,
              marketId: market?.id,
              state: STATES.find((state) => state === filters['state']),
            },
          })
        }
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`stateValue.${value}`) })),
          },
        ]}
        columns={columns}
        keyOf={({ id }) => id}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {closing && <CloseShift shift={closing} onClose={() => setClosing(undefined)} />}
    </>
  );
}

function useColumns(close: (shift: Shift) => void): readonly Column<Shift>[] {
  const t = useTranslations('safe.shifts');
  return [
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    {
      key: 'openedAt',
      title: t('openedAt'),
      cell: ({ openedAt }) => <InstantText at={openedAt} />,
    },
    { key: 'market', title: t('market'), cell: ({ marketName }) => marketName, isWideOnly: true },
    {
      key: 'receipts',
      title: t('byReceipts'),
      align: 'right',
      cell: ({ byReceipts }) => <Money amount={byReceipts} />,
    },
    {
      key: 'tickets',
      title: t('byTickets'),
      align: 'right',
      cell: ({ byTickets }) => <Money amount={byTickets} />,
    },
    {
      key: 'expected',
      title: t('expected'),
      align: 'right',
      cell: ({ expected }) => <Money amount={expected} />,
    },
    {
      key: 'state',
      title: t('state'),
      cell: (shift) => <State shift={shift} onClose={() => close(shift)} />,
    },
  ];
}

/** When it was closed and by whom, or the button that closes it. */
function State({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const t = useTranslations('safe.shifts');
  const { user } = useSession();
  const [mayCollect, mayCount] = [useMay('cash.collect'), useMay('cash.count')];
  if (shift.closedAt !== null)
    return (
      <>
        <InstantText at={shift.closedAt} /> <small>{shift.closedByName}</small>
      </>
    );
  const mayClose = shift.collectorId === user.id ? mayCollect : mayCount;
  if (!mayClose) return <StatusBadge tone="waiting">{t('stateValue.open')}</StatusBadge>;
  return (
    <Button
      size="compact-sm"
      variant="light"
      onClick={onClose}
      aria-label={`${t('close')}: ${shift.collectorName}`}
    >
      {t('close')}
    </Button>
  );
}
