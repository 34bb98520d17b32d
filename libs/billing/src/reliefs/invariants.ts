import type { Invariant } from '@cho40/platform';

export const reliefInvariants: readonly Invariant[] = [
  {
    name: 'billing.reliefCountersEqualSums',
    sql: `select l.board_id, l.id::text as row_key,
                 jsonb_build_object('relieved', l.relieved, 'at issue', l.relief_amount,
                                    'parts', coalesce(sum(p.amount), 0)) as facts
            from billing.bill_line l
            left join billing.relief_part p on p.board_id = l.board_id and p.bill_line_id = l.id
           group by l.board_id, l.id
          having l.relieved <> coalesce(sum(p.amount) filter (where not p.at_issue), 0)
              or l.relief_amount <> coalesce(sum(p.amount) filter (where p.at_issue), 0)`,
  },
  {
    // An approved relief that ended has taken back all it let off of issued bills.
    name: 'billing.reliefsAreApproved',
    sql: `select r.board_id, r.id::text as row_key,
                 jsonb_build_object('proposedBy', r.proposed_by, 'approvedBy', r.approved_by) as facts
            from billing.relief r
            left join billing.relief_part p on p.board_id = r.board_id and p.relief_id = r.id
           group by r.board_id, r.id
          having r.approved_by = r.proposed_by
              or r.approved_at is null and count(p.id) > 0
              or r.ended_at is not null
                 and coalesce(sum(p.amount) filter (where not p.at_issue), 0) <> 0`,
  },
  {
    name: 'billing.reliefsStayWithTheirLeases',
    sql: `select p.board_id, p.id::text as row_key, jsonb_build_object('relief', p.relief_id) as facts
            from billing.relief_part p
            join billing.bill_line l on l.board_id = p.board_id and l.id = p.bill_line_id
            join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
           where not exists (
                 select from billing.relief_target t
                  where t.board_id = p.board_id and t.relief_id = p.relief_id
                    and t.lease_id = b.lease_id and (t.bill_id is null or t.bill_id = b.id))`,
  },
  {
    name: 'billing.reliefPartsMirror',
    sql: `select u.board_id, u.id::text as row_key, jsonb_build_object('reverses', p.id) as facts
            from billing.relief_part u
            join billing.relief_part p on p.board_id = u.board_id and p.id = u.reverses
           where p.reverses is not null or p.at_issue
              or (p.relief_id, p.bill_line_id, -p.amount, -p.tax_amount)
                 is distinct from (u.relief_id, u.bill_line_id, u.amount, u.tax_amount)`,
  },
  {
    // What is let off after issue: of a correction from where the line was posted, the VAT apart.
    name: 'billing.reliefsArePosted',
    sql: `with due as (
            select p.board_id, 'relief:' || p.id || s.ending as key, s.amount,
                   'receivable/' || b.lease_id as credit,
                   case when s.ending = ':tax' then 'tax'
                        when r.kind = 'relief' then 'relief/' || l.fee_type
                        when r.kind = 'write-off' then 'write-off'
                        when b.kind = 'opening' then 'opening'
                        when l.is_pass_through then 'pass-through/' || l.fee_type
                        else 'revenue/' || l.fee_type end as debit,
                   exists (select from billing.relief_part u
                            where u.board_id = p.board_id and u.reverses = p.id) as is_undone
              from billing.relief_part p
              join billing.relief r on r.board_id = p.board_id and r.id = p.relief_id
              join billing.bill_line l on l.board_id = p.board_id and l.id = p.bill_line_id
              join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
             cross join lateral (values ('', p.amount - p.tax_amount), (':tax', p.tax_amount))
                as s (ending, amount)
             where not p.at_issue and p.reverses is null and s.amount > 0)
          select coalesce(d.board_id, t.board_id) as board_id, coalesce(t.key, d.key) as row_key,
                 jsonb_build_object('amount', d.amount, 'posted', t.amount) as facts
            from due d
            full join (select * from ledger.transfer
                        where key ~ '^relief:' and reverses is null) t
              on t.board_id = d.board_id and t.key = d.key
            left join ledger.transfer u on u.board_id = t.board_id and u.reverses = t.id
           where (t.amount, t.debit, t.credit) is distinct from (d.amount, d.debit, d.credit)
              or (u.id is not null) is distinct from d.is_undone`,
  },
];
