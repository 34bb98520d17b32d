import type { Invariant } from '@cho40/platform';

export const debtPaperInvariants: readonly Invariant[] = [
  {
    name: 'billing.debtPaperIsItsLines',
    sql: `select p.board_id, p.id::text as row_key,
                 jsonb_build_object('amount', p.amount, 'lines', coalesce(l.open, 0)) as facts
            from billing.debt_paper p
            left join lateral (select sum((e ->> 'open')::bigint) as open
                                 from jsonb_array_elements(p.lines) e) l on true
           where p.amount <> coalesce(l.open, 0)`,
  },
  {
    name: 'billing.debtPapersAreNumberedWithoutGap',
    sql: `select board_id, kind || ' ' || year as row_key,
                 jsonb_build_object('last', max(serial), 'papers', count(*)) as facts
            from billing.debt_paper
           group by board_id, kind, year
          having max(serial) <> count(*)`,
  },
  {
    name: 'billing.noticesFollowEachOther',
    sql: `select n.board_id, n.id::text as row_key, jsonb_build_object('level', n.level) as facts
            from billing.debt_paper n
           where n.kind = 'notice' and n.level > 1 and not exists (
                 select from billing.debt_paper e
                  where e.board_id = n.board_id and e.lease_id = n.lease_id and e.kind = 'notice'
                    and e.level >= n.level - 1 and e.pay_by < n.as_of)`,
  },
];
