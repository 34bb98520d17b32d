import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { chooseColumn } from '../../parts/choose-column';
import { DateText, Money } from '../../parts/figures';
import { PageHeader, Toolbar } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { AgeingTiles } from './ageing-tiles';
import { ChooseOverdue } from './choose-overdue';
import { ArrearsActions } from './arrears-actions';
import { DayChoice, useAsOf } from './day-choice';
import { WriteOffChosen } from './write-off-chosen';

type Debt = ItemOf<'/api/v1/arrears'>;
const BY = ['lease', 'zone', 'market'] as const;
const wordOf = { lease: 'byLease', zone: 'byZone', market: 'byMarket' } as const;
const DAYS = [0, 31, 61, 91] as const;

/** Who owes what, by age; whoever is chosen is texted or gets a paper. */
export function ArrearsPage() {
  const t = useTranslations('debts.arrears');
  const { market } = useScope();
  const [asOf, setAsOf] = useAsOf();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayAct = useMay('billing.issue');
  const columns = useColumns(mayAct ? { chosen, setChosen } : undefined);
  const filters = useFilters();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Toolbar>
        <Group align="flex-end" gap="sm">
          <DayChoice day={asOf} choose={setAsOf} />
          {mayAct && (
            <>
              <ChooseOverdue marketId={market?.id} asOf={asOf} choose={setChosen} />
              <ArrearsActions leaseIds={[...chosen]} onDone={() => setChosen(new Set())} />
              {market && (
                <WriteOffChosen leaseIds={[...chosen]} onDone={() => setChosen(new Set())} />
              )}
            </>
          )}
        </Group>
      </Toolbar>
      <AgeingTiles marketId={market?.id} asOf={asOf} />
      <PagedTable<Debt>
        key={`${market?.id} ${asOf}`}
        label={t('title')}
        read={({ page, filters: { by, minDays } }) =>
          reading('/api/v1/arrears', {
            query: {
              ...page,
              marketId: market?.id,
              asOf,
              by: BY.find((known) => known === by),
              minDays: DAYS.find((known) => String(known) === minDays),
            },
          })
        }
        columns={columns}
        filters={filters}
        keyOf={({ id }) => id}
        linkOf={({ id, stallCode }) =>
          stallCode === null
            ? undefined
            : { to: '/lease-statements/$id', params: { id }, search: { asOf } }
        }
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

interface Choosing {
  chosen: ReadonlySet<string>;
  setChosen: (chosen: ReadonlySet<string>) => void;
}

const AGE_COLUMNS = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;

function useColumns(choosing: Choosing | undefined): readonly Column<Debt>[] {
  const t = useTranslations('debts');
  const format = useFormat();
  const columns: readonly Column<Debt>[] = [
    {
      key: 'place',
      title: t('arrears.place'),
      sort: 'place',
      cell: ({ stallCode, zoneName, marketName }) => stallCode ?? zoneName ?? marketName,
    },
    {
      key: 'payer',
      title: t('arrears.payer'),
      cell: ({ payerName, leases, bills }) =>
        payerName ??
        t('arrears.made', { bills: format.count(bills), leases: format.count(leases) }),
    },
    ...AGE_COLUMNS.map((age) => ({
      key: age,
      title: t(`age.${age}`),
      align: 'right' as const,
      isWideOnly: true,
      cell: (debt: Debt) => (debt[age] === 0 ? '' : <Money amount={debt[age]} />),
    })),
    {
      key: 'total',
      title: t('arrears.total'),
      sort: 'total',
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
    {
      key: 'oldest',
      title: t('arrears.oldest'),
      sort: 'oldest',
      cell: ({ oldestDueOn }) => <DateText day={oldestDueOn} />,
    },
    {
      key: 'notice',
      title: t('arrears.notice'),
      isWideOnly: true,
      cell: ({ noticeLevel: level }) => (level ? t('arrears.noticeLevel', { level }) : ''),
    },
  ];
  return choosing ? [...columns, chosenColumn(choosing, t)] : columns;
}

function chosenColumn(
  { chosen, setChosen }: Choosing,
  t: ReturnType<typeof useTranslations<'debts'>>,
): Column<Debt> {
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return chooseColumn({
    title: t('arrears.choose'),
    isChosen: ({ id }) => chosen.has(id),
    toggle: ({ id }) => toggle(id),
    labelOf: ({ stallCode }) => stallCode && t('arrears.chooseOne', { stall: stallCode }),
  });
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('debts.arrears');
  return [
    { name: 'by', label: t('by'), options: BY.map((by) => ({ value: by, label: t(wordOf[by]) })) },
    {
      name: 'minDays',
      label: t('minDays'),
      options: DAYS.map((days) => ({ value: String(days), label: t('atLeast', { days }) })),
    },
  ];
}
