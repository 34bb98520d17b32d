import type { Facts, Id, Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { MarketDebts, RowCounts, TypedTotal } from '../domain/plan';
import type { Problem } from '../domain/problem';
import type { TableName } from '../domain/tables';

export const FILE_STATES = ['wrong', 'ready', 'entering', 'done', 'refused', 'replaced'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What was found in a file: counts and sums, its first problems; no person. */
export interface Found {
  readonly counts: Readonly<Record<TableName, RowCounts>>;
  readonly debts: readonly MarketDebts[];
  readonly total: Vnd;
  readonly problemCount: number;
  readonly problems: readonly Problem[];
  readonly ignoredSheets: readonly string[];
}

export interface Typed {
  readonly perMarket: readonly TypedTotal[];
  readonly total: number;
}

export interface FileFact {
  readonly id: Id;
  readonly boardId: Id;
  readonly name: string;
  readonly state: FileState;
  readonly step: string | null;
  readonly found: Found;
  readonly typed: Typed | null;
  readonly refusal: { readonly code: string; readonly facts: Facts } | null;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
  readonly enteredBy: Id | null;
  readonly enteredByName: string | null;
  readonly enteredAt: Date | null;
}

export function filesOfBoard(tx: Reading, boardId: Id): Promise<FileFact[]> {
  return tx.sql<FileFact>(
    `select board_id as "boardId", id, name, state, step, found, typed, refusal,
            uploaded_by_name as "uploadedByName", uploaded_at as "uploadedAt",
            entered_by as "enteredBy", entered_by_name as "enteredByName",
            entered_at as "enteredAt"
       from movein.file where board_id = $1 order by uploaded_at desc, id limit 50`,
    [boardId],
  );
}

export async function fileOf(tx: Reading, id: Id): Promise<FileFact | null> {
  const [file] = await tx.sql<FileFact>(
    `select board_id as "boardId", id, name, state, step, found, typed, refusal,
            uploaded_by_name as "uploadedByName", uploaded_at as "uploadedAt",
            entered_by as "enteredBy", entered_by_name as "enteredByName",
            entered_at as "enteredAt"
       from movein.file where id = $1`,
    [id],
  );
  return file ?? null;
}

export async function sealedFile(tx: Reading, id: Id): Promise<Buffer | null> {
  const [row] = await tx.sql<{ sealed: Buffer | null }>(
    'select sealed from movein.file where id = $1',
    [id],
  );
  return row?.sealed ?? null;
}

export interface NewFile {
  readonly id: Id;
  readonly boardId: Id;
  readonly name: string;
  readonly sha256: Buffer;
  readonly sealed: Buffer;
  readonly found: Found;
  readonly at: Date;
}

/** Keeps a file; those before it that were not entered are forgotten. */
export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.sql(
    `update movein.file set state = 'replaced', sealed = null
      where board_id = $1 and state in ('wrong', 'ready')`,
    [file.boardId],
  );
  await tx.sql(
    `insert into movein.file (board_id, id, name, sha256, sealed, state, found, uploaded_by,
       uploaded_by_name, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      file.boardId,
      file.id,
      file.name,
      file.sha256,
      file.sealed,
      file.found.problemCount > 0 ? 'wrong' : 'ready',
      JSON.stringify(file.found),
      tx.actor.userId,
      tx.actor.displayName,
      file.at,
    ],
  );
}

/** False: it was not ready any more. */
export async function beginEntering(tx: Tx, file: FileFact, typed: Typed): Promise<boolean> {
  const rows = await tx.sql(
    `update movein.file set state = 'entering', step = 'reading', typed = $3, entered_by = $4,
            entered_by_name = $5
      where board_id = $1 and id = $2 and state = 'ready' returning id`,
    [file.boardId, file.id, JSON.stringify(typed), tx.actor.userId, tx.actor.displayName],
  );
  return rows.length === 1;
}

export async function setStep(tx: Tx, { boardId, id }: FileFact, step: string): Promise<void> {
  await tx.sql(
    `update movein.file set step = $3 where board_id = $1 and id = $2 and state = 'entering'`,
    [boardId, id, step],
  );
}

/** Forgets what the file held. False: somebody else entered it. */
export async function endEntering(tx: Tx, { boardId, id }: FileFact, at: Date): Promise<boolean> {
  const rows = await tx.sql(
    `update movein.file set state = 'done', step = null, sealed = null, entered_at = $3
      where board_id = $1 and id = $2 and state = 'entering' returning id`,
    [boardId, id, at],
  );
  return rows.length === 1;
}

export async function refuseFile(
  tx: Tx,
  { boardId, id }: FileFact,
  refusal: { code: string; facts: Facts },
): Promise<void> {
  await tx.sql(
    `update movein.file set state = 'refused', step = null, sealed = null, refusal = $3
      where board_id = $1 and id = $2 and state = 'entering'`,
    [boardId, id, JSON.stringify(refusal)],
  );
}

export async function addVendorCodes(
  tx: Tx,
  boardId: Id,
  codes: readonly { code: string; vendorId: Id }[],
): Promise<void> {
  await tx.sql(
    `insert into movein.vendor_code (board_id, code, vendor_id)
     select $1, c.* from unnest($2::text[], $3::uuid[]) as c`,
    [boardId, codes.map(({ code }) => code), codes.map(({ vendorId }) => vendorId)],
  );
}

export interface ProvenMarket {
  readonly marketCode: string;
  readonly typed: number;
  readonly entered: number;
}

export async function insertOpenings(
  tx: Tx,
  { boardId, id }: FileFact,
  proven: readonly ProvenMarket[],
): Promise<void> {
  await tx.sql(
    `insert into movein.opening (board_id, file_id, market_id, typed, entered)
     select $1, $2, m.market_id, p.typed, p.entered
       from unnest($3::text[], $4::bigint[], $5::bigint[]) as p (code, typed, entered)
       join markets.v_market m on m.board_id = $1 and m.code = p.code`,
    [
      boardId,
      id,
      proven.map(({ marketCode }) => marketCode),
      proven.map(({ typed }) => typed),
      proven.map(({ entered }) => entered),
    ],
  );
}
