import { Payments } from '@cho40/billing';
import { invariant, type Clock, type Id } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { Audit, CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { reconciliationError } from '../errors';
import type { Assignment } from '../matching/corrections.service';
import {
  marketOfLease,
  requireBillOfLease,
  requireBillsWithin,
} from '../matching/named-payee.queries';
import { lockLines, putLines, type LineStanding, type LockedLine } from './batch-lines.queries';

/** What a person decides on a line of a proven batch, as on a bank record. */
@Injectable()
export class LineCorrections {
  constructor(
    private readonly payments: Payments,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Names whose money an unmatched line is. Gives the payment.
   * @throws lineNotFound, lineMoved, lineNotOpen, leaseNotFound, billNotOfLease, billNotFound
   */
  async assign(tx: Tx, lineId: Id, assignment: Assignment): Promise<Id> {
    const { leaseId, billId, parts = [], reason, since } = assignment;
    const line = await seenLine(tx, lineId, since);
    if (line.state !== 'unmatched')
      throw reconciliationError('lineNotOpen', { lineId, state: line.state });
    const { boardId, amount, paidAt, bookedOn } = line;
    const marketId = await marketOfLease(tx, boardId, leaseId);
    if (billId) await requireBillOfLease(tx, leaseId, billId);
    await requireBillsWithin(
      tx,
      parts.map((part) => part.billId),
    );
    const [recorded] = await this.payments.record(tx, [
      {
        id: newId(),
        boardId,
        marketId,
        leaseId,
        source: 'settlement',
        settlementLineId: lineId,
        amount,
        paidAt,
        bookedOn,
        ...(billId ? { firstBillId: billId } : {}),
        parts,
        debit: account.unmatched(),
        reason: 'person',
        evidence: { reason },
      },
    ]);
    invariant(recorded !== undefined, 'a payment told without an outcome', { lineId });
    const { paymentId } = recorded;
    await this.keep(tx, line, {
      ...line,
      state: 'matched',
      reason: 'person',
      evidence: { ...line.evidence, reason },
      marketId,
      paymentId,
    });
    return paymentId;
  }

  /**
   * Takes a line's payment back; it waits for a person.
   * @throws lineNotFound, lineMoved, lineNotMatched, billing.paymentRefunded
   */
  async undo(tx: Tx, lineId: Id, reason: string, since?: Date): Promise<void> {
    const line = await seenLine(tx, lineId, since);
    if (line.paymentId === null)
      throw reconciliationError('lineNotMatched', { lineId, state: line.state });
    await this.payments.undo(tx, [line.paymentId], reason);
    await this.keep(tx, line, {
      ...line,
      state: 'unmatched',
      reason: 'undone',
      evidence: { ...line.evidence, reason },
      marketId: null,
      paymentId: null,
    });
  }

  private async keep(tx: Tx, before: LockedLine, after: LineStanding): Promise<void> {
    const { boardId, lineId } = before;
    await putLines(tx, boardId, [after], this.clock.now());
    await this.audit.append(tx, {
      boardId,
      act: after.state === 'matched' ? 'reconciliation.assignLine' : 'reconciliation.undoLine',
      subject: `settlementLine:${lineId}`,
      before: { state: before.state, reason: before.reason, paymentId: before.paymentId },
      after: { state: after.state, paymentId: after.paymentId, evidence: after.evidence },
    });
  }
}

/** A line as the clerk saw it: of two who decide at once the second is told who was first. */
async function seenLine(tx: Tx, lineId: Id, since?: Date): Promise<LockedLine> {
  const [line] = await lockLines(tx, [lineId]);
  if (!line) throw reconciliationError('lineNotFound', { lineId });
  if (since && since.getTime() !== line.since.getTime())
    throw reconciliationError('lineMoved', { lineId, state: line.state, by: line.decidedByName });
  return line;
}
