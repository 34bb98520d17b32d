import type { BusinessDate, Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';

export interface NewSuspension {
  readonly id?: Id;
  readonly from: BusinessDate;
  /** The last day; null: until it is resumed. */
  readonly to?: BusinessDate | null;
  readonly reason: string;
  readonly documentNumber?: string | null;
}

interface SuspendedLease {
  readonly boardId: Id;
  readonly id: Id;
}

/** Days of a lease that are not billed. */
export async function insertSuspension(
  tx: Tx,
  lease: SuspendedLease,
  { id = newId(), from, to, reason, documentNumber }: NewSuspension,
): Promise<void> {
  await tx.sql(
    `insert into tenancy.lease_suspension (board_id, id, lease_id, from_on, to_on, reason,
                                           document_number, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      lease.boardId,
      id,
      lease.id,
      from,
      to ?? null,
      reason.trim(),
      documentNumber ?? null,
      tx.actor.userId,
    ],
  );
}

export async function isSuspensionKnown(tx: Tx, id: Id | undefined): Promise<boolean> {
  const known = await tx.sql('select from tenancy.lease_suspension where id = $1', [id ?? null]);
  return known.length > 0;
}

/**
 * Lets the suspension that holds today end on the day before `on`; one that begins then is taken
 * back whole. False where none of its days is left.
 */
export async function liftSuspension(
  tx: Tx,
  { boardId, id }: SuspendedLease,
  { today, on }: { today: BusinessDate; on: BusinessDate },
): Promise<boolean> {
  const lifted = await tx.sql(
    `update tenancy.lease_suspension
        set to_on = case when from_on < $4 then $4::date - 1 else to_on end,
            withdrawn_at = case when from_on >= $4 then now() end
      where board_id = $1 and lease_id = $2 and withdrawn_at is null
        and daterange(from_on, to_on, '[]') @> $3::date and (to_on is null or to_on >= $4)
     returning id`,
    [boardId, id, today, on],
  );
  return lifted.length > 0;
}
