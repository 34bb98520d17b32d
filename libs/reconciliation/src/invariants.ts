import type { Invariant } from '@cho40/platform';

export const reconciliationInvariants: readonly Invariant[] = [
  {
    // A record that was just confirmed waits for its job; a stopped board's records wait for longer.
    name: 'reconciliation.recordsAreDecided',
    sql: `select r.board_id, r.record_id::text as row_key,
                 jsonb_build_object('confirmedAt', r.confirmed_at) as facts
            from banking.v_bank_record r
           where r.confirmed_at < now() - interval '10 minutes'
             and not exists (select from reconciliation.standing s
                              where s.board_id = r.board_id and s.record_id = r.record_id)
             and not exists (select from platform.v_stopped_board b where b.board_id = r.board_id)
             and not exists (select from platform.v_open_job j
                              where j.board_id = r.board_id
                                and j.kind = 'banking.recordConfirmed')`,
  },
  {
    name: 'reconciliation.standingsAreConfirmedRecords',
    sql: `select s.board_id, s.record_id::text as row_key,
                 jsonb_build_object('state', s.state) as facts
            from reconciliation.standing s
            left join banking.v_bank_record r
              on r.board_id = s.board_id and r.record_id = s.record_id
           where r.confirmed_at is null
              or (r.amount, r.direction, r.booked_on, r.account_id)
                 is distinct from (s.amount, s.direction, s.booked_on, s.account_id)`,
  },
  {
    name: 'reconciliation.matchedMeansLivePayment',
    sql: `select coalesce(s.board_id, p.board_id) as board_id,
                 coalesce(s.record_id, p.record_id)::text as row_key,
                 jsonb_build_object('state', s.state, 'paymentId', p.payment_id) as facts
            from (select * from reconciliation.standing where state = 'matched') s
            full join (select * from billing.v_payment
                        where source = 'bank' and undone_at is null) p
              on p.board_id = s.board_id and p.payment_id = s.payment_id
           where s.record_id is distinct from p.record_id
              or s.market_id is distinct from p.market_id`,
  },
  {
    // Money in = matched to payments + unmatched + classified + not yet decided on.
    name: 'reconciliation.moneyInHasItsPlace',
    sql: `select t.board_id, 'board' as row_key,
                 jsonb_build_object('in', t.money_in, 'allocatedAndCredit', t.paid,
                                    'unmatched', t.unmatched, 'classified', t.classified,
                                    'waiting', t.waiting) as facts
            from (select r.board_id, sum(r.amount) as money_in,
                         coalesce(sum(p.amount), 0) as paid,
                         coalesce(sum(r.amount) filter (where s.state = 'unmatched'), 0)
                           as unmatched,
                         coalesce(sum(r.amount) filter (where s.state = 'classified'), 0)
                           as classified,
                         coalesce(sum(r.amount) filter (where s.state is null), 0) as waiting
                    from banking.v_bank_record r
                    left join reconciliation.standing s
                      on s.board_id = r.board_id and s.record_id = r.record_id
                    left join billing.v_payment p
                      on p.board_id = r.board_id and p.record_id = r.record_id
                     and p.undone_at is null
                   where r.direction = 'in' and r.confirmed_at is not null
                   group by r.board_id) t
           where t.money_in <> t.paid + t.unmatched + t.classified + t.waiting`,
  },
  {
    name: 'reconciliation.ledgerHoldsTheUnmatched',
    sql: `select b.board_id, 'unmatched' as row_key,
                 jsonb_build_object('ledger', coalesce(l.balance, 0),
                                    'records', coalesce(u.amount, 0)) as facts
            from markets.v_board b
            left join (select board_id, -sum(amount) as balance from ledger.v_posting
                        where account = 'unmatched' group by board_id) l
              on l.board_id = b.board_id
            left join (select board_id, sum(amount) as amount
                         from (select r.board_id, r.amount
                                 from banking.v_bank_record r
                                 left join reconciliation.standing s
                                   on s.board_id = r.board_id and s.record_id = r.record_id
                                where r.direction = 'in' and r.confirmed_at is not null
                                  and coalesce(s.state, 'unmatched') = 'unmatched'
                                union all
                               select board_id, amount from reconciliation.line_standing
                                where state = 'unmatched') w
                        group by board_id) u
              on u.board_id = b.board_id
           where coalesce(l.balance, 0) <> coalesce(u.amount, 0)`,
  },
  {
    // Each classified record moved once from where it waited to what it is, and nothing else did.
    name: 'reconciliation.classifiedIsPosted',
    sql: `select coalesce(s.board_id, t.board_id) as board_id,
                 coalesce(s.record_id::text, t.key) as row_key,
                 jsonb_build_object('class', s.class, 'debit', t.debit, 'credit', t.credit,
                                    'amount', t.amount) as facts
            from (select *, 'class:' || class_decision_id as key,
                         case when class = 'cash-deposit' then 'cash/safe'
                              when class = 'wallet-batch' then 'wallet/batch'
                              when class = 'given-back' then 'outgoing/refund'
                              when class = 'taken-back' then 'outgoing/reversed'
                              when direction = 'in' then 'other/' || class
                              else 'outgoing/' || class end as place
                    from reconciliation.standing where state = 'classified') s
            full join (select * from ledger.v_transfer t
                        where t.key like 'class:%' and t.reverses is null
                          and not exists (select from ledger.v_transfer u
                                           where u.board_id = t.board_id
                                             and u.reverses = t.transfer_id)) t
              on t.board_id = s.board_id and t.key = s.key
           where t.amount is distinct from s.amount
              or case when s.class in ('given-back', 'taken-back') then t.on_date < s.booked_on
                      else t.on_date is distinct from s.booked_on end
              or (t.debit, t.credit) is distinct from (
                   case s.direction when 'in' then 'unmatched' else s.place end,
                   case s.direction when 'in' then s.place else 'outgoing/unclassified' end)`,
  },
  {
    // What is said to be a probe proved the account it came to.
    name: 'reconciliation.probesProvedTheirAccounts',
    sql: `select s.board_id, s.record_id::text as row_key,
                 jsonb_build_object('accountId', s.account_id) as facts
            from reconciliation.standing s
           where s.class = 'probe'
             and not exists (select from banking.v_receiving_account a
                              where a.board_id = s.board_id and a.account_id = s.account_id
                                and a.proof_record_id = s.record_id)`,
  },
  {
    // The decision named by the standing is the record's own, of that class.
    name: 'reconciliation.classHasItsDecision',
    sql: `select s.board_id, s.record_id::text as row_key,
                 jsonb_build_object('class', s.class, 'decided', d.class) as facts
            from reconciliation.standing s
            left join reconciliation.decision d
              on d.board_id = s.board_id and d.id = s.class_decision_id
           where s.state = 'classified'
             and (d.record_id, d.class) is distinct from (s.record_id, s.class)`,
  },
  {
    name: 'reconciliation.ledgerHoldsTheOutgoing',
    sql: `select b.board_id, 'outgoing/unclassified' as row_key,
                 jsonb_build_object('ledger', coalesce(l.balance, 0),
                                    'records', coalesce(u.amount, 0)) as facts
            from markets.v_board b
            left join (select board_id, sum(amount) as balance from ledger.v_posting
                        where account = 'outgoing/unclassified' group by board_id) l
              on l.board_id = b.board_id
            left join (select r.board_id, sum(r.amount) as amount
                         from banking.v_bank_record r
                         left join reconciliation.standing s
                           on s.board_id = r.board_id and s.record_id = r.record_id
                        where r.direction = 'out' and r.confirmed_at is not null
                          and coalesce(s.state, 'outgoing') = 'outgoing'
                        group by r.board_id) u
              on u.board_id = b.board_id
           where coalesce(l.balance, 0) <> coalesce(u.amount, 0)`,
  },
  {
    // Read again in SQL, so that a fault of the finder or of the rule is seen.
    name: 'reconciliation.codeStandsInTheText',
    sql: `select s.board_id, s.record_id::text as row_key,
                 jsonb_build_object('code', d.code, 'leaseId', p.lease_id,
                                    'ticketId', p.ticket_id) as facts
            from reconciliation.standing s
            join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
            join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
            left join lateral (
              select d.evidence->>'code' as code from reconciliation.decision d
               where d.board_id = s.board_id and d.record_id = s.record_id
                 and d.payment_id = s.payment_id) d on true
            left join billing.v_payment_code c on c.board_id = s.board_id and c.code = d.code
            left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
           where s.state = 'matched' and s.reason in ('code', 'billVoid')
             and (not coalesce(c.lease_id = l.lease_id or c.stall_id = l.stall_id
                               or c.ticket_id = p.ticket_id, false)
                  or position(d.code in upper(regexp_replace(unaccent(r.content),
                       '[^A-Za-z0-9]', '', 'g'))) = 0)`,
  },
  {
    // A payer who was told "found" has the money: the record is theirs until it is undone.
    name: 'reconciliation.foundClaimsAreMatched',
    sql: `select c.board_id, c.id::text as row_key,
                 jsonb_build_object('record', c.record_id, 'state', s.state) as facts
            from reconciliation.claim c
            left join reconciliation.standing s
              on s.board_id = c.board_id and s.record_id = c.record_id
            left join billing.v_payment p
              on p.board_id = s.board_id and p.payment_id = s.payment_id
           where c.state = 'found'
             and (p.lease_id, p.ticket_id) is distinct from (c.lease_id, c.ticket_id)`,
  },
  {
    // The number in the record, as the bank printed it, is that of the lease or of its stall.
    name: 'reconciliation.virtualAccountNamesTheLease',
    sql: `select s.board_id, s.record_id::text as row_key,
                 jsonb_build_object('virtualAccount', r.virtual_account, 'leaseId', p.lease_id)
                   as facts
            from reconciliation.standing s
            join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
            join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
            join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
           where s.state = 'matched' and s.reason = 'virtualAccount'
             and not exists (
               select from reconciliation.virtual_account v
                where v.board_id = s.board_id and v.account_id = r.account_id
                  and v.number = upper(regexp_replace(r.virtual_account, '[^A-Za-z0-9]', '', 'g'))
                  and v.approved_at is not null and v.valid_from <= s.booked_on
                  and (v.lease_id = l.lease_id or v.stall_id = l.stall_id))`,
  },
];
