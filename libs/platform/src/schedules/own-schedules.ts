import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@cho40/kernel';
import { systemActor } from '../access/actor';
import { Checks } from '../checks/checks.service';
import { CLOCK } from '../clock';
import { Database } from '../database/database';
import { backupIfDue } from '../embedded/backup';
import { faultOf } from '../fault';
import { newId } from '../ids';
import { PLATFORM_OPTIONS, type PlatformOptions } from '../options';
import { Schedules } from './schedules';

const anybody = systemActor([]);

/**
 * What platform itself does by the clock: telling the planner of tables that grew, verify, the daily
 * backup, and putting old rows away.
 */
@Injectable()
export class OwnSchedules implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly checks: Checks,
    private readonly db: Database,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'platform.gatherStatistics',
      rhythm: { kind: 'every', minutes: 0.1 },
      run: () => this.gatherStatistics(),
    });
    this.schedules.register({
      name: 'platform.verifyChanged',
      rhythm: { kind: 'every', minutes: 5 },
      run: () => this.checks.runChanged(),
    });
    this.schedules.register({
      name: 'platform.verifyAll',
      rhythm: { kind: 'daily', at: '02:30' },
      run: () => this.checks.runAll(),
    });
    this.schedules.register({
      name: 'platform.putAway',
      rhythm: { kind: 'daily', at: '03:30' },
      run: () => this.putAway(),
    });
    // Asked every hour: a machine that sleeps at night is backed up in the morning.
    this.schedules.register({
      name: 'platform.backup',
      rhythm: { kind: 'every', minutes: 60 },
      run: () => this.backUp(),
    });
  }

  private async gatherStatistics(): Promise<void> {
    await this.db.write(anybody, (tx) => tx.sql('call platform.gather_statistics_of_grown()'));
  }

  /** Keys answer retries, not history; a job that is done is kept for a month of questions. */
  private async putAway(): Promise<void> {
    await this.db.write(anybody, async (tx) => {
      await tx.sql(`delete from platform.idempotency where at < now() - interval '30 days'`);
      await tx.sql(
        `delete from platform.job where state = 'done' and ended_at < now() - interval '30 days'`,
      );
    });
  }

  private async backUp(): Promise<void> {
    const { embeddedDataDir: dataDir, migrationUrl } = this.options;
    if (!dataDir || !migrationUrl) return;
    try {
      const backup = await backupIfDue({ dataDir, migrationUrl, takenAt: this.clock.now() });
      if (backup) await this.keepBackup(backup.folder, backup.bytes, null);
    } catch (error) {
      await this.keepBackup('', 0, faultOf(error));
      throw error;
    }
  }

  private async keepBackup(folder: string, bytes: number, error: string | null): Promise<void> {
    await this.db.write(anybody, (tx) =>
      tx.sql(
        `insert into platform.backup_run (id, at, folder, bytes, error)
         values ($1, $2, $3, $4, $5)`,
        [newId(), this.clock.now(), folder, bytes, error],
      ),
    );
  }
}
