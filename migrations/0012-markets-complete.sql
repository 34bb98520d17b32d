-- markets, complete: a tree of zones, stalls with position, state and succession, the stall map, market
-- days, collection contracted out.

-- A zone never lies in itself, however many zones are between: moves of one market come one by one.
create function markets.check_zone_tree() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  perform from markets.market m
    where m.board_id = new.board_id and m.id = new.market_id for no key update;
  if exists (
    with recursive above as (
      select new.parent_id as id
      union
      select z.parent_id from markets.zone z join above a on z.board_id = new.board_id and z.id = a.id
    )
    select from above where id = new.id
  ) then
    raise exception 'zone % would lie in itself', new.id
      using errcode = 'check_violation', constraint = 'zone_tree';
  end if;
  return null;
end $$;
create trigger tree after insert or update of parent_id on markets.zone
  for each row when (new.parent_id is not null) execute function markets.check_zone_tree();

alter table markets.stall
  add column length_m numeric(6, 2) check (length_m > 0),
  add column width_m numeric(6, 2) check (width_m > 0),
  add column is_corner boolean not null default false,
  add column row_grade smallint check (row_grade between 1 and 8),
  add column other_goods_groups text[] not null default '{}',
  add column small_area_reason text check (length(btrim(small_area_reason)) >= 3),
  add column grid_row smallint check (grid_row between 1 and 500),
  add column grid_column smallint check (grid_column between 1 and 500),
  add column valid_from date,
  add column valid_to date,
  drop constraint stall_state_check,
  add constraint stall_state_check check
    (state in ('vacant', 'trading', 'suspended', 'under-repair', 'locked', 'disputed')),
  add constraint stall_ends_after_it_began check (valid_to >= valid_from),
  add constraint stall_grid_whole check ((grid_row is null) = (grid_column is null));
create unique index stall_grid_place on markets.stall (board_id, market_id, grid_row, grid_column);
create index stall_zone on markets.stall (board_id, zone_id);

-- A point of business has at least 3 m² (Decree 60/2024/NĐ-CP); a smaller one that stands says why.
alter table markets.stall no force row level security;
alter table markets.market no force row level security;
update markets.stall s
   set valid_from = m.opened_on,
       small_area_reason = case when s.area_m2 < 3 then 'Có từ trước khi phần mềm kiểm tra' end
  from markets.market m where m.board_id = s.board_id and m.id = s.market_id;
alter table markets.market force row level security;

alter table markets.stall
  alter column valid_from set not null,
  add constraint stall_is_a_point check (area_m2 >= 3 or small_area_reason is not null);

-- A stall of which nobody says since when stands since its market opened.
create function markets.date_stall() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  select m.opened_on into new.valid_from
    from markets.market m where m.board_id = new.board_id and m.id = new.market_id;
  return new;
end $$;
create trigger dated before insert on markets.stall
  for each row when (new.valid_from is null) execute function markets.date_stall();

-- What a stall was, from which day, and why: the first row comes with the stall.
create table markets.stall_state (
  board_id uuid not null,
  stall_id uuid not null,
  number integer not null check (number > 0),
  state text not null
    check (state in ('vacant', 'trading', 'suspended', 'under-repair', 'locked', 'disputed')),
  from_on date not null,
  reason text check (length(btrim(reason)) >= 3),
  actor_id uuid,
  at timestamptz not null,
  primary key (board_id, stall_id, number),
  foreign key (board_id, stall_id) references markets.stall (board_id, id),
  check (number = 1 or reason is not null)
);
call platform.protect_board_table('markets.stall_state');
alter table markets.stall_state no force row level security;
insert into markets.stall_state (board_id, stall_id, number, state, from_on, at)
  select board_id, id, 1, state, valid_from, created_at from markets.stall;
alter table markets.stall_state force row level security;
alter table markets.stall force row level security;
call platform.make_append_only('markets.stall_state');
grant select, insert on markets.stall_state to cho40_app;

create function markets.begin_state() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into markets.stall_state (board_id, stall_id, number, state, from_on, at)
    select board_id, id, 1, state, valid_from, created_at from made;
  return null;
end $$;
create trigger state_begins after insert on markets.stall
  referencing new table as made for each statement execute function markets.begin_state();

-- The stall's own state is its last one; nobody else may write it.
create function markets.follow_state() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select from made m
      join markets.stall_state s on s.board_id = m.board_id and s.stall_id = m.stall_id
     where s.number < m.number and s.from_on > m.from_on
  ) then
    raise exception 'a stall''s states come in the order of their days'
      using errcode = 'check_violation', constraint = 'stall_state_in_order';
  end if;
  update markets.stall s set state = m.state
    from (select distinct on (board_id, stall_id) board_id, stall_id, state
            from made order by board_id, stall_id, number desc) m
   where s.board_id = m.board_id and s.id = m.stall_id and s.state <> m.state;
  return null;
end $$;
create trigger state_follows after insert on markets.stall_state
  referencing new table as made for each statement execute function markets.follow_state();
revoke update on markets.stall from cho40_app;
grant update (zone_id, code, area_m2, length_m, width_m, open_sides, is_corner, row_grade, is_roofed,
  goods_group, other_goods_groups, small_area_reason, grid_row, grid_column, valid_to)
  on markets.stall to cho40_app;

