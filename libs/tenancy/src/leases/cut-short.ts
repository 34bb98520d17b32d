import type { BusinessDate, Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';

/** An end that was not agreed on when the lease was signed. */
export interface CutShort {
  readonly kind: 'terminated' | 'transferred';
  readonly lastDay: BusinessDate;
  readonly reason: string;
  readonly documentNumber?: string | null;
}

interface CutLease {
  readonly boardId: Id;
  readonly id: Id;
  readonly validTo: BusinessDate | null;
}

const END = `
  insert into tenancy.lease_end (board_id, lease_id, kind, last_day, agreed_to, reason,
                                 document_number, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const CUT_LEASE = 'update tenancy.lease set valid_to = $3 where board_id = $1 and id = $2';
const CUT_SUSPENSIONS = `
  update tenancy.lease_suspension
     set to_on = case when from_on <= $3 then least(to_on, $3) else to_on end,
         withdrawn_at = case when from_on > $3 then now() end
   where board_id = $1 and lease_id = $2 and withdrawn_at is null
     and (to_on is null or to_on > $3)`;

/** Ends a lease with the end of a day; what was suspended after it is suspended no more. */
export async function cutShort(tx: Tx, lease: CutLease, end: CutShort): Promise<void> {
  await tx.sql(END, [
    lease.boardId,
    lease.id,
    end.kind,
    end.lastDay,
    lease.validTo,
    end.reason.trim(),
    end.documentNumber ?? null,
    tx.actor.userId,
  ]);
  await tx.sql(CUT_LEASE, [lease.boardId, lease.id, end.lastDay]);
  await tx.sql(CUT_SUSPENSIONS, [lease.boardId, lease.id, end.lastDay]);
}
