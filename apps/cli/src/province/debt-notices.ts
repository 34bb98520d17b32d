import { DebtPapers } from '@cho40/billing';
import { businessDateOf, type Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import type { PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

// A board of three people writes to the worst few each month, not to everybody.
const NOTICES_A_MONTH = 4;

const LONGEST_OVERDUE = `
  select b.lease_id as id
    from billing.v_bill b
   where b.board_id = $1 and b.voided_at is null and b.due > 0
     and b.due_on + b.grace_days < $2
   group by b.lease_id
   order by min(b.due_on), sum(b.due) desc, b.lease_id
   limit $3`;

/** The accountant writes to whoever owes for longest; the levels rise by themselves. */
export async function writeDebtNotices(
  { libs, clock }: Scene,
  tx: Tx,
  { board, boardId }: { board: PlannedBoard; boardId: Id },
): Promise<void> {
  const leases = await tx.sql<{ id: Id }>(LONGEST_OVERDUE, [
    boardId,
    businessDateOf(clock.now()),
    NOTICES_A_MONTH,
  ]);
  if (leases.length === 0) return;
  const accountant = await actorOf(tx, board, boardId, 'accountant');
  const leaseIds = leases.map(({ id }) => id);
  await libs.get(DebtPapers).make(actingAs(tx, accountant), 'notice', leaseIds);
}
