import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SetStallStatesDto, StallStateDto } from './stall-state.dto';
import { StallStates } from './stall-states.service';

@ApiTags('markets')
@Controller()
export class StallStatesController {
  constructor(
    private readonly db: Database,
    private readonly states: StallStates,
  ) {}

  /** What a stall was at, the latest first: few rows, which come whole. */
  @Get('stalls/:id/states')
  @Can('markets.read')
  @ApiOkResponse({ type: [StallStateDto] })
  history(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StallStateDto[]> {
    return this.db.read(actor, (tx) => this.states.history(tx, id));
  }

  @Post('stall-states')
  @HttpCode(204)
  @Can('markets.write')
  @ApiNoContentResponse()
  set(@CurrentActor() actor: Actor, @Body() body: SetStallStatesDto): Promise<void> {
    const { stallIds, ...state } = body;
    return this.db.write(actor, (tx) =>
      this.states.set(
        tx,
        [...new Set(stallIds)].map((stallId) => ({ stallId, ...state })),
      ),
    );
  }
}
