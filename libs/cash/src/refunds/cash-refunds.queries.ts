import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { offsetOf, pageOfRows, type PageQueryDto, type Reading, type Tx } from '@cho40/platform';

/** A refund that was approved to leave the safe, and what became of it. */
export interface CashRefund {
  readonly refundId: Id;
  readonly boardId: Id;
  readonly amount: Vnd;
  readonly payee: string;
  readonly reason: string;
  readonly state: 'approved' | 'paid';
  readonly decidedBy: Id;
  readonly decidedByName: string;
  readonly decidedAt: Date;
  readonly paidAt: Date | null;
  readonly cashierName: string | null;
  /** The phiếu chi of it. */
  readonly slipId: Id | null;
  readonly slipNumber: string | null;
}

/** What waits for the cashier first, the longest on top; then what was paid, the newest first. */
export async function cashRefundPage(
  tx: Reading,
  { boardId, ...page }: Pick<PageQueryDto, 'cursor' | 'limit'> & { boardId: Id },
) {
  const rows = await tx.sql<CashRefund & { total: number }>(
    `select r.*, count(*) over () as total
       from cash.v_refund_line r
      where r."boardId" = $1
      order by r.state = 'paid', case when r.state = 'approved' then r."decidedAt" end,
               r."paidAt" desc, r."refundId"
      limit $2 offset $3`,
    [boardId, page.limit, offsetOf(page)],
  );
  return pageOfRows(rows, page);
}

export async function cashRefundOf(tx: Reading, refundId: Id): Promise<CashRefund | undefined> {
  const [refund] = await tx.sql<CashRefund>(
    'select * from cash.v_refund_line where "refundId" = $1',
    [refundId],
  );
  return refund;
}

/** A refund as it leaves the safe. */
export interface NewPayout {
  /** Made by whoever pays: told again, it is the same payout. */
  readonly id: Id;
  readonly refundId: Id;
  readonly cashier: { readonly id: Id; readonly name: string };
}

export async function insertPayout(
  tx: Tx,
  { id, cashier }: NewPayout,
  { boardId, refundId, amount, payee }: CashRefund,
  paid: { at: Date; on: BusinessDate },
): Promise<void> {
  await tx.sql(
    `insert into cash.refund_payout (board_id, id, refund_id, amount, payee, cashier_id,
       cashier_name, paid_at, paid_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [boardId, id, refundId, amount, payee, cashier.id, cashier.name, paid.at, paid.on],
  );
}

/** The refund that a payout was of, also of one that was taken back. */
export async function refundOfPayout(tx: Reading, id: Id): Promise<Id | undefined> {
  const [payout] = await tx.sql<{ refundId: Id }>(
    'select refund_id as "refundId" from cash.refund_payout where id = $1',
    [id],
  );
  return payout?.refundId;
}

/** Ends the live payout of a refund, and gives it. */
export async function endPayout(
  tx: Tx,
  refundId: Id,
  ended: { at: Date; byName: string; reason: string },
): Promise<Id | undefined> {
  const [payout] = await tx.sql<{ id: Id }>(
    `update cash.refund_payout
        set taken_back_at = $2, taken_back_by_name = $3, taken_back_reason = $4
      where refund_id = $1 and taken_back_at is null
      returning id`,
    [refundId, ended.at, ended.byName, ended.reason.trim()],
  );
  return payout?.id;
}
