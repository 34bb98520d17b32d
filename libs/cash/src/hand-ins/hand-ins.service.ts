import { businessDateOf, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account, Ledger, type NewTransfer } from '@cho40/ledger';
import { CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { handInParts, handInProblem, type HandInParts } from '../domain/hand-in-rules';
import { sortedNotes, sumOfNotes, type NoteCount } from '../domain/notes';
import { cashError } from '../errors';
import { SafeSlips } from '../safe/safe-slips.service';
import { holdCollectors } from '../shifts/shifts.queries';
import {
  collectorNameOf,
  heldBy,
  insertHandIn,
  standingHandIn,
  type StandingHandIn,
} from './hand-ins.queries';

/** Cash that a collector brought and a cashier counted. */
export interface NewHandIn {
  /** Made by whoever counts: told again, it is the same hand-in. */
  readonly id: Id;
  readonly boardId: Id;
  readonly collectorId: Id;
  /** What was counted. */
  readonly amount: Vnd;
  /** What should have come; as much as was counted without it: a part of what is held. */
  readonly expected?: Vnd;
  /** Counted less expected, confirmed by whoever counted. */
  readonly confirmedDifference?: number;
  readonly notes?: readonly NoteCount[];
  readonly cashier: { readonly id: Id; readonly name: string };
}

type Counted = NewHandIn & {
  readonly expected: Vnd;
  readonly collectorName: string;
  readonly now: Date;
};

@Injectable()
export class HandIns {
  constructor(
    private readonly ledger: Ledger,
    private readonly slips: SafeSlips,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps what the cashier counted: what was expected leaves the collector's hand, what was counted
   * lies in the safe, and a difference stands under the collector's name.
   * @throws cash.countedByCollector: nobody counts their own cash
   * @throws cash.moreThanInHand
   * @throws cash.countDiffers: count again, or confirm the difference
   * @throws cash.notesDoNotAddUp
   * @throws cash.handInDiffers when its id stands for other content
   */
  async count(tx: Tx, handIn: NewHandIn): Promise<'counted' | 'already'> {
    const { id, boardId, collectorId, amount, cashier, notes } = handIn;
    const { expected = amount, confirmedDifference = 0 } = handIn;
    if (!tx.actor.boards.includes(boardId)) throw cashError('boardNotFound', { boardId });
    if (cashier.id === collectorId) throw cashError('countedByCollector');
    if (notes && sumOfNotes(notes) !== amount)
      throw cashError('notesDoNotAddUp', { amount, amountOfNotes: sumOfNotes(notes) });
    await holdCollectors(tx, [{ boardId, collectorId }]);
    const standing = await standingHandIn(tx, id);
    if (standing && !isSame({ ...handIn, expected }, standing))
      throw cashError('handInDiffers', { id });
    if (standing) return 'already';
    const inHand = await heldBy(tx, boardId, collectorId);
    const collectorName = await collectorNameOf(tx, boardId, collectorId);
    if (!collectorName) throw cashError('moreThanInHand', { amount, inHand });
    const problem = handInProblem({ amount, expected, inHand, confirmedDifference });
    if (problem)
      throw cashError(problem, { amount, expected, inHand, difference: amount - expected });
    await this.write(tx, { ...handIn, expected, collectorName, now: this.clock.now() });
    return 'counted';
  }

  private async write(tx: Tx, counted: Counted): Promise<void> {
    const { boardId, collectorName: personName, cashier, now: at } = counted;
    const on = businessDateOf(at);
    const notes = counted.notes ? sortedNotes(counted.notes) : null;
    await insertHandIn(tx, { ...counted, notes, on });
    const parts = handInParts(counted);
    await this.ledger.post(tx, transfersOf(counted, parts));
    const slip = { boardId, kind: 'in', personName, cashierName: cashier.name, on, at } as const;
    const key = `hand-in:${counted.id}`;
    if (parts.moved > 0)
      await this.slips.issue(tx, { ...slip, key, amount: parts.moved, purpose: 'hand-in' });
    if (parts.over > 0)
      await this.slips.issue(tx, {
        ...slip,
        key: `${key}:over`,
        amount: parts.over,
        purpose: 'surplus',
      });
  }
}

function transfersOf(counted: Counted, { moved, short, over }: HandInParts): NewTransfer[] {
  const { id, boardId, collectorId, now } = counted;
  const key = `hand-in:${id}`;
  const fact = { boardId, on: businessDateOf(now) };
  const hand = account.cashOfCollector(collectorId);
  const [shortage, surplus] = [account.shortage(collectorId), account.surplus(collectorId)];
  const safe = account.safe();
  return [
    { ...fact, key, debit: safe, credit: hand, amount: moved, reason: 'cash handed in' },
    {
      ...fact,
      key: `${key}:short`,
      debit: shortage,
      credit: hand,
      amount: short,
      reason: 'cash missing when counted',
    },
    {
      ...fact,
      key: `${key}:over`,
      debit: safe,
      credit: surplus,
      amount: over,
      reason: 'more cash than expected',
    },
  ].filter(({ amount }) => amount > 0);
}

const isSame = (told: StandingHandIn, stands: StandingHandIn) =>
  told.boardId === stands.boardId &&
  told.collectorId === stands.collectorId &&
  told.amount === stands.amount &&
  told.expected === stands.expected;
