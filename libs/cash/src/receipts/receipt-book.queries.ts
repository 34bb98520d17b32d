import { vnd, vndInWords, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import {
  marketScope,
  offsetOf,
  pageOfRows,
  type PageQueryDto,
  type Reading,
} from '@cho40/platform';
import type { WhyNotCashless } from '../domain/receipt-rules';
import { cashError } from '../errors';

export interface ReceiptFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly marketId?: Id;
  readonly collectorId?: Id;
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
  readonly shiftId?: Id;
}

/** A receipt as it is read and printed. */
export interface ReceiptLine {
  readonly id: Id;
  readonly number: string;
  readonly boardId: Id;
  readonly boardName: string;
  readonly marketId: Id;
  readonly marketName: string;
  readonly leaseId: Id;
  readonly stallCode: string;
  readonly vendorName: string;
  readonly amount: Vnd;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly takenAt: Date;
  readonly takenOn: BusinessDate;
  readonly whyNotCashless: WhyNotCashless | null;
  readonly isUndone: boolean;
  readonly shiftId: Id;
  readonly deviceNumber: number | null;
  readonly paperBook: string | null;
  readonly paperSerial: number | null;
}

/** The newest first. */
export async function receiptPage(tx: Reading, filter: ReceiptFilter) {
  const rows = await tx.sql<ReceiptLine & { total: number }>(
    `with found as materialized (
       select r.*
         from cash.v_receipt_line r
        where ($1::uuid is null or r."marketId" = $1)
          and ($2::uuid is null or r."collectorId" = $2)
          and r."takenOn" between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
          and ($5::text is null or r.number ilike '%' || $5 or r."stallCode" ilike $5 || '%'
               or unaccent(r."vendorName") ilike '%' || unaccent($5) || '%')
          and ($6::uuid[] is null or r."marketId" = any ($6))
          and ($7::uuid is null or r."shiftId" = $7))
     select f.*, (select count(*) from found) as total
       from found f
      order by f."takenAt" desc, f.id desc
      limit $8 offset $9`,
    [
      filter.marketId ?? null,
      filter.collectorId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.q?.trim() || null,
      marketScope(tx.actor),
      filter.shiftId ?? null,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

interface PaidPart {
  readonly period: string;
  readonly feeType: string;
  readonly amount: Vnd;
}

/** A receipt with its sum in words and what it paid. */
export async function receiptOf(tx: Reading, receiptId: Id) {
  const [receipt] = await tx.sql<ReceiptLine>(
    `select * from cash.v_receipt_line
      where id = $1 and ($2::uuid[] is null or "marketId" = any ($2))`,
    [receiptId, marketScope(tx.actor)],
  );
  if (!receipt) throw cashError('receiptNotFound', { receiptId });
  const paidFor = await tx.sql<PaidPart>(
    `select a.period, a.fee_type as "feeType", sum(a.amount)::bigint as amount
       from cash.v_receipt r
       join billing.v_allocation a on a.board_id = r.board_id and a.payment_id = r.payment_id
      where r.receipt_id = $1
      group by a.period, a.fee_type
     having sum(a.amount) <> 0
      order by a.period, a.fee_type`,
    [receiptId],
  );
  const paid = paidFor.reduce((sum, part) => sum + part.amount, 0);
  const credit = vnd(receipt.isUndone ? 0 : receipt.amount - paid);
  return { ...receipt, amountInWords: vndInWords(receipt.amount), paidFor, credit };
}
