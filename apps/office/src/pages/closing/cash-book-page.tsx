import { Anchor, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { likelyToday } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader, Section, Tiles } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { useAddress } from '../../parts/search';
import { StatTile } from '../../parts/stat-tile';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { NoBoard } from './no-board';

type Book = BodyOf<'/api/v1/boards/{id}/cash-book'>;
type BookRow = Book['rows'][number];

const PURPOSES = [
  'hand-in',
  'surplus',
  'paid-back',
  'given-back',
  'deposit',
  'deposit-untied',
  'count-short',
  'count-over',
  'refund',
  'refund-back',
] as const;

/** The safe of the board through a month, as the cash book lists it. */
export function CashBookPage() {
  const t = useTranslations('closing.book');
  const { boardId } = useScope();
  if (!boardId) return <NoBoard title={t('title')} />;
  return <BookOf boardId={boardId} />;
}

function BookOf({ boardId }: { boardId: string }) {
  const t = useTranslations('closing.book');
  const [address, change] = useAddress();
  const thisMonth = likelyToday().slice(0, 7);
  const month = address.month ?? thisMonth;
  const book = useQuery(
    reading('/api/v1/boards/{id}/cash-book', { path: { id: boardId }, query: { month } }),
  );
  const actions = (
    <>
      <MonthPicker
        value={month}
        last={thisMonth}
        onChange={(chosen) => change({ month: chosen })}
      />
      <Button
        component="a"
        href={`/api/v1/boards/${boardId}/cash-book/pdf?month=${month}`}
        target="_blank"
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden="true" />}
      >
        {t('print')}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={actions} />
      {book.isPending && <Waiting />}
      {book.isError && <ErrorState error={book.error} onRetry={() => void book.refetch()} />}
      {book.data && <Shown book={book.data} />}
    </>
  );
}

function Shown({ book: { opening, takenIn, paidOut, closing, rows } }: { book: Book }) {
  const t = useTranslations('closing.book');
  const columns = useColumns();
  return (
    <>
      <Tiles>
        <StatTile label={t('opening')} value={<Money amount={opening} />} />
        <StatTile label={t('takenIn')} value={<Money amount={takenIn} />} />
        <StatTile label={t('paidOut')} value={<Money amount={paidOut} />} />
        <StatTile label={t('closing')} value={<Money amount={closing} />} />
      </Tiles>
      <Section title={t('rows')} isFlush={rows.length > 0}>
        {rows.length === 0 ? (
          <EmptyState title={t('empty')} hint={t('emptyHint')} />
        ) : (
          <RowsTable
            label={t('rows')}
            rows={rows}
            columns={columns}
            keyOf={({ slipId }) => slipId}
          />
        )}
      </Section>
    </>
  );
}

function useColumns(): readonly Column<BookRow>[] {
  const t = useTranslations('closing.book');
  const amountOf = (kind: BookRow['kind']) => (row: BookRow) =>
    row.kind === kind ? <Money amount={row.amount} /> : '';
  return [
    { key: 'on', title: t('on'), cell: ({ on }) => <DateText day={on} /> },
    {
      key: 'number',
      title: t('number'),
      cell: ({ slipId, number }) => (
        <Anchor
          href={`/api/v1/safe-slips/${slipId}/pdf`}
          target="_blank"
          aria-label={t('slip', { number })}
        >
          {number}
        </Anchor>
      ),
    },
    {
      key: 'what',
      title: t('what'),
      cell: ({ purpose, personName }) =>
        `${t(`purpose.${PURPOSES.find((one) => one === purpose) ?? 'other'}`)}: ${personName}`,
    },
    { key: 'takenIn', title: t('takenIn'), align: 'right', cell: amountOf('in') },
    { key: 'paidOut', title: t('paidOut'), align: 'right', cell: amountOf('out') },
    {
      key: 'balance',
      title: t('balance'),
      align: 'right',
      cell: ({ balance }) => <Money amount={balance} />,
    },
  ];
}
