import type { Invariant } from '@cho40/platform';

export const closingInvariants: readonly Invariant[] = [
  {
    name: 'closing.closedMonthsStayAsClosed',
    sql: `select p.board_id, p.month as row_key,
                 jsonb_build_object('kept', encode(p.rows_hash, 'hex'),
                                    'now', encode(h.rows, 'hex')) as facts
            from closing.period p
           cross join lateral (select closing.rows_hash(p.board_id, p.month) as rows) h
           where h.rows <> p.rows_hash`,
  },
  {
    name: 'closing.monthsAreChained',
    sql: `select board_id, month as row_key, jsonb_build_object('hash', encode(hash, 'hex')) as facts
            from (select board_id, month, hash, rows_hash,
                         lag(hash, 1, ''::bytea) over (partition by board_id order by month) as previous
                    from closing.period) p
           where hash <> sha256(previous || rows_hash)`,
  },
  {
    name: 'closing.closedMonthsAreProven',
    sql: `select c.board_id, c.month as row_key,
                 jsonb_build_object('hasPeriod', p.month is not null,
                                    'hasPack', k.month is not null) as facts
            from ledger.v_closed_month c
            left join closing.period p on p.board_id = c.board_id and p.month = c.month
            left join closing.proof_pack k on k.board_id = c.board_id and k.month = c.month
           where p.month is null or k.month is null or k.sha256 <> sha256(k.zip)`,
  },
];
