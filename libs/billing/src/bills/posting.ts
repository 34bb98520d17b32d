import { account, type Account, type NewTransfer } from '@cho40/ledger';
import { vnd, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import type { BillKind } from './bill.dto';

/** What a line's side in the books depends on. */
export interface PostedLine {
  readonly feeType: string;
  readonly amount: Vnd;
  readonly taxAmount: Vnd;
  readonly isPassThrough: boolean;
}

interface PostedBill {
  readonly id: Id;
  readonly leaseId: Id;
  readonly kind: BillKind;
  readonly period: string;
  readonly market: { readonly code: string };
  /** In the order of their numbers. */
  readonly lines: readonly PostedLine[];
}

/** Where a line's money belongs: a fee's revenue, or what is only passed on, held or carried over. */
export function creditOf(
  { kind, leaseId }: Pick<PostedBill, 'kind' | 'leaseId'>,
  { feeType, isPassThrough }: Pick<PostedLine, 'feeType' | 'isPassThrough'>,
): Account {
  if (kind === 'security') return account.security(leaseId);
  if (kind === 'opening') return account.opening();
  return isPassThrough ? account.passThrough(feeType) : account.revenue(feeType);
}

/** The keys under which a line is posted; the VAT in it stands apart. What costs nothing is not. */
export function keysOf(
  billId: Id,
  lineNumber: number,
  { amount, taxAmount }: Pick<PostedLine, 'amount' | 'taxAmount'>,
): string[] {
  const key = `bill:${billId}:${lineNumber}`;
  return [...(amount > taxAmount ? [key] : []), ...(taxAmount > 0 ? [`${key}:tax`] : [])];
}

/** New bills as the ledger gets them, on the day of issue. */
export function transfersOf(
  boardId: Id,
  bills: readonly PostedBill[],
  on: BusinessDate,
): NewTransfer[] {
  return bills.flatMap((bill) => {
    const debit = account.receivable(bill.leaseId);
    const reason = `${bill.market.code} ${bill.period}`;
    return bill.lines.flatMap((line, at) => {
      const net = vnd(line.amount - line.taxAmount);
      return keysOf(bill.id, at + 1, line).map((key) => {
        const isTax = key.endsWith(':tax');
        const credit = isTax ? account.tax() : creditOf(bill, line);
        return { boardId, key, debit, credit, amount: isTax ? line.taxAmount : net, on, reason };
      });
    });
  });
}
