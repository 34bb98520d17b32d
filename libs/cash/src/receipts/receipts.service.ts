import { Payments, type NewPayment } from '@cho40/billing';
import { businessDateOf, invariant, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { CLOCK, marketScope, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Ceilings } from '../ceiling/ceilings.service';
import {
  isSameReceipt,
  receiptNumber,
  receiptProblem,
  type DeviceNumber,
  type PaperSheet,
  type ReceiptContent,
  type WhyNotCashless,
} from '../domain/receipt-rules';
import { cashError } from '../errors';
import { holdCollectors } from '../shifts/shifts.queries';
import { Shifts } from '../shifts/shifts.service';
import {
  holdCounter,
  insertReceipts,
  moveCounter,
  placesOf,
  standingReceipts,
  takenNumbers,
  type LeasePlace,
  type ReceiptRow,
} from './receipts.queries';

/** Cash that a collector took from a lease. */
export interface NewReceipt {
  /** Made by whoever types it in: told again, it is the same receipt. */
  readonly id: Id;
  readonly leaseId: Id;
  /** The bill to pay first; the oldest due without it. */
  readonly billId?: Id;
  readonly amount: Vnd;
  readonly takenAt: Date;
  /** The name is printed on the receipt as it is on that day. */
  readonly collector: { readonly id: Id; readonly name: string };
  readonly whyNotCashless?: WhyNotCashless;
  readonly device?: DeviceNumber;
  readonly paper?: PaperSheet;
}

/** A receipt that stands. */
export interface TakenReceipt {
  readonly id: Id;
  readonly number: string;
  readonly outcome: 'taken' | 'already';
}

type Placed = NewReceipt & LeasePlace & { readonly year: number };

@Injectable()
export class Receipts {
  constructor(
    private readonly payments: Payments,
    private readonly shifts: Shifts,
    private readonly ceilings: Ceilings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Numbers receipts in the order they are told, and pays with them. A receipt told again is
   * `already` and takes no number.
   * @throws cash.receiptDiffers when its id stands for other content
   * @throws cash.deviceCloned when another receipt has its phone's number
   * @throws cash.paperSheetTaken when another receipt was typed in from its sheet
   * @throws cash.ceilingReached when the collector would hold more than the board allows
   * @throws cash.leaseNotFound when the lease is not within the actor's reach
   */
  async take(tx: Tx, receipts: readonly NewReceipt[]): Promise<TakenReceipt[]> {
    const placed = await this.place(tx, receipts);
    const held = placed.map(({ boardId, collector }) => ({ boardId, collectorId: collector.id }));
    await holdCollectors(tx, held);
    const taken = new Map<Id, TakenReceipt>();
    // In one order, so that two who take for several boards or years cannot wait for each other.
    for (const book of booksOf(placed)) {
      const [{ boardId, year }] = book;
      for (const one of await this.takeInto(tx, boardId, year, book)) taken.set(one.id, one);
    }
    return receipts.flatMap(({ id }) => taken.get(id) ?? []);
  }

  private async place(tx: Tx, receipts: readonly NewReceipt[]): Promise<Placed[]> {
    const now = this.clock.now();
    const leaseIds = receipts.map(({ leaseId }) => leaseId);
    const places = await placesOf(tx, leaseIds, marketScope(tx.actor));
    const byLease = new Map(places.map((place) => [place.leaseId, place]));
    return receipts.map((receipt) => {
      const { id, leaseId, amount } = receipt;
      const problem = receiptProblem(receipt, now);
      if (problem) throw cashError(problem, { id, amount });
      const place = byLease.get(leaseId);
      if (!place) throw cashError('leaseNotFound', { leaseId });
      const year = Number(businessDateOf(receipt.takenAt).slice(0, 4));
      return { ...receipt, ...place, year };
    });
  }

  /** Writes receipts into the book of a board and year. */
  private async takeInto(
    tx: Tx,
    boardId: Id,
    year: number,
    told: readonly Placed[],
  ): Promise<TakenReceipt[]> {
    const last = await holdCounter(tx, boardId, year);
    const stands = await standingReceipts(
      tx,
      boardId,
      told.map(({ id }) => id),
    );
    const byId = new Map(stands.map((receipt) => [receipt.id, receipt]));
    for (const one of told) {
      const standing = byId.get(one.id);
      if (standing && !isSameReceipt(contentOf(one), standing))
        throw cashError('receiptDiffers', { id: one.id, number: standing.number });
    }
    const fresh = told.filter(({ id }) => !byId.has(id));
    await refuseTakenNumbers(tx, boardId, fresh);
    await this.ceilings.refuseAbove(tx, boardId, fresh);
    const numbered = fresh.map((one, at) => ({
      ...one,
      number: receiptNumber(year, last + at + 1),
    }));
    await this.write(tx, boardId, numbered);
    await moveCounter(tx, boardId, year, last + fresh.length);
    return [
      ...numbered.map(({ id, number }) => ({ id, number, outcome: 'taken' as const })),
      ...stands.map(({ id, number }) => ({ id, number, outcome: 'already' as const })),
    ];
  }

  // A receipt names its shift and its payment, so these are made first.
  private async write(
    tx: Tx,
    boardId: Id,
    receipts: readonly (Placed & { number: string })[],
  ): Promise<void> {
    if (receipts.length === 0) return;
    const shiftIds = await this.shifts.openOf(tx, receipts);
    const payments = await this.payments.record(tx, receipts.map(paymentOf));
    const rows = receipts.map((receipt, at): ReceiptRow => {
      const [shiftId, paymentId] = [shiftIds[at], payments[at]?.paymentId];
      const { id, number, marketId, collector, takenAt } = receipt;
      invariant(shiftId !== undefined && paymentId !== undefined, 'a receipt alone', { id });
      const collectorName = collector.name;
      const takenOn = businessDateOf(takenAt);
      const made = { id, number, marketId, paymentId, shiftId, collectorName, takenOn };
      return { ...contentOf(receipt), ...made };
    });
    await insertReceipts(tx, boardId, rows, this.clock.now());
  }
}

/** A number that was shown to one vendor never means another's money. */
async function refuseTakenNumbers(tx: Tx, boardId: Id, fresh: readonly Placed[]): Promise<void> {
  const numbered = fresh.filter(({ device, paper }) => device ?? paper);
  const [other] = await takenNumbers(tx, boardId, numbered);
  if (!other) return;
  const { id, standingId, number, isPaper } = other;
  throw cashError(isPaper ? 'paperSheetTaken' : 'deviceCloned', { id, standingId, number });
}

/** Receipts by board and year, each book in the order told. */
function booksOf(receipts: readonly Placed[]): [Placed, ...Placed[]][] {
  const books = new Map<string, [Placed, ...Placed[]]>();
  for (const receipt of receipts) {
    const key = `${receipt.boardId} ${receipt.year}`;
    const book = books.get(key);
    if (book) book.push(receipt);
    else books.set(key, [receipt]);
  }
  return [...books].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, book]) => book);
}

function contentOf(receipt: NewReceipt): ReceiptContent {
  const { leaseId, amount, takenAt, collector, whyNotCashless, device, paper } = receipt;
  return {
    leaseId,
    amount,
    takenAt,
    collectorId: collector.id,
    whyNotCashless: whyNotCashless ?? null,
    device: device ?? null,
    paper: paper ?? null,
  };
}

function paymentOf(receipt: Placed & { number: string }): NewPayment {
  const { id: receiptId, boardId, marketId, leaseId, billId, amount, takenAt, number } = receipt;
  return {
    id: newId(),
    boardId,
    marketId,
    leaseId,
    source: 'cash',
    receiptId,
    amount,
    paidAt: takenAt,
    bookedOn: businessDateOf(takenAt),
    ...(billId ? { firstBillId: billId } : {}),
    debit: account.cashOfCollector(receipt.collector.id),
    reason: 'receipt',
    evidence: { number },
  };
}
