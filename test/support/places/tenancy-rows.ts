import type { Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';

/** A certificate and a transfer that waits, both under the lease's own id. */
export async function hangOnLease(tx: Tx, boardId: Id, leaseId: Id): Promise<void> {
  await tx.sql(
    `insert into tenancy.certificate (board_id, id, vendor_id, kind, number, issuer, issued_on)
     values ($1, $2, $2, 'health', '1', 'Trạm y tế', '2026-01-01')`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into tenancy.lease_transfer (board_id, id, lease_id, vendor_id, from_on, policy, reason,
       document_number, document_on, created_by)
     values ($1, $2, $2, $2, '2026-11-01', 'by-procedure', 'Chuyển điểm', '1', '2026-10-01', $3)`,
    [boardId, leaseId, newId()],
  );
}
