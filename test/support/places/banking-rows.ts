import type { Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import type { BoardFacts } from '../board-facts';
import type { LeaseFact } from '../market-facts';
import type { Placed } from '../three-places';

/** A test that SePay sent. */
export async function delivery(tx: Tx, boardId: Id, feedId: Id): Promise<Id> {
  const id = newId();
  const at = '2026-10-12T03:00:00Z';
  await tx.sql(`call banking.ensure_partitions('2026-10-01', 1)`);
  await tx.sql(
    `insert into banking.delivery (board_id, id, feed_id, received_at, verdict, headers, body)
     values ($1, $2, $3, $4, 'verified', '{}', '{"id":0,"transferAmount":0}')`,
    [boardId, id, feedId, at],
  );
  await tx.sql(
    `insert into banking.reading (board_id, delivery_id, received_at, feed_id, verdict)
     values ($1, $2, $4, $3, 'verified')`,
    [boardId, id, feedId, at],
  );
  return id;
}

/** Two records fit one row of a statement: a person is asked. */
export async function question(tx: Tx, { boardId, accountId }: Placed): Promise<Id> {
  const id = newId();
  const row = { direction: 'in', amount: 70_000, bookedAt: '2026-10-12T03:00:00Z', content: '' };
  await tx.sql(
    `insert into banking.question (board_id, id, account_id, kind, source, source_id, content_hash,
       booked_on, facts, asked_at)
     values ($1, $2, $3, 'two-fit', 'statement', $2::uuid::text, '', '2026-10-12',
       $4, now())`,
    [boardId, id, accountId, JSON.stringify({ row })],
  );
  return id;
}

/** A statement's layout that was mapped by hand, under the feed's id. */
export async function layout(tx: Tx, boardId: Id, feedId: Id): Promise<void> {
  await tx.sql(
    `insert into banking.layout (board_id, id, name, fingerprint, header, columns, signs,
       created_by_name, created_at)
     values ($1, $2, 'Sacombank', $2::uuid::text, '{Ngày,Số tiền,Nội dung}', '{}', 'bank', 'X', now())`,
    [boardId, feedId],
  );
}

/** A wallet with one line of the market that waits for a person, all under the lease's own id. */
export async function hangWallet(
  tx: Tx,
  { boardId, accountId }: Pick<BoardFacts, 'boardId' | 'accountId'>,
  { leaseId, marketId }: Pick<LeaseFact, 'leaseId' | 'marketId'>,
): Promise<void> {
  await tx.sql(
    `insert into banking.wallet (board_id, id, name, account_id, words, plain_words,
       created_by_name, created_at)
     values ($1, $2, $2::uuid::text, $3, 'VI CHO', 'VICHO', 'Kế toán', now())`,
    [boardId, leaseId, accountId],
  );
  await tx.sql(
    `insert into banking.settlement_file (board_id, id, wallet_id, file_name, file_sha256, file,
       layout, line_count, skipped_count, imported_by_name, imported_at)
     values ($1, $2, $2, 'vi.csv', $2::uuid::text::bytea, '', 'named', 1, 0, 'Kế toán', now())`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into banking.settlement_batch (board_id, id, wallet_id, number)
     values ($1, $2, $2, 'B1')`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into banking.settlement_line (board_id, id, wallet_id, batch_id, file_id, row_number,
       transaction_id, kind, amount, fee, net, paid_at, paid_on, content)
     values ($1, $2, $2, $2, $2, 1, 'T1', 'payment', 70000, 0, 70000, '2026-10-12T03:00:00Z',
       '2026-10-12', 'tien cho')`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into reconciliation.line_standing (board_id, line_id, amount, state, reason, evidence,
       market_id, booked_on, since)
     values ($1, $2, 70000, 'unmatched', 'stallVacant', '{}', $3, '2026-10-12', now())`,
    [boardId, leaseId, marketId],
  );
}
