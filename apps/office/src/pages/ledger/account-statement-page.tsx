import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { formatMonth, likelyToday } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { PageHeader, Tiles, Toolbar } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { useAddress } from '../../parts/search';
import { StatTile } from '../../parts/stat-tile';
import { useScope } from '../../scope';
import { NoBoard } from '../closing/no-board';
import { ActText } from './act-text';
import { useAccountName } from './account-name';
import { DayField, isDay } from './day-field';

const PATH = '/api/v1/ledger/statement';
type Movement = ItemOf<typeof PATH>;

/** One account, or a group of them, between two days, with what stands after each movement. */
export function AccountStatementPage() {
  const t = useTranslations('ledger.statement');
  const { boardId } = useScope();
  return boardId ? <StatementOf boardId={boardId} /> : <NoBoard title={t('title')} />;
}

function StatementOf({ boardId }: { boardId: string }) {
  const t = useTranslations('ledger.statement');
  const nameOf = useAccountName();
  const [address, change] = useAddress();
  const account = address.account ?? 'bank';
  const to = isDay(address.to) ? address.to : likelyToday();
  const from = isDay(address.from) ? address.from : `${to.slice(0, 4)}-01-01`;
  const asked = { boardId, account, from, to };
  const [group = account] = account.split('/');
  return (
    <>
      <PageHeader
        title={t('titleOf', { account: nameOf(account) })}
        subtitle={t('subtitle')}
        crumbs={[
          { label: t('allAccounts'), to: '/trial-balance' },
          { label: nameOf(group), to: `/trial-balance?group=${group}` },
        ]}
      />
      <Toolbar>
        <DayField label={t('from')} day={from} onChange={(day) => change({ from: day })} />
        <DayField label={t('to')} day={to} onChange={(day) => change({ to: day })} />
      </Toolbar>
      <Sums asked={asked} />
      <PagedTable<Movement>
        key={`${boardId} ${account} ${from} ${to}`}
        label={t('title')}
        read={({ page: { cursor } }) => reading(PATH, { query: { ...asked, cursor } })}
        columns={useColumns()}
        keyOf={({ key, debit }) => `${key} ${debit}`}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

const SUMS = ['opening', 'debits', 'credits', 'closing'] as const;
type Asked = { boardId: string; account: string; from: string; to: string };

function Sums({ asked }: { asked: Asked }) {
  const t = useTranslations('ledger.statement');
  const sums = useQuery(reading(PATH, { query: { ...asked, limit: 1 } }));
  return (
    <Tiles>
      {SUMS.map((sum) => (
        <StatTile
          key={sum}
          label={t(sum)}
          value={<Money amount={sums.data?.[sum] ?? 0} />}
          isLoading={!sums.data}
        />
      ))}
    </Tiles>
  );
}

function useColumns(): readonly Column<Movement>[] {
  const t = useTranslations('ledger.statement');
  const nameOf = useAccountName();
  const side = (of: 'debit' | 'credit') => (row: Movement) =>
    row[of] === 0 ? '' : <Money amount={row[of]} />;
  return [
    { key: 'on', title: t('on'), cell: ({ on }) => <DateText day={on} /> },
    { key: 'act', title: t('reason'), cell: (row) => <ActText of={row} /> },
    { key: 'counter', title: t('counter'), cell: ({ counter }) => nameOf(counter) },
    { key: 'debit', title: t('debit'), align: 'right', cell: side('debit') },
    { key: 'credit', title: t('credit'), align: 'right', cell: side('credit') },
    {
      key: 'balance',
      title: t('balance'),
      align: 'right',
      cell: ({ balance }) => <Money amount={balance} />,
    },
    {
      key: 'booked',
      title: t('booked'),
      cell: ({ bookedMonth }) => formatMonth(bookedMonth),
      isWideOnly: true,
    },
  ];
}
