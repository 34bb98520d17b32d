import { businessDateOf, invariant, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { CLOCK, marketScope, newId, type Reading, type Tx } from '@cho40/platform';
import { TicketClaims } from '@cho40/reconciliation';
import { Inject, Injectable } from '@nestjs/common';
import { cashError } from '../errors';
import { heldBy } from '../hand-ins/hand-ins.queries';
import {
  closeShift,
  holdCollectors,
  openShifts,
  standingShift,
  takenIn,
  waitingTickets,
  type ShiftOf,
} from './shifts.queries';

/** What a shift took, and what its collector holds of all shifts: the hand-in to expect. */
export interface Expected {
  readonly taken: Vnd;
  readonly inHand: Vnd;
}

/** Who closes a shift: its collector, or whoever counts the cash. */
export interface Closer {
  readonly id: Id;
  readonly name: string;
}

@Injectable()
export class Shifts {
  constructor(
    private readonly claims: TicketClaims,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The open shift of each collector and market, opened here where there is none. The collectors'
   * cash is held until the end of `tx`, so that no shift closes under what is being taken.
   */
  async openOf(tx: Tx, works: readonly ShiftOf[]): Promise<Id[]> {
    await holdCollectors(
      tx,
      works.map(({ boardId, collector }) => ({ boardId, collectorId: collector.id })),
    );
    const byKey = new Map(works.map((work) => [keyOf(work), work]));
    const now = this.clock.now();
    const named = [...byKey.values()].map((work) => ({ ...work, id: newId() }));
    const open = await openShifts(tx, named, { now, today: businessDateOf(now) });
    return works.map((work) => {
      const shiftId = open.get(keyOf(work));
      invariant(shiftId !== undefined, 'a shift that did not open', { marketId: work.marketId });
      return shiftId;
    });
  }

  /** What is to be handed in when the shift closes now. */
  async expected(tx: Reading, shiftId: Id): Promise<Expected> {
    const { boardId, collectorId } = await this.find(tx, shiftId);
    return {
      taken: await takenIn(tx, boardId, shiftId),
      inHand: await heldBy(tx, boardId, collectorId),
    };
  }

  /**
   * Closes one's own shift with what was taken in it and what is to be handed in. Again changes
   * nothing.
   * @throws cash.shiftNotFound when it is somebody else's too
   */
  async closeOwn(tx: Tx, shiftId: Id, by: Closer): Promise<'closed' | 'already'> {
    const { collectorId } = await this.find(tx, shiftId);
    if (collectorId !== by.id) throw cashError('shiftNotFound', { shiftId });
    return this.close(tx, shiftId, by);
  }

  /**
   * Closes a shift that its collector left open. Tickets it sold whose money was not seen become
   * claims, to be answered within their clock.
   * @throws cash.shiftNotFound
   */
  async close(tx: Tx, shiftId: Id, by: Closer): Promise<'closed' | 'already'> {
    const { boardId, marketId, collectorId, collectorName } = await this.find(tx, shiftId);
    await holdCollectors(tx, [{ boardId, collectorId }]);
    const { closedAt } = await this.find(tx, shiftId);
    if (closedAt !== null) return 'already';
    const { taken, inHand } = await this.expected(tx, shiftId);
    await closeShift(tx, { boardId, shiftId, by, taken, expected: inHand, now: this.clock.now() });
    const ticketIds = await waitingTickets(tx, { boardId, marketId, collectorId });
    await this.claims.make(tx, { boardId, ticketIds, toldBy: collectorName });
    return 'closed';
  }

  private async find(tx: Reading, shiftId: Id) {
    const shift = await standingShift(tx, shiftId, marketScope(tx.actor));
    if (!shift) throw cashError('shiftNotFound', { shiftId });
    return shift;
  }
}

const keyOf = ({ marketId, collector }: ShiftOf) => `${collector.id} ${marketId}`;
