import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import { cashError } from '../errors';

/** A cash receipt as far as its paper needs it. */
export interface CashReceiptLine {
  readonly paymentId: Id;
  readonly number: string;
  readonly checkCode: string;
  readonly boardName: string;
  readonly marketName: string;
  readonly stallCode: string | null;
  readonly vendorName: string | null;
  readonly amount: Vnd;
  readonly collectorName: string;
  readonly takenOn: BusinessDate;
  readonly undoneAt: Date | null;
}

/** @throws cash.receiptNotFound */
export async function receiptToPrint(tx: Reading, receiptId: Id): Promise<CashReceiptLine> {
  const [receipt] = await tx.sql<CashReceiptLine>(
    `select r.payment_id as "paymentId", r.number, r.check_code as "checkCode",
            v."boardName", v."marketName", v."stallCode", v."vendorName", r.amount,
            r.collector_name as "collectorName", r.taken_on as "takenOn", p.undone_at as "undoneAt"
       from cash.receipt r
       join cash.v_receipt_line v on v."boardId" = r.board_id and v.id = r.id
       join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id
      where r.id = $1 and ($2::uuid[] is null or r.market_id = any ($2))`,
    [receiptId, marketScope(tx.actor)],
  );
  if (!receipt) throw cashError('receiptNotFound', { receiptId });
  return receipt;
}
