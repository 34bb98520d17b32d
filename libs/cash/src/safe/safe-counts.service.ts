import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { sortedNotes, sumOfNotes, type NoteCount } from '../domain/notes';
import { cashError } from '../errors';
import { wholeBoard } from '../whole-board';
import { safeCountOf } from './safe-counts.queries';
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
  readonly cashier: { readonly id: Id; readonly name: string };
}

@Injectable()
export class SafeCounts {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps a count of the safe beside what the books say at this instant; it moves no money.
   * @throws cash.remarkMissing when the two differ and nobody says why
   * @throws cash.safeCountDiffers when its id stands for other content
   */
  async count(tx: Tx, told: NewSafeCount): Promise<'counted' | 'already'> {
    const { id, boardId, witnessName, remark, cashier } = told;
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
    const difference = counted - inside;
    if (difference !== 0 && remark.trim().length < 3)
      throw cashError('remarkMissing', { difference });
    const at = this.clock.now();
    const on = businessDateOf(at);
    const number = await nextNumber(tx, boardId, 'KK', on.slice(0, 4));
    const notes = JSON.stringify(sortedNotes(told.notes));
    await tx.sql(INSERT, [
      boardId,
      id,
      number,
      counted,
      inside,
      notes,
      witnessName.trim(),
      remark.trim(),
      cashier.id,
      cashier.name,
      at,
      on,
    ]);
    await this.audit.append(tx, {
      boardId,
      act: 'cash.countSafe',
      subject: `safeCount:${id}`,
      after: { number, counted, booked: inside },
    });
    return 'counted';
  }
}

const INSERT = `
  insert into cash.safe_count (board_id, id, number, counted, booked, notes, witness_name, remark,
    cashier_id, cashier_name, counted_at, counted_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
