import {
  businessDateOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  type Clock,
  type Id,
  type Month,
} from '@cho40/kernel';
import { Ledger, type Movement } from '@cho40/ledger';
import { Audit, CLOCK, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { checklistOf, closingProblem, type ChecklistItem } from '../domain/checklist';
import { closingError } from '../errors';
import { ProofPacks } from '../proof-pack/proof-packs.service';
import { wholeBoard } from '../whole-board';
import {
  type Bounds,
  bounds,
  closedPeriods,
  KEEP_PERIOD,
  openWork,
  type ClosedPeriod,
} from './periods.queries';

/** A month of a board's books. */
export interface Period {
  readonly month: Month;
  /** null while the month is open. */
  readonly closed: ClosedPeriod | null;
}

/** A month before it is closed, or as it was closed. */
export interface PeriodView extends Period {
  /** What stands open; of a closed month what stood open then. */
  readonly items: readonly ChecklistItem[];
  readonly movements: readonly Movement[];
}

/** How somebody closes a month: the remarks they read, and why these are no obstacle. */
export interface Closing {
  readonly month: Month;
  readonly acknowledged: readonly string[];
  readonly note: string;
}

@Injectable()
export class Periods {
  constructor(
    private readonly ledger: Ledger,
    private readonly packs: ProofPacks,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every month from the first that has a posting to the running one, the newest first. */
  async list(tx: Reading, boardId: Id): Promise<Period[]> {
    await wholeBoard(tx, boardId);
    const { firstBooked } = await bounds(tx, boardId);
    if (firstBooked === null) return [];
    const closed = new Map((await closedPeriods(tx, boardId)).map((each) => [each.month, each]));
    return monthsBetween(firstBooked, this.thisMonth())
      .reverse()
      .map((month) => ({ month, closed: closed.get(month) ?? null }));
  }

  /** @throws closing.monthNotFound before the first posting and in the future */
  async get(tx: Reading, boardId: Id, month: Month): Promise<PeriodView> {
    const period = (await this.list(tx, boardId)).find((each) => each.month === month);
    if (!period) throw closingError('monthNotFound', { month });
    const movements = await this.ledger.movements(tx, boardId, month);
    const items = period.closed?.remarks ?? (await this.checklist(tx, boardId, month));
    return { ...period, items, movements };
  }

  /**
   * Closes the month for ever, with its proof pack. What is booked while it closes waits, and lands
   * in the next month.
   * @throws the first thing against it: what blocks, or closing.remarksOpen, closing.noteMissing
   */
  async close(tx: Tx, boardId: Id, closing: Closing): Promise<PeriodView> {
    const { month, note } = closing;
    const before = await this.get(tx, boardId, month);
    if (before.closed) throw closingError('monthClosed', { month });
    refuseWhatStandsAgainst(before.items, closing);
    const reach = await bounds(tx, boardId);
    await this.ledger.closeMonth(tx, boardId, month);
    // Nobody posts into the month any more: what came in while this waited is looked at too.
    const items = await this.checklist(tx, boardId, month, reach);
    refuseWhatStandsAgainst(items, closing);
    const { userId, displayName } = tx.actor;
    const now = this.clock.now();
    const remarks = JSON.stringify(items);
    await tx.sql(KEEP_PERIOD, [boardId, month, now, userId, displayName, remarks, note.trim()]);
    await this.packs.keep(tx, boardId, month);
    const after = await this.get(tx, boardId, month);
    await this.audit.append(tx, {
      boardId,
      act: 'closing.closeMonth',
      subject: `period:${month}`,
      after: { month, hash: after.closed?.hash, remarks: items.map(({ code }) => code) },
    });
    return after;
  }

  /** The month's files, as kept when it was closed; of an open month as they stand now. */
  async proofPack(tx: Reading, boardId: Id, month: Month): Promise<Buffer> {
    const months = await this.list(tx, boardId);
    if (!months.some((each) => each.month === month))
      throw closingError('monthNotFound', { month });
    return this.packs.get(tx, boardId, month);
  }

  private async checklist(
    tx: Reading,
    boardId: Id,
    month: Month,
    reach?: Bounds,
  ): Promise<ChecklistItem[]> {
    const [first, last] = [firstDayOf(month), lastDayOf(month)];
    const work = await openWork(tx, boardId, { month, first, last });
    const today = businessDateOf(this.clock.now());
    return checklistOf({ month, today, ...(reach ?? (await bounds(tx, boardId))), ...work });
  }

  private thisMonth(): Month {
    return monthOf(businessDateOf(this.clock.now()));
  }
}

function refuseWhatStandsAgainst(items: readonly ChecklistItem[], closing: Closing): void {
  const problem = closingProblem(items, closing);
  if (problem) throw closingError(problem.code, problem.facts);
}
