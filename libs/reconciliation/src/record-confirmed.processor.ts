import type { Id } from '@cho40/kernel';
import {
  Database,
  isStopped,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
} from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { waitingRecords } from './matching/open-records.queries';
import { Reconciliation } from './matching/reconciliation.service';
import { ProveBatchesProcessor } from './settlements/prove-batches.processor';

/** banking's fact that matching follows from. */
export const RECORD_CONFIRMED = 'banking.recordConfirmed';

// As many records as one transaction decides on: it holds their leases, for which a collector's
// receipt waits, so more at once would keep the collector standing.
export const BATCH = 500;

/** What is left to do, and what could not be done. */
interface Left {
  readonly hasMore: boolean;
  readonly failed: readonly Id[];
  readonly fault?: unknown;
}

/** Decides on every confirmed record of a board. Lost, doubled or late, it changes only the timing. */
@Injectable()
export class RecordConfirmedProcessor implements JobHandler, OnModuleInit {
  readonly kind = RECORD_CONFIRMED;

  constructor(
    private readonly db: Database,
    private readonly reconciliation: Reconciliation,
    private readonly proving: ProveBatchesProcessor,
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
    let left: Left = { hasMore: true, failed: [] };
    while (left.hasMore) left = await this.decideMore(boardId, left);
    // A wallet's credit may be among them.
    await this.proving.handle({ boardId });
    // Thrown, so that the job comes again later, and says so if it never succeeds.
    if (left.fault) throw left.fault;
  }

  private decideMore(boardId: Id, before: Left): Promise<Left> {
    return this.decide(boardId, before, BATCH).catch(() => this.decideEach(boardId, before));
  }

  /** What fails together is decided one by one, so that one record keeps no other from its payment. */
  private async decideEach(boardId: Id, before: Left): Promise<Left> {
    const ids = await this.db.read(systemActor([boardId]), (tx) =>
      waitingRecords(tx, boardId, BATCH, before.failed),
    );
    let left: Left = { ...before, hasMore: ids.length > 0 };
    for (const id of ids)
      try {
        left = await this.decide(boardId, left, 1);
      } catch (fault) {
        left = { hasMore: true, failed: [...left.failed, id], fault };
      }
    return left;
  }

  private decide(boardId: Id, before: Left, most: number): Promise<Left> {
    return this.db.write(systemActor([boardId]), async (tx) => {
      // Money is taken in, but given to nobody until the violation is cleared.
      if (await isStopped(tx, boardId)) return { ...before, hasMore: false };
      await this.reconciliation.matchOpen(tx, boardId, most, before.failed);
      const [next] = await waitingRecords(tx, boardId, 1, before.failed);
      return { ...before, hasMore: next !== undefined };
    });
  }
}
