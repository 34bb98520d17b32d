import { businessDateOf, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { Audit, CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { sortedNotes, sumOfNotes, type NoteCount } from '../domain/notes';
import { safeCountMove, safeCountProblem } from '../domain/safe-count-rules';
import { cashError } from '../errors';
import { wholeBoard } from '../whole-board';
import { insertSafeCount, safeCountOf } from './safe-counts.queries';
import { SafeSlips } from './safe-slips.service';
import { holdSafe, nextNumber, safeBooks } from './safe.queries';

/** What two people counted in the safe. */
export interface NewSafeCount {
  /** Made by whoever counts: told again, it is the same count. */
  readonly id: Id;
  readonly boardId: Id;
  readonly notes: readonly NoteCount[];
  readonly witnessName: string;
  /** Why the count differs from the books, and what will be done. */
  readonly remark: string;
  /** Counted less booked, confirmed by whoever counted. */
  readonly confirmedDifference?: number | undefined;
  readonly cashier: { readonly id: Id; readonly name: string };
}

type Counted = NewSafeCount & {
  readonly counted: Vnd;
  readonly inside: Vnd;
  readonly now: Date;
};

@Injectable()
export class SafeCounts {
  constructor(
    private readonly ledger: Ledger,
    private readonly slips: SafeSlips,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps a count of the safe beside what the books say at this instant, and posts what they differ
   * by under the cashier's name: from here on the books say what lies there.
   * @throws cash.safeDiffers: count again, or confirm the difference
   * @throws cash.remarkMissing when the two differ and nobody says why
   * @throws cash.witnessIsCashier
   * @throws cash.safeCountDiffers when its id stands for other content
   */
  async count(tx: Tx, told: NewSafeCount): Promise<'counted' | 'already'> {
    const { id, boardId, remark, cashier, witnessName, confirmedDifference = 0 } = told;
    await wholeBoard(tx, boardId);
    await holdSafe(tx, boardId);
    const counted = sumOfNotes(told.notes);
    const standing = await safeCountOf(tx, id);
    if (standing) {
      const { number } = standing;
      if (standing.counted !== counted || standing.boardId !== boardId)
        throw cashError('safeCountDiffers', { id, number });
      return 'already';
    }
    const { inside } = await safeBooks(tx, boardId);
    const names = { cashierName: cashier.name, witnessName };
    const said = { counted, inside, confirmedDifference, remark, ...names };
    const problem = safeCountProblem(said);
    const difference = counted - inside;
    if (problem) throw cashError(problem, { amount: counted, amountBooked: inside, difference });
    await this.write(tx, { ...told, counted, inside, now: this.clock.now() });
    return 'counted';
  }

  private async write(tx: Tx, count: Counted): Promise<void> {
    const { id, boardId, counted, inside: booked, now } = count;
    const number = await nextNumber(tx, boardId, 'KK', businessDateOf(now).slice(0, 4));
    const notes = sortedNotes(count.notes);
    await insertSafeCount(tx, { ...count, number, booked, notes, on: businessDateOf(now) });
    await this.post(tx, count);
    await this.audit.append(tx, {
      boardId,
      act: 'cash.countSafe',
      subject: `safeCount:${id}`,
      after: { number, counted, booked },
    });
  }

  private async post(tx: Tx, count: Counted): Promise<void> {
    const move = safeCountMove(count);
    if (!move) return;
    const { id, boardId, cashier, now: at } = count;
    const key = `safe-count:${id}`;
    const on = businessDateOf(at);
    const sides =
      move.kind === 'out'
        ? { debit: account.shortage(cashier.id), credit: account.safe() }
        : { debit: account.safe(), credit: account.surplus(cashier.id) };
    const reason = 'safe counted';
    await this.ledger.post(tx, [{ boardId, key, ...sides, amount: move.amount, on, reason }]);
    const { name } = cashier;
    const people = { personName: name, cashierName: name };
    await this.slips.issue(tx, { ...move, ...people, boardId, key, on, at });
  }
}
