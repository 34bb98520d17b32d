import { Tickets } from '@cho40/billing';
import { businessDateOf, type BusinessDate, type Clock, type Id, type Vnd } from '@cho40/kernel';
import {
  Audit,
  brokenConstraint,
  CLOCK,
  marketScope,
  newId,
  reachesMarket,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  expectedOf,
  serialsProblem,
  STUB_OUTCOMES,
  stubCount,
  type BroughtBack,
  type Serials,
} from '../domain/ticket-stubs';
import { cashError } from '../errors';
import { TicketTakings, type Collector } from '../tickets/ticket-takings.service';
import {
  bookPage,
  holdBook,
  insertBook,
  issuedNameOf,
  keepMoves,
  moveStubs,
  type BookRow,
  type StubMove,
} from './ticket-books.queries';

/** A book as it comes from the printer. */
export type NewTicketBook = Omit<BookRow, 'boardId'>;

/** What a collector brings back of a book, for the day on which it was sold. */
export interface NewReturn extends BroughtBack {
  readonly collectorId: Id;
  readonly on: BusinessDate;
  /** Why it was sold on a day without market, why stubs are spoiled or lost. */
  readonly reason: string | null;
}

/** What a return comes to. */
export interface Returned {
  readonly soldCount: number;
  /** Sold times price: in the collector's hand, to be handed in. */
  readonly expected: Vnd;
  /** What the sold stubs were written down as; null where none was sold. */
  readonly ticketId: Id | null;
}

/** Paper ticket books (quyển vé): every serial is in one place, and what was sold is money. */
@Injectable()
export class TicketBooks {
  constructor(
    private readonly tickets: Tickets,
    private readonly takings: TicketTakings,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a book in. Told again with the same id it is the same book.
   * @throws cash.stubsReversed, bookDiffers, serialsTaken when the series has one of them already
   */
  async receive(tx: Tx, told: NewTicketBook, boardId: Id): Promise<void> {
    const { id, marketId, series, firstSerial: first, lastSerial: last } = told;
    if (!reachesMarket(tx.actor, marketId)) throw cashError('marketNotFound', { marketId });
    if (first > last) throw cashError('stubsReversed', { serial: first });
    const book = { ...told, boardId };
    if (!(await this.insert(tx, book))) {
      const { items } = await bookPage(tx, { id, limit: 1 });
      const [stands] = items;
      if (stands?.series !== series || stands.firstSerial !== first || stands.lastSerial !== last)
        throw cashError('bookDiffers', { id });
      return;
    }
    const received = { act: 'received', serials: [{ first, last }], collector: null } as const;
    await keepMoves(tx, book, [{ ...received, on: told.receivedOn }], this.clock.now());
    await this.audit.append(tx, {
      boardId,
      act: 'cash.receiveTicketBook',
      subject: `ticketBook:${id}`,
      after: { series, first, last, price: told.price },
    });
  }

  /**
   * Gives stubs from the shelf to the collector who signs for them.
   * @throws cash.bookNotFound, stubsReversed, stubElsewhere
   */
  async issue(tx: Tx, bookId: Id, serials: Serials, collector: Collector): Promise<void> {
    const book = await this.hold(tx, bookId);
    refuseWrong([serials]);
    const move = { from: 'in-stock', to: 'issued', collectorId: collector.id } as const;
    await this.move(tx, book, [serials], move);
    const now = this.clock.now();
    const issued = {
      act: 'issued',
      serials: [serials],
      collector,
      on: businessDateOf(now),
    } as const;
    await keepMoves(tx, book, [issued], now);
  }

  /**
   * Settles what a collector brings back: the sold stubs are a ticket of their day at the tariff's
   * price, whose cash is in the collector's hand and shift; the unsold lie on the shelf again.
   * @throws cash.bookNotFound, stubsReversed, stubNamedTwice, stubElsewhere, returnOfNothing,
   *   bookPriceDiffers when the tariff of the day is not what is printed
   */
  async bringBack(tx: Tx, bookId: Id, told: NewReturn): Promise<Returned> {
    const book = await this.hold(tx, bookId);
    const all = STUB_OUTCOMES.flatMap((outcome) => told[outcome]);
    if (all.length === 0) throw cashError('returnOfNothing');
    refuseWrong(all);
    const { collectorId, on, reason } = told;
    const name = await issuedNameOf(tx, book.boardId, collectorId);
    if (name === undefined) throw cashError('stubElsewhere', { series: book.series, serial: 0 });
    const collector = { id: collectorId, name };
    const ticketId = told.sold.length > 0 ? await this.sell(tx, book, told, collector) : null;
    for (const outcome of STUB_OUTCOMES) {
      const to = outcome === 'unsold' ? 'in-stock' : outcome;
      const sold = outcome === 'sold' && ticketId ? { ticketId } : {};
      await this.move(tx, book, told[outcome], { from: 'issued', to, collectorId, ...sold });
    }
    await keepMoves(
      tx,
      book,
      STUB_OUTCOMES.map((act) => {
        const why = act === 'spoiled' || act === 'lost' ? reason : null;
        const sold = act === 'sold' && ticketId ? { ticketId } : {};
        return { act, serials: told[act], collector, on, reason: why, ...sold };
      }),
      this.clock.now(),
    );
    return { soldCount: stubCount(told.sold), expected: expectedOf(told, book.price), ticketId };
  }

  list(tx: Reading, filter: Parameters<typeof bookPage>[1]) {
    return bookPage(tx, filter);
  }

  private async sell(
    tx: Tx,
    book: BookRow,
    { sold, on, reason }: NewReturn,
    collector: Collector,
  ): Promise<Id> {
    const { marketId, feeType, unit, areaM2, isRoofed, goodsGroup, carrier, price, series } = book;
    const count = stubCount(sold);
    const of = { marketId, feeType, unit, areaM2, isRoofed, goodsGroup, carrier, on };
    const ticket = { ...of, id: newId(), count, way: 'cash', offDayReason: reason } as const;
    const made = await this.tickets.sell(tx, [ticket], collector);
    const expected = expectedOf({ sold }, price);
    const [{ amount } = { amount: null }] = made;
    if (amount !== expected) throw cashError('bookPriceDiffers', { series, on, priceVnd: price });
    await this.takings.take(tx, made, collector, 'book');
    return ticket.id;
  }

  private async insert(tx: Tx, book: BookRow): Promise<boolean> {
    try {
      return await insertBook(tx, book, this.clock.now());
    } catch (error) {
      const { series } = book;
      if (brokenConstraint(error) === 'ticket_stub_pkey')
        throw cashError('serialsTaken', { series });
      throw error;
    }
  }

  private async hold(tx: Tx, bookId: Id): Promise<BookRow> {
    const book = await holdBook(tx, bookId, marketScope(tx.actor));
    if (!book) throw cashError('bookNotFound', { bookId });
    return book;
  }

  private async move(tx: Tx, book: BookRow, serials: readonly Serials[], move: StubMove) {
    if (serials.length === 0) return;
    const [serial] = await moveStubs(tx, book, serials, move);
    if (serial !== undefined) throw cashError('stubElsewhere', { series: book.series, serial });
  }
}

function refuseWrong(serials: readonly Serials[]): void {
  const problem = serialsProblem(serials);
  if (problem) throw cashError(problem.code, { serial: problem.serial });
}
