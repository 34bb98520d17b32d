import { Box } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { likelyToday } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader, Toolbar } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { useAddress } from '../../parts/search';
import { useScope } from '../../scope';
import { ActText } from '../ledger/act-text';
import { JournalAccounts } from './journal-accounts';

type Entry = ItemOf<'/api/v1/journals'>;

/** A month of the ledger as accounting software takes it in. */
export function JournalsPage() {
  const t = useTranslations('debts.journal');
  const { boardId = '' } = useScope();
  const [{ month = likelyToday().slice(0, 7) }, change] = useAddress();
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Toolbar>
        <MonthPicker value={month} onChange={(chosen) => change({ month: chosen })} />
      </Toolbar>
      <PagedTable<Entry>
        key={`${boardId} ${month}`}
        label={t('title')}
        read={({ page }) => reading('/api/v1/journals', { query: { ...page, boardId, month } })}
        columns={columns}
        keyOf={({ key }) => key}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <Box mt="lg">
        <JournalAccounts boardId={boardId} />
      </Box>
    </>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const t = useTranslations('debts.journal');
  return [
    { key: 'on', title: t('on'), cell: ({ on }) => <DateText day={on} /> },
    { key: 'act', title: t('reason'), cell: (entry) => <ActText of={entry} /> },
    { key: 'debit', title: t('debit'), cell: ({ debitNumber }) => debitNumber },
    { key: 'credit', title: t('credit'), cell: ({ creditNumber }) => creditNumber },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'party', title: t('party'), cell: ({ party }) => party ?? '—' },
  ];
}
