import type { Clock, Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { Audit, brokenConstraint, CLOCK, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { Settlement } from '../payments/settlement.service';
import { Splits } from '../payments/splits.service';
import { keysOf } from './posting';
import {
  markVoid,
  mirrorReliefParts,
  standingBills,
  standingLines,
  type StandingBill,
} from './taking-back.queries';

/** Takes whole bills back. */
@Injectable()
export class Voids {
  constructor(
    private readonly settlement: Settlement,
    private readonly splits: Splits,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Mirrors what the bills posted, what payments gave them and what was let off; the money becomes
   * the leases' credit and settles their next oldest bills. The codes stay readable: who still pays
   * by one pays the lease. A bill that is void already stays as it is.
   * @throws billing.billNotFound, billing.depositUsed
   */
  async void(tx: Tx, billIds: readonly Id[], reason: string): Promise<void> {
    const known = await standingBills(tx, [...new Set(billIds)]);
    for (const boardId of new Set(known.map((bill) => bill.boardId))) {
      const ofBoard = known.filter((bill) => bill.boardId === boardId);
      const owners = ofBoard.map((bill) => bill.leaseId);
      const leaseIds = await this.splits.hold(tx, boardId, owners, {
        billIds: ofBoard.map((bill) => bill.id),
      });
      await this.voidHeld(tx, boardId, ofBoard, reason);
      await this.settlement.settle(tx, boardId, leaseIds);
    }
  }

  private async voidHeld(
    tx: Tx,
    boardId: Id,
    bills: readonly StandingBill[],
    reason: string,
  ): Promise<void> {
    const billIds = bills.map((bill) => bill.id);
    // Read under the lock: who voided one of them a moment ago left no live line.
    const lines = await standingLines(tx, boardId, { billIds });
    if (lines.length === 0) return;
    const now = this.clock.now();
    const lineIds = lines.map((line) => line.id);
    await this.freePaid(tx, boardId, lineIds, reason);
    const letOff = await mirrorReliefParts(tx, boardId, { lineIds }, now);
    const posted = lines.flatMap((line) => keysOf(line.billId, line.lineNumber, line));
    await this.ledger.reverse(tx, boardId, [...posted, ...letOff], reason);
    await markVoid(tx, boardId, billIds, { reason, now });
    const live = new Set(lines.map((line) => line.billId));
    for (const bill of bills.filter(({ id }) => live.has(id)))
      await this.audit.append(tx, {
        boardId,
        act: 'billing.voidBill',
        subject: `bill:${bill.id}`,
        after: { code: bill.code, period: bill.period, reason },
      });
  }

  /** A deposit that was set off or given back is needed: its bill stands until that is undone. */
  private async freePaid(tx: Tx, boardId: Id, lineIds: readonly Id[], reason: string) {
    try {
      await this.splits.free(tx, boardId, lineIds, reason);
    } catch (error) {
      if (brokenConstraint(error) === 'deposit_not_overused') throw billingError('depositUsed');
      throw error;
    }
  }
}
