import type { Id } from '@cho40/kernel';
import { newId, type Reading, type Tx } from '@cho40/platform';

export const REFUND_STEPS = [
  'proposed',
  'approved',
  'refused',
  'withdrawn',
  'paid',
  'unpaid', // the record that was taken for its payment was another one
] as const;
export type RefundStep = (typeof REFUND_STEPS)[number];

/** What somebody did with a refund. */
export interface RefundStepRow {
  readonly step: RefundStep;
  readonly recordId: Id | null;
  readonly reason: string | null;
  readonly byName: string;
  readonly at: Date;
}

/** What became of a refund, the first step first. */
export function refundSteps(tx: Reading, refundId: Id): Promise<RefundStepRow[]> {
  return tx.sql<RefundStepRow>(
    `select step, record_id as "recordId", reason, by_name as "byName", at
       from reconciliation.refund_step
      where refund_id = $1
      order by at, id`,
    [refundId],
  );
}

export interface NewRefundStep extends Pick<RefundStepRow, 'step'> {
  readonly recordId?: Id | null;
  readonly reason?: string | null;
}

/** Keeps a step as the actor's. */
export async function insertRefundStep(
  tx: Tx,
  { boardId, id }: { readonly boardId: Id; readonly id: Id },
  { step, recordId, reason }: NewRefundStep,
  now: Date,
): Promise<void> {
  const { userId, displayName } = tx.actor;
  await tx.sql(
    `insert into reconciliation.refund_step
       (board_id, id, refund_id, step, record_id, reason, by_id, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [boardId, newId(), id, step, recordId ?? null, reason ?? null, userId, displayName, now],
  );
}
