import {
  businessDateOf,
  vnd,
  vndInWords,
  type BusinessDate,
  type Clock,
  type Id,
} from '@cho40/kernel';
import { brokenConstraint, CLOCK, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { billedLeases } from '../leases/billed-leases.queries';
import { Settlement } from '../payments/settlement.service';
import { billQrOf } from './bill-qr';
import type { BillDetailDto, BillDto, BillQrDto } from './bill.dto';
import { findBills, linesOf, paymentsOfBill, payToOf, type BillFilter } from './bills.queries';
import { NewBills, type BillDraft } from './new-bills.service';
import { openingDrafts, type OpeningDebt } from './opening-debts';
import { Voids } from './voids.service';

@Injectable()
export class Bills {
  constructor(
    private readonly newBills: NewBills,
    private readonly voids: Voids,
    private readonly settlement: Settlement,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(tx: Reading, filter: BillFilter): Promise<Page<BillDto>> {
    return findBills(tx, filter, this.today());
  }

  async get(tx: Reading, billId: Id): Promise<BillDetailDto> {
    const bill = await this.find(tx, billId);
    const lines = await linesOf(tx, billId);
    const payments = await paymentsOfBill(tx, billId);
    return Object.assign(bill, { dueInWords: vndInWords(vnd(bill.due)), lines, payments });
  }

  /**
   * The VietQR that pays what is still due, to the đồng; its code names the bill.
   * @throws billing.billPaid when nothing is due, billing.billVoid, billing.noReceivingAccount
   */
  async qr(tx: Reading, billId: Id): Promise<BillQrDto> {
    const bill = await this.find(tx, billId);
    if (bill.state === 'void') throw billingError('billVoid', { code: bill.code });
    if (bill.due === 0) throw billingError('billPaid', { code: bill.code });
    const payTo = await payToOf(tx, billId, this.clock.now());
    if (!payTo) throw billingError('noReceivingAccount', { market: bill.marketName });
    return billQrOf(bill, payTo);
  }

  /**
   * Takes bills back, with what was paid and let off of them; issuing their month again makes them
   * anew. Voiding again changes nothing.
   * @throws billing.billNotFound, billing.depositUsed
   */
  void(tx: Tx, billIds: readonly Id[], reason: string): Promise<void> {
    return this.voids.void(tx, billIds, reason);
  }

  /**
   * Makes a bill of each lease's and month's debts of the books before; gives their ids. A lease has
   * one such bill for a month: told again it is refused.
   * @throws billing.leaseNotFound, billing.hasOpeningDebt
   */
  async openingDebts(
    tx: Tx,
    debts: readonly OpeningDebt[],
    reason = 'Số nợ chuyển từ sổ cũ',
  ): Promise<Id[]> {
    const leases = await billedLeases(tx, [...new Set(debts.map((debt) => debt.leaseId))]);
    const boardIds = new Set([...leases.values()].map((lease) => lease.boardId));
    const made: Id[] = [];
    for (const boardId of boardIds) {
      const ofBoard = debts.filter((debt) => leases.get(debt.leaseId)?.boardId === boardId);
      const drafts = openingDrafts(ofBoard, leases, reason);
      await this.settlement.hold(
        tx,
        boardId,
        drafts.map((draft) => draft.leaseId),
      );
      const bills = await this.issueOnce(tx, boardId, drafts);
      made.push(...bills.map((bill) => bill.id));
    }
    return made;
  }

  private async issueOnce(tx: Tx, boardId: Id, drafts: readonly BillDraft[]) {
    try {
      return await this.newBills.issue(tx, boardId, drafts);
    } catch (error) {
      if (brokenConstraint(error) === 'bill_one_live') throw billingError('hasOpeningDebt');
      throw error;
    }
  }

  private async find(tx: Reading, id: Id): Promise<BillDto> {
    const { items } = await this.list(tx, { id, limit: 1 });
    const [bill] = items;
    if (!bill) throw billingError('billNotFound', { billId: id });
    return bill;
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }
}
