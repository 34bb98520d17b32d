import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { marketScope, newId, offsetOf, pageOfRows, type Reading, type Tx } from '@cho40/platform';
import type { NewTicket } from '@cho40/billing';
import type { Serials } from '../domain/ticket-stubs';
import type {
  StubHolderDto,
  StubMoveDto,
  TicketBookDto,
  TicketBookQueryDto,
} from './ticket-book.dto';

/** What each stub of a book is of. */
export type StubFacts = Pick<
  NewTicket,
  'marketId' | 'feeType' | 'unit' | 'areaM2' | 'isRoofed' | 'goodsGroup' | 'carrier'
>;

export interface BookRow extends StubFacts {
  readonly boardId: Id;
  readonly id: Id;
  readonly series: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
  /** đồng, as printed on each stub. */
  readonly price: Vnd;
  readonly receivedOn: BusinessDate;
}

/** Keeps a book with its stubs; false where its id has one already. */
export async function insertBook(tx: Tx, book: BookRow, now: Date): Promise<boolean> {
  const made = await tx.sql(
    `insert into cash.ticket_book (board_id, id, market_id, series, first_serial, last_serial,
       fee_type, unit, goods_group, carrier, is_roofed, area_m2, price, received_on, received_at,
       received_by, received_by_name)
     select b."boardId", b.id, b."marketId", b.series, b."firstSerial", b."lastSerial", b."feeType",
            b.unit, b."goodsGroup", b.carrier, b."isRoofed", b."areaM2", b.price, b."receivedOn",
            $2, $3, $4
       from jsonb_to_record($1::jsonb)
         as b ("boardId" uuid, id uuid, "marketId" uuid, series text, "firstSerial" integer,
               "lastSerial" integer, "feeType" text, unit text, "goodsGroup" text, carrier text,
               "isRoofed" boolean, "areaM2" numeric, price bigint, "receivedOn" date)
     on conflict (board_id, id) do nothing returning id`,
    [JSON.stringify(book), now, tx.actor.userId, tx.actor.displayName],
  );
  if (made.length === 0) return false;
  await tx.sql(
    `insert into cash.ticket_stub (board_id, series, serial, book_id, state)
     select $1, $2, serial, $3, 'in-stock' from generate_series($4::integer, $5::integer) as serial`,
    [book.boardId, book.series, book.id, book.firstSerial, book.lastSerial],
  );
  return true;
}

/** A book that nobody else moves stubs of until the end of `tx`. */
export async function holdBook(
  tx: Tx,
  id: Id,
  markets: readonly Id[] | null,
): Promise<BookRow | undefined> {
  const [book] = await tx.sql<BookRow>(
    `select board_id as "boardId", id, market_id as "marketId", series,
            first_serial as "firstSerial", last_serial as "lastSerial", fee_type as "feeType", unit,
            goods_group as "goodsGroup", carrier, is_roofed as "isRoofed", area_m2 as "areaM2",
            price, received_on as "receivedOn"
       from cash.ticket_book
      where id = $1 and ($2::uuid[] is null or market_id = any ($2))`,
    [id, markets],
  );
  if (!book) return undefined;
  await tx.sql(
    `select from cash.ticket_stub where board_id = $1 and book_id = $2 order by serial for update`,
    [book.boardId, id],
  );
  return book;
}

/** Where stubs are moved from and to. */
export interface StubMove {
  readonly from: 'in-stock' | 'issued' | 'sold';
  readonly to: 'in-stock' | 'issued' | 'sold' | 'spoiled' | 'lost';
  /** Whose they are: given to, or brought back by. */
  readonly collectorId: Id | null;
  readonly ticketId?: Id;
}

/** Moves stubs that are all where they are said to be; gives the serials of those that are not. */
export async function moveStubs(
  tx: Tx,
  { boardId, id: bookId }: Pick<BookRow, 'boardId' | 'id'>,
  serials: readonly Serials[],
  { from, to, collectorId, ticketId }: StubMove,
): Promise<number[]> {
  const [firsts, lasts] = [serials.map(({ first }) => first), serials.map(({ last }) => last)];
  const elsewhere = await tx.sql<{ serial: number }>(
    `select n.serial
       from unnest($3::integer[], $4::integer[]) as r (first, last)
      cross join lateral generate_series(r.first, r.last) as n (serial)
       left join cash.ticket_stub s
         on s.board_id = $1 and s.book_id = $2 and s.serial = n.serial and s.state = $5
        and (s.state = 'in-stock' or s.collector_id = $6)
      where s.serial is null
      order by n.serial`,
    [boardId, bookId, firsts, lasts, from, collectorId],
  );
  if (elsewhere.length > 0) return elsewhere.map(({ serial }) => serial);
  await tx.sql(
    `update cash.ticket_stub s
        set state = $5, collector_id = case when $5 = 'in-stock' then null else $6::uuid end,
            ticket_id = $7
       from unnest($3::integer[], $4::integer[]) as r (first, last)
      where s.board_id = $1 and s.book_id = $2 and s.serial between r.first and r.last`,
    [boardId, bookId, firsts, lasts, to, collectorId, ticketId ?? null],
  );
  return [];
}

