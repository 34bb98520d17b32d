import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NewZoneDto, ZoneChangeDto, ZoneDto } from './zone.dto';
import { Zones } from './zones.service';

@ApiTags('markets')
@Controller()
export class ZonesController {
  constructor(
    private readonly db: Database,
    private readonly zones: Zones,
  ) {}

  /** A market has few zones: they come whole, as a tree laid flat. */
  @Get('markets/:id/zones')
  @Can('markets.read')
  @ApiOkResponse({ type: [ZoneDto] })
  list(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<ZoneDto[]> {
    return this.db.read(actor, (tx) => this.zones.list(tx, id));
  }

  @Post('markets/:id/zones')
  @Can('markets.write')
  @ApiCreatedResponse({ type: [ZoneDto] })
  create(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewZoneDto,
  ): Promise<ZoneDto[]> {
    return this.db.write(actor, async (tx) => {
      await this.zones.create(tx, id, [body]);
      return this.zones.list(tx, id);
    });
  }

  @Patch('zones/:id')
  @HttpCode(204)
  @Can('markets.write')
  @ApiNoContentResponse()
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: ZoneChangeDto,
  ): Promise<void> {
    return this.db.write(actor, (tx) => this.zones.change(tx, id, body));
  }
}
