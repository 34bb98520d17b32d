import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { marketScope, type Reading, type Tx } from '@cho40/platform';

/** A transfer that came in and may be the one that the bank took back. */
export interface PossibleOriginal {
  readonly recordId: Id;
  readonly bookedAt: Date;
  readonly bookedOn: BusinessDate;
  readonly amount: Vnd;
  readonly reference: string | null;
  readonly state: string;
  readonly marketName: string | null;
  readonly stallCode: string | null;
  readonly vendorName: string | null;
  /** The bank's text names its reference: as good a proof as banks give. */
  readonly isNamed: boolean;
}

/**
 * What came to the same account with the same sum, not later, and was not taken back yet; those
 * that the outgoing text names first, then the newest.
 */
export function possibleOriginals(tx: Reading, recordId: Id): Promise<PossibleOriginal[]> {
  return tx.sql<PossibleOriginal>(
    `select r.record_id as "recordId", r.booked_at as "bookedAt", r.booked_on as "bookedOn",
            r.amount, r.reference, s.state, m.name as "marketName", t.code as "stallCode",
            l.vendor_name as "vendorName",
            coalesce(position(upper(r.reference) in upper(o.content)) > 0, false) as "isNamed"
       from banking.v_bank_record o
       join banking.v_bank_record r
         on r.board_id = o.board_id and r.account_id = o.account_id and r.amount = o.amount
        and r.direction = 'in' and r.booked_at <= o.booked_at and r.confirmed_at is not null
       join reconciliation.standing s on s.board_id = r.board_id and s.record_id = r.record_id
       left join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
       left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
       left join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id
       left join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
      where o.record_id = $1 and o.direction = 'out'
        and (s.state in ('unmatched', 'matched') or s.class = 'wallet-batch')
        and ($2::uuid[] is null or s.market_id is null or s.market_id = any ($2))
      order by "isNamed" desc, r.booked_at desc, r.record_id
      limit 20`,
    [recordId, marketScope(tx.actor)],
  );
}

/** Two records as far as one may be the taking back of the other. */
export interface TiedRecords {
  readonly boardId: Id;
  readonly amount: Vnd;
  /** The same account and sum, in before out. */
  readonly fits: boolean;
}

export async function tiedRecords(
  tx: Reading,
  recordId: Id,
  originalId: Id,
): Promise<TiedRecords | null> {
  const [tied] = await tx.sql<TiedRecords>(
    `select o.board_id as "boardId", o.amount,
            (r.account_id, r.amount, r.direction, o.direction)
              = (o.account_id, o.amount, 'in', 'out') and r.booked_at <= o.booked_at as fits
       from banking.v_bank_record o
       join banking.v_bank_record r on r.board_id = o.board_id and r.record_id = $2
      where o.record_id = $1`,
    [recordId, originalId],
  );
  return tied ?? null;
}

export interface NewReversal {
  readonly id: Id;
  readonly boardId: Id;
  readonly recordId: Id;
  readonly originalId: Id;
  readonly amount: Vnd;
  readonly paymentId: Id | null;
  readonly reason: string;
}

export async function insertReversal(tx: Tx, reversal: NewReversal, now: Date): Promise<void> {
  const { id, boardId, recordId, originalId, amount, paymentId, reason } = reversal;
  const { userId, displayName } = tx.actor;
  await tx.sql(
    `insert into reconciliation.reversal (board_id, id, record_id, original_id, amount, payment_id,
       reason, tied_by, tied_by_name, tied_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [boardId, id, recordId, originalId, amount, paymentId, reason.trim(), userId, displayName, now],
  );
}

export interface LiveReversal {
  readonly id: Id;
  readonly boardId: Id;
  readonly recordId: Id;
  readonly originalId: Id;
}

/** The live tie that a record, outgoing or incoming, is part of. */
export async function reversalOf(tx: Reading, recordId: Id): Promise<LiveReversal | null> {
  const [reversal] = await tx.sql<LiveReversal>(
    `select id, board_id as "boardId", record_id as "recordId", original_id as "originalId"
       from reconciliation.reversal
      where (record_id = $1 or original_id = $1) and ended_at is null`,
    [recordId],
  );
  return reversal ?? null;
}

/** A tie as whoever looks at one of its records sees it. */
export interface ShownReversal extends Omit<LiveReversal, 'id' | 'boardId'> {
  readonly reason: string;
  readonly tiedByName: string;
  readonly tiedAt: Date;
}

export async function shownReversal(tx: Reading, recordId: Id): Promise<ShownReversal | null> {
  const [reversal] = await tx.sql<ShownReversal>(
    `select record_id as "recordId", original_id as "originalId", reason,
            tied_by_name as "tiedByName", tied_at as "tiedAt"
       from reconciliation.reversal
      where (record_id = $1 or original_id = $1) and ended_at is null`,
    [recordId],
  );
  return reversal ?? null;
}

export async function endReversal(tx: Tx, id: Id, reason: string, now: Date): Promise<void> {
  await tx.sql(
    `update reconciliation.reversal set ended_at = $2, end_reason = $3
      where id = $1 and ended_at is null`,
    [id, now, reason],
  );
}
