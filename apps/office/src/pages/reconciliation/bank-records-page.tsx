import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader, Tiles } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { StatTile } from '../../parts/stat-tile';
import css from './record.module.css';
import { creditedTo } from './credited';
import { type BankRecord, RecordState, recordStates, signedAmount } from './record-state';

export function BankRecordsPage() {
  const t = useTranslations('reconciliation');
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button component={Link} to="/workbench/queue">
            {t('oneByOne')}
          </Button>
        }
      />
      <Standing />
      <PagedTable<BankRecord>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/bank-records', {
            query: { ...page, ...(filters as Narrowed) },
          })
        }
        columns={useColumns()}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/workbench/$id', params: { id } })}
        filters={useFilters()}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

// The filters' own options are all that can stand in the address; anything else the api refuses.
interface Narrowed {
  state?: BankRecord['state'];
  direction?: BankRecord['direction'];
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('reconciliation');
  return [
    {
      name: 'state',
      label: t('state'),
      options: recordStates.map((value) => ({ value, label: t(`stateValue.${value}`) })),
    },
    {
      name: 'direction',
      label: t('direction'),
      options: (['in', 'out'] as const).map((value) => ({
        value,
        label: t(`directionValue.${value}`),
      })),
    },
  ];
}

function useColumns(): readonly Column<BankRecord>[] {
  const t = useTranslations('reconciliation');
  return [
    {
      key: 'bookedAt',
      title: t('bookedAt'),
      cell: ({ bookedAt }) => (
        <span className={css.moment}>
          <InstantText at={bookedAt} />
        </span>
      ),
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: (record) => <Money amount={signedAmount(record)} />,
    },
    {
      key: 'content',
      title: t('content'),
      cell: ({ content }) => <span className={css.text}>{content || '—'}</span>,
    },
    { key: 'outcome', title: t('outcome'), cell: (record) => <Outcome record={record} /> },
    { key: 'state', title: t('state'), cell: ({ state }) => <RecordState state={state} /> },
  ];
}

/** Whom the money was credited to, or why to nobody. */
function Outcome({ record: { credited, reason } }: { record: BankRecord }) {
  const t = useTranslations('reconciliation');
  if (credited) return t('stallOf', creditedTo(credited));
  return reason ? <small>{t(`reason.${reason}`)}</small> : '—';
}

function Standing() {
  const t = useTranslations('reconciliation');
  const format = useFormat();
  const { data: today, isPending } = useQuery(reading('/api/v1/reconciliation/today', {}));
  const oldest = today?.oldestUnmatchedOn;
  return (
    <>
      {today?.isStopped && (
        <Alert color="red" icon={<IconAlertTriangle />} title={t('stopped')} mb="md">
          {t('stoppedHint')}
        </Alert>
      )}
      <Tiles>
        <StatTile
          label={t('unmatchedNow')}
          value={<Money amount={today?.unmatchedVnd ?? null} />}
          tone={oldest ? 'attention' : 'good'}
          note={
            oldest
              ? t('unmatchedNote', { count: today.unmatchedCount, day: format.date(oldest) })
              : t('unmatchedNone')
          }
          isLoading={isPending}
        />
        <StatTile
          label={t('matchedToday')}
          value={<Money amount={today?.matchedTodayVnd ?? null} />}
          note={t('matchedTodayNote')}
          isLoading={isPending}
        />
        <StatTile
          label={t('waitingNow')}
          value={format.count(today?.waitingCount ?? 0)}
          note={t('waitingNote')}
          isLoading={isPending}
        />
      </Tiles>
    </>
  );
}
