import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Classifications } from '../classes/classifications.service';
import { reconciliationError } from '../errors';
import { Corrections } from '../matching/corrections.service';
import { Settling } from '../settlements/settling.service';
import { seenStanding } from '../matching/seen-standing';
import { endReversal, insertReversal, reversalOf, tiedRecords } from './reversals.queries';

/** A transfer that the bank took back: its money is gone, so its lease owes again. */
@Injectable()
export class Reversals {
  constructor(
    private readonly corrections: Corrections,
    private readonly classifications: Classifications,
    private readonly settling: Settling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Says that an outgoing record is the bank's taking back of one that came in. A payment made of
   * the original is undone, a wallet's batch is no longer proven by it; both records leave what waits, by postings that cancel each other.
   * @throws recordNotFound, recordNotOpen, originalNotFound, originalDiffers, originalTaken,
   * billing.paymentRefunded
   */
  async tie(tx: Tx, recordId: Id, originalId: Id, reason: string): Promise<void> {
    // In id order, so that two who tie crosswise cannot wait for each other.
    for (const id of [recordId, originalId].sort()) await seenStanding(tx, id);
    const tied = await tiedRecords(tx, recordId, originalId);
    if (!tied) throw reconciliationError('originalNotFound', { originalId });
    if (!tied.fits) throw reconciliationError('originalDiffers', { originalId });
    await this.settling.release(tx, originalId, reason);
    const original = await seenStanding(tx, originalId);
    if (original.state === 'classified') throw reconciliationError('originalTaken', { originalId });
    const { paymentId } = original;
    if (paymentId) await this.corrections.undo(tx, originalId, reason);
    const reversalId = newId();
    const evidence = { reversalId };
    await this.classifications.classify(tx, {
      recordId: originalId,
      as: 'taken-back',
      reason,
      evidence,
    });
    await this.classifications.classify(tx, { recordId, as: 'reversed', reason, evidence });
    const { boardId, amount } = tied;
    const reversal = { id: reversalId, boardId, recordId, originalId, amount, paymentId, reason };
    await insertReversal(tx, reversal, this.clock.now());
  }

  /**
   * Ends a mistaken tie: both records wait for a person again. The payment stays undone; whose money
   * it is is said anew.
   * @throws reversalNotFound
   */
  async end(tx: Tx, recordId: Id, reason: string): Promise<void> {
    const reversal = await reversalOf(tx, recordId);
    if (!reversal) throw reconciliationError('reversalNotFound', { recordId });
    const evidence = { reversalId: reversal.id };
    for (const id of [reversal.recordId, reversal.originalId].sort())
      await this.classifications.unclassify(tx, id, reason, evidence);
    await endReversal(tx, reversal.id, reason, this.clock.now());
  }
}
