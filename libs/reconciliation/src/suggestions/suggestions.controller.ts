import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SuggestionDto } from './suggestion.dto';
import { Suggestions } from './suggestions.service';

@ApiTags('bank-records')
@Controller('bank-records')
export class SuggestionsController {
  constructor(
    private readonly db: Database,
    private readonly suggestions: Suggestions,
  ) {}

  /** Whose money a waiting record may be, the likeliest first; a person decides. */
  @Get(':id/suggestions')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: [SuggestionDto] })
  list(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<SuggestionDto[]> {
    return this.db.read(actor, (tx) => this.suggestions.of(tx, id));
  }
}
