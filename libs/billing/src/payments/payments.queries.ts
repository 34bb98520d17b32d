import type { Id, Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import { RULES_VERSION } from '../domain/allocate-payments';
import type { StandingPayment } from '../domain/payment-fact';
import type { NewPayment } from './payments.service';

const INSERT = `
  insert into billing.payment
    (board_id, recorded_at, rules_version, id, market_id, lease_id, ticket_id, ticket_amount, source,
     record_id, receipt_id, deposit_use_id, settlement_line_id, amount, paid_at, booked_on, reason,
     evidence)
  select $1, $2, $3, p.*
    from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::text[],
                $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[], $14::bigint[],
                $15::timestamptz[], $16::date[], $17::text[], $18::jsonb[]) as p
  on conflict do nothing
  returning id`;

const STANDING = `
  select id, lease_id as "leaseId", ticket_id as "ticketId", amount, allocated, record_id as "recordId",
         receipt_id as "receiptId", deposit_use_id as "depositUseId",
         settlement_line_id as "settlementLineId"
    from billing.payment
   where board_id = $1 and undone_at is null
     and (record_id = any ($2::uuid[]) or receipt_id = any ($3::uuid[])
          or deposit_use_id = any ($4::uuid[]) or settlement_line_id = any ($5::uuid[]))`;

const MIRROR = `
  with marked as (
    select a.*, row_number() over (order by a.payment_id, a.bill_line_id) as place
      from billing.allocation a
      join billing.payment p on p.board_id = a.board_id and p.id = a.payment_id
     where a.board_id = $1 and a.payment_id = any ($2::uuid[]) and p.undone_at is null
       and a.reverses is null and not exists (
         select from billing.allocation u where u.board_id = a.board_id and u.reverses = a.id)
  )
  insert into billing.allocation
    (board_id, id, payment_id, bill_line_id, amount, reverses, rules_version, at)
  select board_id, gen_random_uuid(), payment_id, bill_line_id, -amount, id, rules_version, $3
    from marked
   order by place`;

/** Gives the ids of the payments that are new; a source that has a live payment is left out. */
export async function insertPayments(
  tx: Tx,
  boardId: Id,
  payments: readonly NewPayment[],
  now: Date,
): Promise<Set<Id>> {
  const column = <T>(of: (payment: NewPayment) => T) => payments.map(of);
  const rows = await tx.sql<{ id: Id }>(INSERT, [
    boardId,
    now,
    RULES_VERSION,
    column((one) => one.id),
    column((one) => one.marketId),
    column((one) => one.leaseId),
    column((one) => one.ticketId ?? null),
    column((one) => (one.ticketId ? (one.ticketAmount ?? one.amount) : null)),
    column((one) => one.source),
    column((one) => (one.source === 'bank' ? one.recordId : null)),
    column((one) => (one.source === 'cash' ? one.receiptId : null)),
    column((one) => (one.source === 'deposit' ? one.depositUseId : null)),
    column((one) => (one.source === 'settlement' ? one.settlementLineId : null)),
    column((one) => one.amount),
    column((one) => one.paidAt),
    column((one) => one.bookedOn),
    column((one) => one.reason),
    column((one) => JSON.stringify(one.evidence)),
  ]);
  return new Set(rows.map((row) => row.id));
}

/** The live payments of the sources of `payments`. */
export function standingFor(tx: Reading, boardId: Id, payments: readonly NewPayment[]) {
  return tx.sql<StandingPayment & { id: Id; allocated: Vnd }>(STANDING, [
    boardId,
    payments.flatMap((one) => (one.source === 'bank' ? one.recordId : [])),
    payments.flatMap((one) => (one.source === 'cash' ? one.receiptId : [])),
    payments.flatMap((one) => (one.source === 'deposit' ? one.depositUseId : [])),
    payments.flatMap((one) => (one.source === 'settlement' ? one.settlementLineId : [])),
  ]);
}

/** Whose payments they are. */
export function paymentsOf(tx: Reading, ids: readonly Id[]) {
  return tx.sql<{ id: Id; boardId: Id; leaseId: Id | null }>(
    `select id, board_id as "boardId", lease_id as "leaseId"
       from billing.payment where id = any ($1::uuid[])`,
    [ids],
  );
}

/** Mirrors every allocation of the live ones among these payments; gives those it undid. */
export async function mirrorAllocations(
  tx: Tx,
  boardId: Id,
  paymentIds: readonly Id[],
  { reason, now }: { reason: string; now: Date },
): Promise<Id[]> {
  await tx.sql(MIRROR, [boardId, paymentIds, now]);
  const undone = await tx.sql<{ id: Id }>(
    `update billing.payment set undone_at = $3, undone_reason = $4
      where board_id = $1 and id = any ($2::uuid[]) and undone_at is null
      returning id`,
    [boardId, paymentIds, now, reason],
  );
  return undone.map((row) => row.id);
}

/** One of these payments of which a part was given back to its payer. */
export async function refundedAmong(
  tx: Reading,
  boardId: Id,
  paymentIds: readonly Id[],
): Promise<Id | null> {
  const [payment] = await tx.sql<{ id: Id }>(
    `select id from billing.payment
      where board_id = $1 and id = any ($2::uuid[]) and refunded > 0
      limit 1`,
    [boardId, paymentIds],
  );
  return payment?.id ?? null;
}

/** Tells the planner of tables that have just grown beyond what it knows of them. */
export async function learnSizes(tx: Tx, grownBy: number): Promise<void> {
  await tx.sql('select billing.learn_sizes($1)', [grownBy]);
}
