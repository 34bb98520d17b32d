import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import {
  marketScope,
  offsetOf,
  type Page,
  pageOfRows,
  type PageQueryDto,
  type Reading,
  type Tx,
} from '@cho40/platform';

export const REFUND_STATES = ['proposed', 'approved', 'refused', 'withdrawn', 'paid'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** How a refund leaves: by the bank, which its record shows, or in cash out of the safe. */
export const PAYOUTS = ['bank', 'cash'] as const;
export type Payout = (typeof PAYOUTS)[number];

/** A refund as it stands, with whose money it is. */
export interface RefundRow {
  readonly id: Id;
  readonly boardId: Id;
  readonly state: RefundState;
  readonly amount: Vnd;
  readonly payee: string | null;
  readonly reason: string;
  readonly leaseId: Id | null;
  readonly recordId: Id | null;
  readonly depositUseId: Id | null;
  readonly marketId: Id | null;
  readonly marketName: string | null;
  readonly stallCode: string | null;
  readonly vendorName: string | null;
  readonly proposedBy: Id;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly paidRecordId: Id | null;
  readonly paidOn: BusinessDate | null;
  readonly payout: Payout;
}

export interface RefundFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly state?: RefundState;
  /** Out of the lease's credit, or of what is held of it. */
  readonly leaseId?: Id;
  /** Of the record's money, or paid by it. */
  readonly recordId?: Id;
}

// A market's clerk sees its leases' refunds; money of nobody belongs to the board.
export async function refundPage(tx: Reading, filter: RefundFilter): Promise<Page<RefundRow>> {
  const rows = await tx.sql<RefundRow & { total: number }>(
    `with found as materialized (
       select r.*
         from reconciliation.v_refund_line r
        where ($1::text is null or r.state = $1)
          and ($2::text is null or r."stallCode" ilike $2 || '%' or r.amount::text = $2
               or unaccent(r."vendorName") ilike '%' || unaccent($2) || '%')
          and ($3::uuid[] is null or r."marketId" is null or r."marketId" = any ($3))
          and ($4::uuid is null or r."leaseId" = $4)
          and ($5::uuid is null or $5 in (r."recordId", r."paidRecordId")))
     select f.*, (select count(*) from found) as total
       from found f
      order by f."proposedAt" desc, f.id desc
      limit $6 offset $7`,
    [
      filter.state ?? null,
      filter.q?.trim() || null,
      marketScope(tx.actor),
      filter.leaseId ?? null,
      filter.recordId ?? null,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

export async function refundOf(tx: Reading, id: Id): Promise<RefundRow | null> {
  const [refund] = await tx.sql<RefundRow>(
    `select r.* from reconciliation.v_refund_line r
      where r.id = $1
        and ($2::uuid[] is null or r."marketId" is null or r."marketId" = any ($2))`,
    [id, marketScope(tx.actor)],
  );
  return refund ?? null;
}

/** A refund that nobody else decides on until the end of `tx`. */
export async function lockRefund(tx: Tx, id: Id): Promise<RefundRow | null> {
  await tx.sql('select from reconciliation.refund where id = $1 for update', [id]);
  return refundOf(tx, id);
}

/** What was approved of a board for a sum to leave by the bank: what a record may be. */
export function refundsToPay(tx: Reading, boardId: Id, amount: Vnd): Promise<RefundRow[]> {
  return tx.sql<RefundRow>(
    `select r.* from reconciliation.v_refund_line r
      where r."boardId" = $1 and r.amount = $2 and r.state = 'approved' and r.payout = 'bank'
        and ($3::uuid[] is null or r."marketId" is null or r."marketId" = any ($3))
      order by r."decidedAt", r.id
      limit 50`,
    [boardId, amount, marketScope(tx.actor)],
  );
}

/** What is about to be proposed; the actor proposes it. */
export interface NewRefund {
  readonly id: Id;
  readonly boardId: Id;
  readonly amount: Vnd;
  readonly payee: string;
  readonly reason: string;
  readonly marketId: Id | null;
  readonly leaseId: Id | null;
  readonly recordId: Id | null;
  readonly depositUseId: Id | null;
  readonly payout: Payout;
}

export async function insertRefund(tx: Tx, refund: NewRefund, now: Date): Promise<void> {
  const { id, boardId, amount, payee, reason, payout } = refund;
  const { marketId, leaseId, recordId, depositUseId } = refund;
  const { userId, displayName } = tx.actor;
  await tx.sql(
    `insert into reconciliation.refund (board_id, id, amount, payee, reason, market_id, lease_id,
       record_id, deposit_use_id, proposed_by, proposed_by_name, proposed_at, payout)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      boardId,
      id,
      amount,
      payee.trim(),
      reason.trim(),
      marketId,
      leaseId,
      recordId,
      depositUseId,
      userId,
      displayName,
      now,
      payout,
    ],
  );
}

/** Whoever approves or refuses says so by name; withdrawing keeps who approved. */
export async function decideRefund(
  tx: Tx,
  id: Id,
  { state, reason }: { state: RefundState; reason: string | null },
  now: Date,
): Promise<void> {
  const { userId, displayName } = tx.actor;
  const isDecision = state === 'approved' || state === 'refused';
  await tx.sql(
    `update reconciliation.refund
        set state = $2, decision_reason = coalesce($3, decision_reason),
            decided_by = case when $4 then $5 else decided_by end,
            decided_by_name = case when $4 then $6 else decided_by_name end,
            decided_at = case when $4 then $7 else decided_at end
      where id = $1`,
    [id, state, reason, isDecision, userId, displayName, now],
  );
}

/** Says that a refund left on a day, by a record or, without one, out of the safe; or takes it back. */
export async function payRefund(
  tx: Tx,
  id: Id,
  paid: { recordId: Id | null; on: BusinessDate } | null,
): Promise<void> {
  await tx.sql(
    `update reconciliation.refund set state = $2, paid_record_id = $3, paid_on = $4 where id = $1`,
    [id, paid ? 'paid' : 'approved', paid?.recordId ?? null, paid?.on ?? null],
  );
}

/** A give-back of a deposit that billing posted and nobody undid. */
export interface DepositGivenBack {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly amount: Vnd;
}

export async function depositGivenBack(tx: Reading, useId: Id): Promise<DepositGivenBack | null> {
  const [use] = await tx.sql<DepositGivenBack>(
    `select u.board_id as "boardId", l.market_id as "marketId", u.lease_id as "leaseId", u.amount
       from billing.v_deposit_use u
       join tenancy.v_lease l on l.board_id = u.board_id and l.lease_id = u.lease_id
      where u.deposit_use_id = $1 and u.kind = 'give-back' and u.reverses is null
        and ($2::uuid[] is null or l.market_id = any ($2))
        and not exists (select from billing.v_deposit_use o
                         where o.board_id = u.board_id and o.reverses = u.deposit_use_id)`,
    [useId, marketScope(tx.actor)],
  );
  return use ?? null;
}

/** The board and market of a lease within the actor's reach. */
export async function placeOfLease(
  tx: Reading,
  leaseId: Id,
): Promise<{ boardId: Id; marketId: Id } | null> {
  const [place] = await tx.sql<{ boardId: Id; marketId: Id }>(
    `select board_id as "boardId", market_id as "marketId" from tenancy.v_lease
      where lease_id = $1 and ($2::uuid[] is null or market_id = any ($2))`,
    [leaseId, marketScope(tx.actor)],
  );
  return place ?? null;
}
