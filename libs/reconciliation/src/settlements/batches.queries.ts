import type { Wallets } from '@cho40/banking';
import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';

type WalletLooks = Parameters<typeof Wallets.looksLike>[0];

/** How the credits of a board's wallets look; of wallets in use. */
export function walletLooks(tx: Reading, boardId: Id): Promise<WalletLooks[]> {
  return tx.sql<WalletLooks>(
    `select account_id as "accountId", plain_words as "plainWords",
            counter_account as "counterAccount"
       from banking.v_wallet where board_id = $1 and ended_at is null`,
    [boardId],
  );
}

/** A batch whose credit was not found yet. */
export interface OpenBatch extends WalletLooks {
  readonly batchId: Id;
  readonly net: Vnd;
  readonly lastOn: BusinessDate;
}

/**
 * Batches of wallets in use that wait for their credit. One whose refund takes from money that was
 * given back already is a person's, who is told so.
 */
export function openBatches(tx: Reading, boardId: Id): Promise<OpenBatch[]> {
  return tx.sql<OpenBatch>(
    `select b.batch_id as "batchId", b.net, b.last_on as "lastOn", w.account_id as "accountId",
            w.plain_words as "plainWords", w.counter_account as "counterAccount"
       from banking.v_settlement_batch b
       join banking.v_wallet w on w.board_id = b.board_id and w.wallet_id = b.wallet_id
      where b.board_id = $1 and b.proof_id is null and b.net > 0 and w.ended_at is null
        and not exists (
          select from banking.v_settlement_line r
            join banking.v_settlement_line o
              on o.board_id = r.board_id and o.wallet_id = r.wallet_id and o.kind = 'payment'
             and o.transaction_id = r.original_id
            join billing.v_payment p
              on p.board_id = o.board_id and p.settlement_line_id = o.line_id
             and p.undone_at is null
            join billing.v_refund_part g
              on g.board_id = p.board_id and g.payment_id = p.payment_id
           where r.board_id = b.board_id and r.batch_id = b.batch_id and r.kind = 'refund')
      order by b.batch_id`,
    [boardId],
  );
}

/** An incoming record that is nobody's. */
export interface WaitingCredit {
  readonly recordId: Id;
  readonly accountId: Id;
  readonly direction: 'in';
  readonly amount: Vnd;
  readonly bookedOn: BusinessDate;
  readonly content: string;
  readonly counterAccount: string | null;
}

export function waitingCredits(
  tx: Reading,
  boardId: Id,
  amounts: readonly Vnd[],
): Promise<WaitingCredit[]> {
  return tx.sql<WaitingCredit>(
    `select s.record_id as "recordId", s.account_id as "accountId", s.direction, s.amount,
            s.booked_on as "bookedOn", r.content, r.counter_account as "counterAccount"
       from reconciliation.standing s
       join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
      where s.board_id = $1 and s.state = 'unmatched' and s.amount = any ($2::bigint[])`,
    [boardId, amounts],
  );
}

/** The batch whose live proof is this record. */
export async function batchProvenBy(tx: Reading, recordId: Id): Promise<Id | null> {
  const [proof] = await tx.sql<{ batchId: Id }>(
    `select batch_id as "batchId" from banking.v_settlement_proof
      where record_id = $1 and ended_at is null`,
    [recordId],
  );
  return proof?.batchId ?? null;
}

/** Pairs that were untied: what a person took apart is not put together by rule again. */
export async function untiedPairs(tx: Reading, boardId: Id): Promise<Set<string>> {
  const rows = await tx.sql<{ batchId: Id; recordId: Id }>(
    `select distinct batch_id as "batchId", record_id as "recordId"
       from banking.v_settlement_proof where board_id = $1 and ended_at is not null`,
    [boardId],
  );
  return new Set(rows.map(pairKey));
}

export const pairKey = ({ batchId, recordId }: { batchId: Id; recordId: Id }) =>
  `${batchId} ${recordId}`;