export interface NewMove {
  readonly act: 'received' | 'issued' | 'sold' | 'unsold' | 'spoiled' | 'lost' | 'taken-back';
  readonly serials: readonly Serials[];
  readonly collector: { readonly id: Id; readonly name: string } | null;
  readonly on: BusinessDate;
  readonly reason?: string | null;
  readonly ticketId?: Id;
}

/** Writes into a book's history. */
export async function keepMoves(
  tx: Tx,
  { boardId, id: bookId }: Pick<BookRow, 'boardId' | 'id'>,
  moves: readonly NewMove[],
  now: Date,
): Promise<void> {
  const rows = moves.flatMap(({ act, serials, collector, on, reason, ticketId }) =>
    serials.map(({ first, last }) => ({
      id: newId(),
      act,
      first,
      last,
      collectorId: collector?.id ?? null,
      collectorName: collector?.name ?? null,
      on,
      reason: reason ?? null,
      ticketId: ticketId ?? null,
    })),
  );
  await tx.sql(
    `insert into cash.stub_move (board_id, id, book_id, act, first_serial, last_serial,
       collector_id, collector_name, on_date, reason, ticket_id, at, by_id, by_name)
     select $1, m.id, $2, m.act, m.first, m.last, m."collectorId", m."collectorName", m."on",
            m.reason, m."ticketId", $4, $5, $6
       from jsonb_to_recordset($3::jsonb)
         as m (id uuid, act text, first integer, last integer, "collectorId" uuid,
               "collectorName" text, "on" date, reason text, "ticketId" uuid)`,
    [boardId, bookId, JSON.stringify(rows), now, tx.actor.userId, tx.actor.displayName],
  );
}

export type BookFilter = Partial<TicketBookQueryDto> & { id?: Id; limit: number };

/** The books received last first. */
export async function bookPage(tx: Reading, filter: BookFilter) {
  const rows = await tx.sql<TicketBookDto & { total: number }>(
    `select b.*, count(*) over () as total
       from cash.v_ticket_book b
      where ($1::uuid[] is null or b."marketId" = any ($1)) and ($2::uuid is null or b.id = $2)
        and ($3::uuid is null or b."marketId" = $3)
        and ($4::text is null or upper(b.series) like upper($4) || '%')
        and ($5::boolean is not true or b."inStock" + b.issued > 0)
      order by b."receivedAt" desc, b.series, b."firstSerial"
      limit $6 offset $7`,
    [
      marketScope(tx.actor),
      filter.id ?? null,
      filter.marketId ?? null,
      filter.q?.trim() || null,
      filter.isOpen ?? null,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

/** What became of a book's serials, the last first. */
export function movesOf(tx: Reading, bookId: Id): Promise<StubMoveDto[]> {
  return tx.sql<StubMoveDto>(
    `select m.act, m.first_serial as first, m.last_serial as last,
            m.collector_name as "collectorName", m.on_date as "on", m.reason, t.number as "ticketNumber",
            m.ticket_id as "ticketId", m.at, m.by_name as "byName"
       from cash.stub_move m
       left join billing.v_ticket t on t.board_id = m.board_id and t.ticket_id = m.ticket_id
      where m.book_id = $1
      order by m.at desc, m.first_serial`,
    [bookId],
  );
}

/** Which serials of a book are on the shelf and with whom the others are. */
export function holdersOf(tx: Reading, bookId: Id): Promise<StubHolderDto[]> {
  return tx.sql<StubHolderDto>(
    `with islands as (
       select s.board_id, s.book_id, s.collector_id, s.serial,
              s.serial - row_number() over (partition by s.collector_id order by s.serial) as island
         from cash.ticket_stub s
        where s.book_id = $1 and s.state in ('in-stock', 'issued'))
     select i.collector_id as "collectorId", min(i.serial) as first, max(i.serial) as last,
            (select m.collector_name from cash.stub_move m
              where m.board_id = i.board_id and m.book_id = i.book_id and m.act = 'issued'
                and m.collector_id = i.collector_id
              order by m.at desc limit 1) as "collectorName"
       from islands i
      group by i.board_id, i.book_id, i.collector_id, i.island
      order by first`,
    [bookId],
  );
}

/** The name under which a collector of a board was last given stubs, or took cash. */
export async function issuedNameOf(tx: Reading, boardId: Id, collectorId: Id) {
  const [move] = await tx.sql<{ name: string }>(
    `select collector_name as name from cash.stub_move
      where board_id = $1 and collector_id = $2 order by at desc limit 1`,
    [boardId, collectorId],
  );
  return move?.name;
}

/** The sold stubs of a ticket, by book. */
export function stubsOfTicket(tx: Reading, ticketId: Id) {
  return tx.sql<{ boardId: Id; bookId: Id; collectorId: Id; serial: number }>(
    `select board_id as "boardId", book_id as "bookId", collector_id as "collectorId", serial
       from cash.ticket_stub where ticket_id = $1 order by serial`,
    [ticketId],
  );
}