-- Which stalls came after which: one split into several, several merged into one, one relocated.
create table markets.stall_succession (
  board_id uuid not null,
  market_id uuid not null,
  act_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('split', 'merge', 'relocate')),
  -- the first day of the new stalls; the day before is the last of the old ones
  begins_on date not null,
  reason text not null check (length(btrim(reason)) >= 3),
  actor_id uuid,
  at timestamptz not null,
  primary key (board_id, from_id, to_id),
  foreign key (board_id, market_id, from_id) references markets.stall (board_id, market_id, id),
  foreign key (board_id, market_id, to_id) references markets.stall (board_id, market_id, id),
  check (from_id <> to_id)
);
create index stall_succession_to on markets.stall_succession (board_id, to_id);
create index stall_succession_market on markets.stall_succession (board_id, market_id, begins_on);
call platform.protect_board_table('markets.stall_succession');
call platform.make_append_only('markets.stall_succession');
grant select, insert on markets.stall_succession to cho40_app;

alter table markets.market
  add column tariff_group text check (length(btrim(tariff_group)) between 1 and 60),
  add column transfer_policy text not null default 'by-procedure'
    check (transfer_policy in ('forbidden', 'by-procedure', 'free'));

-- On which days a market meets, from a day on: weekdays (1 Monday … 7 Sunday), days of the zodiac
-- (chợ lùi), days of the lunar month; any of them makes a market day.
create table markets.market_day_rule (
  board_id uuid not null,
  market_id uuid not null,
  valid_from date not null,
  weekdays smallint[] not null default '{}' check (weekdays <@ '{1,2,3,4,5,6,7}'),
  branches text[] not null default '{}' check (branches <@
    '{rat,ox,tiger,cat,dragon,snake,horse,goat,monkey,rooster,dog,pig}'),
  lunar_days smallint[] not null default '{}' check (lunar_days <@
    '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30}'),
  primary key (board_id, market_id, valid_from),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  check (cardinality(weekdays) + cardinality(branches) + cardinality(lunar_days) > 0)
);
call platform.protect_board_table('markets.market_day_rule');
grant select, insert, update, delete on markets.market_day_rule to cho40_app;

-- Single days on which the rule does not hold: a market day off, or an extra one.
create table markets.market_day_exception (
  board_id uuid not null,
  market_id uuid not null,
  on_date date not null,
  kind text not null check (kind in ('off', 'extra')),
  reason text not null check (length(btrim(reason)) >= 2),
  primary key (board_id, market_id, on_date),
  foreign key (board_id, market_id) references markets.market (board_id, id)
);
call platform.protect_board_table('markets.market_day_exception');
grant select, insert, update, delete on markets.market_day_exception to cho40_app;

-- Khoán thu: a party collects a market's money for a fixed sum. A day without a row is collected by
-- the board itself.
create table markets.collection_contract (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  party text not null check (length(btrim(party)) between 2 and 200),
  amount bigint not null check (amount between 1 and 9007199254740991),
  per text not null check (per in ('month', 'quarter', 'year', 'term')),
  document text not null check (length(btrim(document)) between 2 and 200),
  valid_from date not null,
  valid_to date not null,
  ended_reason text check (length(btrim(ended_reason)) >= 3),
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  check (valid_to >= valid_from),
  constraint collection_contract_one_a_day exclude using gist
    (market_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
call platform.protect_board_table('markets.collection_contract');
grant select, insert on markets.collection_contract to cho40_app;
grant update (valid_to, ended_reason) on markets.collection_contract to cho40_app;

create or replace view markets.v_market with (security_invoker = true) as
  select board_id, id as market_id, code, name, declared_class, construction, meets,
         former_district_id, due_day, grace_days, opened_on, closed_on, tariff_group,
         transfer_policy
    from markets.market;
create or replace view markets.v_stall with (security_invoker = true) as
  select s.board_id, s.id as stall_id, s.market_id, s.zone_id, s.code, s.area_m2, s.open_sides,
         s.is_roofed, s.goods_group, s.state, z.code as zone_code, z.name as zone_name,
         z.walking_order, s.length_m, s.width_m, s.is_corner, s.row_grade,
         array[s.goods_group] || s.other_goods_groups as goods_groups, s.grid_row, s.grid_column,
         s.small_area_reason, s.valid_from, s.valid_to
    from markets.stall s
    join markets.zone z on z.board_id = s.board_id and z.id = s.zone_id;
create view markets.v_stall_goods_group with (security_invoker = true) as
  select s.board_id, s.market_id, s.id as stall_id, g.goods_group
    from markets.stall s,
         unnest(array[s.goods_group] || s.other_goods_groups) as g (goods_group);
create view markets.v_stall_state with (security_invoker = true) as
  select board_id, stall_id, number, state, from_on, reason, actor_id, at from markets.stall_state;
create view markets.v_stall_succession with (security_invoker = true) as
  select board_id, market_id, act_id, from_id, to_id, kind, begins_on, reason, actor_id, at
    from markets.stall_succession;
create view markets.v_market_day_rule with (security_invoker = true) as
  select board_id, market_id, valid_from, weekdays, branches, lunar_days from markets.market_day_rule;
create view markets.v_market_day_exception with (security_invoker = true) as
  select board_id, market_id, on_date, kind, reason from markets.market_day_exception;
create view markets.v_collection_contract with (security_invoker = true) as
  select board_id, market_id, id as contract_id, party, amount, per, document, valid_from, valid_to
    from markets.collection_contract;
create view markets.v_zone with (security_invoker = true) as
  select board_id, market_id, id as zone_id, parent_id, code, name, walking_order from markets.zone;
grant select on markets.v_stall_goods_group, markets.v_stall_state, markets.v_stall_succession,
  markets.v_zone,
  markets.v_market_day_rule, markets.v_market_day_exception, markets.v_collection_contract
  to cho40_app;
