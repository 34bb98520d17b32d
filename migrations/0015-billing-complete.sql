-- billing, complete: bills of four kinds, relief, corrections, write-offs, voids, security deposits.

-- The line of a deposit that is demanded; it is a liability, no fee: no tariff ever prices it.
insert into tariffs.fee_type (code, name_vi, name_en, settle_order) values
  ('deposit', 'Tiền ký quỹ', 'Security deposit', 90);

-- The owner has no scope and would see no row of what is given its new columns' values.
alter table billing.bill no force row level security;
alter table billing.bill_line no force row level security;
alter table billing.payment no force row level security;
alter table markets.market no force row level security;

-- The days of grace are those of the day of issue: a market that changes its own moves no old debt.
alter table billing.bill
  drop constraint bill_kind_check,
  add constraint bill_kind_check check (kind in ('monthly', 'security', 'opening', 'adjustment')),
  drop constraint bill_total_check,
  add constraint bill_total_check check (total >= 0),
  alter column run_id drop not null,
  add column grace_days smallint not null default 10 check (grace_days between 0 and 60),
  add column made_by uuid,
  add column reason text,
  add column voided_by uuid,
  add column void_reason text,
  add constraint bill_of_a_run check ((kind = 'monthly') = (run_id is not null)),
  add constraint bill_says_why check (kind = 'monthly' or reason is not null),
  add constraint bill_void_says_why check ((voided_at is null) = (void_reason is null));
update billing.bill b set grace_days = m.grace_days
  from markets.market m where m.board_id = b.board_id and m.id = b.market_id;
-- A lease may be given several adjustments and deposits to pay in a month.
drop index billing.bill_one_live;
create unique index bill_one_live on billing.bill (lease_id, period, kind)
  where voided_at is null and kind in ('monthly', 'opening');
grant update (voided_by, void_reason) on billing.bill to cho40_app;

-- amount is what is owed: VAT (tax_amount) is in it, relief known at issue (relief_amount) is not.
-- relieved is what was let off later. Opening debts and deposits have no price, so no tariff.
drop index billing.bill_line_open;
alter table billing.bill_line
  alter column quantity type numeric(12, 3),
  alter column tariff_id drop not null,
  add column tax_percent numeric(5, 2) check (tax_percent between 0 and 100),
  add column tax_amount bigint not null default 0,
  add column is_pass_through boolean not null default false,
  add column reading_id uuid,
  add column relief_amount bigint not null default 0 check (relief_amount >= 0),
  add column relieved bigint not null default 0,
  drop constraint bill_line_amount_check,
  add constraint bill_line_amount_check check (amount >= 0 and amount + relief_amount > 0),
  add constraint bill_line_tax_check check (tax_amount between 0 and amount),
  add constraint bill_line_has_price check ((tariff_id is null) = (unit in ('opening', 'deposit'))),
  drop constraint bill_line_not_overpaid,
  add constraint bill_line_not_overpaid
    check (paid >= 0 and relieved >= 0 and paid + relieved <= amount);
create index bill_line_open on billing.bill_line (board_id, bill_id)
  where paid + relieved < amount;
create index bill_line_reading on billing.bill_line (board_id, reading_id)
  where reading_id is not null;

