import type { Id } from '@cho40/kernel';
import { groupedMovements } from '@cho40/ledger';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CloseMonthDto, PeriodDto, PeriodQueryDto, PeriodViewDto } from './period.dto';
import { Periods, type PeriodView } from './periods.service';

@ApiTags('closing')
@Controller('boards/:id/periods')
export class PeriodsController {
  constructor(
    private readonly db: Database,
    private readonly periods: Periods,
  ) {}

  @Get()
  @Can('closing.read')
  @ApiOkResponse({ type: [PeriodDto] })
  list(@CurrentActor() actor: Actor, @IdParam() boardId: Id): Promise<PeriodDto[]> {
    return this.db.read(actor, (tx) => this.periods.list(tx, boardId));
  }

  /** One month: its checklist and its trial balance. */
  @Get('month')
  @Can('closing.read')
  @ApiOkResponse({ type: PeriodViewDto })
  get(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Query() { month }: PeriodQueryDto,
  ): Promise<PeriodViewDto> {
    return this.db.read(actor, async (tx) => shown(await this.periods.get(tx, boardId, month)));
  }

  /** Closes a month for ever. */
  @Post()
  @Can('closing.close')
  @ApiCreatedResponse({ type: PeriodViewDto })
  close(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() boardId: Id,
    @Body() body: CloseMonthDto,
  ): Promise<PeriodViewDto> {
    return this.db.writeOnce(actor, once, async (tx) =>
      shown(await this.periods.close(tx, boardId, body)),
    );
  }

  /** The month's files as a ZIP; of an open month as they stand now. */
  @Get('proof-pack')
  @Can('closing.read')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async proofPack(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Query() { month }: PeriodQueryDto,
  ): Promise<StreamableFile> {
    const zip = await this.db.read(actor, (tx) => this.periods.proofPack(tx, boardId, month));
    return new StreamableFile(zip, {
      type: 'application/zip',
      disposition: `attachment; filename="khoa-so-${month}.zip"`,
    });
  }
}

const shown = (view: PeriodView): PeriodViewDto => ({
  ...view,
  items: [...view.items],
  movements: groupedMovements(view.movements),
});
