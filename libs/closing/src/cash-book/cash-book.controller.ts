import type { Id, Month } from '@cho40/kernel';
import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdParam,
  Papers,
  pdfFile,
  type Reading,
} from '@cho40/platform';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { cashBookPaper, slipPaper } from '../domain/cash-papers';
import { closingError } from '../errors';
import { PeriodQueryDto } from '../periods/period.dto';
import { wholeBoard } from '../whole-board';
import { CashBookDto } from './cash-book.dto';
import { cashBook, slipOf } from './cash-book.queries';

@ApiTags('closing')
@Controller('boards/:id/cash-book')
export class CashBookController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
  ) {}

  /** The safe of a board through a month. */
  @Get()
  @Can('closing.read')
  @ApiOkResponse({ type: CashBookDto })
  book(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Query() { month }: PeriodQueryDto,
  ): Promise<CashBookDto> {
    return this.db.read(actor, async (tx) => (await bookOf(tx, boardId, month)).book);
  }

  /** The same as sổ quỹ tiền mặt, mẫu S07-X. */
  @Get('pdf')
  @Can('closing.read')
  @AsPdf()
  async print(
    @CurrentActor() actor: Actor,
    @IdParam() boardId: Id,
    @Query() { month }: PeriodQueryDto,
  ): Promise<StreamableFile> {
    const { book, boardName } = await this.db.read(actor, (tx) => bookOf(tx, boardId, month));
    return pdfFile(await this.papers.print([cashBookPaper(book, boardName)]), `so-quy-${month}`);
  }
}

@ApiTags('closing')
@Controller('safe-slips')
export class SafeSlipsController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
  ) {}

  /** A phiếu thu or phiếu chi of the safe. */
  @Get(':id/pdf')
  @Can('closing.read')
  @AsPdf()
  async print(@CurrentActor() actor: Actor, @IdParam() slipId: Id): Promise<StreamableFile> {
    const slip = await this.db.read(actor, (tx) => slipOf(tx, slipId));
    if (!slip || actor.markets !== 'all') throw closingError('slipNotFound', { slipId });
    return pdfFile(await this.papers.print([slipPaper(slip, slip)]), slip.number);
  }
}

async function bookOf(tx: Reading, boardId: Id, month: Month) {
  const { name: boardName } = await wholeBoard(tx, boardId);
  return { boardName, book: await cashBook(tx, boardId, month) };
}
