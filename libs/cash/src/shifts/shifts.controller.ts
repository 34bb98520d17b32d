import { invariant, type Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdParam,
  ListFile,
  marketScope,
  type Reading,
} from '@cho40/platform';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { heldBy } from '../hand-ins/hand-ins.queries';
import { shiftOf, shiftPage } from './shift-book.queries';
import { ShiftDetailDto, ShiftDto, ShiftPageDto, ShiftQueryDto } from './shift.dto';
import { Shifts, type Closer } from './shifts.service';

@ApiTags('cash')
@Controller('shifts')
export class ShiftsController {
  constructor(
    private readonly db: Database,
    private readonly shifts: Shifts,
  ) {}

  @Get()
  @Can('cash.read')
  @ListFile<ShiftDto>('Ca thu', {
    openedAt: 'Mở lúc',
    closedAt: 'Đóng lúc',
    marketName: 'Chợ',
    collectorName: 'Người thu',
    byReceipts: { title: 'Thu bằng phiếu', kind: 'money' },
    byTickets: { title: 'Thu bằng phiếu phiên', kind: 'money' },
    expected: { title: 'Phải nộp lúc đóng ca', kind: 'money' },
  })
  @ApiOkResponse({ type: ShiftPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ShiftQueryDto) {
    return this.db.read(actor, (tx) => shiftPage(tx, query, marketScope(actor)));
  }

  @Get(':id')
  @Can('cash.read')
  @ApiOkResponse({ type: ShiftDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<ShiftDetailDto> {
    return this.db.read(actor, (tx) => detailOf(tx, id));
  }

  /** The collector's own: says what is to be handed in. */
  @Post(':id/close')
  @HttpCode(200)
  @Can('cash.collect')
  @ApiOkResponse({ type: ShiftDetailDto })
  closeOwn(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<ShiftDetailDto> {
    return this.db.write(actor, async (tx) => {
      await this.shifts.closeOwn(tx, id, closerOf(actor));
      return detailOf(tx, id);
    });
  }

  /** One that its collector left open. */
  @Post(':id/close-left-open')
  @HttpCode(200)
  @Can('cash.count')
  @ApiOkResponse({ type: ShiftDetailDto })
  close(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<ShiftDetailDto> {
    return this.db.write(actor, async (tx) => {
      await this.shifts.close(tx, id, closerOf(actor));
      return detailOf(tx, id);
    });
  }
}

async function detailOf(tx: Reading, id: Id): Promise<ShiftDetailDto> {
  const shift = await shiftOf(tx, id, marketScope(tx.actor));
  return { ...shift, inHand: await heldBy(tx, shift.boardId, shift.collectorId) };
}

function closerOf({ userId, displayName: name }: Actor): Closer {
  invariant(userId !== null, 'a shift closed by nobody');
  return { id: userId, name };
}
