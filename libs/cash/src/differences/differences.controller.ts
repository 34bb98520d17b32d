import { invariant, vnd } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  ListFile,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CollectorDifferenceListDto,
  DifferenceActDto,
  DifferenceActPageDto,
  DifferenceActQueryDto,
  ExplainDifferenceDto,
  SettleAtSafeDto,
} from './difference.dto';
import { actOf, actPage, collectorDifferences } from './differences.queries';
import { Differences } from './differences.service';

@ApiTags('cash')
@Controller('cash-differences')
export class DifferencesController {
  constructor(
    private readonly db: Database,
    private readonly differences: Differences,
  ) {}

  /** Who was ever short or over, and what of it is open. */
  @Get()
  @Can('cash.read')
  @ApiOkResponse({ type: CollectorDifferenceListDto })
  list(@CurrentActor() actor: Actor) {
    return this.db.read(actor, async (tx) => ({ items: await collectorDifferences(tx) }));
  }

  @Get('acts')
  @Can('cash.read')
  @ListFile<DifferenceActDto>('Xử lý thừa thiếu', {
    at: 'Lúc',
    collectorName: 'Người thu',
    kind: 'Cách xử lý',
    amount: { title: 'Số tiền', kind: 'money' },
    reason: 'Lý do',
    byName: 'Người xử lý',
  })
  @ApiOkResponse({ type: DifferenceActPageDto })
  acts(@CurrentActor() actor: Actor, @Query() query: DifferenceActQueryDto) {
    return this.db.read(actor, (tx) => actPage(tx, query));
  }

  /** The collector pays a shortage back, or gets a surplus back. */
  @Post('acts')
  @Can('cash.count')
  @ApiCreatedResponse({ type: DifferenceActDto })
  settle(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: SettleAtSafeDto,
  ) {
    return this.keep(actor, once, body, 'cashier');
  }

  /** A surplus is a late receipt's, or the board keeps it; or the cashier's own is settled. */
  @Post('explanations')
  @Can('cash.manage')
  @ApiCreatedResponse({ type: DifferenceActDto })
  explain(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: ExplainDifferenceDto,
  ) {
    return this.keep(actor, once, body, 'head');
  }

  private keep(actor: Actor, once: Once, body: ExplainDifferenceDto, as: 'cashier' | 'head') {
    const { userId, displayName: name } = actor;
    invariant(userId !== null, 'a difference settled by nobody');
    const { id, boardId, collectorId, kind, amount, reason } = body;
    const told = { id, boardId, collectorId, kind, amount: vnd(amount), reason, as };
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.differences.act(tx, { ...told, by: { id: userId, name } });
      return actOf(tx, id);
    });
  }
}
