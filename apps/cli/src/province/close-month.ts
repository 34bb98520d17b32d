import { addDays, lastDayOf, month as asMonth, type Id, type Month } from '@cho40/kernel';
import { Periods } from '@cho40/closing';
import type { Tx } from '@cho40/platform';
import type { PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

// One board keeps its months closed, up to a few months ago; the others still leave them open.
const CLOSING_BOARD = 'dong-van';
const LAST_CLOSED = asMonth('2026-08');

/** The accountant closes the month on the third of the next, with what stood open accepted. */
export async function closeMonth(
  scene: Scene,
  tx: Tx,
  { board, boardId, month }: { board: PlannedBoard; boardId: Id; month: Month },
): Promise<void> {
  if (board.key !== CLOSING_BOARD || month > LAST_CLOSED) return;
  scene.clock.set(addDays(lastDayOf(month), 3), '15:00:00');
  const accountant = actingAs(tx, await actorOf(tx, board, boardId, 'accountant'));
  const periods = scene.libs.get(Periods);
  const { items } = await periods.get(accountant, boardId, month);
  await periods.close(accountant, boardId, {
    month,
    acknowledged: items.map(({ code }) => code),
    note: 'Đã báo trưởng ban; khoản treo đang hỏi lại người nộp.',
  });
}
