import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { ReceivingAccount } from '../accounts/receiving-account.entity';
import type { UploadedStatement } from './statement-file';
import type { StatementImport } from './statements.service';

/** The statement that was made of the same bytes, if any. */
export async function importedFile(
  tx: Reading,
  { boardId, id }: ReceivingAccount,
  sha256: Buffer,
): Promise<Id | null> {
  const [found] = await tx.sql<{ id: Id }>(
    `select id from banking.statement
      where board_id = $1 and account_id = $2 and file_sha256 = $3`,
    [boardId, id, sha256],
  );
  return found?.id ?? null;
}

/** Of rows first shown by a statement, how many fell on days on which the board had a feed. */
export async function lostByFeed(
  tx: Reading,
  boardId: Id,
  days: readonly BusinessDate[],
): Promise<number> {
  if (days.length === 0) return 0;
  const [lost] = await tx.sql<{ count: number }>(
    `select count(*) as count
       from unnest($2::date[]) as d (day)
      where exists (
        select from banking.feed f
         where f.board_id = $1
           and d.day >= (f.created_at at time zone 'Asia/Ho_Chi_Minh')::date
           and (f.ended_at is null or d.day <= (f.ended_at at time zone 'Asia/Ho_Chi_Minh')::date))`,
    [boardId, days],
  );
  return lost?.count ?? 0;
}

interface NewStatement {
  readonly upload: UploadedStatement;
  readonly summary: StatementImport;
  readonly account: ReceivingAccount;
  readonly by: { readonly userId: Id | null; readonly displayName: string };
  readonly at: Date;
}

export async function insertStatement(
  tx: Tx,
  { upload, summary, account, by, at }: NewStatement,
): Promise<void> {
  await tx.sql(
    `insert into banking.statement (board_id, id, account_id, file_name, file_sha256, file, layout,
       from_on, to_on, opening, credits, debits, closing, row_count, lost_by_feed, imported_by,
       imported_by_name, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      account.boardId,
      summary.statementId,
      account.id,
      upload.fileName,
      upload.sha256,
      upload.bytes,
      summary.layout,
      summary.fromOn,
      summary.toOn,
      summary.opening,
      summary.credits,
      summary.debits,
      summary.closing,
      summary.rowCount,
      summary.lostByFeed,
      by.userId,
      by.displayName,
      at,
    ],
  );
}
