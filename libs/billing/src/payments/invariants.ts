import type { Invariant } from '@cho40/platform';

export const paymentInvariants: readonly Invariant[] = [
  {
    name: 'billing.countersEqualSums',
    sql: `select p.board_id, 'payment:' || p.id as row_key,
                 jsonb_build_object('counter', p.allocated, 'sum', coalesce(sum(a.amount), 0)) as facts
            from billing.payment p
            left join billing.allocation a on a.board_id = p.board_id and a.payment_id = p.id
           group by p.board_id, p.id
          having p.allocated <> coalesce(sum(a.amount), 0)
              or p.allocated not between 0 and p.amount
           union all
          select l.board_id, 'line:' || l.id,
                 jsonb_build_object('counter', l.paid, 'sum', coalesce(sum(a.amount), 0))
            from billing.bill_line l
            left join billing.allocation a on a.board_id = l.board_id and a.bill_line_id = l.id
           group by l.board_id, l.id
          having l.paid <> coalesce(sum(a.amount), 0) or l.paid not between 0 and l.amount - l.relieved
           union all
          select p.board_id, 'refunded:' || p.id,
                 jsonb_build_object('counter', p.refunded, 'sum', coalesce(sum(r.amount), 0))
            from billing.payment p
            left join billing.refund_part r on r.board_id = p.board_id and r.payment_id = p.id
           group by p.board_id, p.id
          having p.refunded <> coalesce(sum(r.amount), 0)
              or p.refunded not between 0 and p.amount - p.allocated`,
  },
  {
    name: 'billing.refundsArePosted',
    sql: `select coalesce(r.board_id, t.board_id) as board_id,
                 coalesce(t.key, 'refund:' || r.refund_id) as row_key,
                 jsonb_build_object('amount', r.amount, 'posted', t.amount) as facts
            from (select board_id, refund_id, sum(amount) filter (where amount > 0) as amount,
                         sum(amount) as left_over, min('receivable/' || lease_id) as debit,
                         count(distinct lease_id) as leases
                    from billing.v_refund_part
                   group by board_id, refund_id) r
            full join (select * from ledger.transfer
                        where key ~ '^refund:' and reverses is null) t
              on t.board_id = r.board_id and t.key = 'refund:' || r.refund_id
            left join ledger.transfer u on u.board_id = t.board_id and u.reverses = t.id
           where (t.amount, t.debit, t.credit, r.leases)
                 is distinct from (r.amount, r.debit, 'outgoing/refund', 1)
              or r.left_over <> case when u.id is null then t.amount else 0 end`,
  },
  {
    name: 'billing.allocationsStayOnTheirLease',
    sql: `select a.board_id, a.id::text as row_key,
                 jsonb_build_object('payment', p.id, 'bill', b.id) as facts
            from billing.allocation a
            join billing.payment p on p.board_id = a.board_id and p.id = a.payment_id
            join billing.bill_line l on l.board_id = a.board_id and l.id = a.bill_line_id
            join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
            left join billing.payment_part t
              on t.board_id = a.board_id and t.payment_id = p.id and t.bill_id = b.id
           where b.lease_id is distinct from p.lease_id and t.payment_id is null`,
  },
  {
    // What a person named is given once: the counter is the sum, within the part, and the parts
    // within the payment.
    name: 'billing.partsAreGivenAsNamed',
    sql: `select t.board_id, t.payment_id::text as row_key,
                 jsonb_build_object('bill', t.bill_id, 'part', t.amount, 'counter', t.given,
                                    'sum', g.amount) as facts
            from billing.payment_part t
            join billing.payment p on p.board_id = t.board_id and p.id = t.payment_id
            join billing.bill b on b.board_id = t.board_id and b.id = t.bill_id
            join lateral (
              select coalesce(sum(a.amount), 0)::bigint as amount
                from billing.bill_line l
                join billing.allocation a on a.board_id = l.board_id and a.bill_line_id = l.id
               where l.board_id = t.board_id and l.bill_id = t.bill_id
                 and a.payment_id = t.payment_id and b.lease_id <> p.lease_id) g on true
           where t.given <> g.amount or t.given not between 0 and t.amount
              or p.amount < (select sum(o.amount) from billing.payment_part o
                              where o.board_id = t.board_id and o.payment_id = t.payment_id)`,
  },
  {
    name: 'billing.splitsArePosted',
    sql: `select coalesce(s.board_id, t.board_id) as board_id,
                 coalesce(t.key, 'split:' || s.id) as row_key,
                 jsonb_build_object('amount', s.amount, 'posted', t.amount) as facts
            from (select a.board_id, a.id, a.amount, u.id is not null as is_undone,
                         'receivable/' || p.lease_id as debit, 'receivable/' || b.lease_id as credit
                    from billing.allocation a
                    join billing.payment p on p.board_id = a.board_id and p.id = a.payment_id
                    join billing.bill_line l on l.board_id = a.board_id and l.id = a.bill_line_id
                    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
                    left join billing.allocation u
                      on u.board_id = a.board_id and u.reverses = a.id
                   where a.reverses is null and b.lease_id <> p.lease_id) s
            full join (select * from ledger.transfer
                        where key ~ '^split:' and reverses is null) t
              on t.board_id = s.board_id and t.key = 'split:' || s.id
            left join ledger.transfer m on m.board_id = t.board_id and m.reverses = t.id
           where (t.amount, t.debit, t.credit) is distinct from (s.amount, s.debit, s.credit)
              or (m.id is not null) is distinct from s.is_undone`,
  },
  {
    name: 'billing.allocationMirrorsMirror',
    sql: `select u.board_id, u.id::text as row_key, jsonb_build_object('reverses', a.id) as facts
            from billing.allocation u
            join billing.allocation a on a.board_id = u.board_id and a.id = u.reverses
           where a.reverses is not null
              or (a.payment_id, a.bill_line_id, -a.amount)
                 is distinct from (u.payment_id, u.bill_line_id, u.amount)`,
  },
  {
    name: 'billing.noCreditBesideAnOpenBill',
    sql: `select p.board_id, p.lease_id::text as row_key,
                 jsonb_build_object('credit', sum(p.amount - p.allocated - p.refunded)) as facts
            from billing.payment p
           where p.undone_at is null and p.allocated + p.refunded < p.amount and exists (
                 select from billing.bill b
                   join billing.bill_line l on l.board_id = b.board_id and l.bill_id = b.id
                  where b.board_id = p.board_id and b.lease_id = p.lease_id
                    and b.voided_at is null and l.paid + l.relieved < l.amount
                    and (p.source <> 'deposit' or l.fee_type <> 'deposit'))
           group by p.board_id, p.lease_id`,
  },
  {
    name: 'billing.paymentsArePosted',
    sql: `select coalesce(p.board_id, t.board_id) as board_id,
                 coalesce(t.key, 'payment:' || p.id) as row_key,
                 jsonb_build_object('amount', p.amount, 'posted', t.amount) as facts
            from billing.payment p
            full join (select * from ledger.transfer
                        where key ~ '^payment:' and reverses is null) t
              on t.board_id = p.board_id and t.key = 'payment:' || p.id
            left join ledger.transfer u on u.board_id = t.board_id and u.reverses = t.id
           where (t.amount, t.credit) is distinct from (p.amount, 'receivable/' || coalesce(p.lease_id::text, 'ticket'))
              or case when p.source in ('bank', 'settlement') then t.debit <> 'unmatched'
                   when p.source = 'deposit' then t.debit <> 'security/' || p.lease_id
                   else t.debit !~ '^cash/collector/' end
              or (u.id is null) <> (p.undone_at is null)`,
  },
  {
    name: 'billing.receivableIsBilledLessPaid',
    sql: `select board_id, lease_id as row_key, jsonb_build_object('difference', sum(amount)) as facts
            from (select board_id, substr(account, 12) as lease_id, amount
                    from ledger.v_posting where account ~ '^receivable/'
                   union all
                  select board_id, lease_id::text, -total
                    from billing.bill where voided_at is null
                   union all
                  select b.board_id, b.lease_id::text, l.relieved
                    from billing.bill_line l
                    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
                   where b.voided_at is null and l.relieved <> 0
                   union all
                  select board_id, 'ticket', -amount
                    from billing.ticket where voided_at is null
                   union all
                  select board_id, coalesce(lease_id::text, 'ticket'), amount - refunded
                    from billing.payment where undone_at is null
                   union all
                  select a.board_id, w.lease_id::text, w.amount
                    from billing.allocation a
                    join billing.payment p on p.board_id = a.board_id and p.id = a.payment_id
                    join billing.bill_line l on l.board_id = a.board_id and l.id = a.bill_line_id
                    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
                   cross join lateral (
                     values (p.lease_id, -a.amount), (b.lease_id, a.amount)) w (lease_id, amount)
                   where b.lease_id <> p.lease_id) as sides
           group by board_id, lease_id
          having sum(amount) <> 0`,
  },
  {
    // The other source, the cash receipt, is compared by cash, which references its payment.
    name: 'billing.bankPaymentIsItsRecord',
    sql: `select p.board_id, p.id::text as row_key,
                 jsonb_build_object('amount', p.amount, 'record', r.amount) as facts
            from billing.payment p
            left join banking.v_bank_record r on r.board_id = p.board_id and r.record_id = p.record_id
           where p.source = 'bank' and (r.amount, r.direction) is distinct from (p.amount, 'in')`,
  },
  {
    // A line is believed while its batch is proven: by the day it was credited on, and no refund.
    name: 'billing.settlementPaymentsAreProven',
    sql: `select p.board_id, p.id::text as row_key,
                 jsonb_build_object('amount', p.amount, 'line', l.amount, 'kind', l.kind,
                                    'proof', b.proof_id) as facts
            from billing.payment p
            left join banking.v_settlement_line l
              on l.board_id = p.board_id and l.line_id = p.settlement_line_id
            left join banking.v_settlement_batch b
              on b.board_id = l.board_id and b.batch_id = l.batch_id
            left join banking.v_bank_record r
              on r.board_id = b.board_id and r.record_id = b.record_id
           where p.source = 'settlement' and p.undone_at is null
             and (l.amount, l.kind, r.booked_on)
                 is distinct from (p.amount, 'payment', p.booked_on)`,
  },
  {
    name: 'billing.onePaymentPerSource',
    sql: `select board_id, coalesce(record_id, receipt_id, deposit_use_id, settlement_line_id)::text
                   as row_key,
                 jsonb_build_object('payments', count(*)) as facts
            from billing.payment
           where undone_at is null
           group by board_id, coalesce(record_id, receipt_id, deposit_use_id, settlement_line_id)
          having count(*) > 1`,
  },
];
