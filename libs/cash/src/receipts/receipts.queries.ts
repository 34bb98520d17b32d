import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { ReceiptContent } from '../domain/receipt-rules';

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
            collector_id as "collectorId", why_not_cashless as "whyNotCashless"
       from cash.receipt
      where board_id = $1 and id = any ($2::uuid[])`,
    [boardId, ids],
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
        collector_name, taken_at, taken_on, recorded_at, why_not_cashless, shift_id)
     select $1, r.id, r."marketId", r."leaseId", r."paymentId", r.number, r.amount,
            r."collectorId", r."collectorName", r."takenAt", r."takenOn", $3, r."whyNotCashless",
            r."shiftId"
       from jsonb_to_recordset($2::jsonb)
         as r (id uuid, "marketId" uuid, "leaseId" uuid, "paymentId" uuid, number text,
               amount bigint, "collectorId" uuid, "collectorName" text, "takenAt" timestamptz,
               "takenOn" date, "whyNotCashless" text, "shiftId" uuid)`,
    [boardId, JSON.stringify(rows), now],
  );
}
