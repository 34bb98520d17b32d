import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';

/** A ticket that is to be paid in cash. */
export interface OwedTicket {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly number: string;
  readonly amount: Vnd;
}

/** A ticket within the actor's reach, with who holds its cash. */
export async function ticketToPay(
  tx: Reading,
  ticketId: Id,
  markets: readonly Id[] | null,
): Promise<(OwedTicket & { readonly takenBy: Id | null }) | undefined> {
  const [ticket] = await tx.sql<OwedTicket & { takenBy: Id | null }>(
    `select t.ticket_id as id, t.board_id as "boardId", t.market_id as "marketId", t.number,
            t.amount, k.collector_id as "takenBy"
       from billing.v_ticket t
       left join cash.ticket_taking k on k.board_id = t.board_id and k.payment_id = t.payment_id
      where t.ticket_id = $1 and ($2::uuid[] is null or t.market_id = any ($2))`,
    [ticketId, markets],
  );
  return ticket;
}

/** Money taken for a ticket, about to be written. */
export interface TakingRow {
  readonly id: Id;
  readonly kind: 'ticket' | 'book';
  readonly marketId: Id;
  readonly ticketId: Id;
  readonly paymentId: Id;
  readonly shiftId: Id;
  readonly amount: Vnd;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly takenAt: Date;
  readonly takenOn: BusinessDate;
}

export async function insertTakings(
  tx: Tx,
  boardId: Id,
  rows: readonly TakingRow[],
): Promise<void> {
  await tx.sql(
    `insert into cash.ticket_taking
       (board_id, id, kind, market_id, ticket_id, payment_id, shift_id, amount, collector_id,
        collector_name, taken_at, taken_on, recorded_at)
     select $1, k.id, k.kind, k."marketId", k."ticketId", k."paymentId", k."shiftId", k.amount,
            k."collectorId", k."collectorName", k."takenAt", k."takenOn", k."takenAt"
       from jsonb_to_recordset($2::jsonb)
         as k (id uuid, kind text, "marketId" uuid, "ticketId" uuid, "paymentId" uuid,
               "shiftId" uuid, amount bigint, "collectorId" uuid, "collectorName" text,
               "takenAt" timestamptz, "takenOn" date)`,
    [boardId, JSON.stringify(rows)],
  );
}
