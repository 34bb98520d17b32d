import type { Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import type { BoardFacts } from '../board-facts';

/** A claim that waits and a refund that somebody proposed, both under the lease's own id. */
export async function hangClaimAndRefund(tx: Tx, boardId: Id, leaseId: Id): Promise<void> {
  await tx.sql(
    `insert into reconciliation.claim (board_id, id, market_id, lease_id, amount, paid_at, told_by,
       channel, made_at, due_on)
     select board_id, id, market_id, id, 70000, '2026-10-12T03:00:00Z', 'Chị Lan', 'desk', now(),
            '2026-10-15'
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into reconciliation.refund (board_id, id, market_id, lease_id, amount, payee, reason,
       proposed_by, proposed_by_name, proposed_at)
     select board_id, id, market_id, id, 1000, 'Chị Lan', 'nộp thừa', id, 'Kế toán', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
}

/** What people said of payers and of kinds of money, under the lease's own id. */
export async function hangPayers(
  tx: Tx,
  { boardId, accountId }: BoardFacts,
  { leaseId, recordId }: { leaseId: Id; recordId: Id },
): Promise<void> {
  await tx.sql(
    `insert into reconciliation.virtual_account (board_id, id, account_id, number, market_id,
       lease_id, valid_from, created_by, created_by_name, created_at)
     select board_id, id, $3, upper(right($2::uuid::text, 12)), market_id, id, '2026-10-01', $2,
            'Kế toán', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId, accountId],
  );
  await tx.sql(
    `insert into reconciliation.learned_payer (board_id, id, account_print, account_sealed,
       account_last4, market_id, lease_id, record_id, learned_by, learned_by_name, learned_at)
     select board_id, id, sha256($2::uuid::text::bytea), '', '6789', market_id, id, $3, $2,
            'Kế toán', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId, recordId],
  );
  await tx.sql(
    `insert into reconciliation.rule (board_id, id, direction, words, plain_words, class, created_by,
       created_by_name, created_at)
     values ($1, $2, 'in', 'vay', 'VAYVON', 'loan', $2, 'Kế toán', now())`,
    [boardId, leaseId],
  );
}
