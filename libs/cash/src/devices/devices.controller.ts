import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, marketScope } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AnswerIncidentDto,
  DeviceGapListDto,
  DeviceIncidentPageDto,
  DeviceIncidentQueryDto,
} from './device.dto';
import { deviceGaps, incidentPage } from './devices.queries';
import { Devices } from './devices.service';

@ApiTags('cash')
@Controller()
export class DevicesController {
  constructor(
    private readonly db: Database,
    private readonly devices: Devices,
  ) {}

  /** Numbers that phones gave out and whose receipts have not come. */
  @Get('cash/device-gaps')
  @Can('cash.read')
  @ApiOkResponse({ type: DeviceGapListDto })
  gaps(@CurrentActor() actor: Actor) {
    return this.db.read(actor, async (tx) => ({ items: await deviceGaps(tx, marketScope(actor)) }));
  }

  /** Receipts refused because another phone counts the same. */
  @Get('device-incidents')
  @Can('cash.read')
  @ApiOkResponse({ type: DeviceIncidentPageDto })
  incidents(@CurrentActor() actor: Actor, @Query() query: DeviceIncidentQueryDto) {
    return this.db.read(actor, (tx) => incidentPage(tx, query, marketScope(actor)));
  }

  @Post('device-incidents/:id/answer')
  @HttpCode(204)
  @Can('cash.manage')
  @ApiNoContentResponse()
  answer(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { answer }: AnswerIncidentDto,
  ): Promise<void> {
    return this.db.write(actor, (tx) => this.devices.answer(tx, id, answer));
  }
}
