-- platform: row-level security's scope, append-only guards, jobs, audit chain, idempotency, checks.

create schema platform;
grant usage on schema platform to cho40_app;
alter default privileges revoke execute on functions from public;

-- The boards the running transaction may see. After a COMMIT the setting is an empty string.
create function platform.board_scope() returns uuid[]
  language sql stable parallel safe set search_path = pg_catalog
  return coalesce(nullif(current_setting('app.boards', true), '')::uuid[], '{}');
grant execute on function platform.board_scope() to cho40_app;

-- Every table with a board_id calls this: rows of boards outside the scope do not exist.
-- The sub-select makes the scope once per query (measured: 300,000 rows × 300 boards 25 s → 16 ms).
create procedure platform.protect_board_table(target regclass)
  language plpgsql set search_path = pg_catalog as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy board_scope on %s using (board_id = any ((select platform.board_scope())::uuid[]))
     with check (board_id = any ((select platform.board_scope())::uuid[]))', target);
end $$;

create function platform.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation';
end $$;

-- What happened is never edited: no UPDATE, DELETE or TRUNCATE, whoever asks, replicas included.
create procedure platform.make_append_only(target regclass)
  language plpgsql set search_path = pg_catalog as $$
begin
  execute format('create trigger append_only before update or delete or truncate on %s
    for each statement execute function platform.refuse_change()', target);
  execute format('alter table %s enable always trigger append_only', target);
  execute format('revoke update, delete, truncate on %s from cho40_app', target);
end $$;

create table platform.setting (
  key text primary key,
  value jsonb not null
);
grant select, insert, update on platform.setting to cho40_app;

-- Work to be done, written in the transaction of the fact it follows from. Ids only, so no board's
-- data lies here and no row-level security is needed. kind says the fact (banking.recordConfirmed).
create table platform.job (
  id uuid primary key,
  kind text not null,
  board_id uuid not null,
  subject_id uuid,
  key text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'dead')),
  attempts integer not null default 0,
  run_at timestamptz not null default now(),
  lease_until timestamptz,
  leased_by uuid,
  last_error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((state = 'running') = (lease_until is not null))
);
create unique index job_one_waiting on platform.job (kind, key) where state = 'waiting';
create index job_due on platform.job (run_at) where state = 'waiting';
create index job_leased on platform.job (lease_until) where state = 'running';
create index job_unfinished on platform.job (subject_id) where state <> 'done';
create index job_dead on platform.job (ended_at) where state = 'dead';
create index job_done on platform.job (ended_at) where state = 'done';
grant select, insert, update, delete on platform.job to cho40_app;
create view platform.v_open_job with (security_invoker = true) as
  select board_id, kind, subject_id, run_at from platform.job where state in ('waiting', 'running');
grant select on platform.v_open_job to cho40_app;

-- One hash chain per board; the system's own acts belong to the board of zeros.
create table platform.audit_head (
  board_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);
create table platform.audit (
  board_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor_id uuid,
  act text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (board_id, seq)
);
call platform.protect_board_table('platform.audit_head');
call platform.protect_board_table('platform.audit');
call platform.make_append_only('platform.audit');
grant select on platform.audit, platform.audit_head to cho40_app;

create function platform.audit_hash(row_before bytea, entry platform.audit) returns bytea
  language sql immutable set search_path = pg_catalog
  return sha256(row_before || convert_to(jsonb_build_array(
    entry.board_id, entry.seq, extract(epoch from entry.at), entry.actor_id, entry.act,
    entry.subject, entry.before, entry.after)::text, 'UTF8'));
grant execute on function platform.audit_hash(bytea, platform.audit) to cho40_app;

-- The head row's lock makes the chain one line; the app role cannot write the tables themselves.
create function platform.append_audit(
  board uuid, at timestamptz, actor uuid, act text, subject text, before jsonb, after jsonb)
  returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  head platform.audit_head;
  entry platform.audit;
begin
  insert into platform.audit_head values (board, 0, sha256(convert_to(board::text, 'UTF8')))
    on conflict do nothing;
  select * into strict head from platform.audit_head h where h.board_id = board for update;
  entry := row(board, head.seq + 1, at, actor, act, subject, before, after, head.hash, null);
  entry.hash := platform.audit_hash(head.hash, entry);
  insert into platform.audit select entry.*;
  update platform.audit_head h set seq = entry.seq, hash = entry.hash where h.board_id = board;
  return entry.seq;
end $$;
grant execute on function platform.append_audit(uuid, timestamptz, uuid, text, text, jsonb, jsonb)
  to cho40_app;

-- The answer to a POST that creates or moves money, kept in the same transaction as its effect.
create table platform.idempotency (
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  route text not null,
  body_hash bytea not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (actor_id, key)
);
grant select, insert, update, delete on platform.idempotency to cho40_app;
create index idempotency_at on platform.idempotency (at);

-- What verify found. A board with an open violation has automatic matching stopped, not intake.
create table platform.check_run (
  id uuid primary key,
  started_at timestamptz not null,
  ended_at timestamptz,
  checks integer not null default 0,
  violations integer not null default 0
);
create table platform.violation (
  id uuid primary key,
  run_id uuid not null references platform.check_run,
  board_id uuid not null,
  invariant text not null,
  row_key text not null,
  facts jsonb not null,
  found_at timestamptz not null default now(),
  cleared_at timestamptz
);
create unique index violation_open on platform.violation (board_id, invariant, row_key)
  where cleared_at is null;
grant select, insert, update on platform.check_run, platform.violation to cho40_app;

-- Boards that were written to since verify last looked: which ones to look at every five minutes.
create table platform.board_change (
  board_id uuid primary key,
  changed_at timestamptz not null
);
grant select, insert, update, delete on platform.board_change to cho40_app;

-- When each scheduled work is due next; whoever moves the day on does the work.
create table platform.schedule (
  name text primary key,
  due_at timestamptz not null
);
grant select, insert, update on platform.schedule to cho40_app;

-- Boards whose automatic matching stands still.
create view platform.v_stopped_board with (security_invoker = true) as
  select distinct board_id from platform.violation where cleared_at is null;
grant select on platform.v_stopped_board to cho40_app;

create table platform.backup_run (
  id uuid primary key,
  at timestamptz not null default now(),
  folder text not null,
  bytes bigint not null default 0,
  error text
);
grant select, insert on platform.backup_run to cho40_app;

-- After many rows were loaded at once the planner knows nothing of them until autovacuum comes by:
-- a list of open bills took 80 s instead of 20 ms.
create procedure platform.gather_statistics()
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze;
end $$;
grant execute on procedure platform.gather_statistics() to cho40_app;
