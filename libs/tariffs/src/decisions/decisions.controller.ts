import { type Actor, Can, CurrentActor, Database } from '@cho40/platform';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DecisionDto, DecisionPageDto, DecisionQueryDto, NewDecisionDto } from './decision.dto';
import { Decisions } from './decisions.service';

@ApiTags('tariffs')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly db: Database,
    private readonly decisions: Decisions,
  ) {}

  @Get()
  @Can('tariffs.read')
  @ApiOkResponse({ type: DecisionPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: DecisionQueryDto): Promise<DecisionPageDto> {
    return this.db.read(actor, (tx) => this.decisions.list(tx, query));
  }

  @Post()
  @Can('tariffs.write')
  @ApiCreatedResponse({ type: DecisionDto })
  record(@CurrentActor() actor: Actor, @Body() body: NewDecisionDto): Promise<DecisionDto> {
    return this.db.write(actor, (tx) => this.decisions.record(tx, body));
  }
}
