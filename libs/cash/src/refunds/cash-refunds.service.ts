import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { CLOCK, type Tx } from '@cho40/platform';
import { Refunds } from '@cho40/reconciliation';
import { Inject, Injectable } from '@nestjs/common';
import { cashError } from '../errors';
import { SafeSlips, type NewSlip } from '../safe/safe-slips.service';
import { holdSafe, safeBooks } from '../safe/safe.queries';
import { wholeBoard } from '../whole-board';
import {
  cashRefundOf,
  endPayout,
  insertPayout,
  refundOfPayout,
  type CashRefund,
  type NewPayout,
} from './cash-refunds.queries';

/**
 * Money given back out of the safe: one person asked for it, another approved it in cash, and the
 * cashier, who is not the one who approved, hands it over against a phiếu chi.
 */
@Injectable()
export class CashRefunds {
  constructor(
    private readonly refunds: Refunds,
    private readonly ledger: Ledger,
    private readonly slips: SafeSlips,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Pays an approved refund whole.
   * @throws cash.refundNotFound, refundPaid, paidByApprover, notEnoughInSafe
   * @throws cash.payoutDiffers when its id stands for another refund
   */
  async pay(tx: Tx, payout: NewPayout): Promise<'paid' | 'already'> {
    const { id, refundId, cashier } = payout;
    const refund = await this.held(tx, refundId);
    const standing = await refundOfPayout(tx, id);
    if (standing && standing !== refundId) throw cashError('payoutDiffers', { id });
    if (standing) return 'already';
    if (refund.state === 'paid') throw cashError('refundPaid', { refundId });
    if (refund.decidedBy === cashier.id) throw cashError('paidByApprover');
    const { boardId, amount, reason } = refund;
    const { inside } = await safeBooks(tx, boardId);
    if (amount > inside) throw cashError('notEnoughInSafe', { amount, amountInSafe: inside });
    const at = this.clock.now();
    const on = businessDateOf(at);
    await this.refunds.payInCash(tx, refundId, on);
    await insertPayout(tx, payout, refund, { at, on });
    const key = keyOf(id);
    const [debit, credit] = [account.refund(), account.safe()];
    await this.ledger.post(tx, [{ boardId, key, debit, credit, amount, on, reason }]);
    const slip = { key, on, at, cashierName: cashier.name };
    await this.slips.issue(tx, { ...slipOf(refund), ...slip, kind: 'out', purpose: 'refund' });
    return 'paid';
  }

  /**
   * The money came back, or never left: it lies in the safe again, and is owed again.
   * @throws cash.refundNotFound, refundNotPaid
   */
  async takeBack(
    tx: Tx,
    refundId: Id,
    { reason, byName }: { reason: string; byName: string },
  ): Promise<void> {
    const refund = await this.held(tx, refundId);
    const at = this.clock.now();
    const payoutId = await endPayout(tx, refundId, { at, byName, reason });
    if (!payoutId) throw cashError('refundNotPaid', { refundId });
    await this.refunds.unpayInCash(tx, refundId, reason);
    const key = keyOf(payoutId);
    await this.ledger.reverse(tx, refund.boardId, [key], reason);
    const slip = { key: `${key}:undo`, on: businessDateOf(at), at, cashierName: byName };
    await this.slips.issue(tx, { ...slipOf(refund), ...slip, kind: 'in', purpose: 'refund-back' });
  }

  /** The refund of a board whose safe the actor sees; the safe is held until the end of `tx`. */
  private async held(tx: Tx, refundId: Id): Promise<CashRefund> {
    const seen = await cashRefundOf(tx, refundId);
    if (!seen || tx.actor.markets !== 'all') throw cashError('refundNotFound', { refundId });
    await wholeBoard(tx, seen.boardId);
    await holdSafe(tx, seen.boardId);
    return (await cashRefundOf(tx, refundId)) ?? seen;
  }
}

const keyOf = (payoutId: Id) => `refund-cash:${payoutId}`;

function slipOf(refund: CashRefund): Pick<NewSlip, 'boardId' | 'amount' | 'personName'> {
  const { boardId, amount, payee: personName } = refund;
  return { boardId, amount, personName };
}
