import { businessDateOf, invariant, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { Audit, CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { actProblem, type DifferenceActKind } from '../domain/difference-acts';
import { cashError } from '../errors';
import { heldBy } from '../hand-ins/hand-ins.queries';
import { SafeSlips } from '../safe/safe-slips.service';
import { holdCollectors } from '../shifts/shifts.queries';
import {
  holderOf,
  insertAct,
  openDifference,
  standingAct,
  type DifferenceAct,
} from './differences.queries';

/** What becomes of a shortage or a surplus. */
export interface NewDifferenceAct extends DifferenceAct {
  /** Made by whoever acts: told again, it is the same act. */
  readonly id: Id;
  readonly by: { readonly id: Id; readonly name: string };
  /** The cashier, or the head, who moves the safe only where the cashier may not: their own. */
  readonly as?: 'cashier' | 'head';
}

type Named = NewDifferenceAct & { readonly collectorName: string };

@Injectable()
export class Differences {
  constructor(
    private readonly ledger: Ledger,
    private readonly slips: SafeSlips,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Settles a part of what is short or over, never more than stands open.
   * @throws cash.countedByCollector: nobody settles their own
   * @throws cash.moreThanOpen, cash.moreThanInHand
   * @throws cash.settledByCashier: what lies in the safe is the cashier's to say, but their own
   * @throws cash.actDiffers when its id stands for other content
   */
  async act(tx: Tx, act: NewDifferenceAct): Promise<'settled' | 'already'> {
    const { id, boardId, collectorId, kind, amount, by } = act;
    if (!tx.actor.boards.includes(boardId)) throw cashError('boardNotFound', { boardId });
    if (by.id === collectorId) throw cashError('countedByCollector');
    await holdCollectors(tx, [{ boardId, collectorId }]);
    const standing = await standingAct(tx, id);
    if (standing && !isSame(act, standing)) throw cashError('actDiffers', { id });
    if (standing) return 'already';
    const open = await openDifference(tx, boardId, collectorId);
    const inHand = await heldBy(tx, boardId, collectorId);
    const problem = actProblem({ kind, amount }, { ...open, inHand });
    if (problem) throw cashError(problem, { amount, expected: amount, inHand, ...open });
    const holder = await holderOf(tx, boardId, collectorId);
    invariant(holder !== undefined, 'a difference of nobody', { collectorId });
    if (act.as === 'head' && movesSafe(kind) && !holder.keepsSafe)
      throw cashError('settledByCashier', { collectorName: holder.name });
    const collectorName = holder.name;
    await this.write(tx, { ...act, collectorName });
    return 'settled';
  }

  private async write(tx: Tx, act: Named): Promise<void> {
    const { id, boardId, kind, amount, reason, collectorName } = act;
    const at = this.clock.now();
    const on = businessDateOf(at);
    await insertAct(tx, { ...act, at, on });
    const key = `difference:${id}`;
    const reasonInBooks = `difference of a hand-in: ${kind}`;
    await this.ledger.post(tx, [
      { boardId, key, ...accountsOf(act), amount, on, reason: reasonInBooks },
    ]);
    await this.writeSlip(tx, act, { key, on, at });
    await this.audit.append(tx, {
      boardId,
      act: 'cash.settleDifference',
      subject: `differenceAct:${id}`,
      after: { kind, amount, collectorName, reason },
    });
  }

  private async writeSlip(
    tx: Tx,
    { boardId, kind, amount, collectorName: personName, by }: Named,
    moved: { key: string; on: BusinessDate; at: Date },
  ): Promise<void> {
    if (!movesSafe(kind)) return;
    const way = kind === 'paid-back' ? 'in' : 'out';
    const slip = { boardId, amount, personName, cashierName: by.name, ...moved };
    await this.slips.issue(tx, { ...slip, kind: way, purpose: kind });
  }
}

/** The two others leave the safe as it is. */
const movesSafe = (kind: DifferenceActKind): kind is 'paid-back' | 'given-back' =>
  kind === 'paid-back' || kind === 'given-back';

function accountsOf({ kind, collectorId }: { kind: DifferenceActKind; collectorId: Id }) {
  const [shortage, surplus] = [account.shortage(collectorId), account.surplus(collectorId)];
  switch (kind) {
    case 'paid-back':
      return { debit: account.safe(), credit: shortage };
    case 'given-back':
      return { debit: surplus, credit: account.safe() };
    case 'late-receipt':
      return { debit: surplus, credit: account.cashOfCollector(collectorId) };
    case 'kept':
      return { debit: surplus, credit: account.other('surplus') };
  }
}

const isSame = (told: DifferenceAct, stands: DifferenceAct) =>
  told.boardId === stands.boardId &&
  told.collectorId === stands.collectorId &&
  told.kind === stands.kind &&
  told.amount === stands.amount;
