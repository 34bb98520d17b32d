-- reconciliation: the queue of what waits for a person, payments split over bills, and claims of who
-- paid and does not see it.

-- The queue by age, by amount and by account, each read from where the clerk stands: the next of
-- 100,000 in a millisecond. A record's account never changes, so its standing may repeat it.
alter table reconciliation.standing no force row level security;
alter table banking.bank_record no force row level security;
alter table reconciliation.standing add column account_id uuid;
update reconciliation.standing s set account_id = r.account_id
  from banking.bank_record r where r.board_id = s.board_id and r.id = s.record_id;
alter table reconciliation.standing alter column account_id set not null;
alter table banking.bank_record force row level security;
alter table reconciliation.standing force row level security;
drop index reconciliation.standing_open, reconciliation.standing_outgoing;
create index standing_by_age on reconciliation.standing (board_id, state, booked_on, record_id)
  where state in ('unmatched', 'outgoing');
create index standing_by_amount on reconciliation.standing (board_id, state, amount, record_id)
  where state in ('unmatched', 'outgoing');
create index standing_by_account
  on reconciliation.standing (board_id, state, account_id, booked_on, record_id)
  where state in ('unmatched', 'outgoing');
-- What may be the money of somebody who says when and how much.
create index standing_of_amount on reconciliation.standing (board_id, amount, booked_on)
  where direction = 'in';

-- What a person gave of a payment to a bill, also to one of another lease of the board. `given` is
-- what reached a bill of another lease: a counter, moved by the trigger on allocation alone.
create table billing.payment_part (
  board_id uuid not null,
  payment_id uuid not null,
  bill_id uuid not null,
  amount bigint not null check (amount > 0),
  given bigint not null default 0,
  primary key (board_id, payment_id, bill_id),
  constraint payment_part_not_exceeded check (given between 0 and amount),
  foreign key (board_id, payment_id) references billing.payment (board_id, id),
  foreign key (board_id, bill_id) references billing.bill (board_id, id)
);
create index payment_part_bill on billing.payment_part (board_id, bill_id);
call platform.protect_board_table('billing.payment_part');
grant select, insert (board_id, payment_id, bill_id, amount) on billing.payment_part to cho40_app;

-- As before, but for bills of other leases: those only where a person named them, up to the part.
create or replace function billing.move_counters() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  moved bigint;
  refused bigint;
begin
  if exists (
    select from added n
      left join billing.allocation a on a.board_id = n.board_id and a.id = n.reverses
     where n.reverses is not null and (a.reverses is not null
       or (a.payment_id, a.bill_line_id, -a.amount)
          is distinct from (n.payment_id, n.bill_line_id, n.amount))
  ) then
    raise exception 'an allocation does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'allocation_mirrors';
  end if;
  update billing.payment p set allocated = p.allocated + s.amount
    from (select n.board_id, n.payment_id, sum(n.amount)::bigint as amount
            from added n group by n.board_id, n.payment_id) s
   where p.board_id = s.board_id and p.id = s.payment_id and p.undone_at is null;
  get diagnostics moved = row_count;
  if moved <> (select count(distinct (n.board_id, n.payment_id)) from added n) then
    raise exception 'an allocation has no live payment'
      using errcode = 'check_violation', constraint = 'allocation_same_lease';
  end if;
  -- Each side by its key: as one join, planned before there are statistics, every payment met every
  -- bill (50 allocations beside 1,800 bills: over 10 s).
  with of_bill as materialized (
    select n.board_id, n.payment_id, n.amount,
           (select l.bill_id from billing.bill_line l
             where l.board_id = n.board_id and l.id = n.bill_line_id) as bill_id
      from added n
  ), elsewhere as materialized (
    select o.board_id, o.payment_id, o.bill_id, sum(o.amount)::bigint as amount
      from of_bill o
     where (select p.lease_id from billing.payment p
             where p.board_id = o.board_id and p.id = o.payment_id)
        <> (select b.lease_id from billing.bill b
             where b.board_id = o.board_id and b.id = o.bill_id)
     group by o.board_id, o.payment_id, o.bill_id
  ), counted as (
    update billing.payment_part t set given = t.given + e.amount
      from elsewhere e
     where t.board_id = e.board_id and t.payment_id = e.payment_id and t.bill_id = e.bill_id
    returning 1
  )
  select (select count(*) from elsewhere) - (select count(*) from counted) into refused;
  if refused <> 0 then
    raise exception 'an allocation pays a bill of another lease that nobody named'
      using errcode = 'check_violation', constraint = 'allocation_same_lease';
  end if;
  update billing.bill_line l set paid = l.paid + s.amount
    from (select n.board_id, n.bill_line_id, sum(n.amount)::bigint as amount
            from added n group by n.board_id, n.bill_line_id) s
   where l.board_id = s.board_id and l.id = s.bill_line_id;
  get diagnostics moved = row_count;
  if moved <> (select count(distinct (n.board_id, n.bill_line_id)) from added n) then
    raise exception 'an allocation has no bill line' using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- A deposit is held for the lease that was asked for it, whoever's payment brought it.
