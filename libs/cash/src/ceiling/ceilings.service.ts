import type { Clock, Id, Vnd } from '@cho40/kernel';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { aboveCeiling, type ToldReceipt } from '../domain/receipt-rules';
import { cashError } from '../errors';
import { heldBy } from '../hand-ins/hand-ins.queries';
import { wholeBoard } from '../whole-board';

/** How much cash a collector may hold; null where the board sets no ceiling. */
export interface Ceiling {
  readonly boardId: Id;
  readonly amount: Vnd | null;
  readonly setByName: string | null;
  readonly setAt: Date | null;
}

type Taken = ToldReceipt & { readonly collector: { readonly id: Id } };

@Injectable()
export class Ceilings {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(tx: Reading, boardId: Id): Promise<Ceiling> {
    const [ceiling] = await tx.sql<Ceiling>(
      `select board_id as "boardId", amount, set_by_name as "setByName", set_at as "setAt"
         from cash.ceiling where board_id = $1 order by set_at desc, id desc limit 1`,
      [boardId],
    );
    return ceiling ?? { boardId, amount: null, setByName: null, setAt: null };
  }

  /**
   * Sets the ceiling of a board from now on; null lifts it.
   * @throws cash.boardNotFound
   */
  async set(tx: Tx, boardId: Id, amount: Vnd | null): Promise<void> {
    await wholeBoard(tx, boardId);
    const before = await this.of(tx, boardId);
    if (before.amount === amount) return;
    await tx.sql(
      `insert into cash.ceiling (board_id, id, amount, set_by, set_by_name, set_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [boardId, newId(), amount, tx.actor.userId, tx.actor.displayName, this.clock.now()],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'cash.setCeiling',
      subject: `board:${boardId}`,
      before: { amount: before.amount },
      after: { amount },
    });
  }

  /**
   * Refuses receipts that would put more into a collector's hands than the board allows.
   * @throws cash.ceilingReached
   */
  async refuseAbove(tx: Tx, boardId: Id, receipts: readonly Taken[]): Promise<void> {
    if (receipts.length === 0) return;
    const { amount: ceiling } = await this.of(tx, boardId);
    if (ceiling === null) return;
    const now = this.clock.now();
    for (const collectorId of new Set(receipts.map(({ collector }) => collector.id))) {
      const inHand = await heldBy(tx, boardId, collectorId);
      const ofCollector = receipts.filter(({ collector }) => collector.id === collectorId);
      const above = aboveCeiling(ofCollector, { inHand, ceiling, now });
      if (above)
        throw cashError('ceilingReached', {
          ceiling,
          inHand: above.inHand,
          amount: above.receipt.amount,
        });
    }
  }
}
