import { businessDateOf, invariant, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { cashError } from '../errors';
import { SafeSlips } from '../safe/safe-slips.service';
import { holdCollectors } from '../shifts/shifts.queries';
import { collectorNameOf, heldBy, standingHandIn } from './hand-ins.queries';

/** Cash that a collector brought and a cashier counted. */
export interface NewHandIn {
  /** Made by whoever counts: told again, it is the same hand-in. */
  readonly id: Id;
  readonly boardId: Id;
  readonly collectorId: Id;
  readonly amount: Vnd;
  readonly cashier: { readonly id: Id; readonly name: string };
}

@Injectable()
export class HandIns {
  constructor(
    private readonly ledger: Ledger,
    private readonly slips: SafeSlips,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps what the cashier counted, and moves it from the collector's hand to the safe.
   * @throws cash.countedByCollector: nobody counts their own cash
   * @throws cash.moreThanInHand
   * @throws cash.handInDiffers when its id stands for other content
   */
  async count(tx: Tx, handIn: NewHandIn): Promise<'counted' | 'already'> {
    const { id, boardId, collectorId, amount, cashier } = handIn;
    if (!tx.actor.boards.includes(boardId)) throw cashError('boardNotFound', { boardId });
    if (cashier.id === collectorId) throw cashError('countedByCollector');
    await holdCollectors(tx, [{ boardId, collectorId }]);
    const standing = await standingHandIn(tx, id);
    if (standing && !isSame(handIn, standing)) throw cashError('handInDiffers', { id });
    if (standing) return 'already';
    const inHand = await heldBy(tx, boardId, collectorId);
    const collectorName = await collectorNameOf(tx, boardId, collectorId);
    if (!collectorName || amount > inHand) throw cashError('moreThanInHand', { amount, inHand });
    await this.write(tx, handIn, collectorName);
    return 'counted';
  }

  private async write(tx: Tx, handIn: NewHandIn, collectorName: string): Promise<void> {
    const { id, boardId, collectorId, amount, cashier } = handIn;
    invariant(amount > 0, 'a hand-in of nothing', { id, amount });
    const now = this.clock.now();
    const on = businessDateOf(now);
    await tx.sql(
      `insert into cash.hand_in (board_id, id, collector_id, collector_name, cashier_id,
         cashier_name, amount, expected, counted_at, counted_on)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
      [boardId, id, collectorId, collectorName, cashier.id, cashier.name, amount, now, on],
    );
    const key = `hand-in:${id}`;
    await this.ledger.post(tx, [
      {
        boardId,
        key,
        debit: account.safe(),
        credit: account.cashOfCollector(collectorId),
        amount,
        on,
        reason: 'cash handed in',
      },
    ]);
    await this.slips.issue(tx, {
      boardId,
      kind: 'in',
      key,
      amount,
      personName: collectorName,
      cashierName: cashier.name,
      purpose: 'hand-in',
      on,
      at: now,
    });
  }
}

function isSame(told: NewHandIn, stands: { boardId: Id; collectorId: Id; amount: Vnd }): boolean {
  return (
    told.boardId === stands.boardId &&
    told.collectorId === stands.collectorId &&
    told.amount === stands.amount
  );
}
