import { businessDateOf, type Clock } from '@cho40/kernel';
import { type Actor, Can, CLOCK, CurrentActor, Database, marketScope } from '@cho40/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { cashToday } from './cash.queries';
import { CashInHandListDto, CashTodayDto } from './hand-ins/hand-in.dto';
import { cashInHand } from './hand-ins/hand-ins.queries';

@ApiTags('cash')
@Controller('cash')
export class CashController {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What each collector holds. */
  @Get('in-hand')
  @Can('cash.read')
  @ApiOkResponse({ type: CashInHandListDto })
  inHand(@CurrentActor() actor: Actor) {
    return this.db.read(actor, async (tx) => ({ items: await cashInHand(tx, marketScope(actor)) }));
  }

  @Get('today')
  @Can('cash.read')
  @ApiOkResponse({ type: CashTodayDto })
  today(@CurrentActor() actor: Actor) {
    const today = businessDateOf(this.clock.now());
    return this.db.read(actor, (tx) => cashToday(tx, today, marketScope(actor)));
  }
}
