import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FeeTypeDto, NewTariffDto, TariffDto } from './tariff.dto';
import { Tariffs } from './tariffs.service';

@ApiTags('tariffs')
@Controller()
export class TariffsController {
  constructor(
    private readonly db: Database,
    private readonly tariffs: Tariffs,
  ) {}

  @Get('fee-types')
  @Can('tariffs.read')
  @ApiOkResponse({ type: [FeeTypeDto] })
  feeTypes(@CurrentActor() actor: Actor): Promise<FeeTypeDto[]> {
    return this.db.read(actor, (tx) => this.tariffs.feeTypes(tx));
  }

  @Get('markets/:id/tariffs')
  @Can('tariffs.read')
  @ApiOkResponse({ type: [TariffDto] })
  list(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<TariffDto[]> {
    return this.db.read(actor, (tx) => this.tariffs.list(tx, id));
  }

  @Post('markets/:id/tariffs')
  @Can('tariffs.write')
  @ApiCreatedResponse({ type: TariffDto })
  draft(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewTariffDto,
  ): Promise<TariffDto> {
    return this.db.write(actor, (tx) => this.tariffs.draft(tx, id, body));
  }

  @Post('tariffs/:id/approve')
  @HttpCode(200)
  @Can('tariffs.approve')
  @ApiOkResponse({ type: TariffDto })
  approve(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<TariffDto> {
    return this.db.write(actor, (tx) => this.tariffs.approve(tx, id));
  }
}
