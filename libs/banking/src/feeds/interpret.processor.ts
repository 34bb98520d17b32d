import type { Id } from '@cho40/kernel';
import {
  Database,
  faultOf,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
} from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { INTERPRET } from './deliveries.service';
import { Interpretation } from './interpretation.service';
import { keepFault, waitingIds } from './reading.queries';

// As many deliveries as one transaction reads: well under a second of held accounts.
const BATCH = 500;

/** Reads a board's deliveries, many in one transaction. Lost or doubled, it changes only the timing. */
@Injectable()
export class InterpretProcessor implements JobHandler, OnModuleInit {
  readonly kind = INTERPRET;

  constructor(
    private readonly db: Database,
    private readonly interpretation: Interpretation,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** Goes on until nothing waits: what another worker was reading waits again if that one is killed. */
  async handle({ boardId }: Job): Promise<void> {
    let hasMore: boolean;
    do hasMore = await this.readTogether(boardId).catch(() => this.readEach(boardId));
    while (hasMore);
  }

  private readTogether(boardId: Id): Promise<boolean> {
    return this.db.write(systemActor([boardId]), async (tx) => {
      await this.interpretation.readWaiting(tx, boardId, BATCH);
      return (await waitingIds(tx, boardId, 1)).length > 0;
    });
  }

  /** What fails together is read one by one, so that one delivery keeps no other from the books. */
  private async readEach(boardId: Id): Promise<boolean> {
    const actor = systemActor([boardId]);
    const ids = await this.db.read(actor, (tx) => waitingIds(tx, boardId, BATCH));
    let fault: unknown;
    for (const id of ids)
      try {
        await this.db.write(actor, (tx) => this.interpretation.replay(tx, id));
      } catch (error) {
        fault = error;
        await this.db.write(actor, (tx) => keepFault(tx, boardId, id, faultOf(error)));
      }
    // Thrown, so that the job comes again later, and says so if it never succeeds.
    if (fault) throw fault;
    return ids.length > 0;
  }
}
