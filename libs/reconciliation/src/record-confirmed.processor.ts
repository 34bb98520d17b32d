import {
  Database,
  isStopped,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
} from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openRecords } from './matching/open-records.queries';
import { Reconciliation } from './matching/reconciliation.service';

/** banking's fact that matching follows from. */
export const RECORD_CONFIRMED = 'banking.recordConfirmed';

// As many records as one transaction decides on: well under a second of work and of held leases.
export const BATCH = 200;

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

  /**
   * Goes on until nothing is open. That all of a batch was being decided on by another worker says
   * nothing about the rest: the other may be killed before it comes to it.
   */
  async handle({ boardId }: Job): Promise<void> {
    let hasMore: boolean;
    do {
      hasMore = await this.db.write(systemActor([boardId]), async (tx) => {
        // Money is taken in, but given to nobody until the violation is cleared.
        if (await isStopped(tx, boardId)) return false;
        await this.reconciliation.matchOpen(tx, boardId, BATCH);
        return (await openRecords(tx, boardId, 1)).length > 0;
      });
    } while (hasMore);
  }
}
