import {
  Database,
  isStopped,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
} from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settling } from './settling.service';

/** banking's fact that proving follows from. */
const LINES_REPORTED = 'banking.linesReported';

/** Looks for the credits of open batches. Lost, doubled or late, it changes only the timing. */
@Injectable()
export class ProveBatchesProcessor implements JobHandler, OnModuleInit {
  readonly kind = LINES_REPORTED;

  constructor(
    private readonly db: Database,
    private readonly settling: Settling,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async handle({ boardId }: Pick<Job, 'boardId'>): Promise<void> {
    await this.db.write(systemActor([boardId]), async (tx) => {
      if (await isStopped(tx, boardId)) return;
      await this.settling.proveOpen(tx, boardId);
    });
  }
}
