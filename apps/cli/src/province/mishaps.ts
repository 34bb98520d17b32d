import { businessDate, month as asMonth, type Id, type Month } from '@cho40/kernel';
import { Bills, Reliefs } from '@cho40/billing';
import type { Tx } from '@cho40/platform';
import type { PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

// One board's year: a bill with a wrong area in July, a flood in September.
const BOARD = 'dong-van';
const WRONG_BILL = asMonth('2026-07');
const AFTER_FLOOD = asMonth('2026-10');

interface BoardMonth {
  readonly board: PlannedBoard;
  readonly boardId: Id;
  readonly month: Month;
}

/** Before October is issued: the flood's relief, proposed by one and approved by another. */
export async function relieveAfterFlood(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
): Promise<void> {
  if (board.key !== BOARD || month !== AFTER_FLOOD) return;
  const [market] = await tx.sql<{ id: Id }>(
    'select market_id as id from markets.v_market where board_id = $1 order by code limit 1',
    [boardId],
  );
  if (!market) return;
  const accountant = actingAs(tx, await actorOf(tx, board, boardId, 'accountant'));
  const reliefId = await libs.get(Reliefs).propose(accountant, market.id, {
    document: '47/QĐ-BQL',
    documentOn: businessDate('2026-09-28'),
    reason: 'Mưa lũ ngày 10 tháng 9, chợ nghỉ và họp lại từng phần',
    percent: 50,
    fromOn: businessDate('2026-09-10'),
    toOn: businessDate('2026-10-10'),
  });
  const head = actingAs(tx, await actorOf(tx, board, boardId, 'boardHead'));
  await libs.get(Reliefs).approve(head, reliefId);
}

/** A bill of July is voided the day it was issued; July is then issued again for its stall. */
export async function voidWrongBill(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: BoardMonth,
): Promise<boolean> {
  if (board.key !== BOARD || month !== WRONG_BILL) return false;
  const [bill] = await tx.sql<{ id: Id }>(
    `select bill_id as id from billing.v_bill
      where board_id = $1 and period = $2 and voided_at is null order by code limit 1`,
    [boardId, month],
  );
  if (!bill) return false;
  const accountant = actingAs(tx, await actorOf(tx, board, boardId, 'accountant'));
  await libs.get(Bills).void(accountant, [bill.id], 'Ghi sai diện tích, phát hành lại');
  return true;
}
