import {
  Database,
  isStopped,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
} from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Reconciliation } from './matching/reconciliation.service';

/** banking's fact that matching follows from. */
export const RECORD_CONFIRMED = 'banking.recordConfirmed';

// As many records as one transaction decides on: well under a second of work and of held leases.
const BATCH = 200;

/** Decides on every confirmed record of a board. Lost, doubled or late, it changes only the timing. */
@Injectable()
export class RecordConfirmedProcessor implements JobHandler, OnModuleInit {
  readonly kind = RECORD_CONFIRMED;

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
        // Money is taken in, but given to nobody until the violation is cleared.
        if (await isStopped(tx, boardId)) return 0;
        const counts = await this.reconciliation.matchOpen(tx, boardId, BATCH);
        return counts.matched + counts.unmatched + counts.outgoing + counts.classified;
      });
    } while (decided > 0);
  }
}
