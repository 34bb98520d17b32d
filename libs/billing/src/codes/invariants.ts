import type { Invariant } from '@cho40/platform';

export const codeInvariants: readonly Invariant[] = [
  {
    // ISO 7064 mod 97-10: the ten digits as one number leave 1. The first digit says the kind.
    name: 'billing.codesHold',
    sql: `select c.board_id, c.code as row_key, jsonb_build_object('kind', c.kind) as facts
            from billing.payment_code c
            left join billing.code_prefix p
              on p.prefix = left(c.code, -10) and p.board_id = c.board_id
             and p.market_id = c.market_id
           where p.prefix is null
              or right(c.code, 10)::bigint % 97 <> 1
              or right(c.code, 2)::integer not between 2 and 98
              or left(right(c.code, 10), 1) 
                 <> case c.kind when 'bill' then '1' when 'stall' then '2' else '3' end`,
  },
  {
    name: 'billing.billHasItsCode',
    sql: `select b.board_id, b.id::text as row_key,
                 jsonb_build_object('printed', b.code, 'registered', c.code) as facts
            from billing.bill b
            left join billing.payment_code c on c.board_id = b.board_id and c.bill_id = b.id
           where c.code is distinct from b.code`,
  },
];
