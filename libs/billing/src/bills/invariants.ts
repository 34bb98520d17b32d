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
           where voided_at is null and kind in ('monthly', 'opening')
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
    name: 'billing.voidBillsHoldNothing',
    sql: `select b.board_id, b.id::text as row_key,
                 jsonb_build_object('paid', sum(l.paid), 'relieved', sum(l.relieved)) as facts
            from billing.bill b
            join billing.bill_line l on l.board_id = b.board_id and l.bill_id = b.id
           where b.voided_at is not null
           group by b.board_id, b.id
          having sum(l.paid) <> 0 or sum(l.relieved) <> 0`,
  },
  {
    // As bills/posting.ts posts them: the VAT apart, and where the money of each kind belongs.
    name: 'billing.linesArePosted',
    sql: `with due as (
            select b.board_id, 'bill:' || b.id || ':' || l.line_number || s.ending as key,
                   s.amount, 'receivable/' || b.lease_id as debit,
                   case when s.ending = ':tax' then 'tax'
                        when b.kind = 'security' then 'security/' || b.lease_id
                        when b.kind = 'opening' then 'opening'
                        when l.is_pass_through then 'pass-through/' || l.fee_type
                        else 'revenue/' || l.fee_type end as credit,
                   b.voided_at is not null as is_void
              from billing.bill b
              join billing.bill_line l on l.board_id = b.board_id and l.bill_id = b.id
             cross join lateral (values ('', l.amount - l.tax_amount), (':tax', l.tax_amount))
                as s (ending, amount)
             where s.amount > 0)
          select coalesce(d.board_id, t.board_id) as board_id, coalesce(t.key, d.key) as row_key,
                 jsonb_build_object('amount', d.amount, 'posted', t.amount) as facts
            from due d
            full join (select * from ledger.transfer
                        where key ~ '^bill:' and reverses is null) t
              on t.board_id = d.board_id and t.key = d.key
            left join ledger.transfer u on u.board_id = t.board_id and u.reverses = t.id
           where (t.amount, t.debit, t.credit) is distinct from (d.amount, d.debit, d.credit)
              or (u.id is not null) is distinct from d.is_void`,
  },
];
