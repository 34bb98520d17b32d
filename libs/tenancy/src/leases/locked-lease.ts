import type { BusinessDate, Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import { tenancyError } from '../errors';
import { leaseRows, type LeaseRow } from './leases.queries';

export type LockedLease = LeaseRow & { readonly boardId: Id };

/**
 * A lease that nobody else changes until the end of `tx`: two who act on it come one after the
 * other, and the second sees what the first did.
 * @throws tenancy.leaseMissing, also where it lies out of the actor's reach
 */
export async function lockedLease(tx: Tx, today: BusinessDate, id: Id): Promise<LockedLease> {
  const [locked] = await tx.sql<{ boardId: Id }>(
    'select board_id as "boardId" from tenancy.lease where id = $1 for update',
    [id],
  );
  const [lease] = (await leaseRows(tx, today, { id, limit: 1 })).items;
  if (!locked || !lease) throw tenancyError('leaseMissing', { id });
  return { ...lease, ...locked };
}
