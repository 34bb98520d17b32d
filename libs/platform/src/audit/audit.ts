import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@cho40/kernel';
import { CLOCK } from '../clock';
import type { Tx } from '../database/tx';

/** A person's decision. */
export interface Act {
  /** SYSTEM_BOARD where it is no board's. */
  readonly boardId: string;
  /** lib.verb: `billing.issueBills`. */
  readonly act: string;
  /** What was acted on: `billRun:<id>`. */
  readonly subject: string;
  readonly before?: object;
  readonly after?: object;
}

/** Appends to a board's hash chain, in the transaction of the act. */
@Injectable()
export class Audit {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async append(tx: Tx, { boardId, act, subject, before, after }: Act): Promise<void> {
    await tx.sql('select platform.append_audit($1, $2, $3, $4, $5, $6, $7)', [
      boardId,
      this.clock.now(),
      tx.actor.userId,
      act,
      subject,
      before ? JSON.stringify(before) : null,
      after ? JSON.stringify(after) : null,
    ]);
  }
}
