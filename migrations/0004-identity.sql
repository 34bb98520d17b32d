-- identity: users, roles and scopes, sessions. Outside row-level security: a person is no board's.

create schema identity;
grant usage on schema identity to cho40_app;

create table identity.app_user (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9._-]{3,40}$'),
  display_name text not null check (length(btrim(display_name)) between 2 and 100),
  password_hash text not null,
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  rights_version integer not null default 1,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
grant select, insert, update on identity.app_user to cho40_app;

-- role × scope, ending with its dates. scope_id: a board's, market's or administrative unit's id.
create table identity.role_grant (
  id uuid primary key,
  user_id uuid not null references identity.app_user,
  role text not null check (role in ('systemAdmin', 'boardHead', 'boardStaff', 'accountant',
    'cashier', 'collector', 'communeOfficial', 'departmentViewer', 'auditor')),
  scope_kind text not null check (scope_kind in ('system', 'unit', 'board', 'market')),
  scope_id text not null,
  valid_from date not null,
  valid_to date,
  -- Taken away before its last day, from that instant on.
  ended_at timestamptz,
  granted_by uuid references identity.app_user,
  -- Money is handled for a board or a market, watched over for a unit.
  check (scope_kind = any (case role
    when 'systemAdmin' then array['system']
    when 'communeOfficial' then array['unit']
    when 'departmentViewer' then array['unit']
    when 'auditor' then array['unit', 'board']
    else array['board', 'market'] end)),
  constraint role_grant_once exclude using gist (user_id with =, role with =, scope_id with =,
    daterange(valid_from, valid_to, '[]') with &&)
    where (ended_at is null)
);
create index role_grant_user on identity.role_grant (user_id);
create index role_grant_scope on identity.role_grant (scope_id);
grant select, insert, update on identity.role_grant to cho40_app;

-- A market's scope is a part of its board's.
create function identity.board_of_scope(kind text, scope text) returns text
  language sql stable set search_path = pg_catalog
  return case kind when 'board' then scope
    else (select r.board_id::text from markets.market_registry r where r.market_id::text = scope) end;
grant execute on function identity.board_of_scope(text, text) to cho40_app;

-- Whoever counts the cash never keeps the books of the same board.
create function identity.check_cashier_is_not_accountant() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  perform from identity.app_user u where u.id = new.user_id for update;
  if exists (
    select from identity.role_grant g
     where g.user_id = new.user_id and g.ended_at is null
       and identity.board_of_scope(g.scope_kind, g.scope_id)
         = identity.board_of_scope(new.scope_kind, new.scope_id)
       and g.role = case new.role when 'cashier' then 'accountant' else 'cashier' end
       and daterange(g.valid_from, g.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')
  ) then
    raise exception 'cashier and accountant are two people'
      using errcode = 'check_violation', constraint = 'cashier_is_not_accountant';
  end if;
  return new;
end $$;
create trigger cashier_is_not_accountant before insert or update on identity.role_grant
  for each row when (new.role in ('cashier', 'accountant') and new.ended_at is null)
  execute function identity.check_cashier_is_not_accountant();

create table identity.session (
  token_hash bytea primary key,
  user_id uuid not null references identity.app_user,
  csrf_token text not null,
  rights_version integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_of_user on identity.session (user_id);
grant select, insert, update, delete on identity.session to cho40_app;

-- What was typed, as a hash (people type their password there too): known and unknown names alike.
create table identity.sign_in_try (
  username_hash bytea not null,
  at timestamptz not null
);
create index sign_in_try_recent on identity.sign_in_try (username_hash, at);
grant select, insert, delete on identity.sign_in_try to cho40_app;

-- Only in a database that holds the believable province: its sign-ins, to be shown again.
create table identity.demo_sign_in (
  user_id uuid primary key references identity.app_user,
  password text not null
);
grant select, insert on identity.demo_sign_in to cho40_app;