create or replace function billing.hold_deposits() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Two steps: an upsert would try a negative sum as a row of its own and be refused.
  insert into billing.deposit (board_id, lease_id, held)
    select distinct b.board_id, b.lease_id, 0
      from added n
      join billing.bill_line l on l.board_id = n.board_id and l.id = n.bill_line_id
      join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
     where l.fee_type = 'deposit'
    on conflict do nothing;
  update billing.deposit d set held = d.held + s.amount
    from (select b.board_id, b.lease_id, sum(n.amount)::bigint as amount
            from added n
            join billing.bill_line l on l.board_id = n.board_id and l.id = n.bill_line_id
            join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
           where l.fee_type = 'deposit'
           group by b.board_id, b.lease_id) s
   where d.board_id = s.board_id and d.lease_id = s.lease_id;
  return null;
end $$;

-- "I paid and it does not show": told at the desk, by phone or by the vendor's own page. It has a
-- clock, and a person answers it: the record was found, or the claim is refused with a reason.
create table reconciliation.claim (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  amount bigint not null check (amount > 0),
  -- as far as the payer remembers
  paid_at timestamptz not null,
  told_by text not null check (length(btrim(told_by)) between 2 and 100),
  channel text not null check (channel in ('desk', 'phone', 'app')),
  note text check (length(btrim(note)) between 1 and 500),
  made_by uuid,
  made_by_name text,
  made_at timestamptz not null,
  -- the last day to answer
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'found', 'refused')),
  record_id uuid,
  answer text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  primary key (board_id, id),
  constraint claim_found_has_record check ((state = 'found') = (record_id is not null)),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'open') = (answer is null)),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id),
  foreign key (board_id, record_id) references banking.bank_record (board_id, id)
);
create index claim_open on reconciliation.claim (board_id, due_on) where state = 'open';
create index claim_lease on reconciliation.claim (board_id, lease_id);
-- One record answers one claim.
create unique index claim_of_record on reconciliation.claim (board_id, record_id)
  where record_id is not null;
call platform.protect_board_table('reconciliation.claim');
grant select, insert on reconciliation.claim to cho40_app;
grant update (state, record_id, answer, decided_by, decided_by_name, decided_at)
  on reconciliation.claim to cho40_app;

create view reconciliation.v_claim with (security_invoker = true) as
  select board_id, id as claim_id, market_id, lease_id, amount, paid_at, channel, made_at, due_on,
         state, record_id, decided_at
    from reconciliation.claim;
-- A claim as people look at it. Only this lib reads it.
create view reconciliation.v_claim_line with (security_invoker = true) as
  select c.board_id as "boardId", c.id, c.market_id as "marketId", m.name as "marketName",
         c.lease_id as "leaseId", t.code as "stallCode", l.vendor_name as "vendorName", c.amount,
         c.paid_at as "paidAt", c.told_by as "toldBy", c.channel, c.note,
         c.made_by_name as "madeByName", c.made_at as "madeAt", c.due_on as "dueOn", c.state,
         c.record_id as "recordId", c.answer, c.decided_by_name as "decidedByName",
         c.decided_at as "decidedAt"
    from reconciliation.claim c
    join markets.v_market m on m.board_id = c.board_id and m.market_id = c.market_id
    join tenancy.v_lease l on l.board_id = c.board_id and l.lease_id = c.lease_id
    join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id;
grant select on reconciliation.v_claim, reconciliation.v_claim_line to cho40_app;
