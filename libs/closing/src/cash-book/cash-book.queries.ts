import { vnd, type Id, type Month, type Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { cashBookOf, type CashBook, type SafeMovement } from '../domain/cash-book';
import type { SafeOwner } from '../domain/cash-papers';

const SAFE = 'cash/safe';

/** A movement as it is listed: its slip can be opened. */
export interface ListedSlip extends SafeMovement {
  readonly slipId: Id;
}

/** The safe of a board through a booked month. */
export async function cashBook(
  tx: Reading,
  boardId: Id,
  month: Month,
): Promise<CashBook<ListedSlip>> {
  const [before] = await tx.sql<{ opening: Vnd }>(
    `select coalesce(sum(amount), 0)::bigint as opening
       from ledger.v_posting where board_id = $1 and account = $2 and booked_month < $3`,
    [boardId, SAFE, month],
  );
  const movements = await tx.sql<ListedSlip>(
    `select s.slip_id as "slipId", s.kind, s.number, s.on_date as "on",
            s.person_name as "personName", s.purpose, s.amount
       from cash.v_safe_slip s
       join ledger.v_posting p on p.board_id = s.board_id and p.key = s.key and p.account = $2
      where s.board_id = $1 and p.booked_month = $3
      order by s.on_date, s.at, s.number`,
    [boardId, SAFE, month],
  );
  return cashBookOf(month, before?.opening ?? vnd(0), movements);
}

/** One slip of the boards that the reader sees. */
export async function slipOf(
  tx: Reading,
  slipId: Id,
): Promise<(SafeMovement & SafeOwner) | undefined> {
  const [slip] = await tx.sql<SafeMovement & SafeOwner>(
    `select s.kind, s.number, s.on_date as "on", s.person_name as "personName", s.purpose,
            s.amount, s.cashier_name as "cashierName",
            b.name as "boardName"
       from cash.v_safe_slip s
       join markets.v_board b on b.board_id = s.board_id
      where s.slip_id = $1`,
    [slipId],
  );
  return slip;
}
