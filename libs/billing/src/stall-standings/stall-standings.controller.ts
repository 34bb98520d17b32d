import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { type Actor, Can, CLOCK, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { StallStandingDto } from './stall-standing.dto';
import { stallStandings } from './stall-standings.queries';

@ApiTags('billing')
@Controller('markets/:id/stall-standings')
export class StallStandingsController {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Can('billing.read')
  @ApiOkResponse({ type: [StallStandingDto] })
  list(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StallStandingDto[]> {
    const today = businessDateOf(this.clock.now());
    return this.db.read(actor, (tx) => stallStandings(tx, id, today));
  }
}
