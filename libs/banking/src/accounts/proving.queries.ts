import type { Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { Person } from './receiving-accounts.service';

/** An account and the payment that shows it to be the board's. */
export interface Proven {
  readonly accountId: Id;
  readonly recordId: Id;
}

/**
 * Takes payments as the proof of their accounts, which are live a day after their approval, or from
 * now on; gives those that were not proven before.
 */
export async function proveAccounts(
  tx: Tx,
  boardId: Id,
  proven: readonly Proven[],
  { now, by = null }: { now: Date; by?: Person | null },
): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `update banking.receiving_account a
        set proof = case when $5::uuid is null then 'probe' else 'person' end,
            proof_record_id = p.record_id, proven_by = $5, proven_by_name = $6,
            live_at = greatest(a.approved_at + interval '24 hours', $4)
       from unnest($2::uuid[], $3::uuid[]) as p (account_id, record_id)
      where a.board_id = $1 and a.id = p.account_id and a.approved_at is not null
        and a.live_at is null
     returning a.id`,
    [
      boardId,
      proven.map(({ accountId }) => accountId),
      proven.map(({ recordId }) => recordId),
      now,
      by?.userId ?? null,
      by?.displayName ?? null,
    ],
  );
  return rows.map(({ id }) => id);
}

/** A payment among which a person finds the probe that the bank printed without its code. */
export interface ProbeCandidate {
  readonly recordId: Id;
  readonly bookedAt: Date;
  readonly amount: number;
  readonly content: string;
}

/** Believed payments into the account since its approval; the smallest first. */
export function probeCandidates(tx: Reading, accountId: Id): Promise<ProbeCandidate[]> {
  return tx.sql<ProbeCandidate>(
    `select r.id as "recordId", r.booked_at as "bookedAt", r.amount, r.content
       from banking.receiving_account a
       join banking.bank_record r on r.board_id = a.board_id and r.account_id = a.id
       join banking.confirmation c on c.board_id = r.board_id and c.record_id = r.id
      where a.id = $1 and a.live_at is null and r.direction = 'in'
        and r.booked_on >= (a.approved_at at time zone 'Asia/Ho_Chi_Minh')::date
      order by r.amount, r.booked_at desc, r.id
      limit 20`,
    [accountId],
  );
}
