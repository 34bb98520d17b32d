import { account, Ledger, type Account } from '@cho40/ledger';
import { vnd, ZERO_VND, type BusinessDate, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { brokenConstraint, CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Part } from '../domain/allocate-parts';
import type { Allocation } from '../domain/allocate-payments';
import { isSamePayment, sourceIdOf, type PaymentFact } from '../domain/payment-fact';
import { billingError } from '../errors';
import { holdTickets } from '../tickets/held-tickets.queries';
import {
  insertPayments,
  learnSizes,
  mirrorAllocations,
  paymentsOf,
  refundedAmong,
  standingFor,
} from './payments.queries';
import { Settlement } from './settlement.service';
import { Splits } from './splits.service';

/** Its three dates are the payer's act, the bank's booking and (by the clock) ours. */
export type NewPayment = PaymentFact & {
  readonly id: Id;
  readonly boardId: Id;
  readonly paidAt: Date;
  readonly bookedOn: BusinessDate;
  /** The bill its code names: settled before older ones. */
  readonly firstBillId?: Id;
  /**
   * What a person gives to bills of the board, of whatever lease; the rest settles the bills of the
   * payment's own lease and is its credit.
   */
  readonly parts?: readonly Part[];
  /** Where the money is: unmatched, a collector's cash, or the lease's deposit. */
  readonly debit: Account;
  /** In words, with what speaks for it: why this money is this lease's. */
  readonly reason: string;
  readonly evidence: object;
};

/** What became of a payment that was told. */
export interface RecordedPayment {
  /** Of the payment that stands: another one than was told when its source was told before. */
  readonly paymentId: Id;
  readonly outcome: 'recorded' | 'already';
  readonly allocated: Vnd;
  /** What no bill needs yet. */
  readonly credit: Vnd;
}

// So many at once may be the first of a new program, whose tables the planner knows as empty.
const MANY = 100;

@Injectable()
export class Payments {
  constructor(
    private readonly ledger: Ledger,
    private readonly settlement: Settlement,
    private readonly splits: Splits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records payments, gives them to the bills they name in parts, then to the open bills of their
   * leases, and posts them. A record or a receipt told again with the same lease and amount is
   * `already`.
   * @throws billing.sourceHasPayment when it stands for another lease
   * @throws billing.sourceDiffers when board, amount or direction are not its source's
   * @throws billing.billNotFound, partExceedsBill, partsExceedPayment, billNamedTwice
   * @throws billing.ticketNotFound, ticketVoid, ticketPaid when another source paid the ticket already
   * @throws billing.ticketAmountDiffers when nobody said that another sum pays the ticket
   */
  async record(tx: Tx, payments: readonly NewPayment[]): Promise<RecordedPayment[]> {
    const recorded = new Map<NewPayment, RecordedPayment>();
    for (const boardId of new Set(payments.map((one) => one.boardId))) {
      const ofBoard = payments.filter((one) => one.boardId === boardId);
      const outcomes = await this.recordOfBoard(tx, boardId, ofBoard);
      ofBoard.forEach((payment, at) => {
        const outcome = outcomes[at];
        if (outcome) recorded.set(payment, outcome);
      });
    }
    return payments.flatMap((payment) => recorded.get(payment) ?? []);
  }

  /**
   * Takes payments back: their allocations and postings are mirrored, and what other payments have
   * left goes to the bills that are open again. Undoing again changes nothing.
   * @throws billing.paymentNotFound, paymentRefunded
   */
  async undo(tx: Tx, paymentIds: readonly Id[], reason: string): Promise<void> {
    const known = await paymentsOf(tx, paymentIds);
    if (known.length < new Set(paymentIds).size) throw billingError('paymentNotFound');
    for (const boardId of new Set(known.map((one) => one.boardId))) {
      const ofBoard = known.filter((one) => one.boardId === boardId);
      const leaseIds = await this.splits.hold(tx, boardId, leasesOf(ofBoard), { paymentIds });
      await requireNoRefund(tx, boardId, paymentIds);
      const now = this.clock.now();
      const undone = await mirrorAllocations(tx, boardId, paymentIds, { reason, now });
      const keys = undone.map((id) => `payment:${id}`);
      await this.ledger.reverse(tx, boardId, keys, reason);
      await this.splits.undo(tx, boardId, undone, reason);
      await this.settlement.settle(tx, boardId, leaseIds);
    }
  }

  private async recordOfBoard(tx: Tx, boardId: Id, payments: readonly NewPayment[]) {
    const named = await this.splits.leasesNamed(tx, boardId, payments.filter(isOfLease));
    const leaseIds = [...new Set([...leasesOf(payments), ...named])];
    await this.settlement.hold(tx, boardId, leaseIds);
    await requireTickets(
      tx,
      payments.flatMap(({ ticketId }) => ticketId ?? []),
    );
    const inserted = await this.insert(tx, boardId, payments);
    const fresh = payments.filter((one) => inserted.delete(one.id));
    await this.ledger.post(
      tx,
      fresh.map((payment) => {
        const { id, amount, debit, bookedOn: on, leaseId, reason } = payment;
        const credit =
          leaseId === null ? account.receivableOfTickets() : account.receivable(leaseId);
        return { boardId, key: `payment:${id}`, debit, credit, amount, on, reason };
      }),
    );
    const firstBills = new Map(
      fresh.flatMap(({ id, firstBillId }) => (firstBillId ? [[id, firstBillId] as const] : [])),
    );
    const parts = await this.splits.give(tx, boardId, fresh.filter(isOfLease));
    const settled = await this.settlement.settle(tx, boardId, leaseIds, firstBills);
    if (fresh.length >= MANY) await learnSizes(tx, fresh.length);
    const given = sumsOf([...parts, ...settled]);
    const isFresh = new Set(fresh);
    const repeated = payments.filter((one) => !isFresh.has(one));
    const stands = await standsFor(tx, boardId, repeated);
    return payments.map((payment) => stands.get(payment) ?? recordedOf(payment, given));
  }

  private async insert(tx: Tx, boardId: Id, payments: readonly NewPayment[]): Promise<Set<Id>> {
    try {
      return await insertPayments(tx, boardId, payments, this.clock.now());
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint === 'payment_is_its_record' || constraint === 'payment_is_its_line')
        throw billingError('sourceDiffers');
      if (constraint === 'payment_has_lease') throw billingError('leaseNotFound');
      if (constraint === 'payment_is_its_ticket') throw billingError('ticketAmountDiffers');
      throw error;
    }
  }
}

const isOfLease = (payment: NewPayment): payment is NewPayment & { readonly leaseId: Id } =>
  payment.leaseId !== null;

const leasesOf = (payments: readonly { readonly leaseId: Id | null }[]) => [
  ...new Set(payments.flatMap(({ leaseId }) => leaseId ?? [])),
];

/** Holds the tickets that are to be paid: nobody takes one back meanwhile. */
async function requireTickets(tx: Tx, ticketIds: readonly Id[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const held = await holdTickets(tx, ticketIds);
  if (held.length < new Set(ticketIds).size) throw billingError('ticketNotFound');
  const gone = held.find(({ isVoid }) => isVoid);
  if (gone) throw billingError('ticketVoid', { number: gone.number });
}

/** What was given back to a payer is theirs: it would be undone twice. */
async function requireNoRefund(tx: Tx, boardId: Id, paymentIds: readonly Id[]): Promise<void> {
  const refunded = await refundedAmong(tx, boardId, paymentIds);
  if (refunded) throw billingError('paymentRefunded', { paymentId: refunded });
}

/** What each payment gave to bills. */
function sumsOf(allocations: readonly Allocation[]): Map<Id, Vnd> {
  const sums = new Map<Id, Vnd>();
  for (const { paymentId, amount } of allocations)
    sums.set(paymentId, vnd((sums.get(paymentId) ?? 0) + amount));
  return sums;
}

function recordedOf({ id, amount }: NewPayment, given: ReadonlyMap<Id, Vnd>): RecordedPayment {
  const allocated = given.get(id) ?? ZERO_VND;
  return { paymentId: id, outcome: 'recorded', allocated, credit: vnd(amount - allocated) };
}

/** The payments that stand for sources told again; another content is a contradiction. */
async function standsFor(tx: Tx, boardId: Id, repeated: readonly NewPayment[]) {
  const stands = new Map<NewPayment, RecordedPayment>();
  if (repeated.length === 0) return stands;
  const rows = await standingFor(tx, boardId, repeated);
  for (const payment of repeated) {
    const row = rows.find((one) => isSamePayment(payment, one));
    if (!row) {
      if (payment.ticketId && rows.length === 0) throw billingError('ticketPaid');
      throw billingError('sourceHasPayment', { source: sourceIdOf(payment) });
    }
    const { id: paymentId, allocated, amount } = row;
    const credit = vnd(amount - allocated);
    stands.set(payment, { paymentId, outcome: 'already', allocated, credit });
  }
  return stands;
}
