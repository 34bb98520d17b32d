import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { Audit, CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { actOf, directionOf, leavesWhenSaid, type RecordClass } from '../domain/record-class';
import type { Reason } from '../domain/decide';
import { reconciliationError } from '../errors';
import { seenStanding } from '../matching/seen-standing';
import {
  keepDecisions,
  moveStandings,
  type LockedStanding,
  type Standing,
} from '../matching/standings.queries';
import { classKey, classTransfer } from './class-transfer';

/** What stands behind a class beside a person's words. */
export interface ClassEvidence {
  /** The deposit that took the safe's cash to the bank. */
  readonly depositId?: Id;
  /** The refund that was approved, or paid out. */
  readonly refundId?: Id;
  /** The tie of a transfer to the bank's taking back of it. */
  readonly reversalId?: Id;
  /** The proof of a wallet's batch. */
  readonly proofId?: Id;
}

export interface NewClass {
  readonly recordId: Id;
  readonly as: RecordClass;
  readonly reason: string;
  readonly evidence?: ClassEvidence;
  /** As the clerk saw the record; refused when it stands elsewhere by now. */
  readonly since?: Date;
}

/** Says what a record is that pays nobody's fees. Each act keeps its decision, posting and audit. */
@Injectable()
export class Classifications {
  constructor(
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives an unmatched or outgoing record its class and posts it. Gives the decision.
   * @throws recordNotFound, recordMoved, recordNotOpen, classOfOtherDirection, depositByHand,
   * refundByHand, reversalByHand, settlementByHand
   */
  async classify(tx: Tx, newClass: NewClass): Promise<Id> {
    const { recordId, as, reason, evidence = {}, since } = newClass;
    requireAct(as, evidence);
    const before = await seenStanding(tx, recordId, since);
    if (before.state !== 'unmatched' && before.state !== 'outgoing')
      throw reconciliationError('recordNotOpen', { recordId, state: before.state });
    if (directionOf(as) !== before.direction)
      throw reconciliationError('classOfOtherDirection', { recordId, class: as });
    const { boardId, amount, bookedOn } = before;
    const decisionId = newId();
    const on = leavesWhenSaid(as) ? businessDateOf(this.clock.now()) : bookedOn;
    await this.ledger.post(tx, [classTransfer({ boardId, amount, on, as, decisionId })]);
    const after: Standing = {
      recordId,
      state: 'classified',
      reason: REASON_OF[as] ?? 'person',
      marketId: before.marketId,
      paymentId: null,
      classed: { as, decisionId },
    };
    await this.keep(tx, before, after, { reason, ...evidence });
    return decisionId;
  }

  /**
   * Takes a record's class back, by the mirror of its posting: it waits for a person again.
   * @throws recordNotFound, recordMoved, recordNotClassified, depositByHand,
   * refundByHand, reversalByHand, settlementByHand
   */
  async unclassify(
    tx: Tx,
    recordId: Id,
    reason: string,
    { since, ...evidence }: ClassEvidence & Pick<NewClass, 'since'> = {},
  ): Promise<void> {
    const before = await seenStanding(tx, recordId, since);
    const { boardId, classed } = before;
    if (!classed) throw reconciliationError('recordNotClassified', { recordId });
    requireAct(classed.as, evidence);
    await this.ledger.reverse(tx, boardId, [classKey(classed.decisionId)], reason);
    const after: Standing = {
      recordId,
      state: before.direction === 'in' ? 'unmatched' : 'outgoing',
      reason: 'undone',
      marketId: before.marketId,
      paymentId: null,
    };
    await this.keep(tx, before, after, { reason, undoneClass: classed.as, ...evidence });
  }

  private async keep(tx: Tx, before: LockedStanding, after: Standing, evidence: object) {
    const { boardId, recordId } = before;
    const now = this.clock.now();
    const { marketId: _, classed, ...decided } = after;
    const decision = classed ? { id: classed.decisionId, class: classed.as } : {};
    await keepDecisions(tx, boardId, [{ ...decided, ...decision, evidence }], now);
    await moveStandings(tx, boardId, [after], now);
    await this.audit.append(tx, {
      boardId,
      act: classed ? 'reconciliation.classify' : 'reconciliation.unclassify',
      subject: `bankRecord:${recordId}`,
      before: { state: before.state, reason: before.reason, class: before.classed?.as ?? null },
      after: { state: after.state, class: classed?.as ?? null, ...evidence },
    });
  }
}

// Classes that no person's words say.
const REASON_OF: Readonly<Partial<Record<RecordClass, Reason>>> = {
  'cash-deposit': 'deposit',
  'wallet-batch': 'settlement',
};

/** What another act says is said, and taken back, by that act alone: it keeps count of it. */
function requireAct(as: RecordClass, evidence: ClassEvidence): void {
  const { depositId, refundId, reversalId, proofId } = evidence;
  const act = actOf(as);
  if (act === 'deposit' && !depositId) throw reconciliationError('depositByHand');
  if (act === 'refund' && !refundId) throw reconciliationError('refundByHand');
  if (act === 'reversal' && !reversalId) throw reconciliationError('reversalByHand');
  if (act === 'settlement' && !proofId) throw reconciliationError('settlementByHand');
}
