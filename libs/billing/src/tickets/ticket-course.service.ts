import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { Audit, CLOCK, reachesMarket, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { Payments } from '../payments/payments.service';
import {
  comeTickets,
  holdTickets,
  livePaymentsOfTickets,
  markEarned,
  markTicketsVoid,
  type HeldTicket,
} from './held-tickets.queries';
import { dayTransfers, ticketKeys } from './ticket-posting';

/** What becomes of tickets after they were sold. */
@Injectable()
export class TicketCourse {
  constructor(
    private readonly ledger: Ledger,
    private readonly payments: Payments,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Earns the tickets of a board that were sold for a later day which has come: each on its own
   * day, once, however often and late it is run. Gives how many there were.
   */
  async earn(tx: Tx, boardId: Id): Promise<number> {
    const ids = await comeTickets(tx, boardId, businessDateOf(this.clock.now()));
    // Read anew under the lock: somebody may have taken one back a moment ago.
    const come = (await holdTickets(tx, ids)).filter(
      ({ earnedOn, isVoid }) => earnedOn === null && !isVoid,
    );
    if (come.length === 0) return 0;
    await this.ledger.post(
      tx,
      come.flatMap((ticket) => dayTransfers(boardId, ticket, ticket.on)),
    );
    await markEarned(
      tx,
      boardId,
      come.map(({ id }) => id),
    );
    return come.length;
  }

  /**
   * Takes tickets back: what they posted is mirrored, and cash that was taken for them is given
   * back. Taking back again changes nothing.
   * @throws billing.ticketNotFound
   * @throws billing.ticketPaidByBank: its bank record is taken off it first, by whoever decides that
   */
  async void(tx: Tx, ids: readonly Id[], reason: string): Promise<void> {
    const held = await holdTickets(tx, ids);
    const found = held.filter(({ marketId }) => reachesMarket(tx.actor, marketId));
    if (found.length < new Set(ids).size) throw billingError('ticketNotFound');
    const live = found.filter(({ isVoid }) => !isVoid);
    for (const boardId of new Set(live.map((ticket) => ticket.boardId)))
      await this.voidOfBoard(
        tx,
        boardId,
        live.filter((ticket) => ticket.boardId === boardId),
        reason,
      );
  }

  private async voidOfBoard(
    tx: Tx,
    boardId: Id,
    tickets: readonly HeldTicket[],
    reason: string,
  ): Promise<void> {
    const ids = tickets.map(({ id }) => id);
    const payments = await livePaymentsOfTickets(tx, boardId, ids);
    const byBank = payments.find(({ source }) => source !== 'cash');
    if (byBank) {
      const { number = '' } = tickets.find(({ id }) => id === byBank.ticketId) ?? {};
      throw billingError('ticketPaidByBank', { number });
    }
    const paymentIds = payments.map(({ id }) => id);
    await this.payments.undo(tx, paymentIds, reason);
    await this.ledger.reverse(tx, boardId, tickets.flatMap(ticketKeys), reason);
    await markTicketsVoid(tx, boardId, ids, { reason, now: this.clock.now() });
    for (const { id, number, amount } of tickets)
      await this.audit.append(tx, {
        boardId,
        act: 'billing.voidTicket',
        subject: `ticket:${id}`,
        after: { number, amount, reason },
      });
  }
}
