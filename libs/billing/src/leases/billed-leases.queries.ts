import type { Id } from '@cho40/kernel';
import { reachesMarket, type Reading } from '@cho40/platform';
import { billingError } from '../errors';

/** A lease with what a bill of its own is issued by. */
export interface BilledLease {
  readonly boardId: Id;
  readonly leaseId: Id;
  readonly marketId: Id;
  /** The market's code. */
  readonly marketCode: string;
  /** The lease's own, else the market's. */
  readonly dueDay: number;
  readonly graceDays: number;
}

/**
 * Leases within the actor's reach, by id.
 * @throws billing.leaseNotFound
 */
export async function billedLeases(
  tx: Reading,
  leaseIds: readonly Id[],
): Promise<Map<Id, BilledLease>> {
  const rows = await tx.sql<BilledLease>(
    `select l.board_id as "boardId", l.lease_id as "leaseId", l.market_id as "marketId",
            m.code as "marketCode", coalesce(l.due_day, m.due_day) as "dueDay",
            coalesce(l.grace_days, m.grace_days) as "graceDays"
       from tenancy.v_lease l
       join markets.v_market m on m.board_id = l.board_id and m.market_id = l.market_id
      where l.lease_id = any ($1::uuid[])`,
    [leaseIds],
  );
  const leases = new Map(
    rows.filter((row) => reachesMarket(tx.actor, row.marketId)).map((row) => [row.leaseId, row]),
  );
  const missing = leaseIds.find((id) => !leases.has(id));
  if (missing !== undefined) throw billingError('leaseNotFound', { leaseId: missing });
  return leases;
}

/** One of them. */
export async function billedLease(tx: Reading, leaseId: Id): Promise<BilledLease> {
  const lease = (await billedLeases(tx, [leaseId])).get(leaseId);
  if (!lease) throw billingError('leaseNotFound', { leaseId });
  return lease;
}
