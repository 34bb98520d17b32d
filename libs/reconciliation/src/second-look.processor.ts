import type { Clock, Id } from '@cho40/kernel';
import {
  CLOCK,
  Database,
  isStopped,
  JobHandlers,
  systemActor,
  type Job,
  type JobHandler,
} from '@cho40/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SECOND_LOOK, SecondLook } from './matching/second-look.service';

/** banking's fact: a payment proved an account to be the board's. */
const ACCOUNT_PROVEN = 'banking.accountProven';
const BATCH = 200;

/** Looks again at all that waits of a board. Lost, doubled or late, it changes only the timing. */
@Injectable()
export class SecondLookProcessor implements JobHandler, OnModuleInit {
  readonly kind = SECOND_LOOK;

  constructor(
    private readonly db: Database,
    private readonly secondLook: SecondLook,
    private readonly handlers: JobHandlers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
    this.handlers.register({ kind: ACCOUNT_PROVEN, handle: (job) => this.handle(job) });
  }

  async handle({ boardId }: Job): Promise<void> {
    const began = this.clock.now();
    let last: Id | null = null;
    do {
      const after: Id | null = last;
      const next: Id | 'stopped' | null = await this.db.write(systemActor([boardId]), async (tx) =>
        // Nothing is concluded until the violation is cleared; the schedule comes back to it.
        (await isStopped(tx, boardId))
          ? 'stopped'
          : this.secondLook.lookFrom(tx, boardId, after, BATCH),
      );
      if (next === 'stopped') return;
      last = next;
    } while (last !== null);
    await this.db.write(systemActor([boardId]), (tx) => this.secondLook.end(tx, boardId, began));
  }
}
