import { SettlementProofs, Wallets } from '@cho40/banking';
import { addDays, type Id } from '@cho40/kernel';
import { Audit, marketScope, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { Classifications } from '../classes/classifications.service';
import { provable, type Fit } from '../domain/provable';
import { reconciliationError } from '../errors';
import { seenStanding } from '../matching/seen-standing';
import {
  batchProvenBy,
  openBatches,
  pairKey,
  untiedPairs,
  waitingCredits,
} from './batches.queries';
import { SettledLines } from './settled-lines.service';

/** A batch and the record that a person says is its credit. */
export interface Tie {
  readonly batchId: Id;
  readonly recordId: Id;
  readonly reason: string;
  /** As the clerk saw the record. */
  readonly since?: Date;
}

/** Proves batches of wallets by the bank's records, and takes wrong proofs back. */
@Injectable()
export class Settling {
  constructor(
    private readonly proofs: SettlementProofs,
    private readonly classifications: Classifications,
    private readonly lines: SettledLines,
    private readonly audit: Audit,
  ) {}

  /**
   * Proves every open batch that exactly one record fits: its sum to the đồng, on the wallet's
   * account, as its credits look, not before its last payment. Gives how many.
   */
  async proveOpen(tx: Tx, boardId: Id): Promise<number> {
    const fits = await fitsOf(tx, boardId);
    const pairs = provable(fits);
    for (const pair of pairs) await this.prove(tx, { ...pair, reason: 'sum' });
    return pairs.length;
  }

  /**
   * A person says which record is a batch's credit, where the looks or a tie kept the program from
   * it. The sum must be the batch's all the same.
   * @throws boardWideOnly, recordNotFound, recordMoved, recordNotOpen, batchDiffers,
   * batchOfOtherAccount, banking.batchNotFound, batchProven, billing.paymentRefunded
   */
  async tie(tx: Tx, tie: Tie): Promise<void> {
    requireBoardWide(tx);
    await this.prove(tx, tie);
  }

  /**
   * Takes a proof back: its payments are undone, the record is nobody's, the batch waits again.
   * @throws boardWideOnly, batchNotProven, batchRefundedLater, billing.paymentRefunded
   */
  async untie(tx: Tx, batchId: Id, reason: string): Promise<void> {
    requireBoardWide(tx);
    const batch = await this.proofs.hold(tx, batchId);
    const { boardId, proofId, recordId } = batch;
    if (!proofId || !recordId) throw reconciliationError('batchNotProven', { batchId });
    await this.lines.leave(tx, { batch, proofId }, reason);
    await this.classifications.unclassify(tx, recordId, reason, { proofId });
    await this.proofs.end(tx, proofId, reason);
    await this.audit.append(tx, {
      boardId,
      act: 'reconciliation.untieBatch',
      subject: `settlementBatch:${batchId}`,
      before: { recordId },
      after: { reason },
    });
  }

  /**
   * Unties the batch that a record proves, if any: the bank took the credit back.
   * @throws as `untie`
   */
  async release(tx: Tx, recordId: Id, reason: string): Promise<void> {
    const batchId = await batchProvenBy(tx, recordId);
    if (batchId) await this.untie(tx, batchId, reason);
  }

  private async prove(tx: Tx, { batchId, recordId, reason, since }: Tie): Promise<void> {
    const batch = await this.proofs.hold(tx, batchId);
    const { boardId, net } = batch;
    const { state, direction, amount, bookedOn } = await seenStanding(tx, recordId, since);
    if (state !== 'unmatched') throw reconciliationError('recordNotOpen', { recordId, state });
    if (direction !== 'in' || amount !== net)
      throw reconciliationError('batchDiffers', { batchId, net, amount });
    if ((await accountOf(tx, recordId)) !== batch.accountId)
      throw reconciliationError('batchOfOtherAccount', { batchId, recordId });
    const proofId = await this.proofs.prove(tx, batch, recordId, reason);
    await this.classifications.classify(tx, {
      recordId,
      as: 'wallet-batch',
      reason,
      evidence: { proofId },
    });
    await this.lines.enter(tx, { batch, proofId, bookedOn });
    await this.audit.append(tx, {
      boardId,
      act: 'reconciliation.proveBatch',
      subject: `settlementBatch:${batchId}`,
      after: { recordId, net, reason },
    });
  }
}

/** It moves payments of every market of the board. */
function requireBoardWide(tx: Tx): void {
  if (marketScope(tx.actor) !== null) throw reconciliationError('boardWideOnly');
}

// Wallets pay within days; the same sum weeks later is another batch's.
const LONGEST_DAYS = 31;

async function fitsOf(tx: Reading, boardId: Id): Promise<Fit[]> {
  const batches = await openBatches(tx, boardId);
  if (batches.length === 0) return [];
  const credits = await waitingCredits(
    tx,
    boardId,
    batches.map(({ net }) => net),
  );
  const untied = await untiedPairs(tx, boardId);
  return batches.flatMap((batch) =>
    credits
      .filter(
        (credit) =>
          credit.amount === batch.net &&
          credit.bookedOn >= batch.lastOn &&
          credit.bookedOn <= addDays(batch.lastOn, LONGEST_DAYS) &&
          Wallets.looksLike(batch, credit),
      )
      .map(({ recordId }) => ({ batchId: batch.batchId, recordId }))
      .filter((fit) => !untied.has(pairKey(fit))),
  );
}

async function accountOf(tx: Reading, recordId: Id): Promise<Id | null> {
  const [record] = await tx.sql<{ accountId: Id }>(
    `select account_id as "accountId" from banking.v_bank_record where record_id = $1`,
    [recordId],
  );
  return record?.accountId ?? null;
}
