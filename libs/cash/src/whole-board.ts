import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { cashError } from './errors';

/**
 * A board whose safe the actor may see: a right over single markets does not reach it.
 * @throws cash.boardNotFound
 */
export async function wholeBoard(tx: Reading, boardId: Id): Promise<{ name: string }> {
  const [board] = await tx.sql<{ name: string }>(
    'select name from markets.v_board where board_id = $1',
    [boardId],
  );
  if (!board || tx.actor.markets !== 'all') throw cashError('boardNotFound', { boardId });
  return board;
}
