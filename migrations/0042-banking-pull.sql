-- banking: what became of each delivery, what is asked of SePay itself, accounts that prove themselves
-- before anybody is told to pay into them.

-- What SePay's API answers is kept as a delivery of its own verdict, and its rows are sightings of
-- their own: the API names a transaction by a UUID, the webhook by a number.
alter table banking.delivery
  drop constraint delivery_verdict_check,
  add constraint delivery_verdict_check check (verdict in ('verified', 'stale', 'pulled'));
alter table banking.sighting
  drop constraint sighting_source_check,
  add constraint sighting_source_check check (source in
    ('sepay', 'sepay-pull', 'casso', 'payos', 'generic', 'statement', 'notification'));

-- What became of a delivery, which itself is never edited. A row that waits is work to be done.
create table banking.reading (
  board_id uuid not null,
  delivery_id uuid not null,
  received_at timestamptz not null,
  feed_id uuid not null,
  verdict text not null,
  state text not null default 'waiting' check (state in ('waiting', 'read', 'test', 'failed')),
  -- of a failed one: the field that cannot be read, or the fault
  why text,
  tries smallint not null default 0,
  read_at timestamptz,
  primary key (board_id, delivery_id),
  check ((state = 'failed') = (why is not null)),
  foreign key (board_id, feed_id) references banking.feed (board_id, id)
);
create index reading_waiting on banking.reading (board_id, delivery_id) where state = 'waiting';
create index reading_failed on banking.reading (board_id) where state = 'failed';
create index reading_log on banking.reading (board_id, received_at desc, delivery_id);
call platform.protect_board_table('banking.reading');
grant select, insert on banking.reading to cho40_app;
grant update (state, why, tries, read_at) on banking.reading to cho40_app;

-- Deliveries that stand get their reading from the job that interpreted them.
alter table banking.feed no force row level security;
alter table banking.delivery no force row level security;
alter table banking.reading no force row level security;
insert into banking.reading
  (board_id, delivery_id, received_at, feed_id, verdict, state, why, read_at)
select d.board_id, d.id, d.received_at, d.feed_id, d.verdict,
       case j.state when 'dead' then 'failed' when 'waiting' then 'waiting'
                    when 'running' then 'waiting' else 'read' end,
       case j.state when 'dead' then coalesce(j.last_error, 'unknown') end, j.ended_at
  from banking.delivery d
  left join (
    select distinct on (subject_id) subject_id, state, last_error, ended_at from platform.job
     where kind = 'banking.interpret'
     order by subject_id, created_at desc) as j on j.subject_id = d.id;
alter table banking.reading force row level security;
alter table banking.delivery force row level security;

create index question_delivery on banking.question (board_id, delivery_id);

-- How often somebody knocked with a bad signature; what they sent is not kept.
create table banking.bad_signature (
  board_id uuid not null,
  feed_id uuid not null,
  hour timestamptz not null check (hour = date_trunc('hour', hour, 'Asia/Ho_Chi_Minh')),
  count integer not null check (count > 0),
  primary key (board_id, feed_id, hour),
  foreign key (board_id, feed_id) references banking.feed (board_id, id)
);
call platform.protect_board_table('banking.bad_signature');
grant select, insert on banking.bad_signature to cho40_app;
grant update (count) on banking.bad_signature to cho40_app;

-- A feed whose provider is also asked, every five minutes, with a token of the provider's.
create table banking.pull (
  board_id uuid not null,
  feed_id uuid not null,
  -- the token that pulls; and one that was entered and counts once it has been answered
  token_sealed bytea,
  next_token_sealed bytea,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  -- whoever pulls holds it until then; a process that was killed loses it
  busy_until timestamptz,
  -- the provider asked to be left alone until then
  not_before timestamptz,
  last_at timestamptz,
  last_outcome text
    check (last_outcome in ('read', 'more', 'noAccount', 'busy', 'refused', 'away', 'unreadable')),
  last_row_count integer,
  primary key (board_id, feed_id),
  check ((last_at is null) = (last_outcome is null)),
  foreign key (board_id, feed_id) references banking.feed (board_id, id)
);
call platform.protect_board_table('banking.pull');
grant select, insert on banking.pull to cho40_app;
grant update (token_sealed, next_token_sealed, set_by, set_by_name, set_at, ended_at, busy_until,
  not_before, last_at, last_outcome, last_row_count) on banking.pull to cho40_app;

-- How far an account has been read.
create table banking.pull_cursor (
  board_id uuid not null,
  feed_id uuid not null,
  account_id uuid not null,
  -- the moment of the newest transaction read; the next pull begins a day before
  read_until timestamptz not null,
  -- digests of the pages kept last: a page that says nothing new is not kept again
  kept_pages bytea[] not null default '{}',
  primary key (board_id, feed_id, account_id),
  foreign key (board_id, feed_id) references banking.pull (board_id, feed_id),
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id)
);
call platform.protect_board_table('banking.pull_cursor');
grant select, insert on banking.pull_cursor to cho40_app;
grant update (read_until, kept_pages) on banking.pull_cursor to cho40_app;

