import type { Clock } from '@cho40/kernel';
import { type Actor, Can, CLOCK, CurrentActor, Database } from '@cho40/platform';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { wholeBoard } from '../whole-board';
import { CustodyDto, CustodyQueryDto } from './custody.dto';
import { custodyAt } from './custody.queries';

@ApiTags('cash')
@Controller('cash/custody')
export class CustodyController {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Where all cash of a board is, or was at an instant. */
  @Get()
  @Can('cash.read')
  @ApiOkResponse({ type: CustodyDto })
  report(@CurrentActor() actor: Actor, @Query() query: CustodyQueryDto): Promise<CustodyDto> {
    const { boardId, at = this.clock.now() } = query;
    return this.db.read(actor, async (tx) => {
      await wholeBoard(tx, boardId);
      return { boardId, at, ...(await custodyAt(tx, boardId, at)) };
    });
  }
}