-- What is let off: a relief for days to come or gone, a correction of one bill, a write-off of old
-- debts. A document says why; one person proposes, another approves.
create table billing.relief (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  kind text not null check (kind in ('relief', 'correction', 'write-off')),
  document text not null check (length(btrim(document)) between 3 and 100),
  document_on date not null,
  reason text not null check (length(btrim(reason)) between 3 and 500),
  -- of a relief: a share of each line's days, or a sum a month for each lease; of a correction: a sum
  percent numeric(5, 2) check (percent > 0 and percent <= 100),
  amount bigint check (amount > 0),
  fee_type text references tariffs.fee_type,
  from_on date,
  to_on date,
  -- what was chosen, to be read again; the leases themselves stand in relief_target
  zone_id uuid,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (board_id, id),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  foreign key (board_id, market_id, zone_id) references markets.zone (board_id, market_id, id),
  check (to_on >= from_on),
  check ((kind = 'relief') = (from_on is not null) and (from_on is null) = (to_on is null)),
  check (case kind when 'relief' then num_nonnulls(percent, amount) = 1
                   when 'correction' then percent is null and amount is not null
                   else num_nonnulls(percent, amount, fee_type) = 0 end),
  check ((approved_by is null) = (approved_at is null)),
  check ((ended_at is null) = (end_reason is null)),
  constraint relief_needs_two_people check (approved_by <> proposed_by)
);
create index relief_market on billing.relief (board_id, market_id, proposed_at);
call platform.protect_board_table('billing.relief');
grant select, insert on billing.relief to cho40_app;
grant update (approved_by, approved_at, ended_by, ended_at, end_reason) on billing.relief
  to cho40_app;

-- Whom it is for; a correction and a write-off name the bills too.
create table billing.relief_target (
  board_id uuid not null,
  relief_id uuid not null,
  lease_id uuid not null,
  bill_id uuid,
  constraint relief_target_once unique nulls not distinct (board_id, relief_id, lease_id, bill_id),
  foreign key (board_id, relief_id) references billing.relief (board_id, id),
  foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
  foreign key (board_id, bill_id) references billing.bill (board_id, id)
);
create index relief_target_lease on billing.relief_target (board_id, lease_id);
call platform.protect_board_table('billing.relief_target');
call platform.make_append_only('billing.relief_target');
grant select, insert on billing.relief_target to cho40_app;

-- A part of a relief given to one bill line: at issue (it stands in relief_amount and was never
-- owed) or later (it moves relieved, as an allocation moves paid). An undone one is mirrored.
create table billing.relief_part (
  board_id uuid not null,
  id uuid not null,
  relief_id uuid not null,
  bill_line_id uuid not null,
  amount bigint not null check (amount <> 0),
  -- of a correction: the VAT in amount, which is owed no more either
  tax_amount bigint not null default 0 check (abs(tax_amount) <= abs(amount)),
  at_issue boolean not null,
  reverses uuid,
  at timestamptz not null,
  primary key (board_id, id),
  constraint relief_part_reversed_once unique (board_id, reverses),
  check ((amount < 0) = (reverses is not null)),
  check (not at_issue or reverses is null),
  foreign key (board_id, relief_id) references billing.relief (board_id, id),
  foreign key (board_id, bill_line_id) references billing.bill_line (board_id, id),
  foreign key (board_id, reverses) references billing.relief_part (board_id, id)
);
create unique index relief_part_at_issue on billing.relief_part (board_id, relief_id, bill_line_id)
  where at_issue;
create index relief_part_relief on billing.relief_part (board_id, relief_id);
create index relief_part_line on billing.relief_part (board_id, bill_line_id);
call platform.protect_board_table('billing.relief_part');
call platform.make_append_only('billing.relief_part');
grant select, insert on billing.relief_part to cho40_app;

-- As billing.move_counters: the counter's CHECK holds under any concurrency.
create function billing.move_relieved() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  moved bigint;
begin
  if exists (
    select from added n
      left join billing.relief_part a on a.board_id = n.board_id and a.id = n.reverses
     where n.reverses is not null and (a.reverses is not null or a.at_issue
       or (a.relief_id, a.bill_line_id, -a.amount, -a.tax_amount)
          is distinct from (n.relief_id, n.bill_line_id, n.amount, n.tax_amount))
  ) then
    raise exception 'a part of a relief does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'relief_part_mirrors';
  end if;
  if exists (
    select from added n
     where n.reverses is null and not exists (
       select from billing.relief r
         join billing.relief_target t on t.board_id = r.board_id and t.relief_id = r.id
        where r.board_id = n.board_id and r.id = n.relief_id
          and r.approved_at is not null and r.ended_at is null
          and t.lease_id = (select b.lease_id from billing.bill b
                             where b.board_id = n.board_id and b.id = (
                               select l.bill_id from billing.bill_line l
                                where l.board_id = n.board_id and l.id = n.bill_line_id)))
  ) then
    raise exception 'nobody approved this relief for the line''s lease'
      using errcode = 'check_violation', constraint = 'relief_part_is_approved';
  end if;
  update billing.bill_line l set relieved = l.relieved + s.amount
    from (select n.board_id, n.bill_line_id, sum(n.amount)::bigint as amount
            from added n where not n.at_issue group by n.board_id, n.bill_line_id) s
   where l.board_id = s.board_id and l.id = s.bill_line_id;
  get diagnostics moved = row_count;
  if moved <> (select count(distinct (n.board_id, n.bill_line_id))
                 from added n where not n.at_issue) then
    raise exception 'a part of a relief has no bill line' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger counters after insert on billing.relief_part
  referencing new table as added
  for each statement execute function billing.move_relieved();
