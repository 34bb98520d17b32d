import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NewStallDto, StallChangeDto, StallDto, StallPageDto, StallQueryDto } from './stall.dto';
import { Stalls } from './stalls.service';

@ApiTags('markets')
@Controller()
export class StallsController {
  constructor(
    private readonly db: Database,
    private readonly stalls: Stalls,
  ) {}

  @Get('markets/:id/stalls')
  @Can('markets.read')
  @ApiOkResponse({ type: StallPageDto })
  list(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() query: StallQueryDto,
  ): Promise<StallPageDto> {
    return this.db.read(actor, (tx) => this.stalls.list(tx, id, query));
  }

  @Post('markets/:id/stalls')
  @Can('markets.write')
  @ApiCreatedResponse({ type: StallDto })
  create(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewStallDto,
  ): Promise<StallDto> {
    return this.db.write(actor, (tx) => this.stalls.createOne(tx, id, body));
  }

  @Get('stalls/:id')
  @Can('markets.read')
  @ApiOkResponse({ type: StallDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StallDto> {
    return this.db.read(actor, (tx) => this.stalls.get(tx, id));
  }

  @Patch('stalls/:id')
  @Can('markets.write')
  @ApiOkResponse({ type: StallDto })
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: StallChangeDto,
  ): Promise<StallDto> {
    return this.db.write(actor, (tx) => this.stalls.change(tx, id, body));
  }
}
