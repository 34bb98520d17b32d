import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { issuedNameOf, keepMoves, moveStubs, stubsOfTicket } from './ticket-books.queries';

/** The paper stubs behind a ticket. */
@Injectable()
export class StubsOfTickets {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Gives the stubs of a ticket that was taken back to their collector again; none: nothing. */
  async takeBack(tx: Tx, ticketId: Id, reason: string): Promise<void> {
    const stubs = await stubsOfTicket(tx, ticketId);
    const [first] = stubs;
    if (!first) return;
    const { boardId, bookId, collectorId } = first;
    const book = { boardId, id: bookId };
    const serials = stubs.map(({ serial }) => ({ first: serial, last: serial }));
    await moveStubs(tx, book, serials, { from: 'sold', to: 'issued', collectorId });
    const now = this.clock.now();
    const name = (await issuedNameOf(tx, boardId, collectorId)) ?? '';
    const on = businessDateOf(now);
    const collector = { id: collectorId, name };
    await keepMoves(tx, book, [{ act: 'taken-back', serials, collector, on, reason }], now);
  }
}
