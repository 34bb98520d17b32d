import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  allocatePayments,
  RULES_VERSION,
  type Allocation,
  type OpenLine,
  type OpenPayment,
} from '../domain/allocate-payments';

// Bills by lease, lines by bill: each step has its index, whatever the planner knows of a table
// that was filled a moment ago.
const OPEN_LINES = `
  select l.id, b.lease_id as "leaseId", l.bill_id as "billId", b.due_on as "dueOn",
         f.settle_order as "settleOrder", l.line_number as "lineNumber",
         l.amount - l.relieved - l.paid as due, b.kind = 'security' as "isDeposit"
    from billing.bill_line l
    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
    join tariffs.v_fee_type f on f.fee_type = l.fee_type
   where l.board_id = $1 and l.paid + l.relieved < l.amount and l.bill_id = any (array(
         select o.id from billing.bill o
          where o.board_id = $1 and o.voided_at is null
            and (o.lease_id = any ($2::uuid[]) or o.id = any ($3::uuid[]))))`;

const OPEN_PAYMENTS = `
  select id, lease_id as "leaseId", amount - allocated - refunded as rest,
         source = 'deposit' as "isFromDeposit"
    from billing.payment
   where board_id = $1 and lease_id = any ($2::uuid[]) and undone_at is null
     and allocated < amount and allocated + refunded < amount
   order by paid_at, id`;

// In id order: the counters' trigger locks payments and lines as it goes.
const INSERT = `
  insert into billing.allocation
    (board_id, id, payment_id, bill_line_id, amount, rules_version, at)
  select $1, a.*, $2, $3
    from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[])
      as a (id, payment_id, line_id, amount)
   order by a.payment_id, a.line_id`;

export interface PostedAllocation extends Allocation {
  readonly id: Id;
}

/** Gives live payments to open bills. Whoever calls it holds the leases (`hold`) in this transaction. */
@Injectable()
export class Settlement {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Waits until nobody else bills, pays or undoes for these leases, until the end of `tx`. */
  async hold(tx: Tx, boardId: Id, leaseIds: readonly Id[]): Promise<void> {
    await tx.sql('select billing.lock_for_allocation($1, $2)', [boardId, leaseIds]);
  }

  /**
   * Allocates what is missing: posted allocations stay as they are. `firstBills` says which bill
   * a payment's code names.
   */
  async settle(
    tx: Tx,
    boardId: Id,
    leaseIds: readonly Id[],
    firstBills: ReadonlyMap<Id, Id> = new Map(),
  ): Promise<Allocation[]> {
    const lines = await this.openLines(tx, boardId, { leaseIds });
    // Who owes nothing may have paid ahead many times: nobody need look at that.
    const owing = [...new Set(lines.map((line) => line.leaseId))];
    if (owing.length === 0) return [];
    const payments = await this.openPayments(tx, boardId, owing, firstBills);
    return this.allocate(tx, boardId, allocatePayments(lines, payments));
  }

  /** What live bills still need: of leases, or of some bills. */
  openLines(
    tx: Reading,
    boardId: Id,
    of: { readonly leaseIds: readonly Id[] } | { readonly billIds: readonly Id[] },
  ): Promise<OpenLine[]> {
    const asked = 'leaseIds' in of ? [of.leaseIds, []] : [[], of.billIds];
    return tx.sql(OPEN_LINES, [boardId, ...asked]);
  }

  /** Keeps allocations; the database refuses what a payment has not or a line does not need. */
  async allocate(
    tx: Tx,
    boardId: Id,
    allocations: readonly Allocation[],
  ): Promise<PostedAllocation[]> {
    if (allocations.length === 0) return [];
    const rows = allocations.map((one) => ({ id: newId(), ...one }));
    await tx.sql(INSERT, [
      boardId,
      RULES_VERSION,
      this.clock.now(),
      rows.map(({ id }) => id),
      rows.map(({ paymentId }) => paymentId),
      rows.map(({ lineId }) => lineId),
      rows.map(({ amount }) => amount),
    ]);
    return rows;
  }

  private async openPayments(
    tx: Reading,
    boardId: Id,
    leaseIds: readonly Id[],
    firstBills: ReadonlyMap<Id, Id>,
  ): Promise<OpenPayment[]> {
    const rows = await tx.sql<Omit<OpenPayment, 'firstBillId'>>(OPEN_PAYMENTS, [boardId, leaseIds]);
    return rows.map((row) => ({ ...row, firstBillId: firstBills.get(row.id) ?? null }));
  }
}
