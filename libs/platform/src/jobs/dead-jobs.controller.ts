import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../access/access';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { PageQueryDto } from '../http/page.dto';
import { DeadJobPageDto } from './dead-job.dto';
import { DeadJobs } from './dead-jobs';

@ApiTags('jobs')
@Controller('jobs')
export class DeadJobsController {
  constructor(
    private readonly db: Database,
    private readonly deadJobs: DeadJobs,
  ) {}

  @Get('dead')
  @Can('system.operate')
  @ApiOkResponse({ type: DeadJobPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<DeadJobPageDto> {
    return this.db.read(actor, (tx) => this.deadJobs.page(tx, query));
  }

  @Post(':id/retry')
  @HttpCode(204)
  @Can('system.operate')
  retry(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.db.write(actor, (tx) => this.deadJobs.retry(tx, id));
  }
}
