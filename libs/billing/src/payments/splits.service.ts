import { account, Ledger } from '@cho40/ledger';
import type { BusinessDate, Clock, Id, Vnd } from '@cho40/kernel';
import { CLOCK, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { freeLines } from '../bills/taking-back.queries';
import { allocateParts, type Part } from '../domain/allocate-parts';
import type { Allocation } from '../domain/allocate-payments';
import { billingError } from '../errors';
import { keepParts, leasesInParts, leasesOfBills, splitsOf } from './parts.queries';
import { Settlement } from './settlement.service';

/** A payment as far as its parts go. */
interface Splittable {
  readonly id: Id;
  readonly leaseId: Id;
  readonly amount: Vnd;
  readonly bookedOn: BusinessDate;
  readonly reason: string;
  readonly parts?: readonly Part[];
}
type Parted = Splittable & { readonly parts: readonly Part[] };

/**
 * Payments that a person gave to several bills, also of other leases of the board. Such a part moves
 * receivable/<payer's lease> → receivable/<bill's lease> under `split:<allocation>`; whatever takes
 * it back mirrors that too.
 */
@Injectable()
export class Splits {
  constructor(
    private readonly settlement: Settlement,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The leases whose bills payments name in parts.
   * @throws billing.billNotFound
   */
  async leasesNamed(tx: Reading, boardId: Id, payments: readonly Splittable[]): Promise<Id[]> {
    const billIds = payments.flatMap(({ parts = [] }) => parts.map(({ billId }) => billId));
    if (billIds.length === 0) return [];
    const known = await leasesOfBills(tx, boardId, billIds);
    const missing = billIds.find((id) => !known.some(({ billId }) => billId === id));
    if (missing !== undefined) throw billingError('billNotFound', { billId: missing });
    return known.map(({ leaseId }) => leaseId);
  }

  /**
   * Gives the parts that recorded payments name; their leases and the bills' are held.
   * @throws billing.partExceedsBill, partsExceedPayment, billNamedTwice
   */
  async give(tx: Tx, boardId: Id, payments: readonly Splittable[]): Promise<readonly Allocation[]> {
    const parted = payments.filter((one): one is Parted => (one.parts ?? []).length > 0);
    if (parted.length === 0) return [];
    const billIds = parted.flatMap(({ parts }) => parts.map(({ billId }) => billId));
    const lines = await this.settlement.openLines(tx, boardId, { billIds });
    const outcome = allocateParts(lines, parted);
    if (outcome.kind === 'refused') throw billingError(outcome.code, outcome.facts);
    await keepParts(tx, boardId, parted);
    const allocated = await this.settlement.allocate(tx, boardId, outcome.allocations);
    const payerOf = new Map(parted.map((one) => [one.id, one]));
    const leaseOf = new Map(lines.map((line) => [line.id, line.leaseId]));
    await this.ledger.post(
      tx,
      allocated.flatMap(({ id, paymentId, lineId, amount }) => {
        const payer = payerOf.get(paymentId);
        const leaseId = leaseOf.get(lineId);
        return payer && leaseId && leaseId !== payer.leaseId
          ? [splitOf(boardId, payer, { id, leaseId, amount })]
          : [];
      }),
    );
    return allocated;
  }

  /**
   * Holds leases and, with them, whoever's payments have parts in bills or give parts there: all of
   * them must be settled when those are taken back. Gives them all.
   */
  async hold(
    tx: Tx,
    boardId: Id,
    leaseIds: readonly Id[],
    of: { readonly paymentIds?: readonly Id[]; readonly billIds?: readonly Id[] },
  ): Promise<Id[]> {
    let all = [...new Set([...leaseIds, ...(await leasesInParts(tx, boardId, of))])];
    // Read again once they are held: a part may have been given while we waited.
    for (let held = 0; held < all.length; ) {
      held = all.length;
      await this.settlement.hold(tx, boardId, all);
      all = [...new Set([...all, ...(await leasesInParts(tx, boardId, of))])];
    }
    return all;
  }

  /** Takes back what payments gave to lines, whosever they are. Their leases are held. */
  async free(tx: Tx, boardId: Id, lineIds: readonly Id[], reason: string): Promise<void> {
    await freeLines(tx, boardId, lineIds, this.clock.now());
    await this.ledger.reverse(tx, boardId, await splitsOf(tx, boardId, { lineIds }), reason);
  }

  /** Mirrors what the parts of undone payments posted. */
  async undo(tx: Tx, boardId: Id, paymentIds: readonly Id[], reason: string): Promise<void> {
    await this.ledger.reverse(tx, boardId, await splitsOf(tx, boardId, { paymentIds }), reason);
  }
}

function splitOf(
  boardId: Id,
  { leaseId, bookedOn, reason }: Splittable,
  part: { readonly id: Id; readonly leaseId: Id; readonly amount: Vnd },
) {
  const [debit, credit] = [account.receivable(leaseId), account.receivable(part.leaseId)];
  const { id, amount } = part;
  return { boardId, key: `split:${id}`, debit, credit, amount, on: bookedOn, reason };
}
