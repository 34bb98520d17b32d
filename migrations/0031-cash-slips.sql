-- cash: every movement of the safe has a numbered slip: phiếu thu for what comes in, phiếu chi for
-- what goes out.

create table cash.slip_counter (
  board_id uuid not null references markets.board,
  kind text not null check (kind in ('in', 'out')),
  year smallint not null,
  last integer not null check (last >= 0),
  primary key (board_id, kind, year)
);
call platform.protect_board_table('cash.slip_counter');
grant select, insert, update on cash.slip_counter to cho40_app;

create table cash.safe_slip (
  board_id uuid not null references markets.board,
  id uuid not null,
  kind text not null check (kind in ('in', 'out')),
  number text not null check (number ~ '^(QT|QC)-[0-9]{4}-[0-9]{5}$'),
  -- the ledger's key of the movement
  key text not null,
  amount bigint not null check (amount > 0),
  -- who brought it or took it, and who keeps the safe, by the names of that day
  person_name text not null,
  cashier_name text not null,
  -- what it was for: 'hand-in'
  purpose text not null check (purpose in ('hand-in')),
  on_date date not null,
  at timestamptz not null,
  primary key (board_id, id),
  constraint safe_slip_number unique (board_id, number),
  constraint safe_slip_once unique (board_id, key),
  check (left(number, 2) = case kind when 'in' then 'QT' else 'QC' end)
);
create index safe_slip_day on cash.safe_slip (board_id, on_date);
call platform.protect_board_table('cash.safe_slip');
call platform.make_append_only('cash.safe_slip');
grant select, insert on cash.safe_slip to cho40_app;

alter table cash.hand_in no force row level security;
alter table cash.safe_slip no force row level security;
alter table cash.slip_counter no force row level security;
insert into cash.safe_slip (board_id, id, kind, number, key, amount, person_name, cashier_name,
    purpose, on_date, at)
  select board_id, id, 'in', format('QT-%s-%s', extract(year from counted_on), lpad((row_number() over
           (partition by board_id, extract(year from counted_on) order by counted_at, id))::text, 5, '0')),
         'hand-in:' || id, amount, collector_name, cashier_name, 'hand-in', counted_on, counted_at
    from cash.hand_in;
insert into cash.slip_counter (board_id, kind, year, last)
  select board_id, kind, extract(year from on_date), count(*) from cash.safe_slip group by 1, 2, 3;
alter table cash.hand_in force row level security;
alter table cash.safe_slip force row level security;
alter table cash.slip_counter force row level security;

create view cash.v_safe_slip with (security_invoker = true) as
  select board_id, id as slip_id, kind, number, key, amount, person_name, cashier_name, purpose,
         on_date, at
    from cash.safe_slip;
grant select on cash.v_safe_slip to cho40_app;
