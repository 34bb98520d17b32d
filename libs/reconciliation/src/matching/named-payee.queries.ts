import type { Id } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import { reconciliationError } from '../errors';

/** The market of a lease of the board that the actor's right reaches. */
export async function marketOfLease(tx: Reading, boardId: Id, leaseId: Id): Promise<Id> {
  const [lease] = await tx.sql<{ marketId: Id }>(
    `select market_id as "marketId" from tenancy.v_lease
      where board_id = $1 and lease_id = $2 and ($3::uuid[] is null or market_id = any ($3))`,
    [boardId, leaseId, marketScope(tx.actor)],
  );
  if (!lease) throw reconciliationError('leaseNotFound', { leaseId });
  return lease.marketId;
}

export async function requireBillOfLease(tx: Reading, leaseId: Id, billId: Id): Promise<void> {
  const bills = await tx.sql(
    'select from billing.v_bill where bill_id = $1 and lease_id = $2 and voided_at is null',
    [billId, leaseId],
  );
  if (bills.length === 0) throw reconciliationError('billNotOfLease', { leaseId, billId });
}

/** The bills of parts are live ones of markets that the actor's right reaches. */
export async function requireBillsWithin(tx: Reading, billIds: readonly Id[]): Promise<void> {
  if (billIds.length === 0) return;
  const rows = await tx.sql<{ billId: Id }>(
    `select bill_id as "billId" from billing.v_bill
      where bill_id = any ($1::uuid[]) and voided_at is null
        and ($2::uuid[] is null or market_id = any ($2))`,
    [billIds, marketScope(tx.actor)],
  );
  const missing = billIds.find((id) => !rows.some(({ billId }) => billId === id));
  if (missing !== undefined) throw reconciliationError('billNotFound', { billId: missing });
}
