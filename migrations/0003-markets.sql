-- markets: administrative units, boards, markets, zones, stalls.

create schema markets;
grant usage on schema markets to cho40_app;

-- A unit under one code for one stretch of time; codes live on under other names (00691 was a ward
-- of Hà Giang town before it was phường Hà Giang 2). Reference table of the whole country. A
-- former district whose official code nobody gave us has none (docs/adr: administrative units).
create table markets.admin_unit (
  id text primary key,
  code text,
  level text not null check (level in ('province', 'district', 'commune')),
  name text not null,
  parent_id text references markets.admin_unit,
  valid_from date,
  valid_to date,
  check (valid_to >= valid_from)
);
-- A GiST exclusion over the days would hold more, and make the 14,000 rows take three times as long.
create unique index admin_unit_code_today on markets.admin_unit (level, code)
  where valid_to is null;
create unique index admin_unit_code_once on markets.admin_unit (level, code, valid_from)
  nulls not distinct where code is not null;
create index admin_unit_parent on markets.admin_unit (parent_id);
grant select, insert, update on markets.admin_unit to cho40_app;

-- What became of a commune on 1 July 2025. One old commune may have been split over several. The
-- old unit is a district where an island had no communes, or where the commune is not known.
create table markets.admin_unit_change (
  old_id text not null references markets.admin_unit,
  new_id text not null references markets.admin_unit,
  primary key (old_id, new_id)
);
grant select, insert on markets.admin_unit_change to cho40_app;

create table markets.board (
  id uuid primary key,
  name text not null check (length(btrim(name)) between 2 and 200),
  created_at timestamptz not null default now()
);
alter table markets.board enable row level security;
alter table markets.board force row level security;
create policy board_scope on markets.board
  using (id = any ((select platform.board_scope())::uuid[]))
  with check (id = any ((select platform.board_scope())::uuid[]));
grant select, insert, update on markets.board to cho40_app;

-- Which boards there are, outside row-level security: ids only, for rights, schedules and verify.
create table markets.board_registry (board_id uuid primary key);
create function markets.register_board() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into markets.board_registry values (new.id);
  return new;
end $$;
create trigger registered after insert on markets.board
  for each row execute function markets.register_board();
grant select on markets.board_registry to cho40_app;

create table markets.market (
  board_id uuid not null references markets.board,
  id uuid not null,
  code text not null check (code ~ '^[A-Z0-9-]{2,20}$'),
  name text not null check (length(btrim(name)) between 2 and 200),
  declared_class smallint not null check (declared_class between 1 and 3),
  construction text not null check (construction in ('solid', 'semi-solid', 'temporary')),
  meets text not null check (meets in ('daily', 'market-days')),
  former_district_id text references markets.admin_unit,
  due_day smallint not null default 10 check (due_day between 1 and 28),
  grace_days smallint not null default 10 check (grace_days between 0 and 60),
  opened_on date not null,
  closed_on date,
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  constraint market_code unique (code)
);
call platform.protect_board_table('markets.market');
grant select, insert, update on markets.market to cho40_app;

-- The commune in which a market lay and lies, as somebody entered it. A day without a row is
-- "not known", never guessed from a later commune.
create table markets.market_commune (
  board_id uuid not null,
  market_id uuid not null,
  commune_id text not null references markets.admin_unit,
  valid_from date,
  valid_to date,
  foreign key (board_id, market_id) references markets.market (board_id, id),
  check (valid_to >= valid_from),
  constraint market_commune_one_a_day exclude using gist
    (market_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
call platform.protect_board_table('markets.market_commune');
grant select, insert, update on markets.market_commune to cho40_app;

-- Where boards have markets, outside row-level security, so that an official's unit becomes boards.
create table markets.market_registry (
  market_id uuid primary key,
  board_id uuid not null,
  code text not null unique,
  commune_id text,
  former_district_id text
);
create function markets.register_market() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into markets.market_registry (market_id, board_id, code, former_district_id)
    values (new.id, new.board_id, new.code, new.former_district_id)
    on conflict (market_id) do update
      set code = excluded.code, former_district_id = excluded.former_district_id;
  return new;
end $$;
create trigger registered after insert or update on markets.market
  for each row execute function markets.register_market();
create function markets.register_commune() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update markets.market_registry r set commune_id = new.commune_id
    where r.market_id = new.market_id and new.valid_to is null;
  return new;
end $$;
create trigger registered after insert or update on markets.market_commune
  for each row execute function markets.register_commune();
grant select on markets.market_registry to cho40_app;

create table markets.zone (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  parent_id uuid,
  code text not null check (length(btrim(code)) between 1 and 20),
  name text not null,
  walking_order integer not null default 0,
  primary key (board_id, id),
  unique (board_id, market_id, id),
  constraint zone_code unique (board_id, market_id, code),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  foreign key (board_id, market_id, parent_id) references markets.zone (board_id, market_id, id)
);
call platform.protect_board_table('markets.zone');
grant select, insert, update on markets.zone to cho40_app;

create table markets.stall (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  zone_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9.-]{1,16}$'),
  area_m2 numeric(8, 2) not null check (area_m2 > 0),
  open_sides smallint not null default 1 check (open_sides between 1 and 3),
  is_roofed boolean not null default true,
  goods_group text not null,
  state text not null default 'trading' check (state in ('trading', 'vacant', 'suspended')),
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  unique (board_id, market_id, id),
  constraint stall_code unique (board_id, market_id, code),
  foreign key (board_id, market_id, zone_id) references markets.zone (board_id, market_id, id)
);
call platform.protect_board_table('markets.stall');
grant select, insert, update on markets.stall to cho40_app;

create view markets.v_market with (security_invoker = true) as
  select board_id, id as market_id, code, name, declared_class, construction, meets,
         former_district_id, due_day, grace_days, opened_on, closed_on
    from markets.market;
create view markets.v_market_commune with (security_invoker = true) as
  select board_id, market_id, commune_id, valid_from, valid_to from markets.market_commune;
create view markets.v_stall with (security_invoker = true) as
  select s.board_id, s.id as stall_id, s.market_id, s.zone_id, s.code, s.area_m2, s.open_sides,
         s.is_roofed, s.goods_group, s.state, z.code as zone_code, z.name as zone_name,
         z.walking_order
    from markets.stall s
    join markets.zone z on z.board_id = s.board_id and z.id = s.zone_id;
create view markets.v_admin_unit with (security_invoker = true) as
  select id as unit_id, code, level, name, parent_id, valid_from, valid_to from markets.admin_unit;
-- Outside row-level security like the registries under them: ids and codes, for rights.
create view markets.v_board_registry with (security_invoker = true) as
  select board_id from markets.board_registry;
create view markets.v_market_registry with (security_invoker = true) as
  select market_id, board_id, code, commune_id, former_district_id from markets.market_registry;
create view markets.v_board with (security_invoker = true) as
  select id as board_id, name from markets.board;
grant select on markets.v_market, markets.v_market_commune, markets.v_stall, markets.v_admin_unit,
  markets.v_board_registry, markets.v_market_registry, markets.v_board to cho40_app;
