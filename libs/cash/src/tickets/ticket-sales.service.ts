import { TicketCourse, Tickets, type NewTicket, type SoldTicket } from '@cho40/billing';
import type { Id } from '@cho40/kernel';
import { marketScope, type Tx } from '@cho40/platform';
import { TicketClaims } from '@cho40/reconciliation';
import { Injectable } from '@nestjs/common';
import { cashError } from '../errors';
import { heldBy } from '../hand-ins/hand-ins.queries';
import { holdCollectors } from '../shifts/shifts.queries';
import { ticketToPay } from './ticket-takings.queries';
import { StubsOfTickets } from '../ticket-books/stubs-of-tickets.service';
import { TicketTakings, type Collector } from './ticket-takings.service';

/** Tickets where the money is: paid in cash on the spot, or waited for while a QR is shown. */
@Injectable()
export class TicketSales {
  constructor(
    private readonly tickets: Tickets,
    private readonly course: TicketCourse,
    private readonly takings: TicketTakings,
    private readonly stubs: StubsOfTickets,
    private readonly claims: TicketClaims,
  ) {}

  /**
   * Sells tickets; those that are paid in cash are paid at once, in the collector's shift. Those
   * whose QR is shown have their shift too: what was not seen when it closes is claimed. A ticket told
   * again is `already`, and its money is taken once.
   * @throws cash.ceilingReached, and what `Tickets.sell` throws
   */
  async sell(tx: Tx, tickets: readonly NewTicket[], collector: Collector): Promise<SoldTicket[]> {
    const sold = await this.tickets.sell(tx, tickets);
    const inCash = new Set(tickets.filter(({ way }) => way === 'cash').map(({ id }) => id));
    const fresh = sold.filter(({ outcome }) => outcome === 'sold');
    const paid = fresh.filter(({ id }) => inCash.has(id));
    await this.takings.take(tx, paid, collector, 'ticket');
    const shown = fresh.filter(({ id }) => !inCash.has(id));
    await this.takings.openShifts(tx, shown, collector);
    return sold;
  }

  /**
   * Takes cash for a ticket that waited for the bank. Told again by the same collector it is taken
   * once.
   * @throws cash.ticketNotFound, ceilingReached, billing.ticketPaid, ticketVoid
   */
  async payInCash(tx: Tx, ticketId: Id, collector: Collector): Promise<void> {
    const { boardId } = await find(tx, ticketId);
    await holdCollectors(tx, [{ boardId, collectorId: collector.id }]);
    const ticket = await find(tx, ticketId);
    if (ticket.takenBy === collector.id) return;
    await this.takings.take(tx, [ticket], collector, 'ticket');
    await this.claims.answer(tx, ticketId, 'Đã nộp bằng tiền mặt');
  }

  /**
   * Takes a ticket back; its cash goes from the collector's hand to the seller, and the stubs of a
   * paper book are the collector's again.
   * @throws cash.ticketNotFound, ticketCashHandedIn, billing.ticketPaidByBank
   */
  async void(tx: Tx, ticketId: Id, reason: string): Promise<void> {
    const { boardId, number, amount, takenBy } = await find(tx, ticketId);
    if (takenBy !== null) {
      await holdCollectors(tx, [{ boardId, collectorId: takenBy }]);
      const inHand = await heldBy(tx, boardId, takenBy);
      if (inHand < amount) throw cashError('ticketCashHandedIn', { number, amount, inHand });
    }
    await this.course.void(tx, [ticketId], reason);
    await this.stubs.takeBack(tx, ticketId, reason);
    await this.claims.answer(tx, ticketId, `Phiếu đã hủy: ${reason}`);
  }
}

async function find(tx: Tx, ticketId: Id) {
  const ticket = await ticketToPay(tx, ticketId, marketScope(tx.actor));
  if (!ticket) throw cashError('ticketNotFound', { ticketId });
  return ticket;
}
