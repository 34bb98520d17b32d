-- reconciliation: what became of each refund, step by step; rules that reach what waits already; the
-- payment that proved an account is known for what it is. adoption: money given back is no share.

-- Who did what with a refund, and why: shown beside it, never edited.
create table reconciliation.refund_step (
  board_id uuid not null,
  id uuid not null,
  refund_id uuid not null,
  step text not null
    check (step in ('proposed', 'approved', 'refused', 'withdrawn', 'paid', 'unpaid')),
  -- the bank record that paid it, or was taken for it
  record_id uuid,
  reason text,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (board_id, id),
  foreign key (board_id, refund_id) references reconciliation.refund (board_id, id),
  foreign key (board_id, record_id) references banking.bank_record (board_id, id)
);
create index refund_step_refund on reconciliation.refund_step (board_id, refund_id, at, id);
call platform.protect_board_table('reconciliation.refund_step');
call platform.make_append_only('reconciliation.refund_step');
grant select, insert on reconciliation.refund_step to cho40_app;

-- Refunds made before: as far as their rows remember.
alter table reconciliation.refund no force row level security;
alter table reconciliation.refund_step no force row level security;
insert into reconciliation.refund_step
  (board_id, id, refund_id, step, reason, by_id, by_name, at)
select board_id, gen_random_uuid(), id, 'proposed', reason, proposed_by, proposed_by_name, proposed_at
  from reconciliation.refund
 union all
select board_id, gen_random_uuid(), id, case when state = 'refused' then state else 'approved' end,
       case when state = 'refused' then decision_reason end, decided_by, decided_by_name, decided_at
  from reconciliation.refund where decided_by is not null;
alter table reconciliation.refund_step force row level security;
alter table reconciliation.refund force row level security;
create index refund_lease on reconciliation.refund (board_id, lease_id, proposed_at);

-- A rule that was switched on looks at what waits already: how many it classified, and when it was
-- through with them. Rules of before this step did not look back and are left as they are.
alter table reconciliation.rule no force row level security;
alter table reconciliation.rule
  add column reached integer not null default 0 check (reached >= 0),
  add column reached_at timestamptz;
update reconciliation.rule set reached_at = on_at where on_at is not null;
alter table reconciliation.rule force row level security;
grant update (reached, reached_at) on reconciliation.rule to cho40_app;

create or replace view banking.v_receiving_account with (security_invoker = true) as
  select board_id, id as account_id, bin, number, holder_name, opening_balance, opened_on, closed_on,
         created_by, approved_by, approved_at, live_at, proof_record_id
    from banking.receiving_account;

-- The payment that proved an account came from the board itself.
alter table reconciliation.standing no force row level security;
alter table reconciliation.standing
  drop constraint standing_class_of_direction,
  add constraint standing_class_of_direction check (class is null or case direction
    when 'in' then class in ('loan', 'interest', 'private', 'cash-deposit', 'given-back',
                             'taken-back', 'wallet-batch', 'probe')
    else class in ('to-budget', 'treasury', 'supplier', 'bank-charge', 'refund', 'own-account',
                   'reversed')
    end);
alter table reconciliation.standing force row level security;

-- Fee payments less what was given back of them: that was no fee, and leaves the month and the way
-- the money came by.
create view adoption.v_fee_payment with (security_invoker = true) as
  select p.board_id, p.payment_id, p.market_id, p.lease_id, p.source, p.booked_on,
         p.amount - coalesce(r.amount, 0) as amount
    from billing.v_payment p
    left join (select board_id, payment_id, sum(amount)::bigint as amount
                 from billing.v_refund_part
                group by board_id, payment_id) r
      on r.board_id = p.board_id and r.payment_id = p.payment_id
   where p.undone_at is null and p.source <> 'deposit';
grant select on adoption.v_fee_payment to cho40_app;

create or replace view adoption.v_fee_day with (security_invoker = true) as
  select board_id, market_id, booked_on, sum(amount)::bigint as fees,
         coalesce(sum(amount) filter (where source in ('bank', 'settlement')), 0)::bigint
           as through_account
    from adoption.v_fee_payment
   group by board_id, market_id, booked_on;
