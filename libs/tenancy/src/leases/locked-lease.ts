import type { Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import type { LeaseFacts } from '../domain/lease-state';
import { tenancyError } from '../errors';
import type { LeaseDto } from './lease.dto';
import type { Leases } from './leases.service';

export type LockedLease = LeaseDto &
  Pick<LeaseFacts, 'isRenewed' | 'isSuspended'> & { readonly boardId: Id };

/**
 * A lease that nobody else changes until the end of `tx`: two who act on it come one after the
 * other, and the second sees what the first did.
 * @throws tenancy.leaseMissing
 */
export async function lockedLease(tx: Tx, leases: Leases, id: Id): Promise<LockedLease> {
  const [row] = await tx.sql<{ boardId: Id }>(
    'select board_id as "boardId" from tenancy.lease where id = $1 for update',
    [id],
  );
  if (!row) throw tenancyError('leaseMissing', { id });
  const lease = await leases.get(tx, id);
  return {
    ...lease,
    boardId: row.boardId,
    isRenewed: lease.renewedBy !== null,
    isSuspended: lease.state === 'suspended',
  };
}
