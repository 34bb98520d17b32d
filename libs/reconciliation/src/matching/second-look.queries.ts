import type { Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';

/**
 * The next records by id that wait without a code, and that nobody has said a word on; nobody else
 * decides on them until the end of `tx`.
 */
export async function waitingToLookAt(
  tx: Tx,
  boardId: Id,
  { after, limit }: { after: Id | null; limit: number },
): Promise<Id[]> {
  const rows = await tx.sql<{ recordId: Id }>(
    `select record_id as "recordId"
       from reconciliation.standing
      where board_id = $1 and state in ('unmatched', 'outgoing')
        and reason in ('noCode', 'badCode', 'outgoing') and ($2::uuid is null or record_id > $2)
      order by record_id
      limit $3
        for update`,
    [boardId, after, limit],
  );
  return rows.map(({ recordId }) => recordId);
}

/** Whether a rule has not reached its end, or a payment that proved an account still waits. */
export async function lookingAgainPays(tx: Reading, boardId: Id): Promise<boolean> {
  const [row] = await tx.sql<{ pays: boolean }>(
    `select exists (select from reconciliation.rule
                     where board_id = $1 and on_at is not null and off_at is null
                       and reached_at is null)
         or exists (select from banking.v_receiving_account a
                      join reconciliation.standing s
                        on s.board_id = a.board_id and s.record_id = a.proof_record_id
                     where a.board_id = $1 and s.state = 'unmatched'
                       and s.reason in ('noCode', 'badCode')) as pays`,
    [boardId],
  );
  return row?.pays ?? false;
}
