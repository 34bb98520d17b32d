-- cash: receipts and hand-ins.

create schema cash;
grant usage on schema cash to cho40_app;

-- Numbers run without gaps per board and year while receipts are typed in online.
create table cash.receipt_counter (
  board_id uuid not null references markets.board,
  year smallint not null,
  last integer not null check (last >= 0),
  primary key (board_id, year)
);
call platform.protect_board_table('cash.receipt_counter');
grant select, insert, update on cash.receipt_counter to cho40_app;

-- A numbered phiếu thu. Its id is made by whoever types it in, so a retry is the same receipt.
create table cash.receipt (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  payment_id uuid not null,
  number text not null check (number ~ '^PT-[0-9]{4}-[0-9]{6}$'),
  amount bigint not null check (amount > 0),
  collector_id uuid not null,
  -- as printed on the receipt: the name the collector had on that day
  collector_name text not null,
  taken_at timestamptz not null,
  taken_on date not null,
  recorded_at timestamptz not null,
  why_not_cashless text check (why_not_cashless in
    ('no-signal', 'no-account', 'no-smartphone', 'fear-of-tax', 'prefers-cash')),
  primary key (board_id, id),
  constraint receipt_number unique (board_id, number),
  constraint receipt_day_is_vietnamese
    check (taken_on = (taken_at at time zone 'Asia/Ho_Chi_Minh')::date),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id),
  foreign key (board_id, payment_id, amount) references billing.payment (board_id, id, amount)
);
create index receipt_collector on cash.receipt (board_id, collector_id, taken_on);
create index receipt_market on cash.receipt (board_id, market_id, taken_on);
call platform.protect_board_table('cash.receipt');
call platform.make_append_only('cash.receipt');
grant select, insert on cash.receipt to cho40_app;

-- Cash counted by the cashier, exactly what the collector brought. Never by the collector alone.
create table cash.hand_in (
  board_id uuid not null,
  id uuid not null,
  collector_id uuid not null,
  collector_name text not null,
  cashier_id uuid not null,
  cashier_name text not null,
  amount bigint not null check (amount > 0),
  counted_at timestamptz not null,
  counted_on date not null,
  primary key (board_id, id),
  constraint hand_in_needs_two_people check (collector_id <> cashier_id),
  foreign key (board_id) references markets.board
);
create index hand_in_day on cash.hand_in (board_id, counted_on);
call platform.protect_board_table('cash.hand_in');
call platform.make_append_only('cash.hand_in');
grant select, insert on cash.hand_in to cho40_app;

create view cash.v_receipt with (security_invoker = true) as
  select board_id, id as receipt_id, market_id, lease_id, payment_id, number, amount, collector_id,
         collector_name, taken_at, taken_on, recorded_at, why_not_cashless
    from cash.receipt;
create view cash.v_hand_in with (security_invoker = true) as
  select board_id, id as hand_in_id, collector_id, collector_name, cashier_id, cashier_name, amount,
         counted_at, counted_on
    from cash.hand_in;
grant select on cash.v_receipt, cash.v_hand_in to cho40_app;

-- A receipt as it is read and printed. Only this lib reads it.
create view cash.v_receipt_line with (security_invoker = true) as
  select r.board_id as "boardId", b.name as "boardName", r.id, r.number, r.market_id as "marketId",
         m.name as "marketName", r.lease_id as "leaseId", s.code as "stallCode",
         l.vendor_name as "vendorName", r.amount, r.collector_id as "collectorId",
         r.collector_name as "collectorName", r.taken_at as "takenAt", r.taken_on as "takenOn",
         r.why_not_cashless as "whyNotCashless", p.undone_at is not null as "isUndone"
    from cash.receipt r
    join markets.v_board b on b.board_id = r.board_id
    join markets.v_market m on m.board_id = r.board_id and m.market_id = r.market_id
    join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = r.lease_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id;
grant select on cash.v_receipt_line to cho40_app;
