import type { Invariant } from '@cho40/platform';

export const depositInvariants: readonly Invariant[] = [
  {
    name: 'billing.depositIsPaidLessUsed',
    sql: `with moved as (
            select b.board_id, b.lease_id, l.paid as amount
              from billing.bill_line l
              join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
             where l.fee_type = 'deposit'
            union all
            select board_id, lease_id, -amount from billing.deposit_use
            union all
            select board_id, to_lease_id, amount from billing.deposit_use
             where to_lease_id is not null
          ), sums as (
            select board_id, lease_id, sum(amount) as amount from moved group by board_id, lease_id)
          select coalesce(d.board_id, s.board_id) as board_id,
                 coalesce(d.lease_id, s.lease_id)::text as row_key,
                 jsonb_build_object('held', d.held, 'sum', s.amount) as facts
            from sums s
            full join billing.deposit d using (board_id, lease_id)
           where coalesce(d.held, 0) <> coalesce(s.amount, 0) or d.held < 0`,
  },
  {
    // What is demanded is owed to the lease from then on; what is used is owed no more.
    name: 'billing.depositsAreInTheBooks',
    sql: `select board_id, lease_id as row_key, jsonb_build_object('difference', sum(amount)) as facts
            from (select board_id, substr(account, 10) as lease_id, amount
                    from ledger.v_posting where account ~ '^security/'
                   union all
                  select board_id, lease_id::text, total
                    from billing.bill where kind = 'security' and voided_at is null
                   union all
                  select board_id, lease_id::text, -amount from billing.deposit_use
                   union all
                  select board_id, to_lease_id::text, amount from billing.deposit_use
                   where to_lease_id is not null) as sides
           group by board_id, lease_id
          having sum(amount) <> 0`,
  },
  {
    name: 'billing.depositUsesMirror',
    sql: `select u.board_id, u.id::text as row_key, jsonb_build_object('reverses', o.id) as facts
            from billing.deposit_use u
            join billing.deposit_use o on o.board_id = u.board_id and o.id = u.reverses
           where o.reverses is not null
              or (o.lease_id, o.to_lease_id, o.kind, -o.amount)
                 is distinct from (u.lease_id, u.to_lease_id, u.kind, u.amount)`,
  },
  {
    name: 'billing.setOffsArePayments',
    sql: `select u.board_id, u.id::text as row_key,
                 jsonb_build_object('amount', u.amount, 'payment', p.amount) as facts
            from billing.deposit_use u
            left join billing.payment p on p.board_id = u.board_id and p.deposit_use_id = u.id
             and p.undone_at is null
           where u.reverses is null and u.kind = 'set-off'
             and case when exists (select from billing.deposit_use o
                                    where o.board_id = u.board_id and o.reverses = u.id)
                      then p.id is not null
                      else (p.lease_id, p.amount) is distinct from (u.lease_id, u.amount) end`,
  },
];
