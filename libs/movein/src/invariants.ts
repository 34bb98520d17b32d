import type { Invariant } from '@cho40/platform';

export const moveInInvariants: readonly Invariant[] = [
  {
    name: 'movein.openingIsWhatWasProven',
    sql: `select o.board_id, o.market_id::text as row_key,
                 jsonb_build_object('billed', coalesce(b.amount, 0), 'proven', o.amount) as facts
            from (select board_id, market_id, sum(entered) as amount
                    from movein.opening group by board_id, market_id) o
            left join (select board_id, market_id, sum(total) as amount
                         from billing.v_bill where kind = 'opening'
                        group by board_id, market_id) b
              on b.board_id = o.board_id and b.market_id = o.market_id
           where coalesce(b.amount, 0) <> o.amount`,
  },
  {
    name: 'movein.enteredFilesAreForgotten',
    sql: `select board_id, id::text as row_key, jsonb_build_object('state', state) as facts
            from movein.file
           where (sealed is null) <> (state in ('done', 'refused', 'replaced'))`,
  },
];
