import type { Id } from '@cho40/kernel';
import { marketScope, type Reading, type Tx } from '@cho40/platform';
import { reconciliationError } from '../errors';
import { lockStanding, type LockedStanding } from './standings.queries';

/**
 * A record's standing as the clerk saw it, held until the end of `tx`: of two who decide at once the
 * second is told who was first, and nothing of the first is overwritten.
 * @throws reconciliation.recordNotFound, recordMoved
 */
export async function seenStanding(tx: Tx, recordId: Id, since?: Date): Promise<LockedStanding> {
  const standing = await lockStanding(tx, recordId, marketScope(tx.actor));
  if (!standing) throw reconciliationError('recordNotFound', { recordId });
  if (since && since.getTime() !== standing.since.getTime())
    throw reconciliationError('recordMoved', {
      recordId,
      state: standing.state,
      by: await lastToDecide(tx, recordId),
    });
  return standing;
}

async function lastToDecide(tx: Reading, recordId: Id): Promise<string | null> {
  const [decision] = await tx.sql<{ by: string | null }>(
    `select decided_by_name as by from reconciliation.decision
      where record_id = $1 order by at desc, id desc limit 1`,
    [recordId],
  );
  return decision?.by ?? null;
}
