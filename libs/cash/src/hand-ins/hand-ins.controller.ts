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
import { handInOf, handInPage } from './hand-in-book.queries';
import { CountHandInDto, HandInDto, HandInPageDto, HandInQueryDto } from './hand-in.dto';
import { HandIns } from './hand-ins.service';

@ApiTags('cash')
@Controller('hand-ins')
export class HandInsController {
  constructor(
    private readonly db: Database,
    private readonly handIns: HandIns,
  ) {}

  @Get()
  @Can('cash.read')
  @ListFile<HandInDto>('Nộp quỹ', {
    countedAt: 'Lúc',
    boardName: 'Ban quản lý',
    collectorName: 'Người thu',
    cashierName: 'Thủ quỹ',
    expected: { title: 'Phải nộp', kind: 'money' },
    amount: { title: 'Đếm được', kind: 'money' },
  })
  @ApiOkResponse({ type: HandInPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: HandInQueryDto) {
    return this.db.read(actor, (tx) => handInPage(tx, query));
  }

  /** Cash that whoever is signed in counted from a collector. */
  @Post()
  @Can('cash.count')
  @ApiCreatedResponse({ type: HandInDto })
  count(@CurrentActor() actor: Actor, @IdempotencyKey() once: Once, @Body() body: CountHandInDto) {
    const { userId, displayName: name } = actor;
    invariant(userId !== null, 'a hand-in counted by nobody');
    return this.db.writeOnce(actor, once, async (tx) => {
      const { amount, expected, ...told } = body;
      const counted = { ...told, amount: vnd(amount), cashier: { id: userId, name } };
      await this.handIns.count(
        tx,
        expected === undefined ? counted : { ...counted, expected: vnd(expected) },
      );
      return handInOf(tx, body.id);
    });
  }
}
