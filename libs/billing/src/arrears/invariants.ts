import type { Invariant } from '@cho40/platform';

export const arrearsInvariants: readonly Invariant[] = [
  {
    name: 'billing.arrearsAreTheReceivable',
    // What the arrears pages show, against the ledger; credit is what a lease has beyond its bills.
    sql: `select coalesce(l.board_id, o.board_id) as board_id,
                 coalesce(l.lease_id, o.lease_id::text) as row_key,
                 jsonb_build_object('receivable', l.amount, 'open', o.open) as facts
            from (select board_id, substr(account, 12) as lease_id, sum(amount) as amount
                    from ledger.v_posting
                   where account ~ '^receivable/[0-9a-f-]{36}$'
                   group by board_id, account) l
            full join (select board_id, lease_id, sum(open) as open
                         from billing.open_bills('infinity') group by board_id, lease_id) o
              on o.board_id = l.board_id and o.lease_id::text = l.lease_id
           where greatest(coalesce(l.amount, 0), 0) <> coalesce(o.open, 0)`,
  },
];
