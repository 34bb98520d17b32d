import {
  businessDateOf,
  vnd,
  type BusinessDate,
  type Clock,
  type Id,
  type Vnd,
} from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { Audit, brokenConstraint, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { billedLease, type BilledLease } from '../leases/billed-leases.queries';
import { Payments } from '../payments/payments.service';
import { Settlement } from '../payments/settlement.service';
import type { DepositDto, NewDepositUseDto } from './deposit.dto';
import {
  depositOf,
  insertUse,
  standingUse,
  type NewUse,
  type StandingUse,
} from './deposits.queries';

/** What the board holds of a lease until it ends: a liability, set off or given back. */
@Injectable()
export class Deposits {
  constructor(
    private readonly payments: Payments,
    private readonly settlement: Settlement,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws billing.leaseNotFound */
  async of(tx: Reading, leaseId: Id): Promise<DepositDto> {
    const deposit = await depositOf(tx, leaseId);
    if (!deposit) throw billingError('leaseNotFound', { leaseId });
    return deposit;
  }

  /**
   * Uses a part of what is held: set off against what the lease owes, the oldest bill first; given
   * back to who paid it, once nothing is owed; or carried over to the lease that renews this one.
   * Gives the use's id.
   * @throws billing.depositTooSmall, nothingOwed, leaseOwes, leaseNotRenewed, leaseNotFound
   */
  async use(tx: Tx, leaseId: Id, wanted: NewDepositUseDto): Promise<Id> {
    const lease = await billedLease(tx, leaseId);
    await this.settlement.hold(tx, lease.boardId, [leaseId]);
    const deposit = await this.of(tx, leaseId);
    const { kind, amount, reason } = wanted;
    requireUsable(deposit, wanted);
    const use: NewUse = {
      id: newId(),
      boardId: lease.boardId,
      leaseId,
      kind,
      amount: vnd(amount),
      reason,
      on: this.today(),
      toLeaseId: kind === 'carry-over' ? deposit.renewedBy : null,
      reverses: null,
    };
    await this.insert(tx, use, vnd(deposit.held));
    if (kind === 'set-off') await this.setOff(tx, lease, use);
    else await this.moveOut(tx, use);
    await this.note(tx, use, 'billing.useDeposit', { kind, amount, reason });
    return use.id;
  }

  /**
   * Takes a use back: the deposit holds it again, and what it paid is owed again. Undoing again
   * changes nothing.
   * @throws billing.depositNotFound, and depositTooSmall when what was carried over is used there
   */
  async undo(tx: Tx, useId: Id, reason: string): Promise<Id> {
    const known = await this.find(tx, useId);
    await this.settlement.hold(tx, known.boardId, [known.leaseId]);
    const use = await this.find(tx, useId);
    const { boardId, leaseId, kind, toLeaseId, paymentId } = use;
    if (use.isUndone) return leaseId;
    if (paymentId) await this.payments.undo(tx, [paymentId], reason);
    else await this.ledger.reverse(tx, boardId, [keyOf(use)], reason);
    const amount = vnd(0 - use.amount);
    const mirror = { boardId, leaseId, kind, amount, reason, toLeaseId, reverses: useId };
    await this.insert(tx, { id: newId(), ...mirror, on: this.today() }, use.amount);
    await this.note(tx, use, 'billing.undoDepositUse', { reason });
    return leaseId;
  }

  private async find(tx: Reading, useId: Id): Promise<StandingUse> {
    const use = await standingUse(tx, useId);
    if (!use) throw billingError('depositNotFound', { useId });
    return use;
  }

  private async insert(tx: Tx, use: NewUse, held: Vnd): Promise<void> {
    if (use.amount > held) throw billingError('depositTooSmall', { amount: held });
    try {
      await insertUse(tx, use, this.clock.now());
    } catch (error) {
      if (brokenConstraint(error) === 'deposit_not_overused')
        throw billingError('depositTooSmall', { amount: held });
      throw error;
    }
  }

  private async setOff(tx: Tx, { marketId }: BilledLease, use: NewUse): Promise<void> {
    const { boardId, leaseId, amount, reason, on: bookedOn } = use;
    const source = { source: 'deposit', depositUseId: use.id } as const;
    const debit = account.security(leaseId);
    const payment = { id: newId(), boardId, marketId, leaseId, amount, bookedOn, debit, reason };
    const paidAt = this.clock.now();
    await this.payments.record(tx, [{ ...payment, ...source, paidAt, evidence: {} }]);
  }

  private async moveOut(tx: Tx, use: NewUse): Promise<void> {
    const { boardId, leaseId, amount, on, reason, toLeaseId } = use;
    const debit = account.security(leaseId);
    const credit = toLeaseId ? account.security(toLeaseId) : account.refund();
    await this.ledger.post(tx, [{ boardId, key: keyOf(use), debit, credit, amount, on, reason }]);
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }

  private note(tx: Tx, use: Pick<NewUse, 'id' | 'boardId'>, act: string, after: object) {
    return this.audit.append(tx, {
      boardId: use.boardId,
      act,
      subject: `depositUse:${use.id}`,
      after,
    });
  }
}

function requireUsable(deposit: DepositDto, { kind, amount }: NewDepositUseDto): void {
  const { arrears, renewedBy, leaseId } = deposit;
  if (kind === 'give-back' && arrears > 0) throw billingError('leaseOwes', { amount: arrears });
  if (kind === 'set-off' && amount > arrears)
    throw billingError('nothingOwed', { amount: arrears });
  if (kind === 'carry-over' && !renewedBy) throw billingError('leaseNotRenewed', { leaseId });
}

const keyOf = ({ id }: { id: Id }) => `deposit-use:${id}`;
