import type { Invariant } from '@cho40/platform';

export const billInvariants: readonly Invariant[] = [
  {
    name: 'billing.billIsItsLines',
    sql: `select b.board_id, b.id::text as row_key,
                 jsonb_build_object('total', b.total, 'lines', sum(l.amount)) as facts
            from billing.bill b
            left join billing.bill_line l on l.board_id = b.board_id and l.bill_id = b.id
           group by b.board_id, b.id
          having b.total is distinct from sum(l.amount)`,
  },
  {
    name: 'billing.oneLiveBillPerMonth',
    sql: `select board_id, lease_id || ' ' || period as row_key,
                 jsonb_build_object('kind', kind, 'bills', count(*)) as facts
            from billing.bill
           where voided_at is null
           group by board_id, lease_id, period, kind
          having count(*) > 1`,
  },
  {
    name: 'billing.runCountsItsBills',
    sql: `select r.board_id, r.id::text as row_key,
                 jsonb_build_object('bills', count(b.id), 'total', sum(b.total)) as facts
            from billing.bill_run r
            left join billing.bill b on b.board_id = r.board_id and b.run_id = r.id
           group by r.board_id, r.id
          having r.bill_count <> count(b.id) or r.total is distinct from sum(b.total)::bigint`,
  },
  {
    name: 'billing.linesArePosted',
    sql: `select coalesce(l.board_id, t.board_id) as board_id,
                 coalesce(t.key, 'bill:' || l.bill_id || ':' || l.line_number) as row_key,
                 jsonb_build_object('amount', l.amount, 'posted', t.amount) as facts
            from (select l.*, b.lease_id
                    from billing.bill_line l
                    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id) l
            full join (select * from ledger.transfer
                        where key ~ '^bill:' and reverses is null) t
              on t.board_id = l.board_id and t.key = 'bill:' || l.bill_id || ':' || l.line_number
           where (t.amount, t.debit, t.credit) is distinct from
                 (l.amount, 'receivable/' || l.lease_id, 'revenue/' || l.fee_type)`,
  },
];
