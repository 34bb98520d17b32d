import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { faultOf } from '../fault';
import { Schedules } from '../schedules/schedules';
import { BELL, type Bell } from './bell';
import { JobRunner } from './job-runner';

const LANES = 2;
const LOOK_MS = 1_000;
const SCHEDULES_MS = 5_000;

/** Runs jobs as they are due: woken by the bell, and looking by itself each second. */
@Injectable()
export class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('worker');
  private readonly sleepers = new Set<() => void>();
  private lanes: Promise<void>[] = [];
  private stopListening = () => {};
  private isStopping = false;
  private rings = 0;

  constructor(
    private readonly runner: JobRunner,
    private readonly schedules: Schedules,
    @Inject(BELL) private readonly bell: Bell,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.bell.listen(() => this.wake());
    this.lanes = Array.from({ length: LANES }, () => this.lane());
    void this.keepSchedules();
  }

  /** The jobs under way are finished, no other is begun. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.stopListening();
    this.wake();
    await Promise.all(this.lanes);
  }

  private async lane(): Promise<void> {
    while (!this.isStopping) {
      const ringsBefore = this.rings;
      const hasRun = await this.runNext();
      // A ring during the look may have come too late for it.
      if (!hasRun && ringsBefore === this.rings) await this.sleep();
    }
  }

  /** Not waited for at the end: what is cut off there (a backup) is done at the next start. */
  private async keepSchedules(): Promise<void> {
    while (!this.isStopping) {
      await this.schedules
        .runDue()
        .catch((error: unknown) => this.logger.warn({ fault: faultOf(error) }));
      await pause(SCHEDULES_MS, undefined, { ref: false });
    }
  }

  private async runNext(): Promise<boolean> {
    try {
      return await this.runner.runNext();
    } catch (error) {
      // The database is away; the rows will be there when it is back.
      this.logger.warn({ fault: faultOf(error) });
      return false;
    }
  }

  private wake(): void {
    this.rings += 1;
    for (const wake of this.sleepers) wake();
  }

  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_MS);
      this.sleepers.add(wake);
    });
  }
}
