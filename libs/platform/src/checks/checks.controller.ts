import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../access/access';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import type { Reading } from '../database/tx';
import { DeadJobs } from '../jobs/dead-jobs';
import { ChecksDto, PlatformTodayDto } from './check.dto';
import { lastGoodBackup, lastResults, lastRun, openViolations } from './check.queries';
import { Checks } from './checks.service';
import { Invariants } from './invariants';

@ApiTags('checks')
@Controller()
export class ChecksController {
  constructor(
    private readonly db: Database,
    private readonly checks: Checks,
    private readonly invariants: Invariants,
    private readonly deadJobs: DeadJobs,
  ) {}

  @Get('checks')
  @Can('audit.read')
  @ApiOkResponse({ type: ChecksDto })
  show(@CurrentActor() actor: Actor): Promise<ChecksDto> {
    return this.db.read(actor, (tx) => this.standing(tx));
  }

  /** Runs every check now; on a province this takes seconds. */
  @Post('checks/run')
  @HttpCode(200)
  @Can('system.operate')
  @ApiOkResponse({ type: ChecksDto })
  async run(@CurrentActor() actor: Actor): Promise<ChecksDto> {
    await this.checks.runAll();
    return this.db.read(actor, (tx) => this.standing(tx));
  }

  @Get('platform/today')
  @Can('markets.read')
  @ApiOkResponse({ type: PlatformTodayDto })
  today(@CurrentActor() actor: Actor): Promise<PlatformTodayDto> {
    return this.db.read(actor, async (tx) => {
      const violations = await openViolations(tx);
      return {
        lastCheckAt: (await lastRun(tx))?.endedAt ?? null,
        openViolations: violations.length,
        stoppedBoards: [...new Set(violations.map(({ boardId }) => boardId))],
        lastBackup: await lastGoodBackup(tx),
        deadJobs: await this.deadJobs.count(tx),
      };
    });
  }

  private async standing(tx: Reading): Promise<ChecksDto> {
    return {
      lastRun: await lastRun(tx),
      results: await lastResults(
        tx,
        this.invariants.all().map(({ name }) => name),
      ),
      violations: await openViolations(tx),
    };
  }
}
