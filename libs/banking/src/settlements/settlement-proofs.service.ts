import type { Clock, Id, Vnd } from '@cho40/kernel';
import { brokenConstraint, CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { bankingError } from '../errors';
import { lockWallet } from './wallets.queries';

/** A batch with what the bank must show for it, and the proof that stands. */
export interface HeldBatch {
  readonly batchId: Id;
  readonly boardId: Id;
  readonly walletId: Id;
  readonly accountId: Id;
  readonly number: string;
  readonly gross: Vnd;
  readonly refunds: Vnd;
  readonly fees: number;
  readonly net: number;
  readonly proofId: Id | null;
  readonly recordId: Id | null;
}

/**
 * Which bank record a batch is. It only keeps what was found, to the đồng; who was paid, and what
 * becomes of the record, is said by whoever proves.
 */
@Injectable()
export class SettlementProofs {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * A batch to which nobody adds a line, and which nobody proves or ends, until the end of `tx`.
   * @throws banking.batchNotFound
   */
  async hold(tx: Tx, batchId: Id): Promise<HeldBatch> {
    const [batch] = await tx.sql<{ walletId: Id }>(
      `select wallet_id as "walletId" from banking.settlement_batch where id = $1`,
      [batchId],
    );
    if (!batch) throw bankingError('batchNotFound', { batchId });
    await lockWallet(tx, batch.walletId);
    const [held] = await tx.sql<HeldBatch>(
      `select batch_id as "batchId", board_id as "boardId", wallet_id as "walletId",
              account_id as "accountId", number, gross, refunds, fees, net, proof_id as "proofId",
              record_id as "recordId"
         from banking.v_settlement_batch where batch_id = $1`,
      [batchId],
    );
    if (!held) throw bankingError('batchNotFound', { batchId });
    return held;
  }

  /**
   * Keeps that the record is the batch's credit. The sums are the batch's own, and the database
   * refuses another amount than the record's. Gives the proof.
   * @throws banking.batchProven, recordProvesAnother, batchDiffers
   */
  async prove(tx: Tx, batch: HeldBatch, recordId: Id, reason: string): Promise<Id> {
    if (batch.proofId) throw bankingError('batchProven', { batchId: batch.batchId });
    const { boardId, batchId, gross, refunds, fees, net } = batch;
    const [id, by] = [newId(), tx.actor];
    await tx
      .sql(
        `insert into banking.settlement_proof (board_id, id, batch_id, record_id, gross, refunds,
           fees, amount, proven_by, proven_by_name, reason, proven_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          boardId,
          id,
          batchId,
          recordId,
          gross,
          refunds,
          fees,
          net,
          by.userId,
          by.userId && by.displayName,
          reason,
          this.clock.now(),
        ],
      )
      .catch((error: unknown) => {
        const constraint = brokenConstraint(error);
        if (constraint === 'settlement_proof_of_record')
          throw bankingError('recordProvesAnother', { recordId });
        if (constraint === 'settlement_proof_is_its_record')
          throw bankingError('batchDiffers', { batchId, net });
        throw error;
      });
    return id;
  }

  /** Ends the proof that stands: the batch waits for its credit again. */
  async end(tx: Tx, proofId: Id, reason: string): Promise<void> {
    const { userId, displayName } = tx.actor;
    await tx.sql(
      `update banking.settlement_proof
          set ended_at = $2, ended_by = $3, ended_by_name = $4, end_reason = $5
        where id = $1 and ended_at is null`,
      [proofId, this.clock.now(), userId, displayName, reason],
    );
  }
}
