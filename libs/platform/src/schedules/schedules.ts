import { Inject, Injectable, Logger } from '@nestjs/common';
import { invariant, type Clock } from '@cho40/kernel';
import { systemActor } from '../access/actor';
import { CLOCK } from '../clock';
import { Database } from '../database/database';
import { nextDue, type Rhythm } from '../domain/rhythm';
import { faultOf } from '../fault';

/** Work of the clock, done by one worker whoever else there is. */
export interface Schedule {
  /** lib.verb: `platform.verifyAll`. */
  readonly name: string;
  readonly rhythm: Rhythm;
  run(): Promise<unknown>;
}

const anybody = systemActor([]);

/** Each lib registers its own in `onModuleInit`; the worker asks every few seconds. */
@Injectable()
export class Schedules {
  private readonly logger = new Logger('schedules');
  private readonly schedules = new Map<string, Schedule>();

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register(schedule: Schedule): void {
    invariant(!this.schedules.has(schedule.name), 'two schedules of one name', {
      name: schedule.name,
    });
    this.schedules.set(schedule.name, schedule);
  }

  /** Does what is due, one after the other; gives its names. What fails is done at the next time. */
  async runDue(): Promise<string[]> {
    const done: string[] = [];
    for (const schedule of this.schedules.values())
      if (await this.claim(schedule)) {
        await this.run(schedule);
        done.push(schedule.name);
      }
    return done;
  }

  private async run({ name, run }: Schedule): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.logger.error({ fault: faultOf(error), schedule: name });
    }
  }

  /** Whoever moves the day on has the work; a new schedule is due at once unless it is a night's. */
  private claim({ name, rhythm }: Schedule): Promise<boolean> {
    const now = this.clock.now();
    const next = nextDue(rhythm, now);
    return this.db.write(anybody, async (tx) => {
      await tx.sql(
        'insert into platform.schedule (name, due_at) values ($1, $2) on conflict do nothing',
        [name, rhythm.kind === 'every' ? now : next],
      );
      const moved = await tx.sql(
        `update platform.schedule set due_at = $2 where name = $1 and due_at <= $3
         returning name`,
        [name, next, now],
      );
      return moved.length === 1;
    });
  }
}
