import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { DeviceNumber, PaperSheet, ReceiptContent } from '../domain/receipt-rules';

export interface LeasePlace {
  readonly leaseId: Id;
  readonly boardId: Id;
  readonly marketId: Id;
}

/** Where leases are, of those that the actor's right reaches. */
export function placesOf(
  tx: Reading,
  leaseIds: readonly Id[],
  markets: readonly Id[] | null,
): Promise<LeasePlace[]> {
  return tx.sql<LeasePlace>(
    `select lease_id as "leaseId", board_id as "boardId", market_id as "marketId"
       from tenancy.v_lease
      where lease_id = any ($1::uuid[]) and ($2::uuid[] is null or market_id = any ($2))`,
    [leaseIds, markets],
  );
}

/**
 * Gives the last number of a board's year, and holds it until the end of `tx`: numbers follow each
 * other without gaps, and a receipt told twice at once is seen by the second.
 */
export async function holdCounter(tx: Tx, boardId: Id, year: number): Promise<number> {
  const [counter] = await tx.sql<{ last: number }>(
    `insert into cash.receipt_counter as c (board_id, year, last) values ($1, $2, 0)
     on conflict (board_id, year) do update set last = c.last
     returning last`,
    [boardId, year],
  );
  return counter?.last ?? 0;
}

export async function moveCounter(tx: Tx, boardId: Id, year: number, last: number): Promise<void> {
  await tx.sql('update cash.receipt_counter set last = $3 where board_id = $1 and year = $2', [
    boardId,
    year,
    last,
  ]);
}

export interface StandingReceipt extends ReceiptContent {
  readonly id: Id;
  readonly number: string;
}

export function standingReceipts(
  tx: Reading,
  boardId: Id,
  ids: readonly Id[],
): Promise<StandingReceipt[]> {
  return tx.sql<StandingReceipt>(
    `select id, number, lease_id as "leaseId", amount, taken_at as "takenAt",
            collector_id as "collectorId", why_not_cashless as "whyNotCashless",
            case when device_id is not null
              then jsonb_build_object('id', device_id, 'number', device_number) end as device,
            case when paper_book is not null
              then jsonb_build_object('book', paper_book, 'serial', paper_serial) end as paper
       from cash.receipt
      where board_id = $1 and id = any ($2::uuid[])`,
    [boardId, ids],
  );
}

/** A receipt that was told under the phone's number or from the sheet of one that stands. */
interface TakenNumber {
  readonly id: Id;
  readonly standingId: Id;
  readonly number: string;
  readonly isPaper: boolean;
}

export async function takenNumbers(
  tx: Reading,
  boardId: Id,
  told: readonly { id: Id; device?: DeviceNumber; paper?: PaperSheet }[],
): Promise<TakenNumber[]> {
  if (told.length === 0) return [];
  return tx.sql<TakenNumber>(
    `select t.id, r.id as "standingId", r.number, t.paper is not null as "isPaper"
       from jsonb_to_recordset($2::jsonb) as t (id uuid, device jsonb, paper jsonb)
       join cash.receipt r on r.board_id = $1 and r.id <> t.id
        and ((r.device_id = (t.device->>'id')::uuid
              and r.device_number = (t.device->>'number')::integer)
          or (r.paper_book = t.paper->>'book'
              and r.paper_serial = (t.paper->>'serial')::integer))`,
    [boardId, JSON.stringify(told.map(({ id, device, paper }) => ({ id, device, paper })))],
  );
}

export interface ReceiptRow extends StandingReceipt {
  readonly marketId: Id;
  readonly paymentId: Id;
  readonly shiftId: Id;
  readonly collectorName: string;
  readonly takenOn: BusinessDate;
}

export async function insertReceipts(
  tx: Tx,
  boardId: Id,
  rows: readonly ReceiptRow[],
  now: Date,
): Promise<void> {
  await tx.sql(
    `insert into cash.receipt
       (board_id, id, market_id, lease_id, payment_id, number, amount, collector_id,
        collector_name, taken_at, taken_on, recorded_at, why_not_cashless, shift_id,
        device_id, device_number, paper_book, paper_serial)
     select $1, r.id, r."marketId", r."leaseId", r."paymentId", r.number, r.amount,
            r."collectorId", r."collectorName", r."takenAt", r."takenOn", $3, r."whyNotCashless",
            r."shiftId", (r.device->>'id')::uuid, (r.device->>'number')::integer,
            r.paper->>'book', (r.paper->>'serial')::integer
       from jsonb_to_recordset($2::jsonb)
         as r (id uuid, "marketId" uuid, "leaseId" uuid, "paymentId" uuid, number text,
               amount bigint, "collectorId" uuid, "collectorName" text, "takenAt" timestamptz,
               "takenOn" date, "whyNotCashless" text, "shiftId" uuid,
               device jsonb, paper jsonb)`,
    [boardId, JSON.stringify(rows), now],
  );
}
