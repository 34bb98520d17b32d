import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { likelyToday } from '../../format';
import { Money } from '../../parts/figures';
import { ListExport } from '../../parts/list-export';
import { PageHeader, Section, Tiles, Toolbar } from '../../parts/page';
import { type Column, type RowLink, RowsTable } from '../../parts/rows-table';
import { useAddress } from '../../parts/search';
import { StatTile } from '../../parts/stat-tile';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { NoBoard } from '../closing/no-board';
import { useAccountName } from './account-name';
import { DayField, isDay } from './day-field';

type Balance = BodyOf<'/api/v1/ledger/trial-balance'>;
type Row = Balance['rows'][number];

/** What stands on each account at the end of a day; a group opens to its accounts. */
export function TrialBalancePage() {
  const t = useTranslations('ledger.balance');
  const { boardId } = useScope();
  return boardId ? <BalanceOf boardId={boardId} /> : <NoBoard title={t('title')} />;
}

function BalanceOf({ boardId }: { boardId: string }) {
  const t = useTranslations('ledger.balance');
  const nameOf = useAccountName();
  const [{ on: asked = likelyToday(), group }, change] = useAddress();
  const on = isDay(asked) ? asked : likelyToday();
  const list = reading('/api/v1/ledger/trial-balance', { query: { boardId, on, group } });
  const balance = useQuery(list);
  return (
    <>
      <PageHeader
        title={group ? t('titleOf', { group: nameOf(group) }) : t('title')}
        subtitle={t('subtitle')}
        crumbs={group ? [{ label: t('title'), to: '/trial-balance' }] : undefined}
      />
      <Toolbar>
        <DayField label={t('on')} day={on} onChange={(day) => change({ on: day })} />
        <ListExport list={list} />
      </Toolbar>
      {balance.isPending && <Waiting />}
      {balance.isError && (
        <ErrorState error={balance.error} onRetry={() => void balance.refetch()} />
      )}
      {balance.data && <Shown balance={balance.data} on={on} group={group} />}
    </>
  );
}

function Shown({ balance, on, group }: { balance: Balance; on: string; group?: string }) {
  const t = useTranslations('ledger.balance');
  const columns = useColumns();
  const { rows, debits, credits } = balance;
  if (rows.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />;
  const from = `${on.slice(0, 4)}-01-01`;
  return (
    <>
      <Tiles>
        <StatTile label={t('debits')} value={<Money amount={debits} />} />
        <StatTile label={t('credits')} value={<Money amount={credits} />} />
        {!group && (
          <StatTile
            label={t('difference')}
            value={<Money amount={debits - credits} />}
            tone={debits === credits ? 'good' : 'bad'}
            note={t('differenceHint')}
          />
        )}
      </Tiles>
      <Section title={t('accounts')} isFlush>
        <RowsTable
          label={t('accounts')}
          rows={rows}
          columns={columns}
          keyOf={({ account }) => account}
          linkOf={({ account }): RowLink =>
            group
              ? { to: '/account-statement', search: { account, from, to: on } }
              : { to: '/trial-balance', search: { on, group: account } }
          }
        />
      </Section>
    </>
  );
}

const SUMS = ['debits', 'credits', 'balance'] as const;

function useColumns(): readonly Column<Row>[] {
  const t = useTranslations('ledger.balance');
  const nameOf = useAccountName();
  return [
    { key: 'account', title: t('account'), cell: ({ account }) => nameOf(account) },
    ...SUMS.map((sum) => ({
      key: sum,
      title: t(sum),
      align: 'right' as const,
      cell: (row: Row) => <Money amount={row[sum]} />,
    })),
  ];
}
