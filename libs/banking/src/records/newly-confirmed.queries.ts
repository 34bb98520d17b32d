import type { Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';

/**
 * Takes confirmed records out of those that wait to be taken up, the first recorded first. What
 * another transaction takes now is waited for.
 */
export async function takeConfirmed(
  tx: Tx,
  boardId: Id,
  limit: number,
  passed: readonly Id[],
): Promise<Id[]> {
  const rows = await tx.sql<{ recordId: Id }>(
    'select take_confirmed as "recordId" from banking.take_confirmed($1, $2, $3)',
    [boardId, limit, passed],
  );
  return rows.map(({ recordId }) => recordId);
}
