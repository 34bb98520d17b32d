-- banking: receiving accounts, feeds, raw deliveries, statements, bank records and their sightings.

create schema banking;
grant usage on schema banking to cho40_app;

-- One board uses an account at one time, whichever boards there are: the constraint looks past
-- row-level security.
create table banking.receiving_account (
  board_id uuid not null references markets.board,
  id uuid not null,
  bin text not null check (bin ~ '^[0-9]{6}$'),
  number text not null check (number ~ '^[A-Z0-9]{1,19}$'),
  holder_name text not null check (length(btrim(holder_name)) between 2 and 100),
  opening_balance bigint not null,
  opened_on date not null,
  closed_on date,
  -- names as they were at the time: a decision is read long after its people left
  created_by uuid not null,
  created_by_name text not null default '',
  created_at timestamptz not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  primary key (board_id, id),
  constraint account_needs_two_people check (approved_by <> created_by),
  check ((approved_by is null) = (approved_at is null)),
  constraint account_one_board exclude using gist (bin with =, number with =,
    daterange(opened_on, closed_on, '[]') with &&)
);
call platform.protect_board_table('banking.receiving_account');
grant select, insert on banking.receiving_account to cho40_app;
grant update (approved_by, approved_by_name, approved_at, closed_on) on banking.receiving_account
  to cho40_app;

-- A door for one provider's deliveries to one board. Secrets are sealed; two are valid in a rotation.
create table banking.feed (
  board_id uuid not null,
  id uuid not null,
  provider text not null check (provider in ('sepay')),
  auth text not null check (auth in ('hmac', 'api-key')),
  secret_sealed bytea not null,
  previous_secret_sealed bytea,
  -- until when the secret before the rotation still opens the door
  previous_until timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (board_id, id),
  check ((previous_secret_sealed is null) = (previous_until is null)),
  foreign key (board_id) references markets.board
);
call platform.protect_board_table('banking.feed');
grant select, insert on banking.feed to cho40_app;
grant update (secret_sealed, previous_secret_sealed, previous_until, ended_at) on banking.feed
  to cho40_app;

-- Whose door a delivery knocked at, outside row-level security: the delivery comes before any scope.
create table banking.feed_registry (feed_id uuid primary key, board_id uuid not null);
create function banking.register_feed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into banking.feed_registry values (new.id, new.board_id);
  return new;
end $$;
create trigger registered after insert on banking.feed
  for each row execute function banking.register_feed();
grant select on banking.feed_registry to cho40_app;

-- Raw bytes first. The only partitioned table: by month of arrival.
create table banking.delivery (
  board_id uuid not null,
  id uuid not null,
  feed_id uuid not null,
  received_at timestamptz not null,
  -- stale: well signed but more than five minutes old; credited only when something else confirms it
  verdict text not null check (verdict in ('verified', 'stale')),
  headers jsonb not null,
  body bytea not null,
  primary key (board_id, id, received_at),
  foreign key (board_id, feed_id) references banking.feed (board_id, id)
) partition by range (received_at);
create index delivery_feed on banking.delivery (board_id, feed_id, received_at);
call platform.protect_board_table('banking.delivery');
create trigger append_only before update or delete on banking.delivery
  for each row execute function platform.refuse_change();
create trigger no_truncate before truncate on banking.delivery
  for each statement execute function platform.refuse_change();
alter table banking.delivery enable always trigger append_only;
alter table banking.delivery enable always trigger no_truncate;
grant select, insert on banking.delivery to cho40_app;

-- Row-level security, grants and statement triggers are not inherited: each partition gets its own.
create procedure banking.ensure_partitions(first_month date, months integer)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  start_on date;
  part text;
begin
  for n in 0 .. months - 1 loop
    start_on := (date_trunc('month', first_month::timestamp) + make_interval(months => n))::date;
    part := 'delivery_' || to_char(start_on, 'YYYY_MM');
    continue when to_regclass('banking.' || part) is not null;
    perform pg_advisory_xact_lock(hashtext('banking.delivery'));
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
grant execute on procedure banking.ensure_partitions(date, integer) to cho40_app;

-- A statement file that proved itself: opening + credits − debits = closing.
create table banking.statement (
  board_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  file bytea not null,
  layout text not null,
  from_on date not null,
  to_on date not null,
  opening bigint not null,
  credits bigint not null check (credits >= 0),
  debits bigint not null check (debits >= 0),
  closing bigint not null,
  row_count integer not null check (row_count >= 0),
  lost_by_feed integer not null default 0,
  imported_by uuid,
  imported_by_name text not null default '',
  imported_at timestamptz not null,
  primary key (board_id, id),
  constraint statement_file_once unique (board_id, account_id, file_sha256),
  constraint statement_proves_itself check (opening + credits - debits = closing),
  check (from_on <= to_on),
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id)
);
call platform.protect_board_table('banking.statement');
call platform.make_append_only('banking.statement');
grant select, insert on banking.statement to cho40_app;

-- One row per real movement of money. Never edited.
create table banking.bank_record (
  board_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  amount bigint not null check (amount between 1 and 9007199254740991),
  booked_at timestamptz not null,
  booked_on date not null,
  content text not null,
  reference text,
  counter_account text,
  counter_name text,
  virtual_account text,
  balance_after bigint,
  recorded_at timestamptz not null,
  primary key (board_id, id),
  unique (board_id, id, amount, direction),
  check (booked_on = (booked_at at time zone 'Asia/Ho_Chi_Minh')::date),
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id)
);
create index bank_record_day on banking.bank_record (board_id, account_id, booked_on, amount);
call platform.protect_board_table('banking.bank_record');
call platform.make_append_only('banking.bank_record');
grant select, insert on banking.bank_record to cho40_app;

