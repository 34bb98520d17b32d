import { join } from 'node:path';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  type HealthCheckResult,
} from '@nestjs/terminus';
import { Database, missingSteps, Public, systemActor, projectRoot } from '@cho40/platform';

@ApiTags('health')
@Controller('health')
export class HealthController {
  private readonly migrations = join(projectRoot(), 'migrations');

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly db: Database,
  ) {}

  /** Whether the process answers at all; a supervisor restarts it when not. */
  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Whether it can work: the database answers and carries every migration of this release. */
  @Get('ready')
  @Public()
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.database()]);
  }

  private async database() {
    const indicator = this.indicators.check('database');
    try {
      const applied = await this.db.read(systemActor([]), (tx) =>
        tx.sql<{ name: string }>('select name from migration.step'),
      );
      const missing = missingSteps(
        this.migrations,
        applied.map(({ name }) => name),
      );
      return missing.length === 0 ? indicator.up() : indicator.down({ missing });
    } catch {
      return indicator.down({ code: 'platform.databaseUnreachable' });
    }
  }
}
