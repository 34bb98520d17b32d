import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  ListFile,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { differenceOf } from '../domain/differences';
import { MonthDto } from './bill-run.dto';
import { BillRuns } from './bill-runs.service';
import {
  BoardRehearsalDto,
  DifferenceDto,
  DifferencePageDto,
  DifferenceQueryDto,
  IssuedBoardDto,
} from './board-run.dto';
import { boardRehearsalOf, differencePageOf } from './board-rehearsal';
import { ODDITY_WORDS } from './oddity-words';

/** A month of all markets of a board at once. */
@ApiTags('billing')
@Controller('boards/:id/bill-runs')
@Can('billing.issue')
export class BoardRunsController {
  constructor(
    private readonly db: Database,
    private readonly runs: BillRuns,
  ) {}

  @Post('rehearse')
  @HttpCode(200)
  @ApiOkResponse({ type: BoardRehearsalDto })
  rehearse(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Body() { month }: MonthDto,
  ): Promise<BoardRehearsalDto> {
    return this.db.read(actor, async (tx) =>
      boardRehearsalOf(month, await this.runs.rehearseBoard(tx, boardId, month)),
    );
  }

  @Get('differences')
  @ListFile<DifferenceDto>('Xem trước thông báo nộp tiền', {
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Tiểu thương',
    lastTotal: { title: 'Kỳ trước', kind: 'money' },
    total: { title: 'Kỳ này', kind: 'money' },
    fees: { title: 'Chênh lệch', kind: 'money', of: (_fees, bill) => differenceOf(bill) },
    oddities: {
      title: 'Ghi chú',
      of: (oddities) => oddities.map((oddity) => ODDITY_WORDS[oddity]).join(', '),
    },
  })
  @ApiOkResponse({ type: DifferencePageDto })
  differences(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Query() query: DifferenceQueryDto,
  ): Promise<DifferencePageDto> {
    return this.db.read(actor, async (tx) =>
      differencePageOf(await this.runs.rehearseBoard(tx, boardId, query.month), query),
    );
  }

  @Post()
  @ApiCreatedResponse({ type: IssuedBoardDto })
  issue(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() boardId: Id,
    @Body() { month }: MonthDto,
  ): Promise<IssuedBoardDto> {
    return this.db.writeOnce(actor, once, (tx) => this.runs.issueBoard(tx, boardId, month));
  }
}
