import type { Invariant } from '../checks/invariants';

/** Each entry's hash is that of its words and of the entry before; the head is the last entry's. */
export const auditInvariant: Invariant = {
  name: 'platform.auditChainHolds',
  sql: `
    with chain as (
      select a.board_id, a.seq, a.hash, a.previous_hash,
             platform.audit_hash(a.previous_hash, a) as computed,
             lag(a.hash, 1, sha256(convert_to(a.board_id::text, 'UTF8'))) over entries as before,
             row_number() over entries as place
        from platform.audit a window entries as (partition by a.board_id order by a.seq)
    ), last as (
      select distinct on (board_id) board_id, seq, hash
        from platform.audit order by board_id, seq desc
    )
    select board_id, seq::text as row_key, jsonb_build_object('seq', seq) as facts
      from chain
     where hash is distinct from computed or previous_hash is distinct from before or seq <> place
    union all
    select coalesce(h.board_id, l.board_id), 'head',
           jsonb_build_object('headSeq', h.seq, 'lastSeq', l.seq)
      from platform.audit_head h full join last l on l.board_id = h.board_id
     where (h.seq, h.hash) is distinct from (l.seq, l.hash)`,
};
