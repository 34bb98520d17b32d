import { Payments, TicketCourse, Tickets, type NewTicket, type SoldTicket } from '@cho40/billing';
import { businessDateOf, invariant, type Clock, type Id } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { CLOCK, marketScope, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { cashError } from '../errors';
import { heldBy } from '../hand-ins/hand-ins.queries';
import { holdCollectors } from '../shifts/shifts.queries';
import { Shifts } from '../shifts/shifts.service';
import {
  insertTakings,
  ticketToPay,
  type OwedTicket,
  type TakingRow,
} from './ticket-takings.queries';

/** Who sells; the name is kept as it is on that day. */
export interface Collector {
  readonly id: Id;
  readonly name: string;
}

/** Tickets where the money is: paid in cash on the spot, or waited for while a QR is shown. */
@Injectable()
export class TicketSales {
  constructor(
    private readonly tickets: Tickets,
    private readonly course: TicketCourse,
    private readonly payments: Payments,
    private readonly shifts: Shifts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Sells tickets; those that are paid in cash are paid at once, in the collector's shift. A ticket
   * told again is `already`, and its money is taken once.
   * @throws what `Tickets.sell` throws
   */
  async sell(tx: Tx, tickets: readonly NewTicket[], collector: Collector): Promise<SoldTicket[]> {
    const sold = await this.tickets.sell(tx, tickets);
    const isCash = new Set(tickets.filter(({ way }) => way === 'cash').map(({ id }) => id));
    const fresh = sold.filter(({ id, outcome }) => outcome === 'sold' && isCash.has(id));
    await this.take(tx, fresh, collector, 'ticket');
    return sold;
  }

  /**
   * Takes cash for a ticket that waited for the bank. Told again by the same collector it is taken
   * once.
   * @throws cash.ticketNotFound, billing.ticketPaid, ticketVoid
   */
  async payInCash(tx: Tx, ticketId: Id, collector: Collector): Promise<void> {
    const { boardId } = await this.find(tx, ticketId);
    await holdCollectors(tx, [{ boardId, collectorId: collector.id }]);
    const ticket = await this.find(tx, ticketId);
    if (ticket.takenBy !== collector.id) await this.take(tx, [ticket], collector, 'ticket');
  }

  /**
   * Takes a ticket back; its cash goes from the collector's hand to the seller.
   * @throws cash.ticketNotFound, ticketCashHandedIn, billing.ticketPaidByBank
   */
  async void(tx: Tx, ticketId: Id, reason: string): Promise<void> {
    const { boardId, number, amount, takenBy } = await this.find(tx, ticketId);
    if (takenBy !== null) {
      await holdCollectors(tx, [{ boardId, collectorId: takenBy }]);
      const inHand = await heldBy(tx, boardId, takenBy);
      if (inHand < amount) throw cashError('ticketCashHandedIn', { number, amount, inHand });
    }
    await this.course.void(tx, [ticketId], reason);
  }

  /** Pays tickets of one collector's hand, in their shift of each market. */
  async take(
    tx: Tx,
    tickets: readonly OwedTicket[],
    collector: Collector,
    kind: TakingRow['kind'],
  ): Promise<void> {
    const works = tickets.map(({ boardId, marketId }) => ({ boardId, marketId, collector }));
    const shiftIds = tickets.length > 0 ? await this.shifts.openOf(tx, works) : [];
    for (const boardId of new Set(tickets.map((ticket) => ticket.boardId))) {
      const inShift = tickets.flatMap((ticket, at) =>
        ticket.boardId === boardId ? [{ ticket, shiftId: shiftIds[at] }] : [],
      );
      const takings = inShift.map(({ ticket, shiftId }) => {
        invariant(shiftId !== undefined, 'a ticket paid in no shift', { id: ticket.id });
        return { ...ticket, takingId: newId(), shiftId };
      });
      await this.takeOfBoard(tx, boardId, takings, collector, kind);
    }
  }

  private async takeOfBoard(
    tx: Tx,
    boardId: Id,
    takings: readonly (OwedTicket & { takingId: Id; shiftId: Id })[],
    collector: Collector,
    kind: TakingRow['kind'],
  ): Promise<void> {
    const takenAt = this.clock.now();
    const takenOn = businessDateOf(takenAt);
    const payments = await this.payments.record(
      tx,
      takings.map(({ takingId, id, marketId, amount, number }) => ({
        id: newId(),
        boardId,
        marketId,
        leaseId: null,
        ticketId: id,
        source: 'cash',
        receiptId: takingId,
        amount,
        paidAt: takenAt,
        bookedOn: takenOn,
        debit: account.cashOfCollector(collector.id),
        reason: kind,
        evidence: { number },
      })),
    );
    const rows = takings.map(({ takingId, id, marketId, shiftId, amount }, at): TakingRow => {
      const paymentId = payments[at]?.paymentId;
      invariant(paymentId !== undefined, 'cash taken for nothing', { ticketId: id });
      const of = { collectorId: collector.id, collectorName: collector.name, takenAt, takenOn };
      return { id: takingId, kind, marketId, ticketId: id, paymentId, shiftId, amount, ...of };
    });
    await insertTakings(tx, boardId, rows);
  }

  private async find(tx: Tx, ticketId: Id) {
    const ticket = await ticketToPay(tx, ticketId, marketScope(tx.actor));
    if (!ticket) throw cashError('ticketNotFound', { ticketId });
    return ticket;
  }
}