-- Where a movement was seen: in a feed's delivery, in a statement's row; both are kept.
-- source_id: the feed's own id, or a statement row's fingerprint with its occurrence number.
create table banking.sighting (
  board_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  account_id uuid not null,
  source text not null check (source in ('sepay', 'statement')),
  source_id text not null,
  amount bigint not null,
  direction text not null,
  -- the day this source says: a bank may book a late transfer on the day after the feed's
  booked_on date not null,
  content_hash bytea not null,
  -- does this sighting alone prove the movement? A signed delivery and a statement do, an API key not.
  confirms boolean not null,
  delivery_id uuid,
  statement_id uuid,
  row_number integer,
  seen_at timestamptz not null,
  primary key (board_id, id),
  constraint sighting_identity unique (account_id, source, source_id),
  foreign key (board_id, record_id, amount, direction)
    references banking.bank_record (board_id, id, amount, direction),
  foreign key (board_id, statement_id) references banking.statement (board_id, id),
  check ((source = 'statement') = (statement_id is not null))
);
create index sighting_record on banking.sighting (board_id, record_id);
create index sighting_delivery on banking.sighting (board_id, delivery_id);
create unique index sighting_one_statement_row on banking.sighting (board_id, record_id)
  where source = 'statement';
call platform.protect_board_table('banking.sighting');
call platform.make_append_only('banking.sighting');
grant select, insert on banking.sighting to cho40_app;

-- From here on the money is believed: posted to the ledger in the same transaction.
create table banking.confirmation (
  board_id uuid not null,
  record_id uuid not null,
  sighting_id uuid not null,
  -- set where a later delivery of the same id proved what the sighting alone did not
  delivery_id uuid,
  at timestamptz not null,
  primary key (board_id, record_id),
  foreign key (board_id, record_id) references banking.bank_record (board_id, id),
  foreign key (board_id, sighting_id) references banking.sighting (board_id, id)
);
call platform.protect_board_table('banking.confirmation');
call platform.make_append_only('banking.confirmation');
grant select, insert on banking.confirmation to cho40_app;

-- What needs a person: the same id with other content, or a statement row that fits two records.
create table banking.question (
  board_id uuid not null,
  id uuid not null,
  -- null: no account of the board has this number on that day
  account_id uuid,
  kind text not null check (kind in ('conflict', 'two-fit', 'unknown-account')),
  source text not null,
  source_id text not null,
  content_hash bytea not null,
  booked_on date not null,
  delivery_id uuid,
  statement_id uuid,
  row_number integer,
  facts jsonb not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  answer text,
  primary key (board_id, id),
  check ((answered_at is null) = (answer is null)),
  check ((account_id is null) = (kind = 'unknown-account')),
  constraint question_once unique nulls not distinct
    (board_id, account_id, source, source_id, kind, content_hash)
);
create index question_open on banking.question (board_id, account_id, booked_on)
  where answered_at is null;
call platform.protect_board_table('banking.question');
grant select, insert on banking.question to cho40_app;
grant update (answered_at, answered_by, answered_by_name, answer) on banking.question to cho40_app;
create view banking.v_bank_record with (security_invoker = true) as
  select r.board_id, r.id as record_id, r.account_id, a.bin, a.number as account_number,
         r.direction, r.amount, r.booked_at, r.booked_on, r.content, r.reference,
         r.counter_account, r.counter_name, r.virtual_account, r.balance_after, r.recorded_at,
         c.at as confirmed_at
    from banking.bank_record r
    join banking.receiving_account a on a.board_id = r.board_id and a.id = r.account_id
    left join banking.confirmation c on c.board_id = r.board_id and c.record_id = r.id;

-- What is believed, by key alone: whoever looks for what is new need not join the records.
create view banking.v_confirmation with (security_invoker = true) as
  select board_id, record_id, at from banking.confirmation;

-- A day of an account is proven when a statement covers it, none of its rows waits for a person, and
-- no money is believed that the statement does not show.
create view banking.v_proven_day with (security_invoker = true) as
  select distinct s.board_id, s.account_id, d.day::date as day
    from banking.statement s
   cross join lateral generate_series(s.from_on::timestamp, s.to_on::timestamp, '1 day') as d (day)
   where not exists (
     select from banking.question q
      where q.board_id = s.board_id and q.account_id = s.account_id
        and q.booked_on = d.day::date and q.answered_at is null)
     and not exists (
     select from banking.bank_record r
       join banking.confirmation c on c.board_id = r.board_id and c.record_id = r.id
      where r.board_id = s.board_id and r.account_id = s.account_id and r.booked_on = d.day::date
        and not exists (
          select from banking.sighting g
           where g.board_id = r.board_id and g.record_id = r.id and g.source = 'statement'));

-- Every place where a record was seen, for whoever asks what stands behind it.
create view banking.v_sighting with (security_invoker = true) as
  select board_id, id as sighting_id, record_id, account_id, source, source_id, booked_on, confirms,
         delivery_id, statement_id, row_number, seen_at
    from banking.sighting;

create view banking.v_receiving_account with (security_invoker = true) as
  select board_id, id as account_id, bin, number, holder_name, opening_balance, opened_on,
         closed_on, created_by, approved_by, approved_at
    from banking.receiving_account;
create view banking.v_feed with (security_invoker = true) as
  select board_id, id as feed_id, provider, created_at, ended_at from banking.feed;
grant select on banking.v_feed to cho40_app;
grant select on banking.v_bank_record, banking.v_confirmation, banking.v_proven_day, banking.v_sighting,
  banking.v_receiving_account to cho40_app;
