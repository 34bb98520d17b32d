import type { Id } from '@cho40/kernel';
import { newId, offsetOf, type Reading, type Tx } from '@cho40/platform';
import type { KnownLine, PlannedLine } from '../domain/settlement/plan-lines';
import type { ReportLine } from '../domain/settlement/read-report';
import type { UploadedReport } from './report-file';
import type { SettlementFileDto, SettlementFileQueryDto } from './settlements.dto';
import type { LockedWallet } from './wallets.queries';

/** The file that was made of the same bytes, if any. */
export async function importedReport(
  tx: Reading,
  { boardId, id }: Pick<LockedWallet, 'boardId' | 'id'>,
  sha256: Buffer,
): Promise<Id | null> {
  const [found] = await tx.sql<{ id: Id }>(
    `select id from banking.settlement_file
      where board_id = $1 and wallet_id = $2 and file_sha256 = $3`,
    [boardId, id, sha256],
  );
  return found?.id ?? null;
}

/** What the wallet told before of the transactions of these lines. */
export function knownLines(
  tx: Reading,
  { boardId, id }: Pick<LockedWallet, 'boardId' | 'id'>,
  lines: readonly ReportLine[],
): Promise<KnownLine[]> {
  return tx.sql<KnownLine>(
    `select l.id as "lineId", l.batch_id as "batchId", b.number as batch, l.kind,
            l.transaction_id as "transactionId", l.amount, l.fee, l.paid_on as "paidOn"
       from banking.settlement_line l
       join banking.settlement_batch b on b.board_id = l.board_id and b.id = l.batch_id
      where l.board_id = $1 and l.wallet_id = $2 and l.transaction_id = any ($3::text[])`,
    [boardId, id, lines.map((line) => line.transactionId)],
  );
}

/** The batches of a wallet that are proven, by their numbers. */
export async function provenBatches(
  tx: Reading,
  { boardId, id }: Pick<LockedWallet, 'boardId' | 'id'>,
): Promise<Map<string, Id>> {
  const rows = await tx.sql<{ number: string; id: Id }>(
    `select b.number, b.id
       from banking.settlement_batch b
       join banking.settlement_proof p
         on p.board_id = b.board_id and p.batch_id = b.id and p.ended_at is null
      where b.board_id = $1 and b.wallet_id = $2`,
    [boardId, id],
  );
  return new Map(rows.map((row) => [row.number, row.id]));
}

export interface NewFile {
  readonly id: Id;
  readonly wallet: Pick<LockedWallet, 'boardId' | 'id'>;
  readonly upload: UploadedReport;
  readonly at: Date;
}

export async function insertFile(tx: Tx, { id, wallet, upload, at }: NewFile): Promise<void> {
  const { fileName, sha256, bytes, report } = upload;
  await tx.sql(
    `insert into banking.settlement_file (board_id, id, wallet_id, file_name, file_sha256, file,
       layout, line_count, skipped_count, imported_by, imported_by_name, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      wallet.boardId,
      id,
      wallet.id,
      fileName,
      sha256,
      bytes,
      report.layout,
      report.lines.length,
      report.skipped,
      tx.actor.userId,
      tx.actor.displayName,
      at,
    ],
  );
}

/** Keeps new lines with the batches they are of. */
export async function insertLines(
  tx: Tx,
  { id: fileId, wallet }: Pick<NewFile, 'id' | 'wallet'>,
  lines: readonly ReportLine[],
): Promise<void> {
  const batches = [...new Set(lines.map(({ batch }) => batch))].sort();
  await tx.sql(
    `insert into banking.settlement_batch (board_id, id, wallet_id, number)
     select $1, b.id, $2, b.number from unnest($3::uuid[], $4::text[]) as b (id, number)
      order by b.number
     on conflict (board_id, wallet_id, number) do nothing`,
    [wallet.boardId, wallet.id, batches.map(() => newId()), batches],
  );
  await tx.sql(
    `insert into banking.settlement_line (board_id, id, wallet_id, batch_id, file_id, row_number,
       transaction_id, kind, amount, fee, net, paid_at, paid_on, content, original_id)
     select $1, l.id, $2, b.id, $3, l."rowNumber", l."transactionId", l.kind, l.amount, l.fee,
            l.net, l."paidAt", l."paidOn", l.content, l."originalId"
       from jsonb_to_recordset($4::jsonb)
         as l (id uuid, "rowNumber" integer, "transactionId" text, kind text, amount bigint,
               fee bigint, net bigint, "paidAt" timestamptz, "paidOn" date, content text,
               "originalId" text, batch text)
       join banking.settlement_batch b
         on b.board_id = $1 and b.wallet_id = $2 and b.number = l.batch`,
    [
      wallet.boardId,
      wallet.id,
      fileId,
      JSON.stringify(lines.map((line) => ({ id: newId(), ...line }))),
    ],
  );
}

type Conflict = Extract<PlannedLine, { kind: 'conflict' }>;

/** Keeps what contradicts: of a file that is told again, each once. */
export async function insertConflicts(
  tx: Tx,
  { id: fileId, wallet }: Pick<NewFile, 'id' | 'wallet'>,
  conflicts: readonly Conflict[],
): Promise<void> {
  await tx.sql(
    `insert into banking.settlement_conflict (board_id, id, file_id, row_number, batch_id, line_id,
       why, told)
     select $1, c.id, $2, c."rowNumber", c."batchId", c."lineId", c.why, c.told
       from jsonb_to_recordset($3::jsonb)
         as c (id uuid, "rowNumber" integer, "batchId" uuid, "lineId" uuid, why text, told jsonb)
     on conflict (board_id, file_id, row_number) do nothing`,
    [
      wallet.boardId,
      fileId,
      JSON.stringify(
        conflicts.map(({ line, batchId, lineId, why }) => ({
          id: newId(),
          rowNumber: line.rowNumber,
          batchId,
          lineId,
          why,
          told: line,
        })),
      ),
    ],
  );
}

/** The newest import first. */
export async function listFiles(tx: Reading, query: SettlementFileQueryDto) {
  const rows = await tx.sql<SettlementFileDto & { total: number }>(
    `select f.id, f.board_id as "boardId", f.wallet_id as "walletId", w.name as "walletName",
            f.file_name as "fileName", encode(f.file_sha256, 'hex') as sha256, f.layout,
            f.line_count as "lineCount", f.skipped_count as "skippedCount",
            (select count(*) from banking.settlement_conflict c
              where c.board_id = f.board_id and c.file_id = f.id) as "conflictCount",
            f.imported_by_name as "importedByName", f.imported_at as "importedAt",
            count(*) over () as total
       from banking.settlement_file f
       join banking.wallet w on w.board_id = f.board_id and w.id = f.wallet_id
      where $1::uuid is null or f.wallet_id = $1
      order by f.imported_at desc, f.id
      limit $2 offset $3`,
    [query.walletId ?? null, query.limit, offsetOf(query)],
  );
  return rows;
}
