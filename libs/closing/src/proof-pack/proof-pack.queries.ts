import { createHash } from 'node:crypto';
import type { Id, Month } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { Manifest } from './manifest';

type Stand = Pick<
  Manifest,
  | 'board'
  | 'state'
  | 'closedBy'
  | 'note'
  | 'remarks'
  | 'rowsHash'
  | 'previousHash'
  | 'hash'
  | 'audit'
>;

/** How a board's month stands: as it was closed, or as it would be closed now. */
export async function standOf(tx: Reading, boardId: Id, month: Month): Promise<Stand | undefined> {
  const [stand] = await tx.sql<Stand>(
    `select jsonb_build_object('id', b.board_id, 'name', b.name) as board,
            case when p.month is null then 'provisional' else 'closed' end as state,
            p.closed_by_name as "closedBy", coalesce(p.note, '') as note,
            coalesce(p.remarks, '[]') as remarks, encode(h.rows, 'hex') as "rowsHash",
            encode(h.previous, 'hex') as "previousHash",
            encode(sha256(h.previous || h.rows), 'hex') as hash,
            (select jsonb_build_object('seq', a.seq, 'hash', encode(a.hash, 'hex'))
               from platform.v_audit_head a where a.board_id = b.board_id) as audit
       from markets.v_board b
       left join closing.period p on p.board_id = b.board_id and p.month = $2
      cross join lateral (
        select closing.rows_hash(b.board_id, $2) as rows,
               coalesce((select e.hash from closing.period e
                          where e.board_id = b.board_id and e.month < $2
                          order by e.month desc limit 1), ''::bytea) as previous) h
      where b.board_id = $1`,
    [boardId, month],
  );
  return stand;
}

/** The archive of a closed month. */
export async function keptPack(
  tx: Reading,
  boardId: Id,
  month: Month,
): Promise<Buffer | undefined> {
  const [pack] = await tx.sql<{ zip: Buffer }>(
    'select zip from closing.proof_pack where board_id = $1 and month = $2',
    [boardId, month],
  );
  return pack?.zip;
}

export async function keepPack(
  tx: Tx,
  { boardId, month, zip }: { boardId: Id; month: Month; zip: Buffer },
): Promise<void> {
  await tx.sql(
    'insert into closing.proof_pack (board_id, month, zip, sha256) values ($1, $2, $3, $4)',
    [boardId, month, zip, createHash('sha256').update(zip).digest()],
  );
}
