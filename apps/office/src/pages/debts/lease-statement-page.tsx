import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { DateText, Money } from '../../parts/figures';
import { ListExport } from '../../parts/list-export';
import { PageHeader, Section, Tiles, Toolbar } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatTile } from '../../parts/stat-tile';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { DayChoice, useAsOf } from './day-choice';

type Statement = BodyOf<'/api/v1/leases/{id}/statement'>;
type Entry = Statement['items'][number];

/** What a lease was billed, paid and was let off, as it stood at the end of any day. */
export function LeaseStatementPage() {
  const t = useTranslations('debts');
  const { id } = useParams({ from: '/lease-statements/$id' });
  const [asOf, setAsOf] = useAsOf();
  const asked = reading('/api/v1/leases/{id}/statement', { path: { id }, query: { asOf } });
  const { data, isError, error, refetch } = useQuery({
    ...asked,
    placeholderData: keepPreviousData,
  });
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { stallCode, payerName, leaseNumber, items } = data;
  return (
    <>
      <PageHeader
        title={t('statement.title', { stall: stallCode })}
        subtitle={t('statement.subtitle', { payer: payerName, lease: leaseNumber })}
        crumbs={[{ label: t('arrears.title'), to: '/arrears' }]}
        actions={
          <Button
            component="a"
            href={`/api/v1/leases/${id}/statement/paper?asOf=${asOf}`}
            target="_blank"
            leftSection={<IconPrinter size={17} />}
          >
            {t('statement.pdf')}
          </Button>
        }
      />
      <Toolbar>
        <DayChoice day={asOf} choose={setAsOf} />
      </Toolbar>
      <Sums statement={data} />
      <Section title={t('statement.entries')} aside={<ListExport list={asked} />}>
        <Entries entries={items} />
      </Section>
    </>
  );
}

function Sums({ statement: { billed, paid, relieved, balance } }: { statement: Statement }) {
  const t = useTranslations('debts.statement');
  return (
    <Tiles>
      <StatTile label={t('billed')} value={<Money amount={billed} />} />
      <StatTile label={t('paid')} value={<Money amount={paid} />} />
      <StatTile label={t('relieved')} value={<Money amount={relieved} />} />
      <StatTile
        label={t('balance')}
        value={<Money amount={balance} />}
        tone={balance > 0 ? 'attention' : 'good'}
        note={balance < 0 ? t('balanceCredit') : undefined}
      />
    </Tiles>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations('debts.statement');
  if (entries.length === 0) return <EmptyState title={t('none')} />;
  const columns: readonly Column<Entry>[] = [
    { key: 'on', title: t('on'), cell: ({ on }) => <DateText day={on} /> },
    { key: 'words', title: t('words'), cell: ({ words }) => words },
    {
      key: 'debit',
      title: t('debit'),
      align: 'right',
      cell: ({ debit }) => (debit > 0 ? <Money amount={debit} /> : ''),
    },
    {
      key: 'credit',
      title: t('credit'),
      align: 'right',
      cell: ({ credit }) => (credit > 0 ? <Money amount={credit} /> : ''),
    },
    {
      key: 'after',
      title: t('after'),
      align: 'right',
      cell: ({ balance }) => <Money amount={balance} />,
    },
  ];
  return (
    <RowsTable
      label={t('entries')}
      rows={entries}
      columns={columns}
      keyOf={({ on, words, balance }) => `${on} ${words} ${balance}`}
    />
  );
}
