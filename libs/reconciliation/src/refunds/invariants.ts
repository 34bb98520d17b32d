import type { Invariant } from '@cho40/platform';

export const refundInvariants: readonly Invariant[] = [
  {
    name: 'reconciliation.refundsNeedTwoPeople',
    sql: `select board_id, id::text as row_key, jsonb_build_object('state', state) as facts
            from reconciliation.refund
           where decided_by = proposed_by
              or (state in ('approved', 'paid', 'refused') and decided_by is null)`,
  },
  {
    // What was taken of payments is what stands approved, lease by lease.
    name: 'reconciliation.refundsAreTakenFromCredit',
    sql: `select coalesce(r.board_id, p.board_id) as board_id,
                 coalesce(r.id, p.refund_id)::text as row_key,
                 jsonb_build_object('refund', r.amount, 'taken', p.amount) as facts
            from (select * from reconciliation.refund
                   where lease_id is not null and deposit_use_id is null
                     and state in ('approved', 'paid')) r
            full join (select board_id, refund_id, lease_id, sum(amount)::bigint as amount
                         from billing.v_refund_part
                        group by board_id, refund_id, lease_id
                       having sum(amount) <> 0) p
              on p.board_id = r.board_id and p.refund_id = r.id
           where (r.amount, r.lease_id) is distinct from (p.amount, p.lease_id)`,
  },
  {
    // A record says that it was given back, or paid one out, exactly where a refund says so.
    name: 'reconciliation.refundsAreTheirRecords',
    sql: `select coalesce(r.board_id, s.board_id) as board_id,
                 coalesce(r.record_id, s.record_id)::text as row_key,
                 jsonb_build_object('refund', r.id, 'class', s.class) as facts
            from (select board_id, id, record_id, 'given-back' as class from reconciliation.refund
                   where record_id is not null and state in ('approved', 'paid')
                   union all
                  select board_id, id, paid_record_id, 'refund' from reconciliation.refund
                   where state = 'paid' and payout = 'bank') r
            full join (select * from reconciliation.standing
                        where class in ('given-back', 'refund')) s
              on s.board_id = r.board_id and s.record_id = r.record_id
           where r.class is distinct from s.class`,
  },
  {
    // What the books still owe to payers is what was approved, or given back of a deposit, and has
    // not gone out.
    name: 'reconciliation.ledgerOwesTheRefunds',
    sql: `select b.board_id, 'outgoing/refund' as row_key,
                 jsonb_build_object('ledger', coalesce(l.balance, 0), 'owed', coalesce(o.owed, 0))
                   as facts
            from markets.v_board b
            left join (select board_id, -sum(amount) as balance from ledger.v_posting
                        where account = 'outgoing/refund' group by board_id) l
              on l.board_id = b.board_id
            left join (select board_id, sum(amount) as owed
                         from (select board_id, amount from reconciliation.refund
                                where state in ('approved', 'paid') and deposit_use_id is null
                               union all
                               select board_id, amount from billing.v_deposit_use
                                where kind = 'give-back'
                               union all
                               select board_id, -amount from reconciliation.refund
                                where state = 'paid') as sides
                        group by board_id) o
              on o.board_id = b.board_id
           where coalesce(l.balance, 0) <> coalesce(o.owed, 0)`,
  },
  {
    // Both sides of a transfer that the bank took back: the same account and sum, neither waits.
    name: 'reconciliation.reversalsMatch',
    sql: `select coalesce(v.board_id, s.board_id) as board_id,
                 coalesce(v.record_id, s.record_id)::text as row_key,
                 jsonb_build_object('reversal', v.id, 'class', s.class) as facts
            from (select v.board_id, v.id, v.record_id, 'reversed' as class, r.amount, r.account_id
                    from reconciliation.reversal v
                    join banking.v_bank_record r
                      on r.board_id = v.board_id and r.record_id = v.original_id
                   where v.ended_at is null
                   union all
                  select v.board_id, v.id, v.original_id, 'taken-back', o.amount, o.account_id
                    from reconciliation.reversal v
                    join banking.v_bank_record o
                      on o.board_id = v.board_id and o.record_id = v.record_id
                   where v.ended_at is null) v
            full join (select s.*, r.account_id as booked_to
                         from reconciliation.standing s
                         join banking.v_bank_record r
                           on r.board_id = s.board_id and r.record_id = s.record_id
                        where s.class in ('reversed', 'taken-back')) s
              on s.board_id = v.board_id and s.record_id = v.record_id
           where (v.class, v.amount, v.account_id)
                 is distinct from (s.class, s.amount, s.booked_to)`,
  },
  {
    name: 'reconciliation.reversalsCancelInTheBooks',
    sql: `select board_id, 'outgoing/reversed' as row_key,
                 jsonb_build_object('balance', sum(amount)) as facts
            from ledger.v_posting
           where account = 'outgoing/reversed'
           group by board_id
          having sum(amount) <> 0`,
  },
];
