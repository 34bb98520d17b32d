import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useMay, useSession } from '../../api/session';
import { DateText, Money } from '../../parts/figures';
import { PageHeader, Section, Tiles } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatTile } from '../../parts/stat-tile';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { BringBack, type Holder } from './bring-back';
import { IssueStubs } from './issue-stubs';

export type Book = BodyOf<'/api/v1/ticket-books/{id}'>;
type Held = Book['held'][number];
type Move = Book['moves'][number];

/** A book opened: where its tickets are, who brings what back, its history. */
export function TicketBookPage() {
  const t = useTranslations('ticketBooks');
  const { id } = useParams({ from: '/ticket-books/$id' });
  const book = useQuery(reading('/api/v1/ticket-books/{id}', { path: { id } }));
  const [isIssuing, { open, close }] = useDisclosure(false);
  const mayIssue = useMay('cash.collect');
  if (book.isError) return <ErrorState error={book.error} onRetry={() => void book.refetch()} />;
  if (!book.data) return <Waiting />;
  const { series, firstSerial, lastSerial, marketName, inStock, price } = book.data;
  return (
    <>
      <PageHeader
        title={t('page.title', { series, first: String(firstSerial), last: String(lastSerial) })}
        subtitle={
          <>
            {marketName} · <Money amount={price} />
          </>
        }
        crumbs={[{ label: t('title'), to: '/ticket-books' }]}
        actions={mayIssue && inStock > 0 && <Button onClick={open}>{t('page.issue')}</Button>}
      />
      <Counts book={book.data} />
      <Holders book={book.data} />
      <History moves={book.data.moves} />
      {isIssuing && <IssueStubs book={book.data} onClose={close} />}
    </>
  );
}

function Counts({ book }: { book: Book }) {
  const t = useTranslations('ticketBooks');
  return (
    <Tiles>
      <StatTile label={t('inStock')} value={book.inStock} />
      <StatTile label={t('issued')} value={book.issued} />
      <StatTile label={t('sold')} value={book.sold} note={<Money amount={book.soldVnd} />} />
      <StatTile label={t('spoiled')} value={book.spoiled} />
      <StatTile label={t('lost')} value={book.lost} tone={book.lost > 0 ? 'attention' : 'plain'} />
    </Tiles>
  );
}

function Holders({ book }: { book: Book }) {
  const t = useTranslations('ticketBooks');
  const [holder, setHolder] = useState<Holder>();
  const columns = useHolderColumns(setHolder);
  return (
    <Section title={t('page.where')} hint={t('page.whereHint')}>
      {book.held.length === 0 ? (
        <EmptyState title={t('page.allGone')} />
      ) : (
        <RowsTable<Held>
          label={t('page.where')}
          rows={book.held}
          columns={columns}
          keyOf={({ first }) => String(first)}
        />
      )}
      {holder && <BringBack book={book} holder={holder} onClose={() => setHolder(undefined)} />}
    </Section>
  );
}

function useHolderColumns(bring: (holder: Holder) => void): readonly Column<Held>[] {
  const t = useTranslations('ticketBooks');
  const { user } = useSession();
  const mayCount = useMay('cash.count');
  const columns: Column<Held>[] = [
    {
      key: 'serials',
      title: t('serials'),
      cell: ({ first, last }) => t('range', { first: String(first), last: String(last) }),
    },
    {
      key: 'holder',
      title: t('page.holder'),
      cell: ({ collectorName }) => collectorName ?? t('page.shelf'),
    },
  ];
  if (!mayCount) return columns;
  return [
    ...columns,
    {
      key: 'return',
      title: t('page.return'),
      align: 'right',
      cell: ({ collectorId, collectorName, first, last }) =>
        collectorId &&
        collectorId !== user.id && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => bring({ collectorId, name: collectorName ?? '', first, last })}
            aria-label={`${t('page.return')}: ${collectorName} ${first}`}
          >
            {t('page.return')}
          </Button>
        ),
    },
  ];
}

function History({ moves }: { moves: readonly Move[] }) {
  const t = useTranslations('ticketBooks.page');
  return (
    <Section title={t('history')}>
      <RowsTable<Move>
        label={t('history')}
        rows={moves}
        columns={useMoveColumns()}
        keyOf={({ act, first, at }) => `${act} ${first} ${at}`}
      />
    </Section>
  );
}

function useMoveColumns(): readonly Column<Move>[] {
  const t = useTranslations('ticketBooks');
  return [
    { key: 'on', title: t('page.on'), cell: ({ on }) => <DateText day={on} /> },
    { key: 'act', title: t('page.act'), cell: ({ act }) => t(`page.actValue.${act}`) },
    {
      key: 'serials',
      title: t('serials'),
      cell: ({ first, last }) => t('range', { first: String(first), last: String(last) }),
    },
    {
      key: 'person',
      title: t('page.person'),
      cell: ({ collectorName, reason }) => [collectorName, reason].filter(Boolean).join(' · '),
    },
    {
      key: 'ticket',
      title: t('page.ticket'),
      cell: ({ ticketId, ticketNumber }) =>
        ticketId && (
          <Link to="/tickets/$id" params={{ id: ticketId }}>
            {ticketNumber}
          </Link>
        ),
    },
    { key: 'by', title: t('page.by'), cell: ({ byName }) => byName, isWideOnly: true },
  ];
}
