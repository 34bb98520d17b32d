import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { TicketContent } from '../domain/ticket';
import type { TicketPrice } from './ticket-price';

/** A ticket about to be written. */
export interface TicketRow extends TicketContent, TicketPrice {
  readonly id: Id;
  readonly number: string;
  readonly code: string;
  readonly offDayReason: string | null;
  readonly issuedOn: BusinessDate;
  readonly earnedOn: BusinessDate | null;
}

const INSERT = `
  insert into billing.ticket
    (board_id, id, market_id, number, code, on_date, off_day_reason, fee_type, unit, goods_group,
     carrier, is_roofed, area_m2, count, tariff_id, unit_price, amount, tax_percent, tax_amount,
     is_pass_through, way, issued_on, issued_at, issued_by, issued_by_name, earned_on)
  select $1, t.id, t."marketId", t.number, t.code, t."on", t."offDayReason", t."feeType", t.unit,
         t."goodsGroup", t.carrier, t."isRoofed", t."areaM2", t.count, t."tariffId", t."unitPrice",
         t.amount, t."taxPercent", t."taxAmount", t."isPassThrough", t.way, t."issuedOn", $3, $4,
         $5, t."earnedOn"
    from jsonb_to_recordset($2::jsonb)
      as t (id uuid, "marketId" uuid, number text, code text, "on" date, "offDayReason" text,
            "feeType" text, unit text, "goodsGroup" text, carrier text, "isRoofed" boolean,
            "areaM2" numeric, count integer, "tariffId" uuid, "unitPrice" bigint, amount bigint,
            "taxPercent" smallint, "taxAmount" bigint, "isPassThrough" boolean, way text,
            "issuedOn" date, "earnedOn" date)`;

const INSERT_CODES = `
  insert into billing.payment_code (code, board_id, market_id, kind, ticket_id, created_at)
  select t.code, $1, t."marketId", 'ticket', t.id, $3
    from jsonb_to_recordset($2::jsonb) as t (id uuid, "marketId" uuid, code text)`;

/**
 * Gives the last number of a board's year, and holds it until the end of `tx`: numbers follow each
 * other without gaps, and a ticket told twice at once is seen by the second.
 */
export async function holdTicketNumbers(tx: Tx, boardId: Id, year: number): Promise<number> {
  const [counter] = await tx.sql<{ last: number }>(
    `insert into billing.ticket_counter as c (board_id, year, last) values ($1, $2, 0)
     on conflict (board_id, year) do update set last = c.last
     returning last`,
    [boardId, year],
  );
  return counter?.last ?? 0;
}

export type StandingTicket = TicketContent & Pick<TicketRow, 'id' | 'number' | 'code' | 'amount'>;

export function standingTickets(
  tx: Reading,
  boardId: Id,
  ids: readonly Id[],
): Promise<StandingTicket[]> {
  return tx.sql<StandingTicket>(
    `select id, number, code, amount, market_id as "marketId", on_date as "on",
            fee_type as "feeType", unit, goods_group as "goodsGroup", carrier,
            is_roofed as "isRoofed", area_m2 as "areaM2", count, way
       from billing.ticket
      where board_id = $1 and id = any ($2::uuid[])`,
    [boardId, ids],
  );
}

interface Issue {
  readonly year: number;
  /** The last number given. */
  readonly last: number;
  readonly now: Date;
  readonly seller: { readonly id: Id | null; readonly name: string };
}

/** Writes tickets with their codes, and moves the board's counter on to the last number given. */
export async function insertTickets(
  tx: Tx,
  boardId: Id,
  rows: readonly TicketRow[],
  { year, last, now, seller }: Issue,
): Promise<void> {
  const written = JSON.stringify(rows);
  await tx.sql(INSERT, [boardId, written, now, seller.id, seller.name]);
  await tx.sql(INSERT_CODES, [boardId, written, now]);
  await tx.sql('update billing.ticket_counter set last = $3 where board_id = $1 and year = $2', [
    boardId,
    year,
    last,
  ]);
}
