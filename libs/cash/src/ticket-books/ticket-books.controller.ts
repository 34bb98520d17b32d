import { invariant, vnd, type Id } from '@cho40/kernel';
import { Markets } from '@cho40/markets';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  ListFile,
  type Once,
  type Reading,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { cashError } from '../errors';
import {
  NewReturnDto,
  NewTicketBookDto,
  ReturnedDto,
  SerialsDto,
  TicketBookDetailDto,
  TicketBookDto,
  TicketBookPageDto,
  TicketBookQueryDto,
} from './ticket-book.dto';
import { holdersOf, movesOf } from './ticket-books.queries';
import { TicketBooks, type NewTicketBook } from './ticket-books.service';

@ApiTags('cash')
@Controller('ticket-books')
export class TicketBooksController {
  constructor(
    private readonly db: Database,
    private readonly books: TicketBooks,
    private readonly markets: Markets,
  ) {}

  @Get()
  @Can('cash.read')
  @ListFile<TicketBookDto>('Quyển vé', {
    series: 'Ký hiệu',
    firstSerial: { title: 'Từ số', kind: 'number' },
    lastSerial: { title: 'Đến số', kind: 'number' },
    marketName: 'Chợ',
    feeName: 'Nộp cho',
    price: { title: 'Giá in', kind: 'money' },
    receivedOn: { title: 'Ngày nhận', kind: 'day' },
    inStock: { title: 'Trong kho', kind: 'number' },
    issued: { title: 'Đã giao', kind: 'number' },
    sold: { title: 'Đã bán', kind: 'number' },
    spoiled: { title: 'Hỏng', kind: 'number' },
    lost: { title: 'Mất', kind: 'number' },
    soldVnd: { title: 'Tiền đã bán', kind: 'money' },
  })
  @ApiOkResponse({ type: TicketBookPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: TicketBookQueryDto) {
    return this.db.read(actor, (tx) => this.books.list(tx, query));
  }

  @Get(':id')
  @Can('cash.read')
  @ApiOkResponse({ type: TicketBookDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<TicketBookDetailDto> {
    return this.db.read(actor, (tx) => this.detail(tx, id));
  }

  @Post()
  @Can('cash.count')
  @ApiCreatedResponse({ type: TicketBookDetailDto })
  receive(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: NewTicketBookDto,
  ): Promise<TicketBookDetailDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      const { boardId } = await this.markets.get(tx, body.marketId);
      await this.books.receive(tx, bookOfBody(body), boardId);
      return this.detail(tx, body.id);
    });
  }

  /** Stubs for whoever is signed in and signs for them so. */
  @Post(':id/issues')
  @HttpCode(200)
  @Can('cash.collect')
  @ApiOkResponse({ type: TicketBookDetailDto })
  issue(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() serials: SerialsDto,
  ): Promise<TicketBookDetailDto> {
    const { userId, displayName: name } = actor;
    invariant(userId !== null, 'stubs given to nobody');
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.books.issue(tx, id, serials, { id: userId, name });
      return this.detail(tx, id);
    });
  }

  /** What a collector brings back: stubs of the sold, and the others. */
  @Post(':id/returns')
  @HttpCode(200)
  @Can('cash.count')
  @ApiOkResponse({ type: ReturnedDto })
  bringBack(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() body: NewReturnDto,
  ): Promise<ReturnedDto> {
    if (actor.userId === body.collectorId) throw cashError('countedByCollector');
    const { collectorId, on, sold, spoiled, lost, unsold } = body;
    const reason = body.reason?.trim() ?? null;
    const told = { collectorId, on, sold, spoiled, lost, unsold, reason };
    return this.db.writeOnce(actor, once, (tx) => this.books.bringBack(tx, id, told));
  }

  private async detail(tx: Reading, id: Id): Promise<TicketBookDetailDto> {
    const { items } = await this.books.list(tx, { id, limit: 1 });
    const [book] = items;
    if (!book) throw cashError('bookNotFound', { bookId: id });
    const held = await holdersOf(tx, id);
    return { ...book, held, moves: await movesOf(tx, id) };
  }
}

function bookOfBody(body: NewTicketBookDto): NewTicketBook {
  const { id, marketId, series, firstSerial, lastSerial, feeType, unit, receivedOn } = body;
  return {
    id,
    marketId,
    series,
    firstSerial,
    lastSerial,
    feeType,
    unit,
    receivedOn,
    price: vnd(body.price),
    areaM2: body.areaM2 ?? null,
    isRoofed: body.isRoofed ?? null,
    goodsGroup: body.goodsGroup?.trim() ?? null,
    carrier: body.carrier ?? null,
  };
}
