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

-- cash: paper ticket books (quyển vé). A serial of a series is there once, whoever prints it again.
create table cash.ticket_book (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  series text not null check (series ~ '^[0-9A-Z][0-9A-Z/-]{0,19}$'),
  first_serial integer not null check (first_serial > 0),
  last_serial integer not null,
  -- what each stub is of, and the price printed on it
  fee_type text not null references tariffs.fee_type,
  unit text not null check (unit in ('m2-day', 'visit', 'session')),
  goods_group text,
  carrier text,
  is_roofed boolean,
  area_m2 numeric(8, 2),
  price bigint not null check (price > 0),
  received_on date not null,
  received_at timestamptz not null,
  received_by uuid,
  received_by_name text not null,
  primary key (board_id, id),
  unique (board_id, id, series),
  constraint book_of_an_area check ((unit = 'm2-day') = (area_m2 is not null)),
  constraint book_of_stubs check (last_serial - first_serial between 0 and 999),
  foreign key (board_id, market_id) references markets.market (board_id, id)
);
call platform.protect_board_table('cash.ticket_book');
call platform.make_append_only('cash.ticket_book');
grant select, insert on cash.ticket_book to cho40_app;

create table cash.ticket_stub (
  board_id uuid not null,
  series text not null,
  serial integer not null,
  book_id uuid not null,
  state text not null check (state in ('in-stock', 'issued', 'sold', 'spoiled', 'lost')),
  collector_id uuid,
  -- under which it was sold
  ticket_id uuid,
  primary key (board_id, series, serial),
  constraint stub_of_its_book foreign key (board_id, book_id, series)
    references cash.ticket_book (board_id, id, series),
  constraint stub_is_with_somebody check (case state when 'in-stock' then collector_id is null
    when 'issued' then collector_id is not null when 'sold' then collector_id is not null
    else true end),
  constraint stub_sold_by_ticket check ((state = 'sold') = (ticket_id is not null)),
  foreign key (board_id, ticket_id) references billing.ticket (board_id, id)
);
create index ticket_stub_book on cash.ticket_stub (board_id, book_id, serial);
create index ticket_stub_ticket on cash.ticket_stub (board_id, ticket_id) where ticket_id is not null;
call platform.protect_board_table('cash.ticket_stub');
grant select, insert on cash.ticket_stub to cho40_app;
grant update (state, collector_id, ticket_id) on cash.ticket_stub to cho40_app;

-- From the shelf to a collector, from a collector to a seller or back. A spoiled or lost stub stays
-- so; a sold one is its collector's again only when its ticket is taken back.
create function cash.keep_stub_course() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if (old.state, new.state) not in (('in-stock', 'issued'), ('in-stock', 'spoiled'),
      ('in-stock', 'lost'), ('issued', 'in-stock'), ('issued', 'sold'), ('issued', 'spoiled'),
      ('issued', 'lost'), ('sold', 'issued')) then
    raise exception 'stub % % is %', old.series, old.serial, old.state
      using errcode = 'check_violation', constraint = 'stub_keeps_its_course';
  end if;
  return new;
end $$;
create trigger course before update on cash.ticket_stub
  for each row execute function cash.keep_stub_course();
alter table cash.ticket_stub enable always trigger course;

-- The book's history: what became of which serials, when, by whom.
create table cash.stub_move (
  board_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  act text not null
    check (act in ('received', 'issued', 'sold', 'unsold', 'spoiled', 'lost', 'taken-back')),
  first_serial integer not null,
  last_serial integer not null,
  collector_id uuid,
  collector_name text,
  on_date date not null,
  reason text,
  ticket_id uuid,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  primary key (board_id, id),
  check (last_serial >= first_serial),
  check ((collector_id is null) = (collector_name is null)),
  foreign key (board_id, book_id) references cash.ticket_book (board_id, id),
  foreign key (board_id, ticket_id) references billing.ticket (board_id, id)
);
create index stub_move_book on cash.stub_move (board_id, book_id, at);
call platform.protect_board_table('cash.stub_move');
call platform.make_append_only('cash.stub_move');
grant select, insert on cash.stub_move to cho40_app;

-- Only this lib reads it: a book with how many of its stubs are where.
create view cash.v_ticket_book with (security_invoker = true) as
  select b.board_id as "boardId", b.id, b.market_id as "marketId", m.name as "marketName", b.series,
         b.first_serial as "firstSerial", b.last_serial as "lastSerial", b.fee_type as "feeType",
         f.name_vi as "feeName", b.unit, b.goods_group as "goodsGroup", b.carrier,
         b.is_roofed as "isRoofed", b.area_m2 as "areaM2", b.price, b.received_on as "receivedOn",
         b.received_at as "receivedAt", b.received_by_name as "receivedByName", s."inStock",
         s.issued, s.sold, s.spoiled, s.lost, s.sold * b.price as "soldVnd"
    from cash.ticket_book b
    join markets.v_market m on m.board_id = b.board_id and m.market_id = b.market_id
    join tariffs.v_fee_type f on f.fee_type = b.fee_type
    join lateral (
      select count(*) filter (where t.state = 'in-stock') as "inStock",
             count(*) filter (where t.state = 'issued') as issued,
             count(*) filter (where t.state = 'sold') as sold,
             count(*) filter (where t.state = 'spoiled') as spoiled,
             count(*) filter (where t.state = 'lost') as lost
        from cash.ticket_stub t
       where t.board_id = b.board_id and t.book_id = b.id) s on true;
grant select on cash.v_ticket_book to cho40_app;

-- reconciliation: money may have gone to a ticket.
create or replace view reconciliation.v_record with (security_invoker = true) as
  select r.board_id as "boardId", r.record_id as id, r.account_id as "accountId", r.bin,
         r.account_number as "accountNumber", r.direction, r.amount, r.booked_at as "bookedAt",
         r.booked_on as "bookedOn", r.content, r.reference, r.counter_account as "counterAccount",
         r.counter_name as "counterName", s.market_id as "marketId", s.reason,
         coalesce(s.state, case when r.confirmed_at is null then 'unconfirmed' else 'waiting' end)
           as state,
         coalesce((select array_agg(c.code) from reconciliation.decision d
                    cross join jsonb_array_elements_text(d.evidence->'codes') as c (code)
                   where d.board_id = r.board_id and d.record_id = r.record_id), '{}') as codes,
         case when p.payment_id is not null then jsonb_build_object('paymentId', p.payment_id,
           'leaseId', p.lease_id, 'marketName', m.name, 'stallCode', t.code,
           'vendorName', l.vendor_name, 'ticketId', p.ticket_id, 'ticketNumber', k.number) end
           as credited,
         s.class
    from banking.v_bank_record r
    left join reconciliation.standing s on s.board_id = r.board_id and s.record_id = r.record_id
    left join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
    left join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
    left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
    left join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id
    left join billing.ticket k on k.board_id = p.board_id and k.id = p.ticket_id;
