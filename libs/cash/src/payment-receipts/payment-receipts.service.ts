import { businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { cashError } from '../errors';
import {
  numberPayments,
  paymentReceipts,
  paymentToPrint,
  unprintedOf,
  type PaymentReceiptLine,
} from './payment-receipts.queries';

/** The numbered receipts of bank payments: made when first asked for, or for a whole day. */
@Injectable()
export class PaymentReceipts {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The receipt of a payment, made now if it has none. One that was undone since keeps its receipt,
   * which says so.
   * @throws cash.paymentNotFound, paymentNotOfBank, paymentUndone
   */
  async ofPayment(tx: Tx, paymentId: Id): Promise<PaymentReceiptLine> {
    const payment = await paymentToPrint(tx, paymentId);
    if (!payment) throw cashError('paymentNotFound', { paymentId });
    const [standing] = await paymentReceipts(tx, { paymentId });
    if (standing) return standing;
    if (payment.source !== 'bank' && payment.source !== 'settlement')
      throw cashError('paymentNotOfBank', { paymentId });
    if (payment.undoneAt) throw cashError('paymentUndone', { paymentId });
    await this.number(tx, payment.boardId, [paymentId]);
    const [made] = await paymentReceipts(tx, { paymentId });
    if (!made) throw cashError('paymentNotFound', { paymentId });
    return made;
  }

  /** Makes what is missing of a day's payments; gives how many are new. */
  async forDay(tx: Tx, boardId: Id, on: BusinessDate): Promise<number> {
    const made = await this.number(tx, boardId, await unprintedOf(tx, boardId, on));
    await this.audit.append(tx, {
      boardId,
      act: 'cash.issuePaymentReceipts',
      subject: `board:${boardId}`,
      after: { on, made },
    });
    return made;
  }

  /** @throws cash.paymentReceiptNotFound */
  async get(tx: Reading, id: Id): Promise<PaymentReceiptLine> {
    const [receipt] = await paymentReceipts(tx, { ids: [id] });
    if (!receipt) throw cashError('paymentReceiptNotFound', { receiptId: id });
    return receipt;
  }

  // The year is that of the day the receipt is made out: a number never enters a year gone by.
  private async number(tx: Tx, boardId: Id, paymentIds: readonly Id[]): Promise<number> {
    if (paymentIds.length === 0) return 0;
    const at = this.clock.now();
    return numberPayments(tx, boardId, paymentIds, { on: businessDateOf(at), at });
  }
}