-- An account is shown to payers only when it is live: approved for a day, and a small payment with
-- its probe code was seen on it. 'earlier': in use before probes were asked for.
alter table banking.receiving_account no force row level security;
alter table banking.receiving_account
  add column probe_code text check (probe_code ~ '^[A-Z0-9]{6,12}$'),
  add column proof text check (proof in ('probe', 'person', 'earlier')),
  add column proof_record_id uuid,
  add column proven_by uuid,
  add column proven_by_name text,
  add column live_at timestamptz;
update banking.receiving_account
   set live_at = approved_at + interval '24 hours', proof = 'earlier'
 where approved_at < '2026-11-24 00:00:00+07';
update banking.receiving_account
   set probe_code = 'KT' || upper(substr(md5(id::text), 1, 6))
 where live_at is null;
alter table banking.receiving_account
  add constraint account_live_when_proven check ((live_at is null) = (proof is null)),
  add constraint account_live_after_a_day check (live_at >= approved_at + interval '24 hours'),
  add constraint account_proven_by_money check (case proof
    when 'earlier' then proof_record_id is null and approved_at < '2026-11-24 00:00:00+07'
    else (proof is null) = (proof_record_id is null) end),
  add constraint account_proven_by_another check (
    ((proof = 'person') is true) = (proven_by is not null) and proven_by <> created_by),
  add foreign key (board_id, proof_record_id) references banking.confirmation (board_id, record_id);
alter table banking.receiving_account force row level security;
grant update (probe_code, proof, proof_record_id, proven_by, proven_by_name, live_at)
  on banking.receiving_account to cho40_app;
alter table banking.feed force row level security;

-- Nobody changes an account alone, or what was decided of it: approved once, proven once, and by
-- money that came in on this very account.
create function banking.guard_account() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if old.approved_by is not null
     and (new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at) then
    raise exception 'an account is approved once' using constraint = 'account_approved_once';
  end if;
  if old.live_at is not null and (new.live_at, new.proof, new.proof_record_id)
     is distinct from (old.live_at, old.proof, old.proof_record_id) then
    raise exception 'an account is proven once' using constraint = 'account_proven_once';
  end if;
  if new.proof_record_id is not null and not exists (
    select from banking.bank_record r
     where r.board_id = new.board_id and r.id = new.proof_record_id
       and r.account_id = new.id and r.direction = 'in') then
    raise exception 'an account is proven by money of its own'
      using constraint = 'account_proven_by_its_own_money';
  end if;
  return new;
end $$;
create trigger guarded before update on banking.receiving_account
  for each row execute function banking.guard_account();

create or replace view banking.v_receiving_account with (security_invoker = true) as
  select board_id, id as account_id, bin, number, holder_name, opening_balance, opened_on,
         closed_on, created_by, approved_by, approved_at, live_at
    from banking.receiving_account;

-- What payers may be told to pay into, from `live_at` on. Whoever makes a QR reads it here.
create view banking.v_payable_account with (security_invoker = true) as
  select board_id, id as account_id, bin, number, holder_name, opened_on, closed_on, live_at
    from banking.receiving_account
   where live_at is not null;
grant select on banking.v_payable_account to cho40_app;

-- Two deliveries that are the first of their month at once: who waits for the other must look anew.
-- An advisory lock does not make a session forget that it found no table; a lock of a table does.
create or replace procedure banking.ensure_partitions(first_month date, months integer)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  start_on date;
  part text;
begin
  for n in 0 .. months - 1 loop
    start_on := (date_trunc('month', first_month::timestamp) + make_interval(months => n))::date;
    part := 'delivery_' || to_char(start_on, 'YYYY_MM');
    continue when to_regclass('banking.' || part) is not null;
    lock table banking.delivery in access exclusive mode;
    continue when to_regclass('banking.' || part) is not null;
    execute format('create table banking.%I partition of banking.delivery
      for values from (%L) to (%L)', part,
      start_on::text || ' 00:00:00+07', (start_on + interval '1 month')::date::text || ' 00:00:00+07');
    execute format('alter table banking.%I enable row level security', part);
    execute format('alter table banking.%I force row level security', part);
    execute format('create trigger no_truncate before truncate on banking.%I
      for each statement execute function platform.refuse_change()', part);
    execute format('alter table banking.%I enable always trigger no_truncate', part);
    execute format('alter table banking.%I enable always trigger append_only', part);
  end loop;
end $$;
