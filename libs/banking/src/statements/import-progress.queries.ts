import type { Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { ImportProgressDto } from './import-progress.dto';

export interface BegunImport {
  readonly boardId: Id;
  readonly id: Id;
  readonly accountId: Id;
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly rowCount: number;
  readonly at: Date;
}

/** What earlier tries of the same file have left gives way, and what is older than a day. */
export async function beginImport(tx: Tx, begun: BegunImport): Promise<void> {
  const { boardId, id, accountId, fileName, sha256, rowCount, at } = begun;
  await tx.sql(
    `delete from banking.statement_import
      where board_id = $1 and (account_id = $2 and file_sha256 = $3
                               or seen_at < now() - interval '1 day')`,
    [boardId, accountId, sha256],
  );
  await tx.sql(
    `insert into banking.statement_import
       (board_id, id, account_id, file_name, file_sha256, row_count, started_by_name, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [boardId, id, accountId, fileName, sha256, rowCount, tx.actor.displayName, at],
  );
}

export async function tellImport(tx: Tx, id: Id, done: number): Promise<void> {
  await tx.sql(
    'update banking.statement_import set done_count = $2, seen_at = now() where id = $1',
    [id, done],
  );
}

export async function failImport(tx: Tx, id: Id): Promise<void> {
  await tx.sql('update banking.statement_import set failed_at = now() where id = $1', [id]);
}

export async function forgetImport(tx: Tx, id: Id): Promise<void> {
  await tx.sql('delete from banking.statement_import where id = $1', [id]);
}

/** A file whose statement stands has nothing to tell any more, whoever was killed after COMMIT. */
export function importsUnderWay(tx: Reading): Promise<ImportProgressDto[]> {
  return tx.sql<ImportProgressDto>(
    `select i.id, i.board_id as "boardId", a.number as "accountNumber", i.file_name as "fileName",
            i.row_count as "rowCount", i.done_count as "doneCount",
            case when i.failed_at is null and i.seen_at > now() - interval '30 seconds'
                 then 'running' else 'stopped' end as state,
            i.started_by_name as "startedByName", i.started_at as "startedAt"
       from banking.statement_import i
       join banking.receiving_account a on a.board_id = i.board_id and a.id = i.account_id
      where i.seen_at > now() - interval '1 day'
        and not exists (select from banking.statement s
                         where s.board_id = i.board_id and s.account_id = i.account_id
                           and s.file_sha256 = i.file_sha256)
      order by i.started_at desc, i.id
      limit 20`,
  );
}