alter table billing.relief_part enable always trigger counters;

-- What a lease's deposit holds: paid on deposit lines less what was used. Never below nothing.
create table billing.deposit (
  board_id uuid not null,
  lease_id uuid not null,
  held bigint not null,
  primary key (board_id, lease_id),
  constraint deposit_not_overused check (held >= 0),
  foreign key (board_id, lease_id) references tenancy.lease (board_id, id)
);
call platform.protect_board_table('billing.deposit');
grant select on billing.deposit to cho40_app;

-- Set off against arrears (a payment is made of it) or given back; a mistaken one is mirrored.
create table billing.deposit_use (
  board_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  kind text not null check (kind in ('set-off', 'give-back')),
  amount bigint not null check (amount <> 0),
  reason text not null check (length(btrim(reason)) between 3 and 500),
  on_date date not null,
  made_by uuid,
  at timestamptz not null,
  reverses uuid,
  primary key (board_id, id),
  unique (board_id, id, lease_id, amount),
  constraint deposit_use_reversed_once unique (board_id, reverses),
  check ((amount < 0) = (reverses is not null)),
  foreign key (board_id, lease_id) references billing.deposit (board_id, lease_id),
  foreign key (board_id, reverses) references billing.deposit_use (board_id, id)
);
create index deposit_use_lease on billing.deposit_use (board_id, lease_id);
call platform.protect_board_table('billing.deposit_use');
call platform.make_append_only('billing.deposit_use');
grant select, insert on billing.deposit_use to cho40_app;

create function billing.move_deposit() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select from billing.deposit_use u
     where u.board_id = new.board_id and u.id = new.reverses
       and (u.reverses is not null
            or (u.lease_id, u.kind, -u.amount) <> (new.lease_id, new.kind, new.amount))
  ) then
    raise exception 'a use of a deposit does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'deposit_use_mirrors';
  end if;
  update billing.deposit d set held = d.held - new.amount
   where d.board_id = new.board_id and d.lease_id = new.lease_id;
  if not found then
    raise exception 'a lease without a deposit' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger counter after insert on billing.deposit_use
  for each row execute function billing.move_deposit();
alter table billing.deposit_use enable always trigger counter;

create function billing.hold_deposits() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Two steps: an upsert would try a negative sum as a row of its own and be refused.
  insert into billing.deposit (board_id, lease_id, held)
    select distinct p.board_id, p.lease_id, 0
      from added n
      join billing.bill_line l on l.board_id = n.board_id and l.id = n.bill_line_id
      join billing.payment p on p.board_id = n.board_id and p.id = n.payment_id
     where l.fee_type = 'deposit'
    on conflict do nothing;
  update billing.deposit d set held = d.held + s.amount
    from (select p.board_id, p.lease_id, sum(n.amount)::bigint as amount
            from added n
            join billing.bill_line l on l.board_id = n.board_id and l.id = n.bill_line_id
            join billing.payment p on p.board_id = n.board_id and p.id = n.payment_id
           where l.fee_type = 'deposit'
           group by p.board_id, p.lease_id) s
   where d.board_id = s.board_id and d.lease_id = s.lease_id;
  return null;
