-- billing: tickets (phiếu nộp tiền theo phiên) of casual sellers, their codes and their payments.

-- A ticket's price is that of its tariff, which is of its market, its fee and its unit.
alter table tariffs.tariff
  add constraint tariff_prices_its_market unique (board_id, market_id, id, fee_type, unit, price);

-- The line's own words stand on a ticket. Read by who asks for them only: a left join on a key.
create or replace view tariffs.v_tariff with (security_invoker = true) as
  select t.board_id, t.id as tariff_id, t.market_id, t.fee_type, t.unit, t.price, t.valid_from,
         t.valid_to, d.number as decision_number, d.issued_on as decision_issued_on, d.issuer,
         f.name_vi as fee_name_vi, f.name_en as fee_name_en, f.settle_order, t.decision_id,
         t.decision_line, t.ceiling, t.is_roofed, t.open_sides, t.is_corner, t.row_grade,
         t.goods_group, t.carrier, t.price_class, t.tier_from, t.tax_percent, t.is_pass_through,
         l.description
    from tariffs.tariff t
    join tariffs.decision d on d.id = t.decision_id
    join tariffs.fee_type f on f.code = t.fee_type
    left join tariffs.decision_price l
      on l.decision_id = t.decision_id and l.line_number = t.decision_line
   where t.approved_at is not null;

alter table billing.code_prefix
  add column next_ticket_serial integer not null default 0
    check (next_ticket_serial between 0 and 10000000);
grant update (next_ticket_serial) on billing.code_prefix to cho40_app;

-- Numbers run without gaps per board and year of sale.
create table billing.ticket_counter (
  board_id uuid not null references markets.board,
  year smallint not null,
  last integer not null check (last >= 0),
  primary key (board_id, year)
);
call platform.protect_board_table('billing.ticket_counter');
grant select, insert, update on billing.ticket_counter to cho40_app;

-- Its id is made by whoever sells it, so a retry is the same ticket. What it is of and what it costs
-- is frozen with its tariff, and so with the decision.
create table billing.ticket (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  number text not null check (number ~ '^PN-[0-9]{4}-[0-9]{6}$'),
  code text not null,
  -- the day it is for; why, where the market does not meet on it
  on_date date not null,
  off_day_reason text check (length(btrim(off_day_reason)) between 3 and 200),
  fee_type text not null references tariffs.fee_type,
  unit text not null check (unit in ('m2-day', 'visit', 'session')),
  goods_group text,
  carrier text check (carrier in ('truck', 'cart', 'shoulder-pole')),
  is_roofed boolean,
  area_m2 numeric(8, 2) check (area_m2 > 0),
  -- of a paper book's stubs several at once
  count integer not null default 1 check (count between 1 and 10000),
  tariff_id uuid not null,
  unit_price bigint not null,
  amount bigint not null check (amount > 0),
  tax_percent smallint,
  tax_amount bigint not null check (tax_amount between 0 and amount),
  is_pass_through boolean not null,
  -- how the seller means to pay: a QR shown is no money yet
  way text not null check (way in ('cash', 'bank')),
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by uuid,
  issued_by_name text not null,
  -- when its money became the board's: the day of sale, or the later day it was sold for
  earned_on date,
  voided_at timestamptz,
  voided_by uuid,
  void_reason text,
  primary key (board_id, id),
  unique (board_id, market_id, id),
  unique (board_id, market_id, id, amount),
  constraint ticket_number unique (board_id, number),
  constraint ticket_code unique (code),
  constraint ticket_has_its_price foreign key
    (board_id, market_id, tariff_id, fee_type, unit, unit_price)
    references tariffs.tariff (board_id, market_id, id, fee_type, unit, price),
  constraint ticket_of_an_area check ((unit = 'm2-day') = (area_m2 is not null)),
  constraint ticket_earned_from_its_day check (earned_on >= greatest(on_date, issued_on)),
  constraint ticket_void_says_why check ((voided_at is null) = (void_reason is null))
);
create index ticket_market on billing.ticket (board_id, market_id, on_date);
create index ticket_prepaid on billing.ticket (board_id, on_date)
  where earned_on is null and voided_at is null;
call platform.protect_board_table('billing.ticket');
grant select, insert on billing.ticket to cho40_app;
grant update (earned_on, voided_at, voided_by, void_reason) on billing.ticket to cho40_app;

alter table billing.payment_code
  drop constraint payment_code_kind_check,
  add constraint payment_code_kind_check check (kind in ('bill', 'stall', 'ticket')),
  drop constraint payment_code_check,
  add column ticket_id uuid,
  add constraint payment_code_names_its_kind check (
    (kind = 'bill') = (bill_id is not null) and (kind = 'stall') = (stall_id is not null)
    and (kind = 'ticket') = (ticket_id is not null)),
  add foreign key (board_id, market_id, ticket_id)
    references billing.ticket (board_id, market_id, id) deferrable initially deferred;
