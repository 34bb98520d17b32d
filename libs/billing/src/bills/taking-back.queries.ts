import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { reachesMarket, type Reading, type Tx } from '@cho40/platform';
import { billingError } from '../errors';
import type { BillKind } from './bill.dto';

/** A bill as whoever takes something back of it needs it. */
export interface StandingBill {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly kind: BillKind;
  readonly code: string;
  readonly period: string;
  readonly isVoid: boolean;
}

/**
 * Bills within the actor's reach, void ones too, by id.
 * @throws billing.billNotFound
 */
export async function standingBills(tx: Reading, ids: readonly Id[]): Promise<StandingBill[]> {
  const rows = await tx.sql<StandingBill>(
    `select id, board_id as "boardId", market_id as "marketId", lease_id as "leaseId", kind, code,
            period, voided_at is not null as "isVoid"
       from billing.bill where id = any ($1::uuid[]) order by id`,
    [ids],
  );
  const bills = rows.filter((bill) => reachesMarket(tx.actor, bill.marketId));
  const missing = ids.find((id) => !bills.some((bill) => bill.id === id));
  if (missing !== undefined) throw billingError('billNotFound', { billId: missing });
  return bills;
}

/** An issued line with what happened to it. */
export interface StandingLine {
  readonly id: Id;
  readonly billId: Id;
  readonly leaseId: Id;
  readonly kind: BillKind;
  readonly lineNumber: number;
  readonly feeType: string;
  readonly isPassThrough: boolean;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  readonly reliefAmount: Vnd;
  readonly amount: Vnd;
  readonly taxAmount: Vnd;
  readonly relieved: Vnd;
  readonly paid: Vnd;
}

const LINES = `
  select l.id, l.bill_id as "billId", b.lease_id as "leaseId", b.kind,
         l.line_number as "lineNumber", l.fee_type as "feeType",
         l.is_pass_through as "isPassThrough", l.service_from as "serviceFrom",
         l.service_to as "serviceTo", l.relief_amount as "reliefAmount", l.amount,
         l.tax_amount as "taxAmount", l.relieved, l.paid
    from billing.bill b
    join billing.bill_line l on l.board_id = b.board_id and l.bill_id = b.id
   where b.board_id = $1 and b.voided_at is null
     and ($2::uuid[] is null or b.id = any ($2))
     and ($3::uuid[] is null or b.lease_id = any ($3))
     and ($4::date is null or l.service_to >= $4) and ($5::date is null or l.service_from <= $5)
   order by b.due_on, b.id, l.line_number`;

/** The lines of live bills: of some bills, or of leases with service within some days. */
export function standingLines(
  tx: Reading,
  boardId: Id,
  of:
    | { readonly billIds: readonly Id[] }
    | { readonly leaseIds: readonly Id[]; readonly from: BusinessDate; readonly to: BusinessDate },
): Promise<StandingLine[]> {
  const asked =
    'billIds' in of ? [of.billIds, null, null, null] : [null, of.leaseIds, of.from, of.to];
  return tx.sql(LINES, [boardId, ...asked]);
}

// In id order, as the counters' trigger locks them.
const MIRROR_ALLOCATIONS = `
  insert into billing.allocation
    (board_id, id, payment_id, bill_line_id, amount, reverses, rules_version, at)
  select a.board_id, gen_random_uuid(), a.payment_id, a.bill_line_id, -a.amount, a.id,
         a.rules_version, $3
    from billing.allocation a
   where a.board_id = $1 and a.bill_line_id = any ($2::uuid[]) and a.reverses is null
     and not exists (
       select from billing.allocation u where u.board_id = a.board_id and u.reverses = a.id)
   order by a.payment_id, a.bill_line_id`;

/** Takes back what payments gave to lines: it is their leases' credit again. */
export async function freeLines(
  tx: Tx,
  boardId: Id,
  lineIds: readonly Id[],
  now: Date,
): Promise<void> {
  await tx.sql(MIRROR_ALLOCATIONS, [boardId, lineIds, now]);
}

const MIRROR_PARTS = `
  with mirrored as (
    insert into billing.relief_part
      (board_id, id, relief_id, bill_line_id, amount, tax_amount, at_issue, reverses, at)
    select p.board_id, gen_random_uuid(), p.relief_id, p.bill_line_id, -p.amount, -p.tax_amount,
           false, p.id, $4
      from billing.relief_part p
     where p.board_id = $1 and ($2::uuid[] is null or p.bill_line_id = any ($2))
       and ($3::uuid is null or p.relief_id = $3) and not p.at_issue and p.reverses is null
       and not exists (
         select from billing.relief_part u where u.board_id = p.board_id and u.reverses = p.id)
     order by p.bill_line_id, p.id
    returning reverses)
  select p.id, p.tax_amount > 0 as "isTaxed", p.amount > p.tax_amount as "hasNet"
    from mirrored m
    join billing.relief_part p on p.board_id = $1 and p.id = m.reverses`;

/**
 * Takes back what was let off of lines, or by a relief, after issue; gives the keys under which it
 * was posted, to be mirrored too.
 */
export async function mirrorReliefParts(
  tx: Tx,
  boardId: Id,
  of: { readonly lineIds: readonly Id[] } | { readonly reliefId: Id },
  now: Date,
): Promise<string[]> {
  const asked = 'lineIds' in of ? [of.lineIds, null] : [null, of.reliefId];
  const parts = await tx.sql<{ id: Id; isTaxed: boolean; hasNet: boolean }>(MIRROR_PARTS, [
    boardId,
    ...asked,
    now,
  ]);
  return parts.flatMap(({ id, isTaxed, hasNet }) => [
    ...(hasNet ? [`relief:${id}`] : []),
    ...(isTaxed ? [`relief:${id}:tax`] : []),
  ]);
}

/** Marks bills as void. */
export async function markVoid(
  tx: Tx,
  boardId: Id,
  billIds: readonly Id[],
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await tx.sql(
    `update billing.bill set voided_at = $3, voided_by = $4, void_reason = $5
      where board_id = $1 and id = any ($2::uuid[]) and voided_at is null`,
    [boardId, billIds, now, tx.actor.userId, reason],
  );
}
