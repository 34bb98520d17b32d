import { invariant } from '@cho40/kernel';
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
import { CountSafeDto, SafeCountDto, SafeCountPageDto, SafeCountQueryDto } from './safe-count.dto';
import { safeCountOf, safeCountPage } from './safe-counts.queries';
import { SafeCounts } from './safe-counts.service';

@ApiTags('cash')
@Controller('safe-counts')
export class SafeCountsController {
  constructor(
    private readonly db: Database,
    private readonly counts: SafeCounts,
  ) {}

  @Get()
  @Can('cash.read')
  @ListFile<SafeCountDto>('Kiểm kê quỹ', {
    number: 'Số biên bản',
    countedAt: 'Lúc',
    booked: { title: 'Theo sổ', kind: 'money' },
    counted: { title: 'Thực đếm', kind: 'money' },
    difference: { title: 'Ghi thừa (thiếu)', kind: 'money' },
    cashierName: 'Thủ quỹ',
    witnessName: 'Người chứng kiến',
    remark: 'Lý do, hướng xử lý',
  })
  @ApiOkResponse({ type: SafeCountPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: SafeCountQueryDto) {
    return this.db.read(actor, (tx) => safeCountPage(tx, query));
  }

  /** The safe as whoever is signed in counted it blind, with a witness. */
  @Post()
  @Can('cash.count')
  @ApiCreatedResponse({ type: SafeCountDto })
  count(@CurrentActor() actor: Actor, @IdempotencyKey() once: Once, @Body() body: CountSafeDto) {
    const { userId, displayName: name } = actor;
    invariant(userId !== null, 'a safe counted by nobody');
    const { id, boardId, notes, witnessName, remark, confirmedDifference } = body;
    const said = { id, boardId, notes, witnessName, remark, confirmedDifference };
    const told = { ...said, cashier: { id: userId, name } };
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.counts.count(tx, told);
      return safeCountOf(tx, id);
    });
  }
}