end $$;
create trigger deposits after insert on billing.allocation
  referencing new table as added
  for each statement execute function billing.hold_deposits();
alter table billing.allocation enable always trigger deposits;

-- A payment made of a deposit: the same lease, the same amount, once.
alter table billing.payment
  drop constraint payment_source_check,
  add constraint payment_source_check check (source in ('bank', 'cash', 'deposit')),
  add column deposit_use_id uuid,
  add constraint payment_of_deposit check ((source = 'deposit') = (deposit_use_id is not null)),
  add constraint payment_is_its_deposit_use foreign key
    (board_id, deposit_use_id, lease_id, amount)
    references billing.deposit_use (board_id, id, lease_id, amount);
create unique index payment_one_per_deposit_use on billing.payment (board_id, deposit_use_id)
  where undone_at is null;

alter table billing.bill force row level security;
alter table billing.bill_line force row level security;
alter table billing.payment force row level security;
alter table markets.market force row level security;

-- paid, relieved and due: due = total − relieved − paid. A bill is overdue after due_on + grace_days.
create or replace view billing.v_bill with (security_invoker = true) as
  select b.board_id, b.id as bill_id, b.market_id, b.lease_id, b.period, b.kind, b.code, b.total,
         b.issued_on, b.due_on, b.issued_at, b.voided_at, sum(l.paid)::bigint as paid,
         sum(l.relieved)::bigint as relieved,
         (b.total - sum(l.relieved) - sum(l.paid))::bigint as due, b.grace_days, b.reason,
         b.void_reason
    from billing.bill b
    join billing.bill_line l on l.board_id = b.board_id and l.bill_id = b.id
   group by b.board_id, b.id;
create view billing.v_bill_line with (security_invoker = true) as
  select l.board_id, l.id as bill_line_id, l.bill_id, b.market_id, b.lease_id, b.kind, b.period,
         b.voided_at, l.line_number, l.fee_type, l.tariff_id, l.quantity, l.unit, l.unit_price,
         l.service_from, l.service_to, l.relief_amount, l.amount, l.tax_percent, l.tax_amount,
         l.is_pass_through, l.reading_id, l.relieved, l.paid
    from billing.bill_line l
    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id;
create view billing.v_relief with (security_invoker = true) as
  select board_id, id as relief_id, market_id, kind, document, document_on, reason, percent, amount,
         fee_type, from_on, to_on, zone_id, proposed_by, proposed_at, approved_by, approved_at,
         ended_at, end_reason
    from billing.relief;
create view billing.v_relief_part with (security_invoker = true) as
  select p.board_id, p.id as relief_part_id, p.relief_id, p.bill_line_id, l.bill_id, b.market_id,
         b.lease_id, b.period, l.fee_type, r.kind, p.amount, p.tax_amount, p.at_issue, p.at
    from billing.relief_part p
    join billing.relief r on r.board_id = p.board_id and r.id = p.relief_id
    join billing.bill_line l on l.board_id = p.board_id and l.id = p.bill_line_id
    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id;
create view billing.v_deposit with (security_invoker = true) as
  select board_id, lease_id, held from billing.deposit;
create view billing.v_deposit_use with (security_invoker = true) as
  select board_id, id as deposit_use_id, lease_id, kind, amount, reason, on_date, at, reverses
    from billing.deposit_use;
-- Money set off from a deposit came in when the deposit was paid: no share counts it again.
create or replace view adoption.v_fee_day with (security_invoker = true) as
  select board_id, market_id, booked_on, sum(amount)::bigint as fees,
         coalesce(sum(amount) filter (where source = 'bank'), 0)::bigint as through_account
    from billing.v_payment
   where undone_at is null and source <> 'deposit'
   group by board_id, market_id, booked_on;
grant select on billing.v_bill_line, billing.v_relief, billing.v_relief_part, billing.v_deposit,
  billing.v_deposit_use to cho40_app;
