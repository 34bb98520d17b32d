import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { PostedTicket } from './ticket-posting';

/** A ticket that nobody else pays, earns or takes back until the end of `tx`. */
export interface HeldTicket extends PostedTicket {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly on: BusinessDate;
  readonly isVoid: boolean;
}

/** Holds some tickets; those out of the actor's boards are left out. */
export function holdTickets(tx: Tx, ids: readonly Id[]): Promise<HeldTicket[]> {
  return tx.sql<HeldTicket>(
    `select id, board_id as "boardId", market_id as "marketId", number, on_date as "on",
            fee_type as "feeType", amount, tax_amount as "taxAmount",
            is_pass_through as "isPassThrough", issued_on as "issuedOn", earned_on as "earnedOn",
            voided_at is not null as "isVoid"
       from billing.ticket
      where id = any ($1::uuid[])
      order by board_id, id for update`,
    [ids],
  );
}

/** The tickets of a board that were sold for a later day, which has come. */
export async function comeTickets(tx: Reading, boardId: Id, today: BusinessDate): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `select id from billing.ticket
      where board_id = $1 and on_date <= $2 and earned_on is null and voided_at is null`,
    [boardId, today],
  );
  return rows.map(({ id }) => id);
}

/** Writes that tickets were earned on their days. */
export async function markEarned(tx: Tx, boardId: Id, ids: readonly Id[]): Promise<void> {
  await tx.sql(
    `update billing.ticket set earned_on = on_date
      where board_id = $1 and id = any ($2::uuid[]) and earned_on is null`,
    [boardId, ids],
  );
}

export async function markTicketsVoid(
  tx: Tx,
  boardId: Id,
  ids: readonly Id[],
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await tx.sql(
    `update billing.ticket set voided_at = $3, voided_by = $4, void_reason = $5
      where board_id = $1 and id = any ($2::uuid[]) and voided_at is null`,
    [boardId, ids, now, tx.actor.userId, reason],
  );
}

/** What tickets were paid by, of those that were. */
export function livePaymentsOfTickets(tx: Reading, boardId: Id, ids: readonly Id[]) {
  return tx.sql<{ id: Id; ticketId: Id; source: 'bank' | 'cash' | 'settlement' }>(
    `select id, ticket_id as "ticketId", source from billing.payment
      where board_id = $1 and ticket_id = any ($2::uuid[]) and undone_at is null`,
    [boardId, ids],
  );
}
