import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  BillRunDto,
  BillRunQueryDto,
  IssuedMonthDto,
  MonthDto,
  RehearsalDto,
} from './bill-run.dto';
import { BillRuns } from './bill-runs.service';

@ApiTags('billing')
@Controller('markets/:id/bill-runs')
export class BillRunsController {
  constructor(
    private readonly db: Database,
    private readonly runs: BillRuns,
  ) {}

  @Get()
  @Can('billing.read')
  @ApiOkResponse({ type: [BillRunDto] })
  list(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Query() { month }: BillRunQueryDto,
  ): Promise<BillRunDto[]> {
    return this.db.read(actor, (tx) => this.runs.list(tx, marketId, month));
  }

  @Post('rehearse')
  @HttpCode(200)
  @Can('billing.issue')
  @ApiOkResponse({ type: RehearsalDto })
  rehearse(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Body() { month }: MonthDto,
  ): Promise<RehearsalDto> {
    return this.db.read(actor, (tx) => this.runs.rehearse(tx, marketId, month));
  }

  @Post()
  @Can('billing.issue')
  @ApiCreatedResponse({ type: IssuedMonthDto })
  issue(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() marketId: Id,
    @Body() { month }: MonthDto,
  ): Promise<IssuedMonthDto> {
    return this.db.writeOnce(actor, once, (tx) => this.runs.issue(tx, marketId, month));
  }
}
