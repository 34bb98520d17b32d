import { businessDateOf, invariant, vnd, type Id, type Paper, type PaperSize } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { bankOf, qrMatrix } from '@cho40/vietqr';
import { Injectable } from '@nestjs/common';
import { receiptPaper, type PrintedReceipt, type PrintedWay } from '../domain/receipt-paper';
import { receiptToPrint, type CashReceiptLine } from './cash-receipt.queries';
import {
  feesPaidBy,
  refundedOf,
  type PaidFee,
  type PaymentReceiptLine,
} from './payment-receipts.queries';

/** How and where a receipt is printed: `address` is the program's own, before `/kiem-tra`. */
export interface PrintedAs {
  readonly size: PaperSize;
  readonly address: string;
}

type Unpaid = Omit<PrintedReceipt, 'paidFor' | 'credit' | 'check'> & {
  readonly paymentId: Id;
  readonly checkCode: string;
};

/** Receipts of cash and of transfers as papers, each with the code that proves it. */
@Injectable()
export class ReceiptPapers {
  /** @throws cash.receiptNotFound */
  async ofCash(tx: Reading, receiptId: Id, as: PrintedAs): Promise<Paper> {
    const [paper] = await this.print(tx, [cashReceipt(await receiptToPrint(tx, receiptId))], as);
    invariant(paper !== undefined, 'a receipt without its paper', { receiptId });
    return paper;
  }

  ofTransfers(
    tx: Reading,
    receipts: readonly PaymentReceiptLine[],
    as: PrintedAs,
  ): Promise<Paper[]> {
    return this.print(tx, receipts.map(transferReceipt), as);
  }

  private async print(tx: Reading, receipts: readonly Unpaid[], { size, address }: PrintedAs) {
    const ids = receipts.map(({ paymentId }) => paymentId);
    const fees = await feesPaidBy(tx, ids);
    const refunded = await refundedOf(tx, ids);
    const papers: Paper[] = [];
    for (const receipt of receipts) {
      const { paymentId, amount, checkCode: code, undoneOn } = receipt;
      const paidFor = fees.filter((fee) => fee.paymentId === paymentId);
      const rest = amount - sumOf(paidFor) - (refunded.get(paymentId) ?? 0);
      const check = { code, address, matrix: await qrMatrix(`${address}/kiem-tra/${code}`) };
      const credit = vnd(undoneOn ? 0 : rest);
      papers.push(receiptPaper({ ...receipt, paidFor, credit, check }, size));
    }
    return papers;
  }
}

const sumOf = (fees: readonly PaidFee[]) => fees.reduce((sum, { amount }) => sum + amount, 0);
const dayOf = (at: Date | null) => at && businessDateOf(at);

function cashReceipt(receipt: CashReceiptLine): Unpaid {
  const { collectorName, takenOn, vendorName, undoneAt } = receipt;
  return {
    ...receipt,
    payerName: vendorName,
    issuedOn: takenOn,
    undoneOn: dayOf(undoneAt),
    way: { kind: 'cash', collectorName, takenOn },
  };
}

function transferReceipt(receipt: PaymentReceiptLine): Unpaid {
  const { vendorName, undoneAt } = receipt;
  return { ...receipt, payerName: vendorName, undoneOn: dayOf(undoneAt), way: wayOf(receipt) };
}

function wayOf(receipt: PaymentReceiptLine): PrintedWay {
  const { bin, accountNumber, reference, paidAt, bookedOn, recordedAt, issuedByName } = receipt;
  const { walletName, transactionId } = receipt;
  const dates = { paidAt, bookedOn, recordedAt, issuedByName };
  if (walletName !== null && transactionId !== null)
    return { kind: 'wallet', walletName, transactionId, ...dates };
  const bankName = (bin && bankOf(bin)?.shortName) ?? bin ?? '';
  const account = accountNumber ?? '';
  return { kind: 'bank', bankName, accountNumber: account, reference, ...dates };
}