create unique index payment_code_ticket on billing.payment_code (board_id, ticket_id);

-- A payment is a lease's, or one ticket's for exactly its amount.
alter table billing.payment no force row level security;
alter table billing.ticket no force row level security;
alter table billing.payment
  alter column lease_id drop not null,
  add column ticket_id uuid,
  add constraint payment_of_lease_or_ticket check ((lease_id is null) <> (ticket_id is null)),
  add constraint payment_is_its_ticket foreign key (board_id, market_id, ticket_id, amount)
    references billing.ticket (board_id, market_id, id, amount);
alter table billing.payment force row level security;
alter table billing.ticket force row level security;
create unique index payment_one_per_ticket on billing.payment (board_id, ticket_id)
  where undone_at is null;

create or replace view billing.v_payment with (security_invoker = true) as
  select board_id, id as payment_id, market_id, lease_id, source, record_id, receipt_id, amount,
         allocated, paid_at, booked_on, recorded_at, reason, undone_at, ticket_id
    from billing.payment;

create or replace view billing.v_payment_code with (security_invoker = true) as
  select c.board_id, c.code, c.kind, c.market_id, c.bill_id, c.stall_id, b.lease_id,
         coalesce(b.voided_at, t.voided_at) as voided_at, c.ticket_id
    from billing.payment_code c
    left join billing.bill b on b.board_id = c.board_id and b.id = c.bill_id
    left join billing.ticket t on t.board_id = c.board_id and t.id = c.ticket_id;

-- Paid by its one live payment; without it the bank is waited for, or cash.
create view billing.v_ticket with (security_invoker = true) as
  select t.board_id, t.id as ticket_id, t.market_id, t.number, t.code, t.on_date, t.off_day_reason,
         t.fee_type, t.unit, t.goods_group, t.carrier, t.is_roofed, t.area_m2, t.count, t.tariff_id,
         t.unit_price, t.amount, t.tax_percent, t.tax_amount, t.is_pass_through, t.way, t.issued_on,
         t.issued_at, t.issued_by, t.issued_by_name, t.earned_on, t.voided_at, t.void_reason,
         p.id as payment_id, p.source as paid_by, p.paid_at,
         case when t.voided_at is not null then 'void' when p.id is not null then 'paid'
              else 'waiting' end as state
    from billing.ticket t
    left join billing.payment p
      on p.board_id = t.board_id and p.ticket_id = t.id and p.undone_at is null;
grant select on billing.v_ticket to cho40_app;

-- cash: money taken for a ticket, in its collector's shift.
create table cash.ticket_taking (
  board_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('ticket', 'book')),
  market_id uuid not null,
  ticket_id uuid not null,
  payment_id uuid not null,
  shift_id uuid not null,
  amount bigint not null check (amount > 0),
  collector_id uuid not null,
  collector_name text not null,
  taken_at timestamptz not null,
  taken_on date not null,
  recorded_at timestamptz not null,
  primary key (board_id, id),
  constraint taking_day_is_vietnamese
    check (taken_on = (taken_at at time zone 'Asia/Ho_Chi_Minh')::date),
  foreign key (board_id, payment_id, amount) references billing.payment (board_id, id, amount),
  foreign key (board_id, market_id, ticket_id, amount)
    references billing.ticket (board_id, market_id, id, amount),
  foreign key (board_id, shift_id, collector_id, market_id)
    references cash.shift (board_id, id, collector_id, market_id)
);
create index ticket_taking_shift on cash.ticket_taking (board_id, shift_id);
create index ticket_taking_payment on cash.ticket_taking (board_id, payment_id);
call platform.protect_board_table('cash.ticket_taking');
call platform.make_append_only('cash.ticket_taking');
grant select, insert on cash.ticket_taking to cho40_app;

create or replace view cash.v_taken with (security_invoker = true) as
  select r.board_id, r.shift_id, r.market_id, r.collector_id, r.collector_name, 'receipt' as kind,
         r.id as source_id, r.amount, r.taken_at, r.taken_on, r.recorded_at, p.undone_at
    from cash.receipt r
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id
  union all
  select k.board_id, k.shift_id, k.market_id, k.collector_id, k.collector_name, k.kind, k.id,
         k.amount, k.taken_at, k.taken_on, k.recorded_at, p.undone_at
    from cash.ticket_taking k
    join billing.v_payment p on p.board_id = k.board_id and p.payment_id = k.payment_id;
