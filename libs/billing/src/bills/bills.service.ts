import {
  businessDateOf,
  vnd,
  vndInWords,
  type BusinessDate,
  type Clock,
  type Id,
} from '@cho40/kernel';
import { CLOCK, type Page, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { billQrOf } from './bill-qr';
import type { BillDetailDto, BillDto, BillQrDto } from './bill.dto';
import { findBills, linesOf, paymentsOfBill, payToOf, type BillFilter } from './bills.queries';

@Injectable()
export class Bills {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

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
   * @throws billing.billPaid when nothing is due, billing.noReceivingAccount
   */
  async qr(tx: Reading, billId: Id): Promise<BillQrDto> {
    const bill = await this.find(tx, billId);
    if (bill.due === 0) throw billingError('billPaid', { code: bill.code });
    const payTo = await payToOf(tx, billId, this.today());
    if (!payTo) throw billingError('noReceivingAccount', { market: bill.marketName });
    return billQrOf(bill, payTo);
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
