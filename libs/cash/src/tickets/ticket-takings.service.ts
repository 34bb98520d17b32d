import { Payments } from '@cho40/billing';
import { businessDateOf, invariant, type Clock, type Id } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Ceilings } from '../ceiling/ceilings.service';
import { Shifts } from '../shifts/shifts.service';
import { insertTakings, type OwedTicket, type TakingRow } from './ticket-takings.queries';

/** Who takes the money; the name is kept as it is on that day. */
export interface Collector {
  readonly id: Id;
  readonly name: string;
}

/** `book`: the stubs of a paper book, sold before anybody typed them in. */
type Kind = TakingRow['kind'];
type Placed = OwedTicket & { readonly takingId: Id; readonly shiftId: Id };

/** Money taken in hand for tickets: each a payment of its ticket, in its collector's shift. */
@Injectable()
export class TicketTakings {
  constructor(
    private readonly payments: Payments,
    private readonly shifts: Shifts,
    private readonly ceilings: Ceilings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Pays tickets whole, by one collector.
   * @throws cash.ceilingReached; stubs were sold in the market, their money is a fact
   * @throws billing.ticketPaid, ticketVoid
   */
  async take(
    tx: Tx,
    tickets: readonly OwedTicket[],
    collector: Collector,
    kind: Kind,
  ): Promise<void> {
    if (tickets.length === 0) return;
    const shiftIds = await this.openShifts(tx, tickets, collector);
    const placed = tickets.map((ticket, at): Placed => {
      const shiftId = shiftIds[at];
      invariant(shiftId !== undefined, 'a ticket paid in no shift', { id: ticket.id });
      return { ...ticket, takingId: newId(), shiftId };
    });
    for (const boardId of new Set(placed.map((ticket) => ticket.boardId))) {
      const ofBoard = placed.filter((ticket) => ticket.boardId === boardId);
      await this.takeOfBoard(tx, boardId, ofBoard, { collector, kind });
    }
  }

  /** The collector's open shift of each ticket's market. */
  async openShifts(
    tx: Tx,
    tickets: readonly Pick<OwedTicket, 'boardId' | 'marketId'>[],
    collector: Collector,
  ): Promise<Id[]> {
    if (tickets.length === 0) return [];
    const works = tickets.map(({ boardId, marketId }) => ({ boardId, marketId, collector }));
    return this.shifts.openOf(tx, works);
  }

  private async takeOfBoard(
    tx: Tx,
    boardId: Id,
    tickets: readonly Placed[],
    { collector, kind }: { collector: Collector; kind: Kind },
  ): Promise<void> {
    const takenAt = this.clock.now();
    const takenOn = businessDateOf(takenAt);
    if (kind === 'ticket') {
      const told = tickets.map(({ amount }) => ({ amount, takenAt, collector }));
      await this.ceilings.refuseAbove(tx, boardId, told);
    }
    const payments = await this.payments.record(
      tx,
      tickets.map(({ takingId, id, marketId, amount, number }) => ({
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
    const rows = tickets.map(({ takingId, id, marketId, shiftId, amount }, at): TakingRow => {
      const paymentId = payments[at]?.paymentId;
      invariant(paymentId !== undefined, 'cash taken for nothing', { ticketId: id });
      const of = { collectorId: collector.id, collectorName: collector.name, takenAt, takenOn };
      return { id: takingId, kind, marketId, ticketId: id, paymentId, shiftId, amount, ...of };
    });
    await insertTakings(tx, boardId, rows);
  }
}
