import type { Id } from '@cho40/kernel';
import {
  Database,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
  type Reading,
} from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Reconciliation } from './matching/reconciliation.service';

// As many records as one transaction decides on: well under a second of work and of held leases.
const BATCH = 200;

/** Decides on every confirmed record of a board. Lost, doubled or late, it changes only the timing. */
@Injectable()
export class RecordConfirmedProcessor implements JobHandler, OnModuleInit {
  readonly kind = 'banking.recordConfirmed';

  constructor(
    private readonly db: Database,
    private readonly reconciliation: Reconciliation,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async handle({ boardId }: Job): Promise<void> {
    let decided: number;
    do {
      decided = await this.db.write(systemActor([boardId]), async (tx) => {
        if (await isStopped(tx, boardId)) return 0;
        const counts = await this.reconciliation.matchOpen(tx, boardId, BATCH);
        return counts.matched + counts.unmatched + counts.outgoing;
      });
    } while (decided > 0);
  }
}

// Where an invariant is broken, money is taken in but not given to anybody until it is cleared.
async function isStopped(tx: Reading, boardId: Id): Promise<boolean> {
  const stopped = await tx.sql('select from platform.v_stopped_board where board_id = $1', [
    boardId,
  ]);
  return stopped.length > 0;
}
