-- What the migrations make, printed from the catalogue by `npm run schema`. Do not edit: a test
-- compares it with a freshly migrated database, so that a change of the schema is read in review.

create schema adoption;
grant usage on schema adoption to cho40_app;

CREATE OR REPLACE FUNCTION adoption.place(by_level text, cut text, today date)
 RETURNS TABLE(market_id uuid, days daterange, unit_id text, code text, name text)
 LANGUAGE sql
 STABLE
AS $function$
  select m.market_id, daterange(null, null), m.market_id::text, m.code, m.name
    from markets.v_market m
   where by_level = 'market'
  union all
  select m.market_id, daterange(null, null), u.unit_id, u.code, u.name
    from markets.v_market m
    join markets.v_admin_unit u on u.unit_id = m.former_district_id
   where by_level = 'district'
  union all
  select c.market_id, case cut when 'was' then c.days else daterange(null, null) end,
         u.unit_id, u.code, u.name
    from (select market_id, commune_id, daterange(valid_from, valid_to, '[]') as days
            from markets.v_market_commune) c
    join markets.v_admin_unit commune on commune.unit_id = c.commune_id
    left join markets.v_admin_unit above on above.unit_id = commune.parent_id
    join markets.v_admin_unit u on u.unit_id = case
           when by_level = 'commune' then commune.unit_id
           -- since July 2025 a commune lies in its province, before in a district of it
           when above.level = 'province' then above.unit_id
           else above.parent_id end
   where by_level in ('commune', 'province') and (cut = 'was' or c.days @> today)
$function$;
grant execute on routine adoption.place(text,text,date) to cho40_app;

create view adoption.v_fee_day with (security_invoker=true) as
 SELECT board_id,
    market_id,
    booked_on,
    (sum(amount))::bigint AS fees,
    (COALESCE(sum(amount) FILTER (WHERE (source = ANY (ARRAY['bank'::text, 'settlement'::text]))), (0)::numeric))::bigint AS through_account
   FROM adoption.v_fee_payment
  GROUP BY board_id, market_id, booked_on;
grant select on table adoption.v_fee_day to cho40_app;

create view adoption.v_fee_payment with (security_invoker=true) as
 SELECT p.board_id,
    p.payment_id,
    p.market_id,
    p.lease_id,
    p.source,
    p.booked_on,
    (p.amount - COALESCE(r.amount, (0)::bigint)) AS amount
   FROM (billing.v_payment p
     LEFT JOIN ( SELECT v_refund_part.board_id,
            v_refund_part.payment_id,
            (sum(v_refund_part.amount))::bigint AS amount
           FROM billing.v_refund_part
          GROUP BY v_refund_part.board_id, v_refund_part.payment_id) r ON (((r.board_id = p.board_id) AND (r.payment_id = p.payment_id))))
  WHERE ((p.undone_at IS NULL) AND (p.source <> 'deposit'::text));
grant select on table adoption.v_fee_payment to cho40_app;

create view adoption.v_unmatched_day with (security_invoker=true) as
 SELECT board_id,
    market_id,
    booked_on,
    (sum(amount))::bigint AS amount
   FROM ( SELECT v_unmatched.board_id,
            v_unmatched.market_id,
            v_unmatched.booked_on,
            v_unmatched.amount
           FROM reconciliation.v_unmatched
        UNION ALL
         SELECT r.board_id,
            NULL::uuid,
            r.booked_on,
            r.amount
           FROM banking.v_bank_record r
          WHERE ((r.direction = 'in'::text) AND (r.confirmed_at IS NOT NULL) AND (NOT (EXISTS ( SELECT
                   FROM reconciliation.v_standing s
                  WHERE ((s.board_id = r.board_id) AND (s.record_id = r.record_id))))))) u
  GROUP BY board_id, market_id, booked_on;
grant select on table adoption.v_unmatched_day to cho40_app;

create schema banking;
grant usage on schema banking to cho40_app;

CREATE OR REPLACE FUNCTION banking.announce_confirmed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into banking.newly_confirmed (board_id, record_id)
    select n.board_id, n.record_id from added n;
  return null;
end $function$;

CREATE OR REPLACE PROCEDURE banking.ensure_partitions(IN first_month date, IN months integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$
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
end $procedure$;
grant execute on routine banking.ensure_partitions(date,integer) to cho40_app;

CREATE OR REPLACE FUNCTION banking.guard_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION banking.learn_sizes(coming bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if coming <= (select c.reltuples from pg_class c
                 where c.oid = 'banking.sighting'::regclass) then
    return;
  end if;
  -- never waiting for another import that does it at this moment
  analyze (skip_locked) banking.bank_record, banking.sighting, banking.confirmation;
end $function$;
grant execute on routine banking.learn_sizes(bigint) to cho40_app;

CREATE OR REPLACE FUNCTION banking.register_feed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into banking.feed_registry values (new.id, new.board_id);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION banking.take_confirmed(board uuid, most integer, passed uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with taken as materialized (
    select n.record_id from banking.newly_confirmed n
     where n.board_id = board and n.record_id <> all (passed)
     order by n.record_id limit most for update
  ), gone as (
    delete from banking.newly_confirmed n using taken t
     where n.board_id = board and n.record_id = t.record_id
    returning n.record_id
  )
  select record_id from gone order by record_id
$function$;
grant execute on routine banking.take_confirmed(uuid,integer,uuid[]) to cho40_app;

create table banking.bad_signature (
  board_id uuid not null,
  feed_id uuid not null,
  hour timestamp with time zone not null,
  count integer not null
);
alter table banking.bad_signature add constraint bad_signature_board_id_feed_id_fkey FOREIGN KEY (board_id, feed_id) REFERENCES banking.feed(board_id, id);
alter table banking.bad_signature add constraint bad_signature_count_check CHECK ((count > 0));
alter table banking.bad_signature add constraint bad_signature_hour_check CHECK ((hour = date_trunc('hour'::text, hour, 'Asia/Ho_Chi_Minh'::text)));
alter table banking.bad_signature add constraint bad_signature_pkey PRIMARY KEY (board_id, feed_id, hour);
alter table banking.bad_signature enable row level security;
alter table banking.bad_signature force row level security;
create policy board_scope on banking.bad_signature for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.bad_signature to cho40_app;
grant update (count) on table banking.bad_signature to cho40_app;

create table banking.bank_record (
  board_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  direction text not null,
  amount bigint not null,
  booked_at timestamp with time zone not null,
  booked_on date not null,
  content text not null,
  reference text,
  counter_account text,
  counter_name text,
  virtual_account text,
  balance_after bigint,
  recorded_at timestamp with time zone not null
);
alter table banking.bank_record add constraint bank_record_amount_check CHECK (((amount >= 1) AND (amount <= '9007199254740991'::bigint)));
alter table banking.bank_record add constraint bank_record_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table banking.bank_record add constraint bank_record_board_id_id_amount_direction_key UNIQUE (board_id, id, amount, direction);
alter table banking.bank_record add constraint bank_record_check CHECK ((booked_on = ((booked_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date));
alter table banking.bank_record add constraint bank_record_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table banking.bank_record add constraint bank_record_pkey PRIMARY KEY (board_id, id);
CREATE INDEX bank_record_day ON banking.bank_record USING btree (board_id, account_id, booked_on, amount);
alter table banking.bank_record enable row level security;
alter table banking.bank_record force row level security;
create policy board_scope on banking.bank_record for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.bank_record FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.bank_record to cho40_app;

create table banking.confirmation (
  board_id uuid not null,
  record_id uuid not null,
  sighting_id uuid not null,
  delivery_id uuid,
  at timestamp with time zone not null
);
alter table banking.confirmation add constraint confirmation_board_id_record_id_fkey FOREIGN KEY (board_id, record_id) REFERENCES banking.bank_record(board_id, id);
alter table banking.confirmation add constraint confirmation_board_id_sighting_id_fkey FOREIGN KEY (board_id, sighting_id) REFERENCES banking.sighting(board_id, id);
alter table banking.confirmation add constraint confirmation_pkey PRIMARY KEY (board_id, record_id);
alter table banking.confirmation enable row level security;
alter table banking.confirmation force row level security;
create policy board_scope on banking.confirmation for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER announced AFTER INSERT ON banking.confirmation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION banking.announce_confirmed(); -- enable always
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.confirmation FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.confirmation to cho40_app;

create table banking.delivery (
  board_id uuid not null,
  id uuid not null,
  feed_id uuid not null,
  received_at timestamp with time zone not null,
  verdict text not null,
  headers jsonb not null,
  body bytea not null
) partition by RANGE (received_at);
alter table banking.delivery add constraint delivery_board_id_feed_id_fkey FOREIGN KEY (board_id, feed_id) REFERENCES banking.feed(board_id, id);
alter table banking.delivery add constraint delivery_pkey PRIMARY KEY (board_id, id, received_at);
alter table banking.delivery add constraint delivery_verdict_check CHECK ((verdict = ANY (ARRAY['verified'::text, 'stale'::text, 'pulled'::text])));
CREATE INDEX delivery_feed ON ONLY banking.delivery USING btree (board_id, feed_id, received_at);
alter table banking.delivery enable row level security;
alter table banking.delivery force row level security;
create policy board_scope on banking.delivery for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON banking.delivery FOR EACH ROW EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON banking.delivery FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.delivery to cho40_app;

create table banking.feed (
  board_id uuid not null,
  id uuid not null,
  provider text not null,
  auth text not null,
  secret_sealed bytea not null,
  previous_secret_sealed bytea,
  previous_until timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  account_id uuid
);
alter table banking.feed add constraint feed_auth_check CHECK ((auth = ANY (ARRAY['hmac'::text, 'api-key'::text])));
alter table banking.feed add constraint feed_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table banking.feed add constraint feed_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table banking.feed add constraint feed_check CHECK (((previous_secret_sealed IS NULL) = (previous_until IS NULL)));
alter table banking.feed add constraint feed_of_one_account CHECK (((provider = 'generic'::text) = (account_id IS NOT NULL)));
alter table banking.feed add constraint feed_pkey PRIMARY KEY (board_id, id);
alter table banking.feed add constraint feed_provider_check CHECK ((provider = ANY (ARRAY['sepay'::text, 'casso'::text, 'payos'::text, 'generic'::text])));
alter table banking.feed enable row level security;
alter table banking.feed force row level security;
create policy board_scope on banking.feed for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER registered AFTER INSERT ON banking.feed FOR EACH ROW EXECUTE FUNCTION banking.register_feed();
grant insert, select on table banking.feed to cho40_app;
grant update (ended_at) on table banking.feed to cho40_app;
grant update (previous_secret_sealed) on table banking.feed to cho40_app;
grant update (previous_until) on table banking.feed to cho40_app;
grant update (secret_sealed) on table banking.feed to cho40_app;

create table banking.feed_registry (
  feed_id uuid not null,
  board_id uuid not null
);
alter table banking.feed_registry add constraint feed_registry_pkey PRIMARY KEY (feed_id);
grant select on table banking.feed_registry to cho40_app;

create table banking.layout (
  board_id uuid not null,
  id uuid not null,
  name text not null,
  fingerprint text not null,
  header text[] not null,
  columns jsonb not null,
  signs text not null,
  created_by uuid,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamp with time zone,
  kind text not null default 'statement'::text
);
alter table banking.layout add constraint layout_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table banking.layout add constraint layout_check CHECK (((ended_at IS NULL) = (ended_by_name IS NULL)));
alter table banking.layout add constraint layout_fingerprint_check CHECK (((length(fingerprint) >= 3) AND (length(fingerprint) <= 2000)));
alter table banking.layout add constraint layout_header_check CHECK (((cardinality(header) >= 3) AND (cardinality(header) <= 40)));
alter table banking.layout add constraint layout_kind_check CHECK ((kind = ANY (ARRAY['statement'::text, 'settlement'::text])));
alter table banking.layout add constraint layout_name_check CHECK (((length(btrim(name)) >= 2) AND (length(btrim(name)) <= 60)));
alter table banking.layout add constraint layout_pkey PRIMARY KEY (board_id, id);
alter table banking.layout add constraint layout_signs_check CHECK ((signs = ANY (ARRAY['bank'::text, 'ours'::text])));
CREATE UNIQUE INDEX layout_once ON banking.layout USING btree (board_id, kind, fingerprint) WHERE (ended_at IS NULL);
alter table banking.layout enable row level security;
alter table banking.layout force row level security;
create policy board_scope on banking.layout for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.layout to cho40_app;
grant update (ended_at) on table banking.layout to cho40_app;
grant update (ended_by) on table banking.layout to cho40_app;
grant update (ended_by_name) on table banking.layout to cho40_app;

create table banking.newly_confirmed (
  board_id uuid not null,
  record_id uuid not null
);
alter table banking.newly_confirmed add constraint newly_confirmed_pkey PRIMARY KEY (board_id, record_id);
alter table banking.newly_confirmed enable row level security;
alter table banking.newly_confirmed force row level security;
create policy board_scope on banking.newly_confirmed for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant select on table banking.newly_confirmed to cho40_app;

create table banking.pull (
  board_id uuid not null,
  feed_id uuid not null,
  token_sealed bytea,
  next_token_sealed bytea,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  busy_until timestamp with time zone,
  not_before timestamp with time zone,
  last_at timestamp with time zone,
  last_outcome text,
  last_row_count integer
);
alter table banking.pull add constraint pull_board_id_feed_id_fkey FOREIGN KEY (board_id, feed_id) REFERENCES banking.feed(board_id, id);
alter table banking.pull add constraint pull_check CHECK (((last_at IS NULL) = (last_outcome IS NULL)));
alter table banking.pull add constraint pull_last_outcome_check CHECK ((last_outcome = ANY (ARRAY['read'::text, 'more'::text, 'noAccount'::text, 'busy'::text, 'refused'::text, 'away'::text, 'unreadable'::text])));
alter table banking.pull add constraint pull_pkey PRIMARY KEY (board_id, feed_id);
alter table banking.pull enable row level security;
alter table banking.pull force row level security;
create policy board_scope on banking.pull for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.pull to cho40_app;
grant update (busy_until) on table banking.pull to cho40_app;
grant update (ended_at) on table banking.pull to cho40_app;
grant update (last_at) on table banking.pull to cho40_app;
grant update (last_outcome) on table banking.pull to cho40_app;
grant update (last_row_count) on table banking.pull to cho40_app;
grant update (next_token_sealed) on table banking.pull to cho40_app;
grant update (not_before) on table banking.pull to cho40_app;
grant update (set_at) on table banking.pull to cho40_app;
grant update (set_by) on table banking.pull to cho40_app;
grant update (set_by_name) on table banking.pull to cho40_app;
grant update (token_sealed) on table banking.pull to cho40_app;

create table banking.pull_cursor (
  board_id uuid not null,
  feed_id uuid not null,
  account_id uuid not null,
  read_until timestamp with time zone not null,
  kept_pages bytea[] not null default '{}'::bytea[]
);
alter table banking.pull_cursor add constraint pull_cursor_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table banking.pull_cursor add constraint pull_cursor_board_id_feed_id_fkey FOREIGN KEY (board_id, feed_id) REFERENCES banking.pull(board_id, feed_id);
alter table banking.pull_cursor add constraint pull_cursor_pkey PRIMARY KEY (board_id, feed_id, account_id);
alter table banking.pull_cursor enable row level security;
alter table banking.pull_cursor force row level security;
create policy board_scope on banking.pull_cursor for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.pull_cursor to cho40_app;
grant update (kept_pages) on table banking.pull_cursor to cho40_app;
grant update (read_until) on table banking.pull_cursor to cho40_app;

create table banking.question (
  board_id uuid not null,
  id uuid not null,
  account_id uuid,
  kind text not null,
  source text not null,
  source_id text not null,
  content_hash bytea not null,
  booked_on date not null,
  delivery_id uuid,
  statement_id uuid,
  row_number integer,
  facts jsonb not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answered_by_name text,
  answer text
);
alter table banking.question add constraint question_check CHECK (((answered_at IS NULL) = (answer IS NULL)));
alter table banking.question add constraint question_check1 CHECK (((account_id IS NULL) = (kind = 'unknown-account'::text)));
alter table banking.question add constraint question_kind_check CHECK ((kind = ANY (ARRAY['conflict'::text, 'two-fit'::text, 'unknown-account'::text])));
alter table banking.question add constraint question_once UNIQUE NULLS NOT DISTINCT (board_id, account_id, source, source_id, kind, content_hash);
alter table banking.question add constraint question_pkey PRIMARY KEY (board_id, id);
CREATE INDEX question_delivery ON banking.question USING btree (board_id, delivery_id);
CREATE INDEX question_open ON banking.question USING btree (board_id, account_id, booked_on) WHERE (answered_at IS NULL);
alter table banking.question enable row level security;
alter table banking.question force row level security;
create policy board_scope on banking.question for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.question to cho40_app;
grant update (answer) on table banking.question to cho40_app;
grant update (answered_at) on table banking.question to cho40_app;
grant update (answered_by) on table banking.question to cho40_app;
grant update (answered_by_name) on table banking.question to cho40_app;

create table banking.reading (
  board_id uuid not null,
  delivery_id uuid not null,
  received_at timestamp with time zone not null,
  feed_id uuid not null,
  verdict text not null,
  state text not null default 'waiting'::text,
  why text,
  tries smallint not null default 0,
  read_at timestamp with time zone
);
alter table banking.reading add constraint reading_board_id_feed_id_fkey FOREIGN KEY (board_id, feed_id) REFERENCES banking.feed(board_id, id);
alter table banking.reading add constraint reading_check CHECK (((state = 'failed'::text) = (why IS NOT NULL)));
alter table banking.reading add constraint reading_pkey PRIMARY KEY (board_id, delivery_id);
alter table banking.reading add constraint reading_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'test'::text, 'failed'::text])));
CREATE INDEX reading_failed ON banking.reading USING btree (board_id) WHERE (state = 'failed'::text);
CREATE INDEX reading_log ON banking.reading USING btree (board_id, received_at DESC, delivery_id);
CREATE INDEX reading_waiting ON banking.reading USING btree (board_id, delivery_id) WHERE (state = 'waiting'::text);
alter table banking.reading enable row level security;
alter table banking.reading force row level security;
create policy board_scope on banking.reading for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.reading to cho40_app;
grant update (read_at) on table banking.reading to cho40_app;
grant update (state) on table banking.reading to cho40_app;
grant update (tries) on table banking.reading to cho40_app;
grant update (why) on table banking.reading to cho40_app;

create table banking.receiving_account (
  board_id uuid not null,
  id uuid not null,
  bin text not null,
  number text not null,
  holder_name text not null,
  opening_balance bigint not null,
  opened_on date not null,
  closed_on date,
  created_by uuid not null,
  created_by_name text not null default ''::text,
  created_at timestamp with time zone not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamp with time zone,
  probe_code text,
  proof text,
  proof_record_id uuid,
  proven_by uuid,
  proven_by_name text,
  live_at timestamp with time zone
);
alter table banking.receiving_account add constraint account_live_after_a_day CHECK ((live_at >= (approved_at + '24:00:00'::interval)));
alter table banking.receiving_account add constraint account_live_when_proven CHECK (((live_at IS NULL) = (proof IS NULL)));
alter table banking.receiving_account add constraint account_needs_two_people CHECK ((approved_by <> created_by));
alter table banking.receiving_account add constraint account_one_board EXCLUDE USING gist (bin WITH =, number WITH =, daterange(opened_on, closed_on, '[]'::text) WITH &&);
alter table banking.receiving_account add constraint account_proven_by_another CHECK (((((proof = 'person'::text) IS TRUE) = (proven_by IS NOT NULL)) AND (proven_by <> created_by)));
alter table banking.receiving_account add constraint account_proven_by_money CHECK (
CASE proof
    WHEN 'earlier'::text THEN ((proof_record_id IS NULL) AND (approved_at < '2026-11-23 17:00:00+00'::timestamp with time zone))
    ELSE ((proof IS NULL) = (proof_record_id IS NULL))
END);
alter table banking.receiving_account add constraint receiving_account_bin_check CHECK ((bin ~ '^[0-9]{6}$'::text));
alter table banking.receiving_account add constraint receiving_account_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table banking.receiving_account add constraint receiving_account_board_id_proof_record_id_fkey FOREIGN KEY (board_id, proof_record_id) REFERENCES banking.confirmation(board_id, record_id);
alter table banking.receiving_account add constraint receiving_account_check CHECK (((approved_by IS NULL) = (approved_at IS NULL)));
alter table banking.receiving_account add constraint receiving_account_holder_name_check CHECK (((length(btrim(holder_name)) >= 2) AND (length(btrim(holder_name)) <= 100)));
alter table banking.receiving_account add constraint receiving_account_number_check CHECK ((number ~ '^[A-Z0-9]{1,19}$'::text));
alter table banking.receiving_account add constraint receiving_account_pkey PRIMARY KEY (board_id, id);
alter table banking.receiving_account add constraint receiving_account_probe_code_check CHECK ((probe_code ~ '^[A-Z0-9]{6,12}$'::text));
alter table banking.receiving_account add constraint receiving_account_proof_check CHECK ((proof = ANY (ARRAY['probe'::text, 'person'::text, 'earlier'::text])));
alter table banking.receiving_account enable row level security;
alter table banking.receiving_account force row level security;
create policy board_scope on banking.receiving_account for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER guarded BEFORE UPDATE ON banking.receiving_account FOR EACH ROW EXECUTE FUNCTION banking.guard_account();
grant insert, select on table banking.receiving_account to cho40_app;
grant update (approved_at) on table banking.receiving_account to cho40_app;
grant update (approved_by) on table banking.receiving_account to cho40_app;
grant update (approved_by_name) on table banking.receiving_account to cho40_app;
grant update (closed_on) on table banking.receiving_account to cho40_app;
grant update (live_at) on table banking.receiving_account to cho40_app;
grant update (probe_code) on table banking.receiving_account to cho40_app;
grant update (proof) on table banking.receiving_account to cho40_app;
grant update (proof_record_id) on table banking.receiving_account to cho40_app;
grant update (proven_by) on table banking.receiving_account to cho40_app;
grant update (proven_by_name) on table banking.receiving_account to cho40_app;

create table banking.settlement_batch (
  board_id uuid not null,
  id uuid not null,
  wallet_id uuid not null,
  number text not null
);
alter table banking.settlement_batch add constraint settlement_batch_board_id_wallet_id_fkey FOREIGN KEY (board_id, wallet_id) REFERENCES banking.wallet(board_id, id);
alter table banking.settlement_batch add constraint settlement_batch_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60)));
alter table banking.settlement_batch add constraint settlement_batch_once UNIQUE (board_id, wallet_id, number);
alter table banking.settlement_batch add constraint settlement_batch_pkey PRIMARY KEY (board_id, id);
alter table banking.settlement_batch add constraint settlement_batch_wallet UNIQUE (board_id, wallet_id, id);
alter table banking.settlement_batch enable row level security;
alter table banking.settlement_batch force row level security;
create policy board_scope on banking.settlement_batch for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.settlement_batch FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.settlement_batch to cho40_app;

create table banking.settlement_conflict (
  board_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  row_number integer not null,
  batch_id uuid not null,
  line_id uuid,
  why text not null,
  told jsonb not null
);
alter table banking.settlement_conflict add constraint settlement_conflict_board_id_batch_id_fkey FOREIGN KEY (board_id, batch_id) REFERENCES banking.settlement_batch(board_id, id);
alter table banking.settlement_conflict add constraint settlement_conflict_board_id_file_id_fkey FOREIGN KEY (board_id, file_id) REFERENCES banking.settlement_file(board_id, id);
alter table banking.settlement_conflict add constraint settlement_conflict_board_id_line_id_fkey FOREIGN KEY (board_id, line_id) REFERENCES banking.settlement_line(board_id, id);
alter table banking.settlement_conflict add constraint settlement_conflict_check CHECK (((why = 'differs'::text) = (line_id IS NOT NULL)));
alter table banking.settlement_conflict add constraint settlement_conflict_once UNIQUE (board_id, file_id, row_number);
alter table banking.settlement_conflict add constraint settlement_conflict_pkey PRIMARY KEY (board_id, id);
alter table banking.settlement_conflict add constraint settlement_conflict_why_check CHECK ((why = ANY (ARRAY['differs'::text, 'batchProven'::text])));
alter table banking.settlement_conflict enable row level security;
alter table banking.settlement_conflict force row level security;
create policy board_scope on banking.settlement_conflict for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.settlement_conflict FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.settlement_conflict to cho40_app;

create table banking.settlement_file (
  board_id uuid not null,
  id uuid not null,
  wallet_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  file bytea not null,
  layout text not null,
  line_count integer not null,
  skipped_count integer not null,
  imported_by uuid,
  imported_by_name text not null,
  imported_at timestamp with time zone not null
);
alter table banking.settlement_file add constraint settlement_file_board_id_wallet_id_fkey FOREIGN KEY (board_id, wallet_id) REFERENCES banking.wallet(board_id, id);
alter table banking.settlement_file add constraint settlement_file_line_count_check CHECK ((line_count > 0));
alter table banking.settlement_file add constraint settlement_file_once UNIQUE (board_id, wallet_id, file_sha256);
alter table banking.settlement_file add constraint settlement_file_pkey PRIMARY KEY (board_id, id);
alter table banking.settlement_file add constraint settlement_file_skipped_count_check CHECK ((skipped_count >= 0));
alter table banking.settlement_file enable row level security;
alter table banking.settlement_file force row level security;
create policy board_scope on banking.settlement_file for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.settlement_file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.settlement_file to cho40_app;

create table banking.settlement_line (
  board_id uuid not null,
  id uuid not null,
  wallet_id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  row_number integer not null,
  transaction_id text not null,
  kind text not null,
  amount bigint not null,
  fee bigint not null,
  net bigint not null,
  paid_at timestamp with time zone not null,
  paid_on date not null,
  content text not null,
  original_id text
);
alter table banking.settlement_line add constraint settlement_line_adds_up CHECK ((net = (
CASE kind
    WHEN 'payment'::text THEN amount
    ELSE (- amount)
END - fee)));
alter table banking.settlement_line add constraint settlement_line_amount UNIQUE (board_id, id, amount, kind);
alter table banking.settlement_line add constraint settlement_line_amount_check CHECK ((amount > 0));
alter table banking.settlement_line add constraint settlement_line_board_id_file_id_fkey FOREIGN KEY (board_id, file_id) REFERENCES banking.settlement_file(board_id, id);
alter table banking.settlement_line add constraint settlement_line_board_id_wallet_id_batch_id_fkey FOREIGN KEY (board_id, wallet_id, batch_id) REFERENCES banking.settlement_batch(board_id, wallet_id, id);
alter table banking.settlement_line add constraint settlement_line_check CHECK (((kind = 'refund'::text) OR ((fee >= 0) AND (fee <= amount))));
alter table banking.settlement_line add constraint settlement_line_check1 CHECK (((kind = 'refund'::text) = (original_id IS NOT NULL)));
alter table banking.settlement_line add constraint settlement_line_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'refund'::text])));
alter table banking.settlement_line add constraint settlement_line_once UNIQUE (board_id, wallet_id, kind, transaction_id);
alter table banking.settlement_line add constraint settlement_line_pkey PRIMARY KEY (board_id, id);
alter table banking.settlement_line add constraint settlement_line_transaction_id_check CHECK (((length(transaction_id) >= 1) AND (length(transaction_id) <= 100)));
CREATE INDEX settlement_line_batch ON banking.settlement_line USING btree (board_id, batch_id);
alter table banking.settlement_line enable row level security;
alter table banking.settlement_line force row level security;
create policy board_scope on banking.settlement_line for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.settlement_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.settlement_line to cho40_app;

create table banking.settlement_proof (
  board_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  record_id uuid not null,
  direction text not null default 'in'::text,
  gross bigint not null,
  refunds bigint not null,
  fees bigint not null,
  amount bigint not null,
  proven_by uuid,
  proven_by_name text,
  reason text not null,
  proven_at timestamp with time zone not null,
  ended_by uuid,
  ended_by_name text,
  end_reason text,
  ended_at timestamp with time zone
);
alter table banking.settlement_proof add constraint settlement_proof_adds_up CHECK ((amount = ((gross - refunds) - fees)));
alter table banking.settlement_proof add constraint settlement_proof_amount_check CHECK ((amount > 0));
alter table banking.settlement_proof add constraint settlement_proof_board_id_batch_id_fkey FOREIGN KEY (board_id, batch_id) REFERENCES banking.settlement_batch(board_id, id);
alter table banking.settlement_proof add constraint settlement_proof_check CHECK (((proven_by IS NULL) = (proven_by_name IS NULL)));
alter table banking.settlement_proof add constraint settlement_proof_check1 CHECK ((num_nonnulls(ended_by_name, end_reason, ended_at) = ANY (ARRAY[0, 3])));
alter table banking.settlement_proof add constraint settlement_proof_direction_check CHECK ((direction = 'in'::text));
alter table banking.settlement_proof add constraint settlement_proof_is_its_record FOREIGN KEY (board_id, record_id, amount, direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table banking.settlement_proof add constraint settlement_proof_pkey PRIMARY KEY (board_id, id);
CREATE UNIQUE INDEX settlement_proof_of_batch ON banking.settlement_proof USING btree (board_id, batch_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX settlement_proof_of_record ON banking.settlement_proof USING btree (board_id, record_id) WHERE (ended_at IS NULL);
alter table banking.settlement_proof enable row level security;
alter table banking.settlement_proof force row level security;
create policy board_scope on banking.settlement_proof for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.settlement_proof to cho40_app;
grant update (end_reason) on table banking.settlement_proof to cho40_app;
grant update (ended_at) on table banking.settlement_proof to cho40_app;
grant update (ended_by) on table banking.settlement_proof to cho40_app;
grant update (ended_by_name) on table banking.settlement_proof to cho40_app;

create table banking.sighting (
  board_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  account_id uuid not null,
  source text not null,
  source_id text not null,
  amount bigint not null,
  direction text not null,
  booked_on date not null,
  content_hash bytea not null,
  confirms boolean not null,
  delivery_id uuid,
  statement_id uuid,
  row_number integer,
  seen_at timestamp with time zone not null
);
alter table banking.sighting add constraint sighting_board_id_record_id_amount_direction_fkey FOREIGN KEY (board_id, record_id, amount, direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table banking.sighting add constraint sighting_board_id_statement_id_fkey FOREIGN KEY (board_id, statement_id) REFERENCES banking.statement(board_id, id);
alter table banking.sighting add constraint sighting_check CHECK (((source = ANY (ARRAY['statement'::text, 'notification'::text])) = (statement_id IS NOT NULL)));
alter table banking.sighting add constraint sighting_identity UNIQUE (account_id, source, source_id);
alter table banking.sighting add constraint sighting_pkey PRIMARY KEY (board_id, id);
alter table banking.sighting add constraint sighting_source_check CHECK ((source = ANY (ARRAY['sepay'::text, 'sepay-pull'::text, 'casso'::text, 'payos'::text, 'generic'::text, 'statement'::text, 'notification'::text])));
CREATE INDEX sighting_delivery ON banking.sighting USING btree (board_id, delivery_id) WHERE (delivery_id IS NOT NULL);
CREATE UNIQUE INDEX sighting_one_statement_row ON banking.sighting USING btree (board_id, record_id) WHERE (source = 'statement'::text);
CREATE INDEX sighting_record ON banking.sighting USING btree (board_id, record_id);
alter table banking.sighting enable row level security;
alter table banking.sighting force row level security;
create policy board_scope on banking.sighting for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.sighting FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.sighting to cho40_app;

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
  opening bigint,
  credits bigint not null,
  debits bigint not null,
  closing bigint,
  row_count integer not null,
  lost_by_feed integer not null default 0,
  imported_by uuid,
  imported_by_name text not null default ''::text,
  imported_at timestamp with time zone not null
);
alter table banking.statement add constraint statement_balances CHECK (((opening IS NULL) = (closing IS NULL)));
alter table banking.statement add constraint statement_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table banking.statement add constraint statement_check CHECK ((from_on <= to_on));
alter table banking.statement add constraint statement_credits_check CHECK ((credits >= 0));
alter table banking.statement add constraint statement_debits_check CHECK ((debits >= 0));
alter table banking.statement add constraint statement_file_once UNIQUE (board_id, account_id, file_sha256);
alter table banking.statement add constraint statement_pkey PRIMARY KEY (board_id, id);
alter table banking.statement add constraint statement_proves_itself CHECK ((((opening + credits) - debits) = closing));
alter table banking.statement add constraint statement_row_count_check CHECK ((row_count >= 0));
alter table banking.statement enable row level security;
alter table banking.statement force row level security;
create policy board_scope on banking.statement for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON banking.statement FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table banking.statement to cho40_app;

create table banking.statement_import (
  board_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  row_count integer not null,
  done_count integer not null default 0,
  started_by_name text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null default now(),
  failed_at timestamp with time zone
);
alter table banking.statement_import add constraint statement_import_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table banking.statement_import add constraint statement_import_check CHECK (((done_count >= 0) AND (done_count <= row_count)));
alter table banking.statement_import add constraint statement_import_pkey PRIMARY KEY (board_id, id);
alter table banking.statement_import enable row level security;
alter table banking.statement_import force row level security;
create policy board_scope on banking.statement_import for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant delete, insert, select on table banking.statement_import to cho40_app;
grant update (done_count) on table banking.statement_import to cho40_app;
grant update (failed_at) on table banking.statement_import to cho40_app;
grant update (seen_at) on table banking.statement_import to cho40_app;

create table banking.wallet (
  board_id uuid not null,
  id uuid not null,
  name text not null,
  account_id uuid not null,
  words text,
  plain_words text,
  counter_account text,
  created_by uuid,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamp with time zone
);
alter table banking.wallet add constraint wallet_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table banking.wallet add constraint wallet_check CHECK (((words IS NULL) = (plain_words IS NULL)));
alter table banking.wallet add constraint wallet_check1 CHECK (((ended_at IS NULL) = (ended_by_name IS NULL)));
alter table banking.wallet add constraint wallet_counter_account_check CHECK ((counter_account ~ '^[A-Z0-9]{4,50}$'::text));
alter table banking.wallet add constraint wallet_looks CHECK ((num_nonnulls(plain_words, counter_account) > 0));
alter table banking.wallet add constraint wallet_name_check CHECK (((length(btrim(name)) >= 2) AND (length(btrim(name)) <= 60)));
alter table banking.wallet add constraint wallet_pkey PRIMARY KEY (board_id, id);
alter table banking.wallet add constraint wallet_plain_words_check CHECK ((plain_words ~ '^[A-Z0-9]{4,100}$'::text));
CREATE UNIQUE INDEX wallet_once ON banking.wallet USING btree (board_id, lower(name)) WHERE (ended_at IS NULL);
alter table banking.wallet enable row level security;
alter table banking.wallet force row level security;
create policy board_scope on banking.wallet for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table banking.wallet to cho40_app;
grant update (ended_at) on table banking.wallet to cho40_app;
grant update (ended_by) on table banking.wallet to cho40_app;
grant update (ended_by_name) on table banking.wallet to cho40_app;

create view banking.v_bank_record with (security_invoker=true) as
 SELECT r.board_id,
    r.id AS record_id,
    r.account_id,
    a.bin,
    a.number AS account_number,
    r.direction,
    r.amount,
    r.booked_at,
    r.booked_on,
    r.content,
    r.reference,
    r.counter_account,
    r.counter_name,
    r.virtual_account,
    r.balance_after,
    r.recorded_at,
    c.at AS confirmed_at
   FROM ((banking.bank_record r
     JOIN banking.receiving_account a ON (((a.board_id = r.board_id) AND (a.id = r.account_id))))
     LEFT JOIN banking.confirmation c ON (((c.board_id = r.board_id) AND (c.record_id = r.id))));
grant select on table banking.v_bank_record to cho40_app;

create view banking.v_confirmation with (security_invoker=true) as
 SELECT board_id,
    record_id,
    at
   FROM banking.confirmation;
grant select on table banking.v_confirmation to cho40_app;

create view banking.v_feed with (security_invoker=true) as
 SELECT board_id,
    id AS feed_id,
    provider,
    created_at,
    ended_at
   FROM banking.feed;
grant select on table banking.v_feed to cho40_app;

create view banking.v_newly_confirmed with (security_invoker=true) as
 SELECT board_id,
    record_id
   FROM banking.newly_confirmed;
grant select on table banking.v_newly_confirmed to cho40_app;

create view banking.v_payable_account with (security_invoker=true) as
 SELECT board_id,
    id AS account_id,
    bin,
    number,
    holder_name,
    opened_on,
    closed_on,
    live_at
   FROM banking.receiving_account
  WHERE (live_at IS NOT NULL);
grant select on table banking.v_payable_account to cho40_app;

create view banking.v_proven_day with (security_invoker=true) as
 SELECT DISTINCT s.board_id,
    s.account_id,
    (d.day)::date AS day
   FROM (banking.statement s
     CROSS JOIN LATERAL generate_series((s.from_on)::timestamp without time zone, (s.to_on)::timestamp without time zone, '1 day'::interval) d(day))
  WHERE ((s.opening IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM banking.question q
          WHERE ((q.board_id = s.board_id) AND (q.account_id = s.account_id) AND (q.booked_on = (d.day)::date) AND (q.answered_at IS NULL))))) AND (NOT (EXISTS ( SELECT
           FROM (banking.bank_record r
             JOIN banking.confirmation c ON (((c.board_id = r.board_id) AND (c.record_id = r.id))))
          WHERE ((r.board_id = s.board_id) AND (r.account_id = s.account_id) AND (r.booked_on = (d.day)::date) AND (NOT (EXISTS ( SELECT
                   FROM banking.sighting g
                  WHERE ((g.board_id = r.board_id) AND (g.record_id = r.id) AND (g.source = 'statement'::text))))))))));
grant select on table banking.v_proven_day to cho40_app;

create view banking.v_receiving_account with (security_invoker=true) as
 SELECT board_id,
    id AS account_id,
    bin,
    number,
    holder_name,
    opening_balance,
    opened_on,
    closed_on,
    created_by,
    approved_by,
    approved_at,
    live_at,
    proof_record_id
   FROM banking.receiving_account;
grant select on table banking.v_receiving_account to cho40_app;

create view banking.v_settlement_batch with (security_invoker=true) as
 SELECT b.board_id,
    b.id AS batch_id,
    b.wallet_id,
    w.name AS wallet_name,
    w.account_id,
    b.number,
    s.lines,
    s.gross,
    s.refunds,
    s.fees,
    ((s.gross - s.refunds) - s.fees) AS net,
    s.first_on,
    s.last_on,
    p.id AS proof_id,
    p.record_id
   FROM (((banking.settlement_batch b
     JOIN banking.wallet w ON (((w.board_id = b.board_id) AND (w.id = b.wallet_id))))
     JOIN LATERAL ( SELECT count(*) AS lines,
            (COALESCE(sum(l.amount) FILTER (WHERE (l.kind = 'payment'::text)), (0)::numeric))::bigint AS gross,
            (COALESCE(sum(l.amount) FILTER (WHERE (l.kind = 'refund'::text)), (0)::numeric))::bigint AS refunds,
            (COALESCE(sum(l.fee), (0)::numeric))::bigint AS fees,
            min(l.paid_on) AS first_on,
            max(l.paid_on) AS last_on
           FROM banking.settlement_line l
          WHERE ((l.board_id = b.board_id) AND (l.batch_id = b.id))) s ON (true))
     LEFT JOIN banking.settlement_proof p ON (((p.board_id = b.board_id) AND (p.batch_id = b.id) AND (p.ended_at IS NULL))));
grant select on table banking.v_settlement_batch to cho40_app;

create view banking.v_settlement_conflict with (security_invoker=true) as
 SELECT board_id,
    file_id,
    row_number,
    batch_id,
    line_id,
    why,
    told
   FROM banking.settlement_conflict;
grant select on table banking.v_settlement_conflict to cho40_app;

create view banking.v_settlement_file with (security_invoker=true) as
 SELECT board_id,
    id AS file_id,
    wallet_id,
    file_name,
    file_sha256,
    line_count,
    imported_by_name,
    imported_at
   FROM banking.settlement_file;
grant select on table banking.v_settlement_file to cho40_app;

create view banking.v_settlement_line with (security_invoker=true) as
 SELECT board_id,
    id AS line_id,
    wallet_id,
    batch_id,
    file_id,
    row_number,
    transaction_id,
    kind,
    amount,
    fee,
    net,
    paid_at,
    paid_on,
    content,
    original_id
   FROM banking.settlement_line;
grant select on table banking.v_settlement_line to cho40_app;

create view banking.v_settlement_proof with (security_invoker=true) as
 SELECT board_id,
    id AS proof_id,
    batch_id,
    record_id,
    gross,
    refunds,
    fees,
    amount,
    proven_by_name,
    reason,
    proven_at,
    ended_at,
    ended_by_name,
    end_reason
   FROM banking.settlement_proof;
grant select on table banking.v_settlement_proof to cho40_app;

create view banking.v_sighting with (security_invoker=true) as
 SELECT board_id,
    id AS sighting_id,
    record_id,
    account_id,
    source,
    source_id,
    booked_on,
    confirms,
    delivery_id,
    statement_id,
    row_number,
    seen_at
   FROM banking.sighting;
grant select on table banking.v_sighting to cho40_app;

create view banking.v_wallet with (security_invoker=true) as
 SELECT board_id,
    id AS wallet_id,
    name,
    account_id,
    plain_words,
    counter_account,
    ended_at
   FROM banking.wallet;
grant select on table banking.v_wallet to cho40_app;

create schema billing;
grant usage on schema billing to cho40_app;

CREATE OR REPLACE FUNCTION billing.check_prefix()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtext('billing.code_prefix'));
  if exists (select from billing.code_prefix p where p.prefix <> new.prefix
      and (p.prefix like '%' || new.prefix or new.prefix like '%' || p.prefix)) then
    raise exception 'prefix % ends with another or is the end of one', new.prefix
      using errcode = 'exclusion_violation', constraint = 'code_prefix_suffix_free';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION billing.day_of(at timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
RETURN ((at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date;
grant execute on routine billing.day_of(timestamp with time zone) to cho40_app;

CREATE OR REPLACE FUNCTION billing.hold_deposits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  -- Two steps: an upsert would try a negative sum as a row of its own and be refused.
  insert into billing.deposit (board_id, lease_id, held)
    select distinct b.board_id, b.lease_id, 0
      from added n
      join billing.bill_line l on l.board_id = n.board_id and l.id = n.bill_line_id
      join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
     where l.fee_type = 'deposit'
    on conflict do nothing;
  update billing.deposit d set held = d.held + s.amount
    from (select b.board_id, b.lease_id, sum(n.amount)::bigint as amount
            from added n
            join billing.bill_line l on l.board_id = n.board_id and l.id = n.bill_line_id
            join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
           where l.fee_type = 'deposit'
           group by b.board_id, b.lease_id) s
   where d.board_id = s.board_id and d.lease_id = s.lease_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION billing.is_reading_billed(board uuid, reading uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return exists (
    select from billing.bill_line l
      join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
     where l.board_id = board and l.reading_id = reading and b.voided_at is null);
end $function$;
grant execute on routine billing.is_reading_billed(uuid,uuid) to cho40_app;

CREATE OR REPLACE FUNCTION billing.learn_sizes(coming bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if coming <= (select c.reltuples from pg_class c
                 where c.oid = 'billing.payment'::regclass) then
    return;
  end if;
  -- never waiting for another run that does it at this moment
  analyze (skip_locked) billing.payment, billing.allocation, billing.bill, billing.bill_line;
end $function$;
grant execute on routine billing.learn_sizes(bigint) to cho40_app;

CREATE OR REPLACE FUNCTION billing.lock_for_allocation(board uuid, leases uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform from tenancy.lease l
    where l.board_id = board and l.id = any (leases)
    order by l.id for no key update;
end $function$;
grant execute on routine billing.lock_for_allocation(uuid,uuid[]) to cho40_app;

CREATE OR REPLACE FUNCTION billing.move_counters()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  moved bigint;
  refused bigint;
begin
  if exists (
    select from added n
      left join billing.allocation a on a.board_id = n.board_id and a.id = n.reverses
     where n.reverses is not null and (a.reverses is not null
       or (a.payment_id, a.bill_line_id, -a.amount)
          is distinct from (n.payment_id, n.bill_line_id, n.amount))
  ) then
    raise exception 'an allocation does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'allocation_mirrors';
  end if;
  update billing.payment p set allocated = p.allocated + s.amount
    from (select n.board_id, n.payment_id, sum(n.amount)::bigint as amount
            from added n group by n.board_id, n.payment_id) s
   where p.board_id = s.board_id and p.id = s.payment_id and p.undone_at is null;
  get diagnostics moved = row_count;
  if moved <> (select count(distinct (n.board_id, n.payment_id)) from added n) then
    raise exception 'an allocation has no live payment'
      using errcode = 'check_violation', constraint = 'allocation_same_lease';
  end if;
  -- Each side by its key: as one join, planned before there are statistics, every payment met every
  -- bill (50 allocations beside 1,800 bills: over 10 s).
  with of_bill as materialized (
    select n.board_id, n.payment_id, n.amount,
           (select l.bill_id from billing.bill_line l
             where l.board_id = n.board_id and l.id = n.bill_line_id) as bill_id
      from added n
  ), elsewhere as materialized (
    select o.board_id, o.payment_id, o.bill_id, sum(o.amount)::bigint as amount
      from of_bill o
     where (select p.lease_id from billing.payment p
             where p.board_id = o.board_id and p.id = o.payment_id)
        <> (select b.lease_id from billing.bill b
             where b.board_id = o.board_id and b.id = o.bill_id)
     group by o.board_id, o.payment_id, o.bill_id
  ), counted as (
    update billing.payment_part t set given = t.given + e.amount
      from elsewhere e
     where t.board_id = e.board_id and t.payment_id = e.payment_id and t.bill_id = e.bill_id
    returning 1
  )
  select (select count(*) from elsewhere) - (select count(*) from counted) into refused;
  if refused <> 0 then
    raise exception 'an allocation pays a bill of another lease that nobody named'
      using errcode = 'check_violation', constraint = 'allocation_same_lease';
  end if;
  update billing.bill_line l set paid = l.paid + s.amount
    from (select n.board_id, n.bill_line_id, sum(n.amount)::bigint as amount
            from added n group by n.board_id, n.bill_line_id) s
   where l.board_id = s.board_id and l.id = s.bill_line_id;
  get diagnostics moved = row_count;
  if moved <> (select count(distinct (n.board_id, n.bill_line_id)) from added n) then
    raise exception 'an allocation has no bill line' using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION billing.move_deposit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (
    select from billing.deposit_use u
     where u.board_id = new.board_id and u.id = new.reverses
       and (u.reverses is not null
            or (u.lease_id, u.kind, -u.amount) <> (new.lease_id, new.kind, new.amount)
            or u.to_lease_id is distinct from new.to_lease_id)
  ) then
    raise exception 'a use of a deposit does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'deposit_use_mirrors';
  end if;
  update billing.deposit d set held = d.held - new.amount
   where d.board_id = new.board_id and d.lease_id = new.lease_id;
  if not found then
    raise exception 'a lease without a deposit' using errcode = 'check_violation';
  end if;
  if new.to_lease_id is not null then
    insert into billing.deposit (board_id, lease_id, held)
      values (new.board_id, new.to_lease_id, 0) on conflict do nothing;
    update billing.deposit d set held = d.held + new.amount
     where d.board_id = new.board_id and d.lease_id = new.to_lease_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION billing.move_refunded()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (
    select from billing.refund_part r
     where r.board_id = new.board_id and r.id = new.reverses
       and (r.reverses is not null
            or (r.refund_id, r.payment_id, -r.amount)
               <> (new.refund_id, new.payment_id, new.amount))
  ) then
    raise exception 'a part of a refund does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'refund_part_mirrors';
  end if;
  update billing.payment p set refunded = p.refunded + new.amount
   where p.board_id = new.board_id and p.id = new.payment_id and p.undone_at is null;
  if not found then
    raise exception 'a refund of a payment that does not stand' using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION billing.move_relieved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  moved bigint;
begin
  if exists (
    select from added n
      left join billing.relief_part a on a.board_id = n.board_id and a.id = n.reverses
     where n.reverses is not null and (a.reverses is not null or a.at_issue
       or (a.relief_id, a.bill_line_id, -a.amount, -a.tax_amount)
          is distinct from (n.relief_id, n.bill_line_id, n.amount, n.tax_amount))
  ) then
    raise exception 'a part of a relief does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'relief_part_mirrors';
  end if;
  if exists (
    select from added n
     where n.reverses is null and not exists (
       select from billing.relief r
         join billing.relief_target t on t.board_id = r.board_id and t.relief_id = r.id
        where r.board_id = n.board_id and r.id = n.relief_id
          and r.approved_at is not null and r.ended_at is null
          and t.lease_id = (select b.lease_id from billing.bill b
                             where b.board_id = n.board_id and b.id = (
                               select l.bill_id from billing.bill_line l
                                where l.board_id = n.board_id and l.id = n.bill_line_id)))
  ) then
    raise exception 'nobody approved this relief for the line''s lease'
      using errcode = 'check_violation', constraint = 'relief_part_is_approved';
  end if;
  update billing.bill_line l set relieved = l.relieved + s.amount
    from (select n.board_id, n.bill_line_id, sum(n.amount)::bigint as amount
            from added n where not n.at_issue group by n.board_id, n.bill_line_id) s
   where l.board_id = s.board_id and l.id = s.bill_line_id;
  get diagnostics moved = row_count;
  if moved <> (select count(distinct (n.board_id, n.bill_line_id))
                 from added n where not n.at_issue) then
    raise exception 'a part of a relief has no bill line' using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION billing.open_bills(as_of date, of_leases uuid[] DEFAULT NULL::uuid[])
 RETURNS TABLE(board_id uuid, market_id uuid, lease_id uuid, bill_id uuid, due_on date, open bigint)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 WITH bills AS (
          SELECT b_1.board_id,
             b_1.market_id,
             b_1.lease_id,
             b_1.id AS bill_id,
             b_1.due_on,
             b_1.total
            FROM billing.bill b_1
           WHERE ((b_1.issued_on <= open_bills.as_of) AND ((open_bills.of_leases IS NULL) OR (b_1.lease_id = ANY (open_bills.of_leases))) AND ((b_1.voided_at IS NULL) OR (billing.day_of(b_1.voided_at) > open_bills.as_of)))
         ), taken AS (
          SELECT l.board_id,
             l.bill_id,
             sum((l.paid + l.relieved)) AS amount
            FROM billing.bill_line l
           WHERE ((open_bills.of_leases IS NULL) OR (l.bill_id IN ( SELECT b_1.bill_id
                    FROM bills b_1)))
           GROUP BY l.board_id, l.bill_id
         ), later AS (
          SELECT l.board_id,
             l.bill_id,
             sum(e.amount) AS amount
            FROM (( SELECT a.board_id,
                     a.bill_line_id,
                     a.amount
                    FROM billing.allocation a
                   WHERE (billing.day_of(a.at) > open_bills.as_of)
                 UNION ALL
                  SELECT p.board_id,
                     p.bill_line_id,
                     p.amount
                    FROM billing.relief_part p
                   WHERE ((NOT p.at_issue) AND (billing.day_of(p.at) > open_bills.as_of))) e
              JOIN billing.bill_line l ON (((l.board_id = e.board_id) AND (l.id = e.bill_line_id))))
           GROUP BY l.board_id, l.bill_id
         ), standing AS (
          SELECT b_1.board_id,
             b_1.market_id,
             b_1.lease_id,
             b_1.bill_id,
             b_1.due_on,
             b_1.total,
             (((b_1.total)::numeric - t.amount) + COALESCE(e.amount, (0)::numeric)) AS owed
            FROM ((bills b_1
              JOIN taken t ON (((t.board_id = b_1.board_id) AND (t.bill_id = b_1.bill_id))))
              LEFT JOIN later e ON (((e.board_id = b_1.board_id) AND (e.bill_id = b_1.bill_id))))
         ), summed AS (
          SELECT s_1.board_id,
             s_1.market_id,
             s_1.lease_id,
             s_1.bill_id,
             s_1.due_on,
             s_1.total,
             s_1.owed,
             sum(s_1.owed) OVER (PARTITION BY s_1.board_id, s_1.lease_id) AS all_owed,
             sum(s_1.owed) OVER (PARTITION BY s_1.board_id, s_1.lease_id ORDER BY s_1.due_on, s_1.bill_id) AS owed_so_far
            FROM standing s_1
         ), booked AS (
          SELECT t.board_id,
             t.account,
             sum(t.amount) AS receivable
            FROM ledger.v_posting t
           WHERE ((t.account >= 'receivable/'::text) AND (t.account < 'receivable0'::text) AND (t.on_date <= open_bills.as_of) AND ((open_bills.of_leases IS NULL) OR (t.account = ANY (ARRAY( SELECT ('receivable/'::text || o.id)
                    FROM unnest(open_bills.of_leases) o(id))))))
           GROUP BY t.board_id, t.account
         )
  SELECT s.board_id,
     s.market_id,
     s.lease_id,
     s.bill_id,
     s.due_on,
     (GREATEST((0)::numeric, LEAST(s.owed, (s.owed_so_far - (s.all_owed - COALESCE(b.receivable, (0)::numeric))))))::bigint AS "greatest"
    FROM (summed s
      LEFT JOIN booked b ON (((b.board_id = s.board_id) AND (b.account = ('receivable/'::text || s.lease_id)))));
END;
grant execute on routine billing.open_bills(date,uuid[]) to cho40_app;

CREATE OR REPLACE FUNCTION billing.refuse_billed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if billing.is_reading_billed(new.board_id, new.id) then
    raise exception 'reading % stands on a bill', new.id
      using errcode = 'restrict_violation', constraint = 'meter_reading_billed';
  end if;
  return new;
end $function$;

create table billing.allocation (
  board_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  bill_line_id uuid not null,
  amount bigint not null,
  reverses uuid,
  rules_version smallint not null,
  at timestamp with time zone not null
);
alter table billing.allocation add constraint allocation_amount_check CHECK ((amount <> 0));
alter table billing.allocation add constraint allocation_board_id_bill_line_id_fkey FOREIGN KEY (board_id, bill_line_id) REFERENCES billing.bill_line(board_id, id);
alter table billing.allocation add constraint allocation_board_id_payment_id_fkey FOREIGN KEY (board_id, payment_id) REFERENCES billing.payment(board_id, id);
alter table billing.allocation add constraint allocation_board_id_reverses_fkey FOREIGN KEY (board_id, reverses) REFERENCES billing.allocation(board_id, id);
alter table billing.allocation add constraint allocation_check CHECK (((amount < 0) = (reverses IS NOT NULL)));
alter table billing.allocation add constraint allocation_pkey PRIMARY KEY (board_id, id);
CREATE INDEX allocation_line ON billing.allocation USING btree (board_id, bill_line_id);
CREATE INDEX allocation_payment ON billing.allocation USING btree (board_id, payment_id);
CREATE UNIQUE INDEX allocation_reversed_once ON billing.allocation USING btree (board_id, reverses) WHERE (reverses IS NOT NULL);
alter table billing.allocation enable row level security;
alter table billing.allocation force row level security;
create policy board_scope on billing.allocation for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.allocation FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER counters AFTER INSERT ON billing.allocation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION billing.move_counters(); -- enable always
CREATE TRIGGER deposits AFTER INSERT ON billing.allocation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION billing.hold_deposits(); -- enable always
grant insert, select on table billing.allocation to cho40_app;

create table billing.bill (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  kind text not null,
  period text not null,
  run_id uuid,
  code text not null,
  total bigint not null,
  issued_on date not null,
  due_on date not null,
  issued_at timestamp with time zone not null,
  voided_at timestamp with time zone,
  grace_days smallint not null default 10,
  made_by uuid,
  reason text,
  voided_by uuid,
  void_reason text
);
alter table billing.bill add constraint bill_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table billing.bill add constraint bill_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id) NOT ENFORCED;
alter table billing.bill add constraint bill_board_id_run_id_fkey FOREIGN KEY (board_id, run_id) REFERENCES billing.bill_run(board_id, id) NOT ENFORCED;
alter table billing.bill add constraint bill_code UNIQUE (code);
alter table billing.bill add constraint bill_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 60)));
alter table billing.bill add constraint bill_kind_check CHECK ((kind = ANY (ARRAY['monthly'::text, 'security'::text, 'opening'::text, 'adjustment'::text])));
alter table billing.bill add constraint bill_of_a_run CHECK (((kind = 'monthly'::text) = (run_id IS NOT NULL)));
alter table billing.bill add constraint bill_period_check CHECK ((period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table billing.bill add constraint bill_pkey PRIMARY KEY (board_id, id);
alter table billing.bill add constraint bill_says_why CHECK (((kind = 'monthly'::text) OR (reason IS NOT NULL)));
alter table billing.bill add constraint bill_total_check CHECK ((total >= 0));
alter table billing.bill add constraint bill_void_says_why CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
CREATE INDEX bill_lease ON billing.bill USING btree (board_id, lease_id);
CREATE INDEX bill_market ON billing.bill USING btree (board_id, market_id, period);
CREATE UNIQUE INDEX bill_one_live ON billing.bill USING btree (lease_id, period, kind) WHERE ((voided_at IS NULL) AND (kind = ANY (ARRAY['monthly'::text, 'opening'::text])));
alter table billing.bill enable row level security;
alter table billing.bill force row level security;
create policy board_scope on billing.bill for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER refers AFTER INSERT ON billing.bill REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION platform.check_references(); -- enable always
CREATE TRIGGER stays_bill_board_id_market_id_lease_id_fkey BEFORE UPDATE OF board_id, lease_id, market_id ON billing.bill FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER stays_bill_board_id_run_id_fkey BEFORE UPDATE OF board_id, run_id ON billing.bill FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER stays_bill_line_board_id_bill_id_fkey BEFORE DELETE OR UPDATE OF board_id, id OR TRUNCATE ON billing.bill FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER stays_payment_code_board_id_market_id_bill_id_fkey BEFORE DELETE OR UPDATE OF board_id, id, market_id OR TRUNCATE ON billing.bill FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.bill to cho40_app;
grant update (void_reason) on table billing.bill to cho40_app;
grant update (voided_at) on table billing.bill to cho40_app;
grant update (voided_by) on table billing.bill to cho40_app;

create table billing.bill_line (
  board_id uuid not null,
  id uuid not null,
  bill_id uuid not null,
  line_number smallint not null,
  fee_type text not null,
  tariff_id uuid,
  quantity numeric(12,3) not null,
  unit text not null,
  unit_price bigint not null,
  service_from date not null,
  service_to date not null,
  amount bigint not null,
  paid bigint not null default 0,
  tax_percent numeric(5,2),
  tax_amount bigint not null default 0,
  is_pass_through boolean not null default false,
  reading_id uuid,
  relief_amount bigint not null default 0,
  relieved bigint not null default 0
);
alter table billing.bill_line add constraint bill_line_amount_check CHECK (((amount >= 0) AND ((amount + relief_amount) > 0)));
alter table billing.bill_line add constraint bill_line_board_id_bill_id_fkey FOREIGN KEY (board_id, bill_id) REFERENCES billing.bill(board_id, id) NOT ENFORCED;
alter table billing.bill_line add constraint bill_line_board_id_tariff_id_fkey FOREIGN KEY (board_id, tariff_id) REFERENCES tariffs.tariff(board_id, id) NOT ENFORCED;
alter table billing.bill_line add constraint bill_line_check CHECK ((service_to >= service_from));
alter table billing.bill_line add constraint bill_line_fee_type_fkey FOREIGN KEY (fee_type) REFERENCES tariffs.fee_type(code) NOT ENFORCED;
alter table billing.bill_line add constraint bill_line_has_its_reading FOREIGN KEY (board_id, reading_id) REFERENCES billing.meter_reading(board_id, id) NOT ENFORCED;
alter table billing.bill_line add constraint bill_line_has_price CHECK (((tariff_id IS NULL) = (unit = ANY (ARRAY['opening'::text, 'deposit'::text]))));
alter table billing.bill_line add constraint bill_line_line_number_check CHECK ((line_number > 0));
alter table billing.bill_line add constraint bill_line_not_overpaid CHECK (((paid >= 0) AND (relieved >= 0) AND ((paid + relieved) <= amount)));
alter table billing.bill_line add constraint bill_line_number UNIQUE (board_id, bill_id, line_number);
alter table billing.bill_line add constraint bill_line_pkey PRIMARY KEY (board_id, id);
alter table billing.bill_line add constraint bill_line_quantity_check CHECK ((quantity > (0)::numeric));
alter table billing.bill_line add constraint bill_line_relief_amount_check CHECK ((relief_amount >= 0));
alter table billing.bill_line add constraint bill_line_tax_check CHECK (((tax_amount >= 0) AND (tax_amount <= amount)));
alter table billing.bill_line add constraint bill_line_tax_percent_check CHECK (((tax_percent >= (0)::numeric) AND (tax_percent <= (100)::numeric)));
alter table billing.bill_line add constraint bill_line_unit_price_check CHECK ((unit_price > 0));
CREATE INDEX bill_line_open ON billing.bill_line USING btree (board_id, bill_id) WHERE ((paid + relieved) < amount);
CREATE INDEX bill_line_reading ON billing.bill_line USING btree (board_id, reading_id) WHERE (reading_id IS NOT NULL);
alter table billing.bill_line enable row level security;
alter table billing.bill_line force row level security;
create policy board_scope on billing.bill_line for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER refers AFTER INSERT ON billing.bill_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION platform.check_references(); -- enable always
CREATE TRIGGER stays_bill_line_board_id_bill_id_fkey BEFORE UPDATE OF bill_id, board_id ON billing.bill_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER stays_bill_line_board_id_tariff_id_fkey BEFORE UPDATE OF board_id, tariff_id ON billing.bill_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER stays_bill_line_fee_type_fkey BEFORE UPDATE OF fee_type ON billing.bill_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER stays_bill_line_has_its_reading BEFORE UPDATE OF board_id, reading_id ON billing.bill_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.bill_line to cho40_app;

create table billing.bill_print (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  zone_id uuid,
  period text not null,
  state text not null default 'waiting'::text,
  bill_count integer,
  printed integer not null default 0,
  file bytea,
  made_by uuid,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table billing.bill_print add constraint bill_print_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table billing.bill_print add constraint bill_print_board_id_market_id_zone_id_fkey FOREIGN KEY (board_id, market_id, zone_id) REFERENCES markets.zone(board_id, market_id, id);
alter table billing.bill_print add constraint bill_print_period_check CHECK ((period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table billing.bill_print add constraint bill_print_pkey PRIMARY KEY (board_id, id);
alter table billing.bill_print add constraint bill_print_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'printing'::text, 'done'::text, 'failed'::text])));
alter table billing.bill_print enable row level security;
alter table billing.bill_print force row level security;
create policy board_scope on billing.bill_print for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.bill_print to cho40_app;
grant update (bill_count) on table billing.bill_print to cho40_app;
grant update (ended_at) on table billing.bill_print to cho40_app;
grant update (file) on table billing.bill_print to cho40_app;
grant update (printed) on table billing.bill_print to cho40_app;
grant update (state) on table billing.bill_print to cho40_app;

create table billing.bill_run (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  period text not null,
  issued_by uuid,
  issued_at timestamp with time zone not null,
  bill_count integer not null,
  total bigint not null
);
alter table billing.bill_run add constraint bill_run_bill_count_check CHECK ((bill_count >= 0));
alter table billing.bill_run add constraint bill_run_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table billing.bill_run add constraint bill_run_period_check CHECK ((period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table billing.bill_run add constraint bill_run_pkey PRIMARY KEY (board_id, id);
alter table billing.bill_run add constraint bill_run_total_check CHECK ((total >= 0));
alter table billing.bill_run enable row level security;
alter table billing.bill_run force row level security;
create policy board_scope on billing.bill_run for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.bill_run FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER stays_bill_board_id_run_id_fkey BEFORE DELETE OR UPDATE OF board_id, id OR TRUNCATE ON billing.bill_run FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.bill_run to cho40_app;

create table billing.code_prefix (
  prefix text not null,
  board_id uuid not null,
  market_id uuid not null,
  scramble_key bigint not null,
  next_bill_serial integer not null default 0,
  next_stall_serial integer not null default 0,
  retired_on date,
  next_ticket_serial integer not null default 0
);
alter table billing.code_prefix add constraint code_prefix_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table billing.code_prefix add constraint code_prefix_next_bill_serial_check CHECK (((next_bill_serial >= 0) AND (next_bill_serial <= 10000000)));
alter table billing.code_prefix add constraint code_prefix_next_stall_serial_check CHECK (((next_stall_serial >= 0) AND (next_stall_serial <= 10000000)));
alter table billing.code_prefix add constraint code_prefix_next_ticket_serial_check CHECK (((next_ticket_serial >= 0) AND (next_ticket_serial <= 10000000)));
alter table billing.code_prefix add constraint code_prefix_pkey PRIMARY KEY (prefix);
alter table billing.code_prefix add constraint code_prefix_prefix_check CHECK ((prefix ~ '^[A-Z]{2,5}$'::text));
alter table billing.code_prefix add constraint code_prefix_scramble_key_check CHECK (((scramble_key >= 0) AND (scramble_key <= '9007199254740991'::bigint)));
CREATE UNIQUE INDEX code_prefix_live ON billing.code_prefix USING btree (market_id) WHERE (retired_on IS NULL);
CREATE TRIGGER suffix_free BEFORE INSERT ON billing.code_prefix FOR EACH ROW EXECUTE FUNCTION billing.check_prefix();
grant insert, select on table billing.code_prefix to cho40_app;
grant update (next_bill_serial) on table billing.code_prefix to cho40_app;
grant update (next_stall_serial) on table billing.code_prefix to cho40_app;
grant update (next_ticket_serial) on table billing.code_prefix to cho40_app;
grant update (retired_on) on table billing.code_prefix to cho40_app;

create table billing.debt_paper (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  kind text not null,
  level smallint,
  year smallint not null,
  serial integer not null,
  number text not null,
  as_of date not null,
  pay_by date,
  amount bigint not null,
  lines jsonb not null,
  made_by uuid,
  made_at timestamp with time zone not null
);
alter table billing.debt_paper add constraint debt_paper_amount_check CHECK ((amount >= 0));
alter table billing.debt_paper add constraint debt_paper_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table billing.debt_paper add constraint debt_paper_check CHECK ((((kind = 'notice'::text) = (level IS NOT NULL)) AND ((kind = 'notice'::text) = (pay_by IS NOT NULL))));
alter table billing.debt_paper add constraint debt_paper_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'confirmation'::text])));
alter table billing.debt_paper add constraint debt_paper_level_check CHECK (((level >= 1) AND (level <= 3)));
alter table billing.debt_paper add constraint debt_paper_pkey PRIMARY KEY (board_id, id);
alter table billing.debt_paper add constraint debt_paper_serial UNIQUE (board_id, kind, year, serial);
alter table billing.debt_paper add constraint debt_paper_serial_check CHECK ((serial > 0));
alter table billing.debt_paper add constraint debt_paper_year_check CHECK (((year >= 2000) AND (year <= 2999)));
CREATE INDEX debt_paper_lease ON billing.debt_paper USING btree (board_id, lease_id);
CREATE INDEX debt_paper_market ON billing.debt_paper USING btree (board_id, market_id, made_at);
alter table billing.debt_paper enable row level security;
alter table billing.debt_paper force row level security;
create policy board_scope on billing.debt_paper for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.debt_paper FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.debt_paper to cho40_app;

create table billing.deposit (
  board_id uuid not null,
  lease_id uuid not null,
  held bigint not null
);
alter table billing.deposit add constraint deposit_board_id_lease_id_fkey FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id);
alter table billing.deposit add constraint deposit_not_overused CHECK ((held >= 0));
alter table billing.deposit add constraint deposit_pkey PRIMARY KEY (board_id, lease_id);
alter table billing.deposit enable row level security;
alter table billing.deposit force row level security;
create policy board_scope on billing.deposit for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant select on table billing.deposit to cho40_app;

create table billing.deposit_use (
  board_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  kind text not null,
  amount bigint not null,
  reason text not null,
  on_date date not null,
  made_by uuid,
  at timestamp with time zone not null,
  reverses uuid,
  to_lease_id uuid
);
alter table billing.deposit_use add constraint deposit_use_amount_check CHECK ((amount <> 0));
alter table billing.deposit_use add constraint deposit_use_board_id_id_lease_id_amount_key UNIQUE (board_id, id, lease_id, amount);
alter table billing.deposit_use add constraint deposit_use_board_id_lease_id_fkey FOREIGN KEY (board_id, lease_id) REFERENCES billing.deposit(board_id, lease_id);
alter table billing.deposit_use add constraint deposit_use_board_id_reverses_fkey FOREIGN KEY (board_id, reverses) REFERENCES billing.deposit_use(board_id, id);
alter table billing.deposit_use add constraint deposit_use_board_id_to_lease_id_fkey FOREIGN KEY (board_id, to_lease_id) REFERENCES tenancy.lease(board_id, id);
alter table billing.deposit_use add constraint deposit_use_carried CHECK (((kind = 'carry-over'::text) = (to_lease_id IS NOT NULL)));
alter table billing.deposit_use add constraint deposit_use_check CHECK (((amount < 0) = (reverses IS NOT NULL)));
alter table billing.deposit_use add constraint deposit_use_kind_check CHECK ((kind = ANY (ARRAY['set-off'::text, 'give-back'::text, 'carry-over'::text])));
alter table billing.deposit_use add constraint deposit_use_pkey PRIMARY KEY (board_id, id);
alter table billing.deposit_use add constraint deposit_use_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
alter table billing.deposit_use add constraint deposit_use_reversed_once UNIQUE (board_id, reverses);
CREATE INDEX deposit_use_carried_to ON billing.deposit_use USING btree (board_id, to_lease_id) WHERE (to_lease_id IS NOT NULL);
CREATE INDEX deposit_use_lease ON billing.deposit_use USING btree (board_id, lease_id);
alter table billing.deposit_use enable row level security;
alter table billing.deposit_use force row level security;
create policy board_scope on billing.deposit_use for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.deposit_use FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER counter AFTER INSERT ON billing.deposit_use FOR EACH ROW EXECUTE FUNCTION billing.move_deposit(); -- enable always
grant insert, select on table billing.deposit_use to cho40_app;

create table billing.e_invoice (
  board_id uuid not null,
  bill_id uuid not null,
  market_id uuid not null,
  state text not null,
  provider text not null,
  series text,
  number text,
  issued_on date,
  answer text,
  attempts smallint not null default 0,
  next_at timestamp with time zone not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone
);
alter table billing.e_invoice add constraint e_invoice_board_id_market_id_bill_id_fkey FOREIGN KEY (board_id, market_id, bill_id) REFERENCES billing.bill(board_id, market_id, id);
alter table billing.e_invoice add constraint e_invoice_check CHECK ((((state = 'issued'::text) = (number IS NOT NULL)) AND ((state = 'issued'::text) = (issued_on IS NOT NULL))));
alter table billing.e_invoice add constraint e_invoice_pkey PRIMARY KEY (board_id, bill_id);
alter table billing.e_invoice add constraint e_invoice_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'issued'::text, 'failed'::text])));
CREATE INDEX e_invoice_due ON billing.e_invoice USING btree (board_id, next_at) WHERE (state = 'requested'::text);
CREATE UNIQUE INDEX e_invoice_number ON billing.e_invoice USING btree (board_id, provider, series, number) NULLS NOT DISTINCT WHERE (state = 'issued'::text);
alter table billing.e_invoice enable row level security;
alter table billing.e_invoice force row level security;
create policy board_scope on billing.e_invoice for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.e_invoice to cho40_app;
grant update (answer) on table billing.e_invoice to cho40_app;
grant update (answered_at) on table billing.e_invoice to cho40_app;
grant update (asked_at) on table billing.e_invoice to cho40_app;
grant update (asked_by) on table billing.e_invoice to cho40_app;
grant update (attempts) on table billing.e_invoice to cho40_app;
grant update (issued_on) on table billing.e_invoice to cho40_app;
grant update (next_at) on table billing.e_invoice to cho40_app;
grant update (number) on table billing.e_invoice to cho40_app;
grant update (provider) on table billing.e_invoice to cho40_app;
grant update (series) on table billing.e_invoice to cho40_app;
grant update (state) on table billing.e_invoice to cho40_app;

create table billing.journal_account (
  board_id uuid not null,
  path text not null,
  number text not null,
  changed_by uuid,
  changed_at timestamp with time zone not null
);
alter table billing.journal_account add constraint journal_account_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table billing.journal_account add constraint journal_account_number_check CHECK ((number ~ '^[0-9]{3,10}$'::text));
alter table billing.journal_account add constraint journal_account_path_check CHECK ((path ~ '^[a-z]'::text));
alter table billing.journal_account add constraint journal_account_pkey PRIMARY KEY (board_id, path);
alter table billing.journal_account enable row level security;
alter table billing.journal_account force row level security;
create policy board_scope on billing.journal_account for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant delete, insert, select, update on table billing.journal_account to cho40_app;

create table billing.meter (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  fee_type text not null,
  code text not null,
  stall_id uuid,
  zone_id uuid,
  digits smallint not null default 5,
  multiplier smallint not null default 1,
  installed_on date not null,
  first_value numeric(12,2) not null,
  removed_on date,
  replaces uuid,
  created_by uuid,
  created_at timestamp with time zone not null default now()
);
alter table billing.meter add constraint meter_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table billing.meter add constraint meter_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table billing.meter add constraint meter_board_id_market_id_replaces_fkey FOREIGN KEY (board_id, market_id, replaces) REFERENCES billing.meter(board_id, market_id, id);
alter table billing.meter add constraint meter_board_id_market_id_stall_id_fkey FOREIGN KEY (board_id, market_id, stall_id) REFERENCES markets.stall(board_id, market_id, id);
alter table billing.meter add constraint meter_board_id_market_id_zone_id_fkey FOREIGN KEY (board_id, market_id, zone_id) REFERENCES markets.zone(board_id, market_id, id);
alter table billing.meter add constraint meter_check CHECK ((removed_on >= installed_on));
alter table billing.meter add constraint meter_check1 CHECK (((stall_id IS NULL) OR (zone_id IS NULL)));
alter table billing.meter add constraint meter_check2 CHECK (((first_value)::double precision < power((10)::double precision, (digits)::double precision)));
alter table billing.meter add constraint meter_code_check CHECK (((length(btrim(code)) >= 1) AND (length(btrim(code)) <= 30)));
alter table billing.meter add constraint meter_digits_check CHECK (((digits >= 3) AND (digits <= 9)));
alter table billing.meter add constraint meter_fee_type_check CHECK ((fee_type = ANY (ARRAY['electricity'::text, 'water'::text])));
alter table billing.meter add constraint meter_first_value_check CHECK ((first_value >= (0)::numeric));
alter table billing.meter add constraint meter_multiplier_check CHECK (((multiplier >= 1) AND (multiplier <= 2000)));
alter table billing.meter add constraint meter_pkey PRIMARY KEY (board_id, id);
alter table billing.meter add constraint meter_replaced_once UNIQUE (board_id, replaces);
CREATE UNIQUE INDEX meter_code ON billing.meter USING btree (board_id, market_id, fee_type, code) WHERE (removed_on IS NULL);
CREATE INDEX meter_stall ON billing.meter USING btree (board_id, stall_id);
alter table billing.meter enable row level security;
alter table billing.meter force row level security;
create policy board_scope on billing.meter for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.meter to cho40_app;
grant update (removed_on) on table billing.meter to cho40_app;

create table billing.meter_correction (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  reading_id uuid not null,
  value numeric(12,2) not null,
  has_rolled_over boolean not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  outcome text
);
alter table billing.meter_correction add constraint meter_correction_board_id_market_id_reading_id_fkey FOREIGN KEY (board_id, market_id, reading_id) REFERENCES billing.meter_reading(board_id, market_id, id);
alter table billing.meter_correction add constraint meter_correction_check CHECK ((((decided_by IS NULL) = (outcome IS NULL)) AND ((decided_at IS NULL) = (outcome IS NULL))));
alter table billing.meter_correction add constraint meter_correction_needs_two_people CHECK ((decided_by <> requested_by));
alter table billing.meter_correction add constraint meter_correction_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text])));
alter table billing.meter_correction add constraint meter_correction_pkey PRIMARY KEY (board_id, id);
alter table billing.meter_correction add constraint meter_correction_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
alter table billing.meter_correction add constraint meter_correction_value_check CHECK ((value >= (0)::numeric));
CREATE UNIQUE INDEX meter_correction_open ON billing.meter_correction USING btree (board_id, reading_id) WHERE (outcome IS NULL);
alter table billing.meter_correction enable row level security;
alter table billing.meter_correction force row level security;
create policy board_scope on billing.meter_correction for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.meter_correction to cho40_app;
grant update (decided_at) on table billing.meter_correction to cho40_app;
grant update (decided_by) on table billing.meter_correction to cho40_app;
grant update (outcome) on table billing.meter_correction to cho40_app;

create table billing.meter_photo (
  board_id uuid not null,
  reading_id uuid not null,
  media_type text not null,
  bytes bytea not null,
  taken_by uuid,
  taken_at timestamp with time zone not null
);
alter table billing.meter_photo add constraint meter_photo_board_id_reading_id_fkey FOREIGN KEY (board_id, reading_id) REFERENCES billing.meter_reading(board_id, id);
alter table billing.meter_photo add constraint meter_photo_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 2000000)));
alter table billing.meter_photo add constraint meter_photo_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text])));
alter table billing.meter_photo add constraint meter_photo_pkey PRIMARY KEY (board_id, reading_id);
alter table billing.meter_photo enable row level security;
alter table billing.meter_photo force row level security;
create policy board_scope on billing.meter_photo for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.meter_photo FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.meter_photo to cho40_app;

create table billing.meter_reading (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  meter_id uuid not null,
  month text not null,
  read_on date not null,
  occasion text not null,
  kind text not null,
  value numeric(12,2) not null,
  has_rolled_over boolean not null,
  service_from date not null,
  usage numeric(12,2) not null,
  charged_to numeric(12,2) not null,
  known_value numeric(12,2) not null,
  corrects uuid,
  superseded_at timestamp with time zone,
  read_by uuid,
  recorded_at timestamp with time zone not null
);
alter table billing.meter_reading add constraint meter_reading_board_id_corrects_fkey FOREIGN KEY (board_id, corrects) REFERENCES billing.meter_reading(board_id, id);
alter table billing.meter_reading add constraint meter_reading_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table billing.meter_reading add constraint meter_reading_board_id_market_id_meter_id_fkey FOREIGN KEY (board_id, market_id, meter_id) REFERENCES billing.meter(board_id, market_id, id);
alter table billing.meter_reading add constraint meter_reading_charged_to_check CHECK ((charged_to >= (0)::numeric));
alter table billing.meter_reading add constraint meter_reading_check CHECK ((service_from <= read_on));
alter table billing.meter_reading add constraint meter_reading_corrected_once UNIQUE (board_id, corrects);
alter table billing.meter_reading add constraint meter_reading_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'estimated'::text])));
alter table billing.meter_reading add constraint meter_reading_known_value_check CHECK ((known_value >= (0)::numeric));
alter table billing.meter_reading add constraint meter_reading_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table billing.meter_reading add constraint meter_reading_occasion_check CHECK ((occasion = ANY (ARRAY['sheet'::text, 'handover'::text, 'removal'::text])));
alter table billing.meter_reading add constraint meter_reading_pkey PRIMARY KEY (board_id, id);
alter table billing.meter_reading add constraint meter_reading_usage_check CHECK ((usage >= (0)::numeric));
alter table billing.meter_reading add constraint meter_reading_value_check CHECK ((value >= (0)::numeric));
CREATE INDEX meter_reading_month ON billing.meter_reading USING btree (board_id, market_id, month);
CREATE UNIQUE INDEX meter_reading_one_a_day ON billing.meter_reading USING btree (board_id, meter_id, read_on) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX meter_reading_one_a_sheet ON billing.meter_reading USING btree (board_id, meter_id, month) WHERE ((superseded_at IS NULL) AND (occasion = 'sheet'::text));
alter table billing.meter_reading enable row level security;
alter table billing.meter_reading force row level security;
create policy board_scope on billing.meter_reading for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER billed BEFORE UPDATE ON billing.meter_reading FOR EACH ROW EXECUTE FUNCTION billing.refuse_billed();
CREATE TRIGGER stays_bill_line_has_its_reading BEFORE DELETE OR UPDATE OF board_id, id OR TRUNCATE ON billing.meter_reading FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.meter_reading to cho40_app;
grant update (superseded_at) on table billing.meter_reading to cho40_app;

create table billing.payment (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid,
  source text not null,
  record_id uuid,
  record_direction text generated always as (
CASE source
    WHEN 'bank'::text THEN 'in'::text
    ELSE NULL::text
END) stored,
  receipt_id uuid,
  amount bigint not null,
  allocated bigint not null default 0,
  paid_at timestamp with time zone not null,
  booked_on date not null,
  recorded_at timestamp with time zone not null,
  reason text not null,
  evidence jsonb not null default '{}'::jsonb,
  rules_version smallint not null,
  undone_at timestamp with time zone,
  undone_reason text,
  deposit_use_id uuid,
  ticket_id uuid,
  refunded bigint not null default 0,
  settlement_line_id uuid,
  settlement_kind text generated always as (
CASE source
    WHEN 'settlement'::text THEN 'payment'::text
    ELSE NULL::text
END) stored,
  ticket_amount bigint
);
alter table billing.payment add constraint payment_amount_check CHECK ((amount > 0));
alter table billing.payment add constraint payment_board_id_id_amount_key UNIQUE (board_id, id, amount);
alter table billing.payment add constraint payment_check CHECK (((source = 'bank'::text) = (record_id IS NOT NULL)));
alter table billing.payment add constraint payment_check1 CHECK (((source = 'cash'::text) = (receipt_id IS NOT NULL)));
alter table billing.payment add constraint payment_check2 CHECK (((undone_at IS NULL) OR (allocated = 0)));
alter table billing.payment add constraint payment_has_lease FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table billing.payment add constraint payment_is_its_deposit_use FOREIGN KEY (board_id, deposit_use_id, lease_id, amount) REFERENCES billing.deposit_use(board_id, id, lease_id, amount);
alter table billing.payment add constraint payment_is_its_line FOREIGN KEY (board_id, settlement_line_id, amount, settlement_kind) REFERENCES banking.settlement_line(board_id, id, amount, kind);
alter table billing.payment add constraint payment_is_its_record FOREIGN KEY (board_id, record_id, amount, record_direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table billing.payment add constraint payment_is_its_ticket FOREIGN KEY (board_id, market_id, ticket_id, ticket_amount) REFERENCES billing.ticket(board_id, market_id, id, amount);
alter table billing.payment add constraint payment_knows_its_ticket CHECK (((ticket_id IS NULL) = (ticket_amount IS NULL)));
alter table billing.payment add constraint payment_not_overallocated CHECK (((allocated >= 0) AND (allocated <= amount)));
alter table billing.payment add constraint payment_not_overgiven CHECK (((refunded >= 0) AND ((allocated + refunded) <= amount)));
alter table billing.payment add constraint payment_of_another_sum_by_word CHECK (((ticket_amount = amount) OR ((source = 'bank'::text) AND (reason = 'person'::text))));
alter table billing.payment add constraint payment_of_deposit CHECK (((source = 'deposit'::text) = (deposit_use_id IS NOT NULL)));
alter table billing.payment add constraint payment_of_lease_or_ticket CHECK (((lease_id IS NULL) <> (ticket_id IS NULL)));
alter table billing.payment add constraint payment_of_settlement CHECK (((source = 'settlement'::text) = (settlement_line_id IS NOT NULL)));
alter table billing.payment add constraint payment_pkey PRIMARY KEY (board_id, id);
alter table billing.payment add constraint payment_source_check CHECK ((source = ANY (ARRAY['bank'::text, 'cash'::text, 'deposit'::text, 'settlement'::text])));
alter table billing.payment add constraint payment_undone_has_no_refund CHECK (((undone_at IS NULL) OR (refunded = 0)));
CREATE INDEX payment_credit ON billing.payment USING btree (board_id, lease_id) WHERE ((allocated < amount) AND (undone_at IS NULL));
CREATE INDEX payment_lease ON billing.payment USING btree (board_id, lease_id);
CREATE INDEX payment_market_day ON billing.payment USING btree (board_id, market_id, booked_on);
CREATE UNIQUE INDEX payment_one_per_deposit_use ON billing.payment USING btree (board_id, deposit_use_id) WHERE ((undone_at IS NULL) AND (deposit_use_id IS NOT NULL));
CREATE UNIQUE INDEX payment_one_per_line ON billing.payment USING btree (board_id, settlement_line_id) WHERE ((undone_at IS NULL) AND (settlement_line_id IS NOT NULL));
CREATE UNIQUE INDEX payment_one_per_receipt ON billing.payment USING btree (board_id, receipt_id) WHERE ((undone_at IS NULL) AND (receipt_id IS NOT NULL));
CREATE UNIQUE INDEX payment_one_per_record ON billing.payment USING btree (board_id, record_id) WHERE ((undone_at IS NULL) AND (record_id IS NOT NULL));
CREATE UNIQUE INDEX payment_one_per_ticket ON billing.payment USING btree (board_id, ticket_id) WHERE ((undone_at IS NULL) AND (ticket_id IS NOT NULL));
alter table billing.payment enable row level security;
alter table billing.payment force row level security;
create policy board_scope on billing.payment for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.payment to cho40_app;
grant update (undone_at) on table billing.payment to cho40_app;
grant update (undone_reason) on table billing.payment to cho40_app;

create table billing.payment_code (
  code text not null,
  board_id uuid not null,
  market_id uuid not null,
  kind text not null,
  bill_id uuid,
  stall_id uuid,
  created_at timestamp with time zone not null,
  ticket_id uuid
);
alter table billing.payment_code add constraint payment_code_board_id_market_id_bill_id_fkey FOREIGN KEY (board_id, market_id, bill_id) REFERENCES billing.bill(board_id, market_id, id) DEFERRABLE INITIALLY DEFERRED NOT ENFORCED;
alter table billing.payment_code add constraint payment_code_board_id_market_id_stall_id_fkey FOREIGN KEY (board_id, market_id, stall_id) REFERENCES markets.stall(board_id, market_id, id);
alter table billing.payment_code add constraint payment_code_board_id_market_id_ticket_id_fkey FOREIGN KEY (board_id, market_id, ticket_id) REFERENCES billing.ticket(board_id, market_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table billing.payment_code add constraint payment_code_code_check CHECK ((code ~ '^[A-Z]{2,5}[1-3][0-9]{9}$'::text));
alter table billing.payment_code add constraint payment_code_kind_check CHECK ((kind = ANY (ARRAY['bill'::text, 'stall'::text, 'ticket'::text])));
alter table billing.payment_code add constraint payment_code_names_its_kind CHECK ((((kind = 'bill'::text) = (bill_id IS NOT NULL)) AND ((kind = 'stall'::text) = (stall_id IS NOT NULL)) AND ((kind = 'ticket'::text) = (ticket_id IS NOT NULL))));
alter table billing.payment_code add constraint payment_code_pkey PRIMARY KEY (code);
CREATE UNIQUE INDEX payment_code_bill ON billing.payment_code USING btree (board_id, bill_id) WHERE (bill_id IS NOT NULL);
CREATE UNIQUE INDEX payment_code_stall ON billing.payment_code USING btree (board_id, stall_id) WHERE (stall_id IS NOT NULL);
CREATE UNIQUE INDEX payment_code_ticket ON billing.payment_code USING btree (board_id, ticket_id) WHERE (ticket_id IS NOT NULL);
alter table billing.payment_code enable row level security;
alter table billing.payment_code force row level security;
create policy board_scope on billing.payment_code for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.payment_code FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER refers AFTER INSERT ON billing.payment_code REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION platform.check_references(); -- enable always
CREATE TRIGGER stays_payment_code_board_id_market_id_bill_id_fkey BEFORE UPDATE OF bill_id, board_id, market_id ON billing.payment_code FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.payment_code to cho40_app;

create table billing.payment_part (
  board_id uuid not null,
  payment_id uuid not null,
  bill_id uuid not null,
  amount bigint not null,
  given bigint not null default 0
);
alter table billing.payment_part add constraint payment_part_amount_check CHECK ((amount > 0));
alter table billing.payment_part add constraint payment_part_board_id_bill_id_fkey FOREIGN KEY (board_id, bill_id) REFERENCES billing.bill(board_id, id);
alter table billing.payment_part add constraint payment_part_board_id_payment_id_fkey FOREIGN KEY (board_id, payment_id) REFERENCES billing.payment(board_id, id);
alter table billing.payment_part add constraint payment_part_not_exceeded CHECK (((given >= 0) AND (given <= amount)));
alter table billing.payment_part add constraint payment_part_pkey PRIMARY KEY (board_id, payment_id, bill_id);
CREATE INDEX payment_part_bill ON billing.payment_part USING btree (board_id, bill_id);
alter table billing.payment_part enable row level security;
alter table billing.payment_part force row level security;
create policy board_scope on billing.payment_part for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant select on table billing.payment_part to cho40_app;
grant insert (amount) on table billing.payment_part to cho40_app;
grant insert (bill_id) on table billing.payment_part to cho40_app;
grant insert (board_id) on table billing.payment_part to cho40_app;
grant insert (payment_id) on table billing.payment_part to cho40_app;

create table billing.refund_part (
  board_id uuid not null,
  id uuid not null,
  refund_id uuid not null,
  payment_id uuid not null,
  amount bigint not null,
  reverses uuid,
  at timestamp with time zone not null
);
alter table billing.refund_part add constraint refund_part_amount_check CHECK ((amount <> 0));
alter table billing.refund_part add constraint refund_part_board_id_payment_id_fkey FOREIGN KEY (board_id, payment_id) REFERENCES billing.payment(board_id, id);
alter table billing.refund_part add constraint refund_part_board_id_reverses_fkey FOREIGN KEY (board_id, reverses) REFERENCES billing.refund_part(board_id, id);
alter table billing.refund_part add constraint refund_part_check CHECK (((amount < 0) = (reverses IS NOT NULL)));
alter table billing.refund_part add constraint refund_part_pkey PRIMARY KEY (board_id, id);
alter table billing.refund_part add constraint refund_part_reversed_once UNIQUE (board_id, reverses);
CREATE INDEX refund_part_payment ON billing.refund_part USING btree (board_id, payment_id);
CREATE INDEX refund_part_refund ON billing.refund_part USING btree (board_id, refund_id);
alter table billing.refund_part enable row level security;
alter table billing.refund_part force row level security;
create policy board_scope on billing.refund_part for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.refund_part FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER counter AFTER INSERT ON billing.refund_part FOR EACH ROW EXECUTE FUNCTION billing.move_refunded(); -- enable always
grant insert, select on table billing.refund_part to cho40_app;

create table billing.relief (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  kind text not null,
  document text not null,
  document_on date not null,
  reason text not null,
  percent numeric(5,2),
  amount bigint,
  fee_type text,
  from_on date,
  to_on date,
  zone_id uuid,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text
);
alter table billing.relief add constraint relief_amount_check CHECK ((amount > 0));
alter table billing.relief add constraint relief_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table billing.relief add constraint relief_board_id_market_id_zone_id_fkey FOREIGN KEY (board_id, market_id, zone_id) REFERENCES markets.zone(board_id, market_id, id);
alter table billing.relief add constraint relief_check CHECK ((to_on >= from_on));
alter table billing.relief add constraint relief_check1 CHECK ((((kind = 'relief'::text) = (from_on IS NOT NULL)) AND ((from_on IS NULL) = (to_on IS NULL))));
alter table billing.relief add constraint relief_check2 CHECK (
CASE kind
    WHEN 'relief'::text THEN (num_nonnulls(percent, amount) = 1)
    WHEN 'correction'::text THEN ((percent IS NULL) AND (amount IS NOT NULL))
    ELSE (num_nonnulls(percent, amount, fee_type) = 0)
END);
alter table billing.relief add constraint relief_check3 CHECK (((approved_by IS NULL) = (approved_at IS NULL)));
alter table billing.relief add constraint relief_check4 CHECK (((ended_at IS NULL) = (end_reason IS NULL)));
alter table billing.relief add constraint relief_document_check CHECK (((length(btrim(document)) >= 3) AND (length(btrim(document)) <= 100)));
alter table billing.relief add constraint relief_fee_type_fkey FOREIGN KEY (fee_type) REFERENCES tariffs.fee_type(code);
alter table billing.relief add constraint relief_kind_check CHECK ((kind = ANY (ARRAY['relief'::text, 'correction'::text, 'write-off'::text])));
alter table billing.relief add constraint relief_needs_two_people CHECK ((approved_by <> proposed_by));
alter table billing.relief add constraint relief_percent_check CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric)));
alter table billing.relief add constraint relief_pkey PRIMARY KEY (board_id, id);
alter table billing.relief add constraint relief_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
CREATE INDEX relief_market ON billing.relief USING btree (board_id, market_id, proposed_at);
alter table billing.relief enable row level security;
alter table billing.relief force row level security;
create policy board_scope on billing.relief for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.relief to cho40_app;
grant update (approved_at) on table billing.relief to cho40_app;
grant update (approved_by) on table billing.relief to cho40_app;
grant update (end_reason) on table billing.relief to cho40_app;
grant update (ended_at) on table billing.relief to cho40_app;
grant update (ended_by) on table billing.relief to cho40_app;

create table billing.relief_part (
  board_id uuid not null,
  id uuid not null,
  relief_id uuid not null,
  bill_line_id uuid not null,
  amount bigint not null,
  tax_amount bigint not null default 0,
  at_issue boolean not null,
  reverses uuid,
  at timestamp with time zone not null
);
alter table billing.relief_part add constraint relief_part_amount_check CHECK ((amount <> 0));
alter table billing.relief_part add constraint relief_part_board_id_bill_line_id_fkey FOREIGN KEY (board_id, bill_line_id) REFERENCES billing.bill_line(board_id, id);
alter table billing.relief_part add constraint relief_part_board_id_relief_id_fkey FOREIGN KEY (board_id, relief_id) REFERENCES billing.relief(board_id, id);
alter table billing.relief_part add constraint relief_part_board_id_reverses_fkey FOREIGN KEY (board_id, reverses) REFERENCES billing.relief_part(board_id, id);
alter table billing.relief_part add constraint relief_part_check CHECK ((abs(tax_amount) <= abs(amount)));
alter table billing.relief_part add constraint relief_part_check1 CHECK (((amount < 0) = (reverses IS NOT NULL)));
alter table billing.relief_part add constraint relief_part_check2 CHECK (((NOT at_issue) OR (reverses IS NULL)));
alter table billing.relief_part add constraint relief_part_pkey PRIMARY KEY (board_id, id);
alter table billing.relief_part add constraint relief_part_reversed_once UNIQUE (board_id, reverses);
CREATE UNIQUE INDEX relief_part_at_issue ON billing.relief_part USING btree (board_id, relief_id, bill_line_id) WHERE at_issue;
CREATE INDEX relief_part_line ON billing.relief_part USING btree (board_id, bill_line_id);
CREATE INDEX relief_part_relief ON billing.relief_part USING btree (board_id, relief_id);
alter table billing.relief_part enable row level security;
alter table billing.relief_part force row level security;
create policy board_scope on billing.relief_part for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.relief_part FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER counters AFTER INSERT ON billing.relief_part REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION billing.move_relieved(); -- enable always
grant insert, select on table billing.relief_part to cho40_app;

create table billing.relief_target (
  board_id uuid not null,
  relief_id uuid not null,
  lease_id uuid not null,
  bill_id uuid
);
alter table billing.relief_target add constraint relief_target_board_id_bill_id_fkey FOREIGN KEY (board_id, bill_id) REFERENCES billing.bill(board_id, id);
alter table billing.relief_target add constraint relief_target_board_id_lease_id_fkey FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id);
alter table billing.relief_target add constraint relief_target_board_id_relief_id_fkey FOREIGN KEY (board_id, relief_id) REFERENCES billing.relief(board_id, id);
alter table billing.relief_target add constraint relief_target_once UNIQUE NULLS NOT DISTINCT (board_id, relief_id, lease_id, bill_id);
CREATE INDEX relief_target_lease ON billing.relief_target USING btree (board_id, lease_id);
alter table billing.relief_target enable row level security;
alter table billing.relief_target force row level security;
create policy board_scope on billing.relief_target for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.relief_target FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table billing.relief_target to cho40_app;

create table billing.reminder (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  vendor_id uuid not null,
  occasion text not null,
  body text not null,
  due bigint not null,
  state text not null default 'waiting'::text,
  attempts smallint not null default 0,
  next_at timestamp with time zone not null,
  claimed_until timestamp with time zone,
  sender text,
  answer text,
  asked_by uuid,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table billing.reminder add constraint reminder_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table billing.reminder add constraint reminder_board_id_vendor_id_fkey FOREIGN KEY (board_id, vendor_id) REFERENCES tenancy.vendor(board_id, id);
alter table billing.reminder add constraint reminder_body_check CHECK (((length(body) >= 1) AND (length(body) <= 600)));
alter table billing.reminder add constraint reminder_check CHECK (((state = 'sending'::text) = (claimed_until IS NOT NULL)));
alter table billing.reminder add constraint reminder_check1 CHECK (((state = ANY (ARRAY['waiting'::text, 'sending'::text])) = (ended_at IS NULL)));
alter table billing.reminder add constraint reminder_due_check CHECK ((due > 0));
alter table billing.reminder add constraint reminder_occasion_check CHECK (((length(occasion) >= 3) AND (length(occasion) <= 60)));
alter table billing.reminder add constraint reminder_once UNIQUE (board_id, lease_id, occasion);
alter table billing.reminder add constraint reminder_pkey PRIMARY KEY (board_id, id);
alter table billing.reminder add constraint reminder_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'unknown'::text, 'dropped'::text])));
CREATE INDEX reminder_due ON billing.reminder USING btree (board_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX reminder_made ON billing.reminder USING btree (board_id, market_id, made_at);
alter table billing.reminder enable row level security;
alter table billing.reminder force row level security;
create policy board_scope on billing.reminder for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.reminder to cho40_app;
grant update (answer) on table billing.reminder to cho40_app;
grant update (attempts) on table billing.reminder to cho40_app;
grant update (claimed_until) on table billing.reminder to cho40_app;
grant update (ended_at) on table billing.reminder to cho40_app;
grant update (next_at) on table billing.reminder to cho40_app;
grant update (sender) on table billing.reminder to cho40_app;
grant update (state) on table billing.reminder to cho40_app;

create table billing.reminder_opt_out (
  board_id uuid not null,
  vendor_id uuid not null,
  asked_by uuid,
  at timestamp with time zone not null
);
alter table billing.reminder_opt_out add constraint reminder_opt_out_board_id_vendor_id_fkey FOREIGN KEY (board_id, vendor_id) REFERENCES tenancy.vendor(board_id, id);
alter table billing.reminder_opt_out add constraint reminder_opt_out_pkey PRIMARY KEY (board_id, vendor_id);
alter table billing.reminder_opt_out enable row level security;
alter table billing.reminder_opt_out force row level security;
create policy board_scope on billing.reminder_opt_out for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant delete, insert, select on table billing.reminder_opt_out to cho40_app;

create table billing.reminder_setting (
  board_id uuid not null,
  market_id uuid not null,
  is_on boolean not null,
  days_before smallint,
  days_after smallint,
  template text not null,
  changed_by uuid,
  changed_at timestamp with time zone not null
);
alter table billing.reminder_setting add constraint reminder_setting_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table billing.reminder_setting add constraint reminder_setting_days_after_check CHECK (((days_after >= 1) AND (days_after <= 60)));
alter table billing.reminder_setting add constraint reminder_setting_days_before_check CHECK (((days_before >= 0) AND (days_before <= 28)));
alter table billing.reminder_setting add constraint reminder_setting_pkey PRIMARY KEY (board_id, market_id);
alter table billing.reminder_setting add constraint reminder_setting_template_check CHECK (((length(btrim(template)) >= 10) AND (length(btrim(template)) <= 400)));
alter table billing.reminder_setting enable row level security;
alter table billing.reminder_setting force row level security;
create policy board_scope on billing.reminder_setting for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table billing.reminder_setting to cho40_app;

create table billing.ticket (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  number text not null,
  code text not null,
  on_date date not null,
  off_day_reason text,
  fee_type text not null,
  unit text not null,
  goods_group text,
  carrier text,
  is_roofed boolean,
  area_m2 numeric(8,2),
  count integer not null default 1,
  tariff_id uuid not null,
  unit_price bigint not null,
  amount bigint not null,
  tax_percent smallint,
  tax_amount bigint not null,
  is_pass_through boolean not null,
  way text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  issued_by_name text not null,
  earned_on date,
  voided_at timestamp with time zone,
  voided_by uuid,
  void_reason text
);
alter table billing.ticket add constraint ticket_amount_check CHECK ((amount > 0));
alter table billing.ticket add constraint ticket_area_m2_check CHECK ((area_m2 > (0)::numeric));
alter table billing.ticket add constraint ticket_board_id_market_id_id_amount_key UNIQUE (board_id, market_id, id, amount);
alter table billing.ticket add constraint ticket_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table billing.ticket add constraint ticket_carrier_check CHECK ((carrier = ANY (ARRAY['truck'::text, 'cart'::text, 'shoulder-pole'::text])));
alter table billing.ticket add constraint ticket_check CHECK (((tax_amount >= 0) AND (tax_amount <= amount)));
alter table billing.ticket add constraint ticket_code UNIQUE (code);
alter table billing.ticket add constraint ticket_count_check CHECK (((count >= 1) AND (count <= 10000)));
alter table billing.ticket add constraint ticket_earned_from_its_day CHECK ((earned_on >= GREATEST(on_date, issued_on)));
alter table billing.ticket add constraint ticket_fee_type_fkey FOREIGN KEY (fee_type) REFERENCES tariffs.fee_type(code);
alter table billing.ticket add constraint ticket_has_its_price FOREIGN KEY (board_id, market_id, tariff_id, fee_type, unit, unit_price) REFERENCES tariffs.tariff(board_id, market_id, id, fee_type, unit, price);
alter table billing.ticket add constraint ticket_number UNIQUE (board_id, number);
alter table billing.ticket add constraint ticket_number_check CHECK ((number ~ '^PN-[0-9]{4}-[0-9]{6}$'::text));
alter table billing.ticket add constraint ticket_of_an_area CHECK (((unit = 'm2-day'::text) = (area_m2 IS NOT NULL)));
alter table billing.ticket add constraint ticket_off_day_reason_check CHECK (((length(btrim(off_day_reason)) >= 3) AND (length(btrim(off_day_reason)) <= 200)));
alter table billing.ticket add constraint ticket_pkey PRIMARY KEY (board_id, id);
alter table billing.ticket add constraint ticket_unit_check CHECK ((unit = ANY (ARRAY['m2-day'::text, 'visit'::text, 'session'::text])));
alter table billing.ticket add constraint ticket_void_says_why CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table billing.ticket add constraint ticket_way_check CHECK ((way = ANY (ARRAY['cash'::text, 'bank'::text])));
CREATE INDEX ticket_market ON billing.ticket USING btree (board_id, market_id, on_date);
CREATE INDEX ticket_prepaid ON billing.ticket USING btree (board_id, on_date) WHERE ((earned_on IS NULL) AND (voided_at IS NULL));
alter table billing.ticket enable row level security;
alter table billing.ticket force row level security;
create policy board_scope on billing.ticket for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table billing.ticket to cho40_app;
grant update (earned_on) on table billing.ticket to cho40_app;
grant update (void_reason) on table billing.ticket to cho40_app;
grant update (voided_at) on table billing.ticket to cho40_app;
grant update (voided_by) on table billing.ticket to cho40_app;

create table billing.ticket_counter (
  board_id uuid not null,
  year smallint not null,
  last integer not null
);
alter table billing.ticket_counter add constraint ticket_counter_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table billing.ticket_counter add constraint ticket_counter_last_check CHECK ((last >= 0));
alter table billing.ticket_counter add constraint ticket_counter_pkey PRIMARY KEY (board_id, year);
alter table billing.ticket_counter enable row level security;
alter table billing.ticket_counter force row level security;
create policy board_scope on billing.ticket_counter for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table billing.ticket_counter to cho40_app;

create view billing.v_allocation with (security_invoker=true) as
 SELECT a.board_id,
    a.id AS allocation_id,
    a.payment_id,
    a.bill_line_id,
    l.bill_id,
    b.market_id,
    b.lease_id,
    b.period,
    l.fee_type,
    a.amount,
    p.source,
    p.booked_on,
    a.at
   FROM (((billing.allocation a
     JOIN billing.bill_line l ON (((l.board_id = a.board_id) AND (l.id = a.bill_line_id))))
     JOIN billing.bill b ON (((b.board_id = l.board_id) AND (b.id = l.bill_id))))
     JOIN billing.payment p ON (((p.board_id = a.board_id) AND (p.id = a.payment_id))));
grant select on table billing.v_allocation to cho40_app;

create view billing.v_bill with (security_invoker=true) as
 SELECT b.board_id,
    b.id AS bill_id,
    b.market_id,
    b.lease_id,
    b.period,
    b.kind,
    b.code,
    b.total,
    b.issued_on,
    b.due_on,
    b.issued_at,
    b.voided_at,
    (sum(l.paid))::bigint AS paid,
    (sum(l.relieved))::bigint AS relieved,
    ((((b.total)::numeric - sum(l.relieved)) - sum(l.paid)))::bigint AS due,
    b.grace_days,
    b.reason,
    b.void_reason
   FROM (billing.bill b
     JOIN billing.bill_line l ON (((l.board_id = b.board_id) AND (l.bill_id = b.id))))
  GROUP BY b.board_id, b.id;
grant select on table billing.v_bill to cho40_app;

create view billing.v_bill_line with (security_invoker=true) as
 SELECT l.board_id,
    l.id AS bill_line_id,
    l.bill_id,
    b.market_id,
    b.lease_id,
    b.kind,
    b.period,
    b.voided_at,
    l.line_number,
    l.fee_type,
    l.tariff_id,
    l.quantity,
    l.unit,
    l.unit_price,
    l.service_from,
    l.service_to,
    l.relief_amount,
    l.amount,
    l.tax_percent,
    l.tax_amount,
    l.is_pass_through,
    l.reading_id,
    l.relieved,
    l.paid
   FROM (billing.bill_line l
     JOIN billing.bill b ON (((b.board_id = l.board_id) AND (b.id = l.bill_id))));
grant select on table billing.v_bill_line to cho40_app;

create view billing.v_code_prefix with (security_invoker=true) as
 SELECT prefix,
    board_id,
    market_id,
    retired_on
   FROM billing.code_prefix;
grant select on table billing.v_code_prefix to cho40_app;

create view billing.v_debt_paper with (security_invoker=true) as
 SELECT board_id,
    id AS debt_paper_id,
    market_id,
    lease_id,
    kind,
    level,
    number,
    as_of,
    pay_by,
    amount,
    made_by,
    made_at
   FROM billing.debt_paper;
grant select on table billing.v_debt_paper to cho40_app;

create view billing.v_deposit with (security_invoker=true) as
 SELECT board_id,
    lease_id,
    held
   FROM billing.deposit;
grant select on table billing.v_deposit to cho40_app;

create view billing.v_deposit_use with (security_invoker=true) as
 SELECT board_id,
    id AS deposit_use_id,
    lease_id,
    kind,
    amount,
    reason,
    on_date,
    at,
    reverses,
    to_lease_id
   FROM billing.deposit_use;
grant select on table billing.v_deposit_use to cho40_app;

create view billing.v_e_invoice with (security_invoker=true) as
 SELECT board_id,
    bill_id,
    market_id,
    state,
    provider,
    series,
    number,
    issued_on,
    answered_at
   FROM billing.e_invoice;
grant select on table billing.v_e_invoice to cho40_app;

create view billing.v_meter_reading with (security_invoker=true) as
 SELECT r.board_id,
    r.id AS reading_id,
    r.market_id,
    r.meter_id,
    m.fee_type,
    m.code AS meter_code,
    m.stall_id,
    r.month,
    r.read_on,
    r.service_from,
    r.kind,
    r.value,
    r.usage
   FROM (billing.meter_reading r
     JOIN billing.meter m ON (((m.board_id = r.board_id) AND (m.id = r.meter_id))))
  WHERE (r.superseded_at IS NULL);
grant select on table billing.v_meter_reading to cho40_app;

create view billing.v_payment with (security_invoker=true) as
 SELECT board_id,
    id AS payment_id,
    market_id,
    lease_id,
    source,
    record_id,
    receipt_id,
    amount,
    allocated,
    paid_at,
    booked_on,
    recorded_at,
    reason,
    undone_at,
    ticket_id,
    settlement_line_id
   FROM billing.payment;
grant select on table billing.v_payment to cho40_app;

create view billing.v_payment_code with (security_invoker=true) as
 SELECT c.board_id,
    c.code,
    c.kind,
    c.market_id,
    c.bill_id,
    c.stall_id,
    b.lease_id,
    COALESCE(b.voided_at, t.voided_at) AS voided_at,
    c.ticket_id
   FROM ((billing.payment_code c
     LEFT JOIN billing.bill b ON (((b.board_id = c.board_id) AND (b.id = c.bill_id))))
     LEFT JOIN billing.ticket t ON (((t.board_id = c.board_id) AND (t.id = c.ticket_id))));
grant select on table billing.v_payment_code to cho40_app;

create view billing.v_refund_part with (security_invoker=true) as
 SELECT r.board_id,
    r.id AS refund_part_id,
    r.refund_id,
    r.payment_id,
    p.market_id,
    p.lease_id,
    r.amount,
    r.at
   FROM (billing.refund_part r
     JOIN billing.payment p ON (((p.board_id = r.board_id) AND (p.id = r.payment_id))));
grant select on table billing.v_refund_part to cho40_app;

create view billing.v_relief with (security_invoker=true) as
 SELECT board_id,
    id AS relief_id,
    market_id,
    kind,
    document,
    document_on,
    reason,
    percent,
    amount,
    fee_type,
    from_on,
    to_on,
    zone_id,
    proposed_by,
    proposed_at,
    approved_by,
    approved_at,
    ended_at,
    end_reason
   FROM billing.relief;
grant select on table billing.v_relief to cho40_app;

create view billing.v_relief_part with (security_invoker=true) as
 SELECT p.board_id,
    p.id AS relief_part_id,
    p.relief_id,
    p.bill_line_id,
    l.bill_id,
    b.market_id,
    b.lease_id,
    b.period,
    l.fee_type,
    r.kind,
    p.amount,
    p.tax_amount,
    p.at_issue,
    p.at
   FROM (((billing.relief_part p
     JOIN billing.relief r ON (((r.board_id = p.board_id) AND (r.id = p.relief_id))))
     JOIN billing.bill_line l ON (((l.board_id = p.board_id) AND (l.id = p.bill_line_id))))
     JOIN billing.bill b ON (((b.board_id = l.board_id) AND (b.id = l.bill_id))));
grant select on table billing.v_relief_part to cho40_app;

create view billing.v_reminder with (security_invoker=true) as
 SELECT board_id,
    id AS reminder_id,
    market_id,
    lease_id,
    vendor_id,
    occasion,
    due,
    state,
    made_at,
    ended_at
   FROM billing.reminder;
grant select on table billing.v_reminder to cho40_app;

create view billing.v_ticket with (security_invoker=true) as
 SELECT t.board_id,
    t.id AS ticket_id,
    t.market_id,
    t.number,
    t.code,
    t.on_date,
    t.off_day_reason,
    t.fee_type,
    t.unit,
    t.goods_group,
    t.carrier,
    t.is_roofed,
    t.area_m2,
    t.count,
    t.tariff_id,
    t.unit_price,
    t.amount,
    t.tax_percent,
    t.tax_amount,
    t.is_pass_through,
    t.way,
    t.issued_on,
    t.issued_at,
    t.issued_by,
    t.issued_by_name,
    t.earned_on,
    t.voided_at,
    t.void_reason,
    p.id AS payment_id,
    p.source AS paid_by,
    p.paid_at,
        CASE
            WHEN (t.voided_at IS NOT NULL) THEN 'void'::text
            WHEN (p.id IS NOT NULL) THEN 'paid'::text
            ELSE 'waiting'::text
        END AS state,
    p.amount AS paid_amount
   FROM (billing.ticket t
     LEFT JOIN billing.payment p ON (((p.board_id = t.board_id) AND (p.ticket_id = t.id) AND (p.undone_at IS NULL))));
grant select on table billing.v_ticket to cho40_app;

create schema cards;
grant usage on schema cards to cho40_app;

CREATE OR REPLACE FUNCTION cards.live_account(at timestamp with time zone, today date)
 RETURNS TABLE(board_id uuid, account_id uuid, bin text, number text, holder_name text)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct on (a.board_id) a.board_id, a.account_id, a.bin, a.number, a.holder_name
    from banking.v_payable_account a
   where a.live_at <= $1 and a.opened_on <= $2 and (a.closed_on is null or a.closed_on >= $2)
   order by a.board_id, a.opened_on desc, a.account_id
$function$;
grant execute on routine cards.live_account(timestamp with time zone,date) to cho40_app;

CREATE OR REPLACE FUNCTION cards.standing(at timestamp with time zone, today date)
 RETURNS TABLE(board_id uuid, card_id uuid, market_id uuid, stall_id uuid, serial integer, format text, state text, why text, printed_at timestamp with time zone, revoked_reason text)
 LANGUAGE sql
 STABLE
AS $function$
  select c.board_id, c.card_id, c.market_id, c.stall_id, c.serial, c.format,
         case when c.printed_at is null then 'waiting'
              when c.is_replaced then 'replaced'
              when c.revoked_at is not null then 'revoked'
              when w.why is not null then 'outdated' else 'valid' end,
         w.why, c.printed_at, c.revoked_reason
    from cards.v_fee_card c
    join markets.v_stall s on s.board_id = c.board_id and s.stall_id = c.stall_id
    left join cards.live_account($1, $2) a on a.board_id = c.board_id
   cross join lateral (
     select case when s.valid_to < $2 then 'stall-ended'
                 when s.code <> c.stall_code then 'stall-renamed'
                 when a.account_id is distinct from c.account_id then 'account-changed'
            end as why) w
$function$;
grant execute on routine cards.standing(timestamp with time zone,date) to cho40_app;

create table cards.fee_card (
  board_id uuid not null,
  id uuid not null,
  serial integer not null,
  market_id uuid not null,
  stall_id uuid not null,
  stall_code text not null,
  code text not null,
  format text not null,
  issue integer not null,
  account_id uuid not null,
  bin text not null,
  account_number text not null,
  holder_name text not null,
  payload text not null,
  sheet_id uuid not null,
  place integer not null,
  reason text,
  note text
);
alter table cards.fee_card add constraint fee_card_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table cards.fee_card add constraint fee_card_board_id_market_id_sheet_id_fkey FOREIGN KEY (board_id, market_id, sheet_id) REFERENCES cards.sheet(board_id, market_id, id);
alter table cards.fee_card add constraint fee_card_board_id_market_id_stall_id_fkey FOREIGN KEY (board_id, market_id, stall_id) REFERENCES markets.stall(board_id, market_id, id);
alter table cards.fee_card add constraint fee_card_issue UNIQUE (board_id, stall_id, format, issue);
alter table cards.fee_card add constraint fee_card_issue_check CHECK ((issue > 0));
alter table cards.fee_card add constraint fee_card_note_check CHECK (((length(btrim(note)) >= 3) AND (length(btrim(note)) <= 200)));
alter table cards.fee_card add constraint fee_card_other_says_why CHECK (((reason IS DISTINCT FROM 'other'::text) OR (note IS NOT NULL)));
alter table cards.fee_card add constraint fee_card_pkey PRIMARY KEY (board_id, id);
alter table cards.fee_card add constraint fee_card_place UNIQUE (board_id, sheet_id, place);
alter table cards.fee_card add constraint fee_card_place_check CHECK ((place > 0));
alter table cards.fee_card add constraint fee_card_reason_check CHECK ((reason = ANY (ARRAY['lost'::text, 'damaged'::text, 'account-changed'::text, 'stall-changed'::text, 'forged'::text, 'other'::text])));
alter table cards.fee_card add constraint fee_card_serial UNIQUE (board_id, serial);
alter table cards.fee_card add constraint fee_card_serial_check CHECK ((serial > 0));
CREATE INDEX fee_card_market ON cards.fee_card USING btree (board_id, market_id);
alter table cards.fee_card enable row level security;
alter table cards.fee_card force row level security;
create policy board_scope on cards.fee_card for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cards.fee_card FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cards.fee_card to cho40_app;

create table cards.revocation (
  board_id uuid not null,
  card_id uuid not null,
  reason text not null,
  note text,
  revoked_by uuid,
  revoked_by_name text not null,
  revoked_at timestamp with time zone not null
);
alter table cards.revocation add constraint revocation_board_id_card_id_fkey FOREIGN KEY (board_id, card_id) REFERENCES cards.fee_card(board_id, id);
alter table cards.revocation add constraint revocation_note_check CHECK (((length(btrim(note)) >= 3) AND (length(btrim(note)) <= 200)));
alter table cards.revocation add constraint revocation_other_says_why CHECK (((reason <> 'other'::text) OR (note IS NOT NULL)));
alter table cards.revocation add constraint revocation_pkey PRIMARY KEY (board_id, card_id);
alter table cards.revocation add constraint revocation_reason_check CHECK ((reason = ANY (ARRAY['lost'::text, 'damaged'::text, 'account-changed'::text, 'stall-changed'::text, 'forged'::text, 'other'::text])));
alter table cards.revocation enable row level security;
alter table cards.revocation force row level security;
create policy board_scope on cards.revocation for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cards.revocation FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cards.revocation to cho40_app;

create table cards.serial_counter (
  board_id uuid not null,
  last integer not null
);
alter table cards.serial_counter add constraint serial_counter_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cards.serial_counter add constraint serial_counter_last_check CHECK ((last >= 0));
alter table cards.serial_counter add constraint serial_counter_pkey PRIMARY KEY (board_id);
alter table cards.serial_counter enable row level security;
alter table cards.serial_counter force row level security;
create policy board_scope on cards.serial_counter for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table cards.serial_counter to cho40_app;

create table cards.sheet (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  zone_id uuid,
  format text not null,
  state text not null default 'waiting'::text,
  card_count integer not null,
  page_count integer,
  drawn integer not null default 0,
  file bytea,
  made_by uuid,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  delivered_at timestamp with time zone
);
alter table cards.sheet add constraint sheet_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table cards.sheet add constraint sheet_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table cards.sheet add constraint sheet_board_id_market_id_zone_id_fkey FOREIGN KEY (board_id, market_id, zone_id) REFERENCES markets.zone(board_id, market_id, id);
alter table cards.sheet add constraint sheet_card_count_check CHECK ((card_count > 0));
alter table cards.sheet add constraint sheet_done_is_delivered CHECK (((state = 'done'::text) = (delivered_at IS NOT NULL)));
alter table cards.sheet add constraint sheet_format_check CHECK ((format = ANY (ARRAY['sticker-10'::text, 'sticker-8'::text, 'tent-a6'::text, 'tent-a5'::text, 'poster-a4'::text])));
alter table cards.sheet add constraint sheet_pkey PRIMARY KEY (board_id, id);
alter table cards.sheet add constraint sheet_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'drawing'::text, 'done'::text])));
CREATE INDEX sheet_market ON cards.sheet USING btree (board_id, market_id, made_at);
alter table cards.sheet enable row level security;
alter table cards.sheet force row level security;
create policy board_scope on cards.sheet for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table cards.sheet to cho40_app;
grant update (delivered_at) on table cards.sheet to cho40_app;
grant update (drawn) on table cards.sheet to cho40_app;
grant update (file) on table cards.sheet to cho40_app;
grant update (page_count) on table cards.sheet to cho40_app;
grant update (state) on table cards.sheet to cho40_app;

create view cards.v_fee_card with (security_invoker=true) as
 SELECT c.board_id,
    c.id AS card_id,
    c.serial,
    c.market_id,
    c.stall_id,
    c.stall_code,
    c.code,
    c.format,
    c.issue,
    c.account_id,
    c.bin,
    c.account_number,
    c.holder_name,
    c.payload,
    c.sheet_id,
    c.place,
    c.reason,
    c.note,
    s.made_by_name AS printed_by_name,
    s.delivered_at AS printed_at,
    r.revoked_at,
    r.revoked_by_name,
    r.reason AS revoked_reason,
    r.note AS revoked_note,
    (EXISTS ( SELECT
           FROM (cards.fee_card n
             JOIN cards.sheet d ON (((d.board_id = n.board_id) AND (d.id = n.sheet_id))))
          WHERE ((n.board_id = c.board_id) AND (n.stall_id = c.stall_id) AND (n.format = c.format) AND (n.issue > c.issue) AND (d.delivered_at IS NOT NULL)))) AS is_replaced
   FROM ((cards.fee_card c
     JOIN cards.sheet s ON (((s.board_id = c.board_id) AND (s.id = c.sheet_id))))
     LEFT JOIN cards.revocation r ON (((r.board_id = c.board_id) AND (r.card_id = c.id))));
grant select on table cards.v_fee_card to cho40_app;

create schema cash;
grant usage on schema cash to cho40_app;

CREATE OR REPLACE FUNCTION cash.board_of_check_code(asked text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN (SELECT c.board_id FROM cash.check_code c WHERE (c.code = board_of_check_code.asked));
grant execute on routine cash.board_of_check_code(text) to cho40_app;

CREATE OR REPLACE FUNCTION cash.keep_stub_course()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if (old.state, new.state) not in (('in-stock', 'issued'), ('in-stock', 'spoiled'),
      ('in-stock', 'lost'), ('issued', 'in-stock'), ('issued', 'sold'), ('issued', 'spoiled'),
      ('issued', 'lost'), ('sold', 'issued')) then
    raise exception 'stub % % is %', old.series, old.serial, old.state
      using errcode = 'check_violation', constraint = 'stub_keeps_its_course';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cash.new_check_code()
 RETURNS text
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
  with chance as (select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as bytes),
  signs as (
    select n, get_byte(bytes, (array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12])[n]) % 31 as sign
      from chance, generate_series(1, 11) as n)
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', sign + 1, 1), '' order by n)
         || substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', (18 * sum(n * sign) % 31)::integer + 1, 1)
    from signs
$function$;
grant execute on routine cash.new_check_code() to cho40_app;

CREATE OR REPLACE FUNCTION cash.refuse_change_of_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception 'shift % is closed', old.id
    using errcode = 'check_violation', constraint = 'shift_stays_closed';
end $function$;

CREATE OR REPLACE FUNCTION cash.register_check_codes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into cash.check_code (code, board_id) select a.check_code, a.board_id from added a;
  return null;
end $function$;

create table cash.ceiling (
  board_id uuid not null,
  id uuid not null,
  amount bigint,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamp with time zone not null
);
alter table cash.ceiling add constraint ceiling_amount_check CHECK ((amount >= 100000));
alter table cash.ceiling add constraint ceiling_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.ceiling add constraint ceiling_pkey PRIMARY KEY (board_id, id);
CREATE INDEX ceiling_newest ON cash.ceiling USING btree (board_id, set_at);
alter table cash.ceiling enable row level security;
alter table cash.ceiling force row level security;
create policy board_scope on cash.ceiling for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.ceiling FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.ceiling to cho40_app;

create table cash.check_code (
  code text not null,
  board_id uuid not null
);
alter table cash.check_code add constraint check_code_code_check CHECK ((code ~ '^[2-9A-HJKMNP-Z]{12}$'::text));
alter table cash.check_code add constraint check_code_pkey PRIMARY KEY (code);

create table cash.deposit (
  board_id uuid not null,
  id uuid not null,
  number text not null,
  account_id uuid not null,
  amount bigint not null,
  notes jsonb not null,
  carrier_name text not null,
  cashier_id uuid not null,
  cashier_name text not null,
  left_at timestamp with time zone not null,
  left_on date not null
);
alter table cash.deposit add constraint deposit_amount_check CHECK ((amount > 0));
alter table cash.deposit add constraint deposit_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.deposit add constraint deposit_carrier_name_check CHECK (((length(carrier_name) >= 2) AND (length(carrier_name) <= 100)));
alter table cash.deposit add constraint deposit_number UNIQUE (board_id, number);
alter table cash.deposit add constraint deposit_number_check CHECK ((number ~ '^NT-[0-9]{4}-[0-9]{5}$'::text));
alter table cash.deposit add constraint deposit_pkey PRIMARY KEY (board_id, id);
alter table cash.deposit add constraint deposit_to_account FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
CREATE INDEX deposit_left ON cash.deposit USING btree (board_id, left_at);
alter table cash.deposit enable row level security;
alter table cash.deposit force row level security;
create policy board_scope on cash.deposit for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.deposit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.deposit to cho40_app;

create table cash.deposit_return (
  board_id uuid not null,
  deposit_id uuid not null,
  amount bigint not null,
  cashier_id uuid not null,
  cashier_name text not null,
  reason text not null,
  at timestamp with time zone not null
);
alter table cash.deposit_return add constraint deposit_return_amount_check CHECK ((amount > 0));
alter table cash.deposit_return add constraint deposit_return_board_id_deposit_id_fkey FOREIGN KEY (board_id, deposit_id) REFERENCES cash.deposit(board_id, id);
alter table cash.deposit_return add constraint deposit_return_pkey PRIMARY KEY (board_id, deposit_id);
alter table cash.deposit_return add constraint deposit_return_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)));
alter table cash.deposit_return enable row level security;
alter table cash.deposit_return force row level security;
create policy board_scope on cash.deposit_return for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.deposit_return FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.deposit_return to cho40_app;

create table cash.deposit_tie (
  board_id uuid not null,
  id uuid not null,
  deposit_id uuid not null,
  record_id uuid not null,
  amount bigint not null,
  key text not null,
  tied_by uuid not null,
  tied_by_name text not null,
  at timestamp with time zone not null,
  untied_at timestamp with time zone,
  untied_by_name text
);
alter table cash.deposit_tie add constraint deposit_tie_amount_check CHECK ((amount > 0));
alter table cash.deposit_tie add constraint deposit_tie_board_id_deposit_id_fkey FOREIGN KEY (board_id, deposit_id) REFERENCES cash.deposit(board_id, id);
alter table cash.deposit_tie add constraint deposit_tie_pkey PRIMARY KEY (board_id, id);
alter table cash.deposit_tie add constraint tie_of_record FOREIGN KEY (board_id, record_id) REFERENCES banking.bank_record(board_id, id);
alter table cash.deposit_tie add constraint tie_untied_whole CHECK ((num_nulls(untied_at, untied_by_name) = ANY (ARRAY[0, 2])));
CREATE UNIQUE INDEX deposit_tied_once ON cash.deposit_tie USING btree (board_id, deposit_id) WHERE (untied_at IS NULL);
CREATE UNIQUE INDEX record_tied_once ON cash.deposit_tie USING btree (board_id, record_id) WHERE (untied_at IS NULL);
alter table cash.deposit_tie enable row level security;
alter table cash.deposit_tie force row level security;
create policy board_scope on cash.deposit_tie for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table cash.deposit_tie to cho40_app;
grant update (untied_at) on table cash.deposit_tie to cho40_app;
grant update (untied_by_name) on table cash.deposit_tie to cho40_app;

create table cash.device_incident (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  device_id uuid not null,
  device_number integer not null,
  standing_id uuid not null,
  refused_id uuid not null,
  lease_id uuid not null,
  amount bigint not null,
  collector_id uuid not null,
  collector_name text not null,
  taken_at timestamp with time zone not null,
  at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answered_by_name text,
  answer text
);
alter table cash.device_incident add constraint device_incident_amount_check CHECK ((amount > 0));
alter table cash.device_incident add constraint device_incident_answer_check CHECK (((length(answer) >= 3) AND (length(answer) <= 500)));
alter table cash.device_incident add constraint device_incident_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table cash.device_incident add constraint device_incident_board_id_standing_id_fkey FOREIGN KEY (board_id, standing_id) REFERENCES cash.receipt(board_id, id);
alter table cash.device_incident add constraint device_incident_pkey PRIMARY KEY (board_id, id);
alter table cash.device_incident add constraint incident_answered_whole CHECK ((num_nulls(answered_at, answered_by, answered_by_name, answer) = ANY (ARRAY[0, 4])));
alter table cash.device_incident add constraint incident_once UNIQUE (board_id, refused_id, device_id, device_number);
CREATE INDEX incident_at ON cash.device_incident USING btree (board_id, at);
alter table cash.device_incident enable row level security;
alter table cash.device_incident force row level security;
create policy board_scope on cash.device_incident for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table cash.device_incident to cho40_app;
grant update (answer) on table cash.device_incident to cho40_app;
grant update (answered_at) on table cash.device_incident to cho40_app;
grant update (answered_by) on table cash.device_incident to cho40_app;
grant update (answered_by_name) on table cash.device_incident to cho40_app;

create table cash.difference_act (
  board_id uuid not null,
  id uuid not null,
  collector_id uuid not null,
  collector_name text not null,
  kind text not null,
  amount bigint not null,
  reason text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  on_date date not null
);
alter table cash.difference_act add constraint difference_act_amount_check CHECK ((amount > 0));
alter table cash.difference_act add constraint difference_act_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.difference_act add constraint difference_act_kind_check CHECK ((kind = ANY (ARRAY['paid-back'::text, 'given-back'::text, 'late-receipt'::text, 'kept'::text])));
alter table cash.difference_act add constraint difference_act_pkey PRIMARY KEY (board_id, id);
alter table cash.difference_act add constraint difference_act_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)));
alter table cash.difference_act add constraint difference_settled_by_another CHECK ((by_id <> collector_id));
CREATE INDEX difference_act_of ON cash.difference_act USING btree (board_id, collector_id);
alter table cash.difference_act enable row level security;
alter table cash.difference_act force row level security;
create policy board_scope on cash.difference_act for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.difference_act FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.difference_act to cho40_app;

create table cash.hand_in (
  board_id uuid not null,
  id uuid not null,
  collector_id uuid not null,
  collector_name text not null,
  cashier_id uuid not null,
  cashier_name text not null,
  amount bigint not null,
  counted_at timestamp with time zone not null,
  counted_on date not null,
  expected bigint not null,
  notes jsonb
);
alter table cash.hand_in add constraint hand_in_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.hand_in add constraint hand_in_moves_something CHECK (((amount >= 0) AND (expected >= 0) AND ((amount + expected) > 0)));
alter table cash.hand_in add constraint hand_in_needs_two_people CHECK ((collector_id <> cashier_id));
alter table cash.hand_in add constraint hand_in_pkey PRIMARY KEY (board_id, id);
CREATE INDEX hand_in_day ON cash.hand_in USING btree (board_id, counted_on);
alter table cash.hand_in enable row level security;
alter table cash.hand_in force row level security;
create policy board_scope on cash.hand_in for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.hand_in FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.hand_in to cho40_app;

create table cash.paper_counter (
  board_id uuid not null,
  series text not null,
  year smallint not null,
  last integer not null
);
alter table cash.paper_counter add constraint paper_counter_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.paper_counter add constraint paper_counter_last_check CHECK ((last >= 0));
alter table cash.paper_counter add constraint paper_counter_pkey PRIMARY KEY (board_id, series, year);
alter table cash.paper_counter add constraint paper_counter_series_check CHECK ((series = ANY (ARRAY['NT'::text, 'KK'::text])));
alter table cash.paper_counter enable row level security;
alter table cash.paper_counter force row level security;
create policy board_scope on cash.paper_counter for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table cash.paper_counter to cho40_app;

create table cash.payment_receipt (
  board_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  number text not null,
  amount bigint not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  issued_by_name text,
  check_code text not null default cash.new_check_code()
);
alter table cash.payment_receipt add constraint payment_receipt_amount_check CHECK ((amount > 0));
alter table cash.payment_receipt add constraint payment_receipt_board_id_payment_id_amount_fkey FOREIGN KEY (board_id, payment_id, amount) REFERENCES billing.payment(board_id, id, amount);
alter table cash.payment_receipt add constraint payment_receipt_check CHECK (((issued_by IS NULL) = (issued_by_name IS NULL)));
alter table cash.payment_receipt add constraint payment_receipt_check1 CHECK ((substr(number, 4, 4) = (EXTRACT(year FROM issued_on))::text));
alter table cash.payment_receipt add constraint payment_receipt_check_code UNIQUE (check_code);
alter table cash.payment_receipt add constraint payment_receipt_number UNIQUE (board_id, number);
alter table cash.payment_receipt add constraint payment_receipt_number_check CHECK ((number ~ '^BN-[0-9]{4}-[0-9]{6}$'::text));
alter table cash.payment_receipt add constraint payment_receipt_once UNIQUE (board_id, payment_id);
alter table cash.payment_receipt add constraint payment_receipt_pkey PRIMARY KEY (board_id, id);
alter table cash.payment_receipt enable row level security;
alter table cash.payment_receipt force row level security;
create policy board_scope on cash.payment_receipt for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.payment_receipt FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER check_codes AFTER INSERT ON cash.payment_receipt REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION cash.register_check_codes();
grant insert, select on table cash.payment_receipt to cho40_app;

create table cash.payment_receipt_counter (
  board_id uuid not null,
  year smallint not null,
  last integer not null
);
alter table cash.payment_receipt_counter add constraint payment_receipt_counter_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.payment_receipt_counter add constraint payment_receipt_counter_last_check CHECK ((last >= 0));
alter table cash.payment_receipt_counter add constraint payment_receipt_counter_pkey PRIMARY KEY (board_id, year);
alter table cash.payment_receipt_counter enable row level security;
alter table cash.payment_receipt_counter force row level security;
create policy board_scope on cash.payment_receipt_counter for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table cash.payment_receipt_counter to cho40_app;

create table cash.receipt (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid not null,
  payment_id uuid not null,
  number text not null,
  amount bigint not null,
  collector_id uuid not null,
  collector_name text not null,
  taken_at timestamp with time zone not null,
  taken_on date not null,
  recorded_at timestamp with time zone not null,
  why_not_cashless text,
  shift_id uuid not null,
  device_id uuid,
  device_number integer,
  paper_book text,
  paper_serial integer,
  check_code text not null default cash.new_check_code()
);
alter table cash.receipt add constraint receipt_amount_check CHECK ((amount > 0));
alter table cash.receipt add constraint receipt_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table cash.receipt add constraint receipt_board_id_payment_id_amount_fkey FOREIGN KEY (board_id, payment_id, amount) REFERENCES billing.payment(board_id, id, amount);
alter table cash.receipt add constraint receipt_check_code UNIQUE (check_code);
alter table cash.receipt add constraint receipt_day_is_vietnamese CHECK ((taken_on = ((taken_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date));
alter table cash.receipt add constraint receipt_device_number UNIQUE (board_id, device_id, device_number);
alter table cash.receipt add constraint receipt_device_number_check CHECK ((device_number > 0));
alter table cash.receipt add constraint receipt_device_whole CHECK ((num_nulls(device_id, device_number) = ANY (ARRAY[0, 2])));
alter table cash.receipt add constraint receipt_in_its_shift FOREIGN KEY (board_id, shift_id, collector_id, market_id) REFERENCES cash.shift(board_id, id, collector_id, market_id);
alter table cash.receipt add constraint receipt_number UNIQUE (board_id, number);
alter table cash.receipt add constraint receipt_number_check CHECK ((number ~ '^PT-[0-9]{4}-[0-9]{6}$'::text));
alter table cash.receipt add constraint receipt_of_one_origin CHECK (((device_id IS NULL) OR (paper_book IS NULL)));
alter table cash.receipt add constraint receipt_paper_book_check CHECK ((paper_book ~ '^[0-9A-Z][0-9A-Z/-]{0,19}$'::text));
alter table cash.receipt add constraint receipt_paper_serial UNIQUE (board_id, paper_book, paper_serial);
alter table cash.receipt add constraint receipt_paper_serial_check CHECK ((paper_serial > 0));
alter table cash.receipt add constraint receipt_paper_whole CHECK ((num_nulls(paper_book, paper_serial) = ANY (ARRAY[0, 2])));
alter table cash.receipt add constraint receipt_pkey PRIMARY KEY (board_id, id);
alter table cash.receipt add constraint receipt_why_not_cashless_check CHECK ((why_not_cashless = ANY (ARRAY['no-signal'::text, 'no-account'::text, 'no-smartphone'::text, 'fear-of-tax'::text, 'prefers-cash'::text])));
CREATE INDEX receipt_collector ON cash.receipt USING btree (board_id, collector_id, taken_on);
CREATE INDEX receipt_market ON cash.receipt USING btree (board_id, market_id, taken_on);
CREATE INDEX receipt_shift ON cash.receipt USING btree (board_id, shift_id);
alter table cash.receipt enable row level security;
alter table cash.receipt force row level security;
create policy board_scope on cash.receipt for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.receipt FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER check_codes AFTER INSERT ON cash.receipt REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION cash.register_check_codes();
grant insert, select on table cash.receipt to cho40_app;

create table cash.receipt_counter (
  board_id uuid not null,
  year smallint not null,
  last integer not null
);
alter table cash.receipt_counter add constraint receipt_counter_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.receipt_counter add constraint receipt_counter_last_check CHECK ((last >= 0));
alter table cash.receipt_counter add constraint receipt_counter_pkey PRIMARY KEY (board_id, year);
alter table cash.receipt_counter enable row level security;
alter table cash.receipt_counter force row level security;
create policy board_scope on cash.receipt_counter for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table cash.receipt_counter to cho40_app;

create table cash.refund_payout (
  board_id uuid not null,
  id uuid not null,
  refund_id uuid not null,
  amount bigint not null,
  way text not null generated always as ('cash'::text) stored,
  payee text not null,
  cashier_id uuid not null,
  cashier_name text not null,
  paid_at timestamp with time zone not null,
  paid_on date not null,
  taken_back_at timestamp with time zone,
  taken_back_by_name text,
  taken_back_reason text
);
alter table cash.refund_payout add constraint refund_payout_amount_check CHECK ((amount > 0));
alter table cash.refund_payout add constraint refund_payout_board_id_refund_id_amount_way_fkey FOREIGN KEY (board_id, refund_id, amount, way) REFERENCES reconciliation.refund(board_id, id, amount, payout);
alter table cash.refund_payout add constraint refund_payout_check CHECK ((num_nonnulls(taken_back_at, taken_back_by_name, taken_back_reason) = ANY (ARRAY[0, 3])));
alter table cash.refund_payout add constraint refund_payout_pkey PRIMARY KEY (board_id, id);
CREATE UNIQUE INDEX refund_paid_out_once ON cash.refund_payout USING btree (board_id, refund_id) WHERE (taken_back_at IS NULL);
CREATE INDEX refund_payout_at ON cash.refund_payout USING btree (board_id, paid_at);
alter table cash.refund_payout enable row level security;
alter table cash.refund_payout force row level security;
create policy board_scope on cash.refund_payout for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table cash.refund_payout to cho40_app;
grant update (taken_back_at) on table cash.refund_payout to cho40_app;
grant update (taken_back_by_name) on table cash.refund_payout to cho40_app;
grant update (taken_back_reason) on table cash.refund_payout to cho40_app;

create table cash.safe_count (
  board_id uuid not null,
  id uuid not null,
  number text not null,
  counted bigint not null,
  booked bigint not null,
  notes jsonb not null,
  witness_name text not null,
  remark text not null,
  cashier_id uuid not null,
  cashier_name text not null,
  counted_at timestamp with time zone not null,
  counted_on date not null,
  difference bigint not null
);
alter table cash.safe_count add constraint safe_count_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.safe_count add constraint safe_count_counted_check CHECK ((counted >= 0));
alter table cash.safe_count add constraint safe_count_moves_its_difference CHECK (((difference = 0) OR (difference = (counted - booked))));
alter table cash.safe_count add constraint safe_count_number UNIQUE (board_id, number);
alter table cash.safe_count add constraint safe_count_number_check CHECK ((number ~ '^KK-[0-9]{4}-[0-9]{5}$'::text));
alter table cash.safe_count add constraint safe_count_pkey PRIMARY KEY (board_id, id);
alter table cash.safe_count add constraint safe_count_remark_check CHECK ((length(remark) <= 500));
alter table cash.safe_count add constraint safe_count_says_why CHECK (((counted = booked) OR (length(remark) >= 3)));
alter table cash.safe_count add constraint safe_count_witness_name_check CHECK (((length(witness_name) >= 2) AND (length(witness_name) <= 100)));
CREATE INDEX safe_count_at ON cash.safe_count USING btree (board_id, counted_at);
alter table cash.safe_count enable row level security;
alter table cash.safe_count force row level security;
create policy board_scope on cash.safe_count for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.safe_count FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.safe_count to cho40_app;

create table cash.safe_slip (
  board_id uuid not null,
  id uuid not null,
  kind text not null,
  number text not null,
  key text not null,
  amount bigint not null,
  person_name text not null,
  cashier_name text not null,
  purpose text not null,
  on_date date not null,
  at timestamp with time zone not null
);
alter table cash.safe_slip add constraint safe_slip_amount_check CHECK ((amount > 0));
alter table cash.safe_slip add constraint safe_slip_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.safe_slip add constraint safe_slip_check CHECK (("left"(number, 2) =
CASE kind
    WHEN 'in'::text THEN 'QT'::text
    ELSE 'QC'::text
END));
alter table cash.safe_slip add constraint safe_slip_kind_check CHECK ((kind = ANY (ARRAY['in'::text, 'out'::text])));
alter table cash.safe_slip add constraint safe_slip_number UNIQUE (board_id, number);
alter table cash.safe_slip add constraint safe_slip_number_check CHECK ((number ~ '^(QT|QC)-[0-9]{4}-[0-9]{5}$'::text));
alter table cash.safe_slip add constraint safe_slip_once UNIQUE (board_id, key);
alter table cash.safe_slip add constraint safe_slip_pkey PRIMARY KEY (board_id, id);
alter table cash.safe_slip add constraint safe_slip_purpose_check CHECK ((purpose = ANY (ARRAY['hand-in'::text, 'surplus'::text, 'paid-back'::text, 'given-back'::text, 'deposit'::text, 'deposit-untied'::text, 'count-short'::text, 'count-over'::text, 'refund'::text, 'refund-back'::text])));
CREATE INDEX safe_slip_day ON cash.safe_slip USING btree (board_id, on_date);
alter table cash.safe_slip enable row level security;
alter table cash.safe_slip force row level security;
create policy board_scope on cash.safe_slip for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.safe_slip FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.safe_slip to cho40_app;

create table cash.shift (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  collector_id uuid not null,
  collector_name text not null,
  opened_at timestamp with time zone not null,
  opened_on date not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_by_name text,
  taken bigint,
  expected bigint
);
alter table cash.shift add constraint shift_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table cash.shift add constraint shift_closed_whole CHECK ((num_nulls(closed_at, closed_by_name, taken, expected) = ANY (ARRAY[0, 4])));
alter table cash.shift add constraint shift_of_collector UNIQUE (board_id, id, collector_id, market_id);
alter table cash.shift add constraint shift_pkey PRIMARY KEY (board_id, id);
alter table cash.shift add constraint shift_taken_check CHECK ((taken >= 0));
CREATE UNIQUE INDEX shift_open ON cash.shift USING btree (board_id, collector_id, market_id) WHERE (closed_at IS NULL);
CREATE INDEX shift_opened ON cash.shift USING btree (board_id, opened_at);
alter table cash.shift enable row level security;
alter table cash.shift force row level security;
create policy board_scope on cash.shift for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER stays_closed BEFORE DELETE OR UPDATE ON cash.shift FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION cash.refuse_change_of_closed(); -- enable always
grant insert, select on table cash.shift to cho40_app;
grant update (closed_at) on table cash.shift to cho40_app;
grant update (closed_by) on table cash.shift to cho40_app;
grant update (closed_by_name) on table cash.shift to cho40_app;
grant update (expected) on table cash.shift to cho40_app;
grant update (taken) on table cash.shift to cho40_app;

create table cash.slip_counter (
  board_id uuid not null,
  kind text not null,
  year smallint not null,
  last integer not null
);
alter table cash.slip_counter add constraint slip_counter_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table cash.slip_counter add constraint slip_counter_kind_check CHECK ((kind = ANY (ARRAY['in'::text, 'out'::text])));
alter table cash.slip_counter add constraint slip_counter_last_check CHECK ((last >= 0));
alter table cash.slip_counter add constraint slip_counter_pkey PRIMARY KEY (board_id, kind, year);
alter table cash.slip_counter enable row level security;
alter table cash.slip_counter force row level security;
create policy board_scope on cash.slip_counter for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table cash.slip_counter to cho40_app;

create table cash.stub_move (
  board_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  act text not null,
  first_serial integer not null,
  last_serial integer not null,
  collector_id uuid,
  collector_name text,
  on_date date not null,
  reason text,
  ticket_id uuid,
  at timestamp with time zone not null,
  by_id uuid,
  by_name text not null
);
alter table cash.stub_move add constraint stub_move_act_check CHECK ((act = ANY (ARRAY['received'::text, 'issued'::text, 'sold'::text, 'unsold'::text, 'spoiled'::text, 'lost'::text, 'taken-back'::text])));
alter table cash.stub_move add constraint stub_move_board_id_book_id_fkey FOREIGN KEY (board_id, book_id) REFERENCES cash.ticket_book(board_id, id);
alter table cash.stub_move add constraint stub_move_board_id_ticket_id_fkey FOREIGN KEY (board_id, ticket_id) REFERENCES billing.ticket(board_id, id);
alter table cash.stub_move add constraint stub_move_check CHECK ((last_serial >= first_serial));
alter table cash.stub_move add constraint stub_move_check1 CHECK (((collector_id IS NULL) = (collector_name IS NULL)));
alter table cash.stub_move add constraint stub_move_pkey PRIMARY KEY (board_id, id);
CREATE INDEX stub_move_book ON cash.stub_move USING btree (board_id, book_id, at);
alter table cash.stub_move enable row level security;
alter table cash.stub_move force row level security;
create policy board_scope on cash.stub_move for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.stub_move FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.stub_move to cho40_app;

create table cash.ticket_book (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  series text not null,
  first_serial integer not null,
  last_serial integer not null,
  fee_type text not null,
  unit text not null,
  goods_group text,
  carrier text,
  is_roofed boolean,
  area_m2 numeric(8,2),
  price bigint not null,
  received_on date not null,
  received_at timestamp with time zone not null,
  received_by uuid,
  received_by_name text not null
);
alter table cash.ticket_book add constraint book_of_an_area CHECK (((unit = 'm2-day'::text) = (area_m2 IS NOT NULL)));
alter table cash.ticket_book add constraint book_of_stubs CHECK ((((last_serial - first_serial) >= 0) AND ((last_serial - first_serial) <= 999)));
alter table cash.ticket_book add constraint ticket_book_board_id_id_series_key UNIQUE (board_id, id, series);
alter table cash.ticket_book add constraint ticket_book_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table cash.ticket_book add constraint ticket_book_fee_type_fkey FOREIGN KEY (fee_type) REFERENCES tariffs.fee_type(code);
alter table cash.ticket_book add constraint ticket_book_first_serial_check CHECK ((first_serial > 0));
alter table cash.ticket_book add constraint ticket_book_pkey PRIMARY KEY (board_id, id);
alter table cash.ticket_book add constraint ticket_book_price_check CHECK ((price > 0));
alter table cash.ticket_book add constraint ticket_book_series_check CHECK ((series ~ '^[0-9A-Z][0-9A-Z/-]{0,19}$'::text));
alter table cash.ticket_book add constraint ticket_book_unit_check CHECK ((unit = ANY (ARRAY['m2-day'::text, 'visit'::text, 'session'::text])));
alter table cash.ticket_book enable row level security;
alter table cash.ticket_book force row level security;
create policy board_scope on cash.ticket_book for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.ticket_book FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.ticket_book to cho40_app;

create table cash.ticket_stub (
  board_id uuid not null,
  series text not null,
  serial integer not null,
  book_id uuid not null,
  state text not null,
  collector_id uuid,
  ticket_id uuid
);
alter table cash.ticket_stub add constraint stub_is_with_somebody CHECK (
CASE state
    WHEN 'in-stock'::text THEN (collector_id IS NULL)
    WHEN 'issued'::text THEN (collector_id IS NOT NULL)
    WHEN 'sold'::text THEN (collector_id IS NOT NULL)
    ELSE true
END);
alter table cash.ticket_stub add constraint stub_of_its_book FOREIGN KEY (board_id, book_id, series) REFERENCES cash.ticket_book(board_id, id, series);
alter table cash.ticket_stub add constraint stub_sold_by_ticket CHECK (((state = 'sold'::text) = (ticket_id IS NOT NULL)));
alter table cash.ticket_stub add constraint ticket_stub_board_id_ticket_id_fkey FOREIGN KEY (board_id, ticket_id) REFERENCES billing.ticket(board_id, id);
alter table cash.ticket_stub add constraint ticket_stub_pkey PRIMARY KEY (board_id, series, serial);
alter table cash.ticket_stub add constraint ticket_stub_state_check CHECK ((state = ANY (ARRAY['in-stock'::text, 'issued'::text, 'sold'::text, 'spoiled'::text, 'lost'::text])));
CREATE INDEX ticket_stub_book ON cash.ticket_stub USING btree (board_id, book_id, serial);
CREATE INDEX ticket_stub_ticket ON cash.ticket_stub USING btree (board_id, ticket_id) WHERE (ticket_id IS NOT NULL);
alter table cash.ticket_stub enable row level security;
alter table cash.ticket_stub force row level security;
create policy board_scope on cash.ticket_stub for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER course BEFORE UPDATE ON cash.ticket_stub FOR EACH ROW EXECUTE FUNCTION cash.keep_stub_course(); -- enable always
grant insert, select on table cash.ticket_stub to cho40_app;
grant update (collector_id) on table cash.ticket_stub to cho40_app;
grant update (state) on table cash.ticket_stub to cho40_app;
grant update (ticket_id) on table cash.ticket_stub to cho40_app;

create table cash.ticket_taking (
  board_id uuid not null,
  id uuid not null,
  kind text not null,
  market_id uuid not null,
  ticket_id uuid not null,
  payment_id uuid not null,
  shift_id uuid not null,
  amount bigint not null,
  collector_id uuid not null,
  collector_name text not null,
  taken_at timestamp with time zone not null,
  taken_on date not null,
  recorded_at timestamp with time zone not null
);
alter table cash.ticket_taking add constraint taking_day_is_vietnamese CHECK ((taken_on = ((taken_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date));
alter table cash.ticket_taking add constraint ticket_taking_amount_check CHECK ((amount > 0));
alter table cash.ticket_taking add constraint ticket_taking_board_id_market_id_ticket_id_amount_fkey FOREIGN KEY (board_id, market_id, ticket_id, amount) REFERENCES billing.ticket(board_id, market_id, id, amount);
alter table cash.ticket_taking add constraint ticket_taking_board_id_payment_id_amount_fkey FOREIGN KEY (board_id, payment_id, amount) REFERENCES billing.payment(board_id, id, amount);
alter table cash.ticket_taking add constraint ticket_taking_board_id_shift_id_collector_id_market_id_fkey FOREIGN KEY (board_id, shift_id, collector_id, market_id) REFERENCES cash.shift(board_id, id, collector_id, market_id);
alter table cash.ticket_taking add constraint ticket_taking_kind_check CHECK ((kind = ANY (ARRAY['ticket'::text, 'book'::text])));
alter table cash.ticket_taking add constraint ticket_taking_pkey PRIMARY KEY (board_id, id);
CREATE INDEX ticket_taking_payment ON cash.ticket_taking USING btree (board_id, payment_id);
CREATE INDEX ticket_taking_shift ON cash.ticket_taking USING btree (board_id, shift_id);
alter table cash.ticket_taking enable row level security;
alter table cash.ticket_taking force row level security;
create policy board_scope on cash.ticket_taking for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON cash.ticket_taking FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table cash.ticket_taking to cho40_app;

create view cash.v_checked_receipt with (security_invoker=true) as
 SELECT r.board_id AS "boardId",
    b.name AS "boardName",
    'cash'::text AS kind,
    r.number,
    r.check_code AS "checkCode",
    r.amount,
    r.taken_on AS "on",
    p.undone_at AS "undoneAt"
   FROM ((cash.receipt r
     JOIN markets.v_board b ON ((b.board_id = r.board_id)))
     JOIN billing.v_payment p ON (((p.board_id = r.board_id) AND (p.payment_id = r.payment_id))))
UNION ALL
 SELECT r.board_id AS "boardId",
    b.name AS "boardName",
    'bank'::text AS kind,
    r.number,
    r.check_code AS "checkCode",
    r.amount,
    p.booked_on AS "on",
    p.undone_at AS "undoneAt"
   FROM ((cash.payment_receipt r
     JOIN markets.v_board b ON ((b.board_id = r.board_id)))
     JOIN billing.v_payment p ON (((p.board_id = r.board_id) AND (p.payment_id = r.payment_id))));
grant select on table cash.v_checked_receipt to cho40_app;

create view cash.v_deposit with (security_invoker=true) as
 SELECT "boardId" AS board_id,
    id AS deposit_id,
    number,
    amount,
    "leftAt" AS left_at,
    "leftOn" AS left_on,
    banked,
    returned,
    "onTheWay" AS on_the_way
   FROM cash.v_deposit_line;
grant select on table cash.v_deposit to cho40_app;

create view cash.v_deposit_line with (security_invoker=true) as
 SELECT d.id,
    d.board_id AS "boardId",
    b.name AS "boardName",
    d.number,
    d.account_id AS "accountId",
    a.bin,
    a.number AS "accountNumber",
    a.holder_name AS "holderName",
    d.amount,
    d.notes,
    d.carrier_name AS "carrierName",
    d.cashier_name AS "cashierName",
    d.left_at AS "leftAt",
    d.left_on AS "leftOn",
    t.record_id AS "recordId",
    t.amount AS banked,
    t.at AS "tiedAt",
    t.tied_by_name AS "tiedByName",
    r.amount AS returned,
    r.at AS "returnedAt",
    GREATEST(((d.amount - COALESCE(t.amount, (0)::bigint)) - COALESCE(r.amount, (0)::bigint)), (0)::bigint) AS "onTheWay"
   FROM ((((cash.deposit d
     JOIN markets.v_board b ON ((b.board_id = d.board_id)))
     JOIN banking.v_receiving_account a ON (((a.board_id = d.board_id) AND (a.account_id = d.account_id))))
     LEFT JOIN cash.deposit_tie t ON (((t.board_id = d.board_id) AND (t.deposit_id = d.id) AND (t.untied_at IS NULL))))
     LEFT JOIN cash.deposit_return r ON (((r.board_id = d.board_id) AND (r.deposit_id = d.id))));
grant select on table cash.v_deposit_line to cho40_app;

create view cash.v_difference with (security_invoker=true) as
 SELECT hand_in.board_id,
    hand_in.collector_id AS holder_id,
    hand_in.collector_name AS holder_name,
    (hand_in.amount - hand_in.expected) AS difference,
    hand_in.counted_at
   FROM cash.hand_in
  WHERE (hand_in.amount <> hand_in.expected)
UNION ALL
 SELECT safe_count.board_id,
    safe_count.cashier_id AS holder_id,
    safe_count.cashier_name AS holder_name,
    safe_count.difference,
    safe_count.counted_at
   FROM cash.safe_count
  WHERE (safe_count.difference <> 0);
grant select on table cash.v_difference to cho40_app;

create view cash.v_hand_in with (security_invoker=true) as
 SELECT board_id,
    id AS hand_in_id,
    collector_id,
    collector_name,
    cashier_id,
    cashier_name,
    amount,
    counted_at,
    counted_on,
    expected
   FROM cash.hand_in;
grant select on table cash.v_hand_in to cho40_app;

create view cash.v_left_hand with (security_invoker=true) as
 SELECT hand_in.board_id,
    hand_in.collector_id,
    hand_in.expected AS amount,
    hand_in.counted_at AS at,
    hand_in.counted_on AS on_date
   FROM cash.hand_in
UNION ALL
 SELECT difference_act.board_id,
    difference_act.collector_id,
    difference_act.amount,
    difference_act.at,
    difference_act.on_date
   FROM cash.difference_act
  WHERE (difference_act.kind = 'late-receipt'::text);
grant select on table cash.v_left_hand to cho40_app;

create view cash.v_payment_receipt_line with (security_invoker=true) as
 SELECT r.board_id AS "boardId",
    b.name AS "boardName",
    r.id,
    r.number,
    r.check_code AS "checkCode",
    p.payment_id AS "paymentId",
    p.record_id AS "recordId",
    p.market_id AS "marketId",
    m.name AS "marketName",
    p.lease_id AS "leaseId",
    s.code AS "stallCode",
    l.vendor_name AS "vendorName",
    p.amount,
    p.paid_at AS "paidAt",
    p.booked_on AS "bookedOn",
    p.recorded_at AS "recordedAt",
    k.bin,
    k.account_number AS "accountNumber",
    k.reference,
    r.issued_on AS "issuedOn",
    r.issued_at AS "issuedAt",
    r.issued_by_name AS "issuedByName",
    p.undone_at AS "undoneAt",
    w.name AS "walletName",
    t.transaction_id AS "transactionId"
   FROM ((((((((cash.payment_receipt r
     JOIN markets.v_board b ON ((b.board_id = r.board_id)))
     JOIN billing.v_payment p ON (((p.board_id = r.board_id) AND (p.payment_id = r.payment_id))))
     JOIN markets.v_market m ON (((m.board_id = p.board_id) AND (m.market_id = p.market_id))))
     LEFT JOIN tenancy.v_lease l ON (((l.board_id = p.board_id) AND (l.lease_id = p.lease_id))))
     LEFT JOIN markets.v_stall s ON (((s.board_id = l.board_id) AND (s.stall_id = l.stall_id))))
     LEFT JOIN banking.v_bank_record k ON (((k.board_id = p.board_id) AND (k.record_id = p.record_id))))
     LEFT JOIN banking.v_settlement_line t ON (((t.board_id = p.board_id) AND (t.line_id = p.settlement_line_id))))
     LEFT JOIN banking.v_wallet w ON (((w.board_id = t.board_id) AND (w.wallet_id = t.wallet_id))));
grant select on table cash.v_payment_receipt_line to cho40_app;

create view cash.v_receipt with (security_invoker=true) as
 SELECT board_id,
    id AS receipt_id,
    market_id,
    lease_id,
    payment_id,
    number,
    amount,
    collector_id,
    collector_name,
    taken_at,
    taken_on,
    recorded_at,
    why_not_cashless
   FROM cash.receipt;
grant select on table cash.v_receipt to cho40_app;

create view cash.v_receipt_line with (security_invoker=true) as
 SELECT r.board_id AS "boardId",
    b.name AS "boardName",
    r.id,
    r.number,
    r.market_id AS "marketId",
    m.name AS "marketName",
    r.lease_id AS "leaseId",
    s.code AS "stallCode",
    l.vendor_name AS "vendorName",
    r.amount,
    r.collector_id AS "collectorId",
    r.collector_name AS "collectorName",
    r.taken_at AS "takenAt",
    r.taken_on AS "takenOn",
    r.why_not_cashless AS "whyNotCashless",
    (p.undone_at IS NOT NULL) AS "isUndone",
    r.shift_id AS "shiftId",
    r.device_number AS "deviceNumber",
    r.paper_book AS "paperBook",
    r.paper_serial AS "paperSerial"
   FROM (((((cash.receipt r
     JOIN markets.v_board b ON ((b.board_id = r.board_id)))
     JOIN markets.v_market m ON (((m.board_id = r.board_id) AND (m.market_id = r.market_id))))
     JOIN tenancy.v_lease l ON (((l.board_id = r.board_id) AND (l.lease_id = r.lease_id))))
     JOIN markets.v_stall s ON (((s.board_id = l.board_id) AND (s.stall_id = l.stall_id))))
     JOIN billing.v_payment p ON (((p.board_id = r.board_id) AND (p.payment_id = r.payment_id))));
grant select on table cash.v_receipt_line to cho40_app;

create view cash.v_refund_line with (security_invoker=true) as
 SELECT r.refund_id AS "refundId",
    r.board_id AS "boardId",
    r.amount,
    r.payee,
    r.reason,
    r.state,
    r.decided_by AS "decidedBy",
    r.decided_by_name AS "decidedByName",
    r.decided_at AS "decidedAt",
    p.paid_at AS "paidAt",
    p.cashier_name AS "cashierName",
    s.id AS "slipId",
    s.number AS "slipNumber"
   FROM ((reconciliation.v_refund r
     LEFT JOIN cash.refund_payout p ON (((p.board_id = r.board_id) AND (p.refund_id = r.refund_id) AND (p.taken_back_at IS NULL))))
     LEFT JOIN cash.safe_slip s ON (((s.board_id = p.board_id) AND (s.key = ('refund-cash:'::text || p.id)))))
  WHERE ((r.payout = 'cash'::text) AND (r.state = ANY (ARRAY['approved'::text, 'paid'::text])));
grant select on table cash.v_refund_line to cho40_app;

create view cash.v_safe_count_line with (security_invoker=true) as
 SELECT c.id,
    c.board_id AS "boardId",
    b.name AS "boardName",
    c.number,
    c.counted,
    c.booked,
    c.notes,
    c.witness_name AS "witnessName",
    c.cashier_name AS "cashierName",
    c.remark,
    c.counted_at AS "countedAt",
    c.counted_on AS "countedOn",
    c.difference
   FROM (cash.safe_count c
     JOIN markets.v_board b ON ((b.board_id = c.board_id)));
grant select on table cash.v_safe_count_line to cho40_app;

create view cash.v_safe_slip with (security_invoker=true) as
 SELECT board_id,
    id AS slip_id,
    kind,
    number,
    key,
    amount,
    person_name,
    cashier_name,
    purpose,
    on_date,
    at
   FROM cash.safe_slip;
grant select on table cash.v_safe_slip to cho40_app;

create view cash.v_shift with (security_invoker=true) as
 SELECT board_id,
    id AS shift_id,
    market_id,
    collector_id,
    collector_name,
    opened_at,
    opened_on,
    closed_at,
    taken,
    expected
   FROM cash.shift;
grant select on table cash.v_shift to cho40_app;

create view cash.v_shift_line with (security_invoker=true) as
 SELECT s.id,
    s.board_id AS "boardId",
    s.market_id AS "marketId",
    m.name AS "marketName",
    s.collector_id AS "collectorId",
    s.collector_name AS "collectorName",
    s.opened_at AS "openedAt",
    s.closed_at AS "closedAt",
    s.closed_by_name AS "closedByName",
    t."byReceipts",
    t."byTickets",
    t.count,
    s.expected
   FROM ((cash.shift s
     JOIN markets.v_market m ON (((m.board_id = s.board_id) AND (m.market_id = s.market_id))))
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(v.amount) FILTER (WHERE (v.kind = 'receipt'::text)), (0)::numeric))::bigint AS "byReceipts",
            (COALESCE(sum(v.amount) FILTER (WHERE (v.kind <> 'receipt'::text)), (0)::numeric))::bigint AS "byTickets",
            count(*) AS count
           FROM cash.v_taken v
          WHERE ((v.board_id = s.board_id) AND (v.shift_id = s.id) AND ((v.undone_at IS NULL) OR (v.undone_at > s.closed_at)))) t);
grant select on table cash.v_shift_line to cho40_app;

create view cash.v_taken with (security_invoker=true) as
 SELECT r.board_id,
    r.shift_id,
    r.market_id,
    r.collector_id,
    r.collector_name,
    'receipt'::text AS kind,
    r.id AS source_id,
    r.amount,
    r.taken_at,
    r.taken_on,
    r.recorded_at,
    p.undone_at
   FROM (cash.receipt r
     JOIN billing.v_payment p ON (((p.board_id = r.board_id) AND (p.payment_id = r.payment_id))))
UNION ALL
 SELECT k.board_id,
    k.shift_id,
    k.market_id,
    k.collector_id,
    k.collector_name,
    k.kind,
    k.id AS source_id,
    k.amount,
    k.taken_at,
    k.taken_on,
    k.recorded_at,
    p.undone_at
   FROM (cash.ticket_taking k
     JOIN billing.v_payment p ON (((p.board_id = k.board_id) AND (p.payment_id = k.payment_id))));
grant select on table cash.v_taken to cho40_app;

create view cash.v_ticket_book with (security_invoker=true) as
 SELECT b.board_id AS "boardId",
    b.id,
    b.market_id AS "marketId",
    m.name AS "marketName",
    b.series,
    b.first_serial AS "firstSerial",
    b.last_serial AS "lastSerial",
    b.fee_type AS "feeType",
    f.name_vi AS "feeName",
    b.unit,
    b.goods_group AS "goodsGroup",
    b.carrier,
    b.is_roofed AS "isRoofed",
    b.area_m2 AS "areaM2",
    b.price,
    b.received_on AS "receivedOn",
    b.received_at AS "receivedAt",
    b.received_by_name AS "receivedByName",
    s."inStock",
    s.issued,
    s.sold,
    s.spoiled,
    s.lost,
    (s.sold * b.price) AS "soldVnd"
   FROM (((cash.ticket_book b
     JOIN markets.v_market m ON (((m.board_id = b.board_id) AND (m.market_id = b.market_id))))
     JOIN tariffs.v_fee_type f ON ((f.fee_type = b.fee_type)))
     JOIN LATERAL ( SELECT count(*) FILTER (WHERE (t.state = 'in-stock'::text)) AS "inStock",
            count(*) FILTER (WHERE (t.state = 'issued'::text)) AS issued,
            count(*) FILTER (WHERE (t.state = 'sold'::text)) AS sold,
            count(*) FILTER (WHERE (t.state = 'spoiled'::text)) AS spoiled,
            count(*) FILTER (WHERE (t.state = 'lost'::text)) AS lost
           FROM cash.ticket_stub t
          WHERE ((t.board_id = b.board_id) AND (t.book_id = b.id))) s ON (true));
grant select on table cash.v_ticket_book to cho40_app;

create schema closing;
grant usage on schema closing to cho40_app;

CREATE OR REPLACE FUNCTION closing.rows_hash(board uuid, of_month text)
 RETURNS bytea
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN (SELECT sha256(convert_to(COALESCE(string_agg(concat_ws('	'::text, t.transfer_id, t.key, t.debit, t.credit, t.amount, t.on_date, t.booked_month, to_char((t.at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text), COALESCE((t.reverses)::text, ''::text), t.reason), '
'::text ORDER BY t.at, t.transfer_id), ''::text), 'UTF8'::name)) AS sha256 FROM ledger.v_transfer t WHERE ((t.board_id = rows_hash.board) AND (t.booked_month = rows_hash.of_month)));
grant execute on routine closing.rows_hash(uuid,text) to cho40_app;

create table closing.period (
  board_id uuid not null,
  month text not null,
  closed_at timestamp with time zone not null,
  closed_by uuid,
  closed_by_name text not null,
  remarks jsonb not null,
  note text not null default ''::text,
  transfer_count integer not null,
  transfer_total bigint not null,
  rows_hash bytea not null,
  hash bytea not null
);
alter table closing.period add constraint period_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table closing.period add constraint period_board_id_month_fkey FOREIGN KEY (board_id, month) REFERENCES ledger.closed_month(board_id, month);
alter table closing.period add constraint period_hash_check CHECK ((length(hash) = 32));
alter table closing.period add constraint period_pkey PRIMARY KEY (board_id, month);
alter table closing.period add constraint period_rows_hash_check CHECK ((length(rows_hash) = 32));
alter table closing.period add constraint period_transfer_count_check CHECK ((transfer_count >= 0));
alter table closing.period add constraint period_transfer_total_check CHECK ((transfer_total >= 0));
alter table closing.period enable row level security;
alter table closing.period force row level security;
create policy board_scope on closing.period for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON closing.period FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table closing.period to cho40_app;

create table closing.proof_pack (
  board_id uuid not null,
  month text not null,
  zip bytea not null,
  sha256 bytea not null
);
alter table closing.proof_pack add constraint proof_pack_board_id_month_fkey FOREIGN KEY (board_id, month) REFERENCES closing.period(board_id, month);
alter table closing.proof_pack add constraint proof_pack_pkey PRIMARY KEY (board_id, month);
alter table closing.proof_pack add constraint proof_pack_sha256_check CHECK ((length(sha256) = 32));
alter table closing.proof_pack enable row level security;
alter table closing.proof_pack force row level security;
create policy board_scope on closing.proof_pack for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON closing.proof_pack FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table closing.proof_pack to cho40_app;

create view closing.v_period with (security_invoker=true) as
 SELECT board_id,
    month,
    closed_at,
    closed_by_name,
    transfer_count,
    transfer_total,
    rows_hash,
    hash
   FROM closing.period;
grant select on table closing.v_period to cho40_app;

create schema identity;
grant usage on schema identity to cho40_app;

CREATE OR REPLACE FUNCTION identity.board_of_scope(kind text, scope text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN CASE kind WHEN 'board'::text THEN scope ELSE (SELECT (r.board_id)::text AS board_id FROM markets.market_registry r WHERE ((r.market_id)::text = board_of_scope.scope)) END;
grant execute on routine identity.board_of_scope(text,text) to cho40_app;

CREATE OR REPLACE FUNCTION identity.check_cashier_is_not_accountant()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

create table identity.app_user (
  id uuid not null,
  username text not null,
  display_name text not null,
  password_hash text not null,
  locale text not null default 'vi'::text,
  rights_version integer not null default 1,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now()
);
alter table identity.app_user add constraint app_user_display_name_check CHECK (((length(btrim(display_name)) >= 2) AND (length(btrim(display_name)) <= 100)));
alter table identity.app_user add constraint app_user_locale_check CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
alter table identity.app_user add constraint app_user_pkey PRIMARY KEY (id);
alter table identity.app_user add constraint app_user_username_check CHECK ((username ~ '^[a-z0-9._-]{3,40}$'::text));
alter table identity.app_user add constraint app_user_username_key UNIQUE (username);
grant insert, select, update on table identity.app_user to cho40_app;

create table identity.demo_sign_in (
  user_id uuid not null,
  password text not null
);
alter table identity.demo_sign_in add constraint demo_sign_in_pkey PRIMARY KEY (user_id);
alter table identity.demo_sign_in add constraint demo_sign_in_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.app_user(id);
grant insert, select on table identity.demo_sign_in to cho40_app;

create table identity.role_grant (
  id uuid not null,
  user_id uuid not null,
  role text not null,
  scope_kind text not null,
  scope_id text not null,
  valid_from date not null,
  valid_to date,
  ended_at timestamp with time zone,
  granted_by uuid
);
alter table identity.role_grant add constraint role_grant_check CHECK ((scope_kind = ANY (
CASE role
    WHEN 'systemAdmin'::text THEN ARRAY['system'::text]
    WHEN 'communeOfficial'::text THEN ARRAY['unit'::text]
    WHEN 'departmentViewer'::text THEN ARRAY['unit'::text]
    WHEN 'auditor'::text THEN ARRAY['unit'::text, 'board'::text]
    ELSE ARRAY['board'::text, 'market'::text]
END)));
alter table identity.role_grant add constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES identity.app_user(id);
alter table identity.role_grant add constraint role_grant_once EXCLUDE USING gist (user_id WITH =, role WITH =, scope_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((ended_at IS NULL));
alter table identity.role_grant add constraint role_grant_pkey PRIMARY KEY (id);
alter table identity.role_grant add constraint role_grant_role_check CHECK ((role = ANY (ARRAY['systemAdmin'::text, 'boardHead'::text, 'boardStaff'::text, 'accountant'::text, 'cashier'::text, 'collector'::text, 'communeOfficial'::text, 'departmentViewer'::text, 'auditor'::text])));
alter table identity.role_grant add constraint role_grant_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['system'::text, 'unit'::text, 'board'::text, 'market'::text])));
alter table identity.role_grant add constraint role_grant_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.app_user(id);
CREATE INDEX role_grant_scope ON identity.role_grant USING btree (scope_id);
CREATE INDEX role_grant_user ON identity.role_grant USING btree (user_id);
CREATE TRIGGER cashier_is_not_accountant BEFORE INSERT OR UPDATE ON identity.role_grant FOR EACH ROW WHEN (((new.role = ANY (ARRAY['cashier'::text, 'accountant'::text])) AND (new.ended_at IS NULL))) EXECUTE FUNCTION identity.check_cashier_is_not_accountant();
grant insert, select, update on table identity.role_grant to cho40_app;

create table identity.session (
  token_hash bytea not null,
  user_id uuid not null,
  csrf_token text not null,
  rights_version integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table identity.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table identity.session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.app_user(id);
CREATE INDEX session_of_user ON identity.session USING btree (user_id);
grant delete, insert, select, update on table identity.session to cho40_app;

create table identity.sign_in_try (
  username_hash bytea not null,
  at timestamp with time zone not null
);
CREATE INDEX sign_in_try_recent ON identity.sign_in_try USING btree (username_hash, at);
grant delete, insert, select on table identity.sign_in_try to cho40_app;

create schema ledger;
grant usage on schema ledger to cho40_app;

CREATE OR REPLACE FUNCTION ledger.check_closing()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  last_closed text;
begin
  perform pg_advisory_xact_lock(ledger.lock_of_closing(new.board_id));
  select max(c.month) into last_closed from ledger.closed_month c where c.board_id = new.board_id;
  if new.month <> to_char(to_date(last_closed, 'YYYY-MM') + interval '1 month', 'YYYY-MM') then
    raise exception '% does not follow % as the next closed month', new.month, last_closed
      using errcode = 'check_violation', constraint = 'months_close_in_order';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION ledger.check_month_is_open()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  late text;
begin
  perform pg_advisory_xact_lock_shared(ledger.lock_of_closing(p.board_id))
    from (select distinct board_id from posted) p;
  select p.key into late
    from posted p
    join ledger.v_first_open_month f on f.board_id = p.board_id and p.booked_month < f.month
   limit 1;
  if late is not null then
    raise exception 'transfer % is booked into a closed month', late
      using errcode = 'serialization_failure', constraint = 'transfer_in_open_month';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION ledger.check_reversal()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  original ledger.transfer;
begin
  select * into original from ledger.transfer t
    where t.board_id = new.board_id and t.id = new.reverses;
  if original.id is null or original.reverses is not null
     or (original.debit, original.credit, original.amount)
        is distinct from (new.credit, new.debit, new.amount) then
    raise exception 'transfer % does not mirror %', new.id, new.reverses
      using errcode = 'check_violation', constraint = 'transfer_mirrors';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION ledger.lock_of_closing(board uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
RETURN hashtextextended(('ledger.closed_month '::text || (board)::text), (0)::bigint);
grant execute on routine ledger.lock_of_closing(uuid) to cho40_app;

create table ledger.closed_month (
  board_id uuid not null,
  month text not null,
  closed_at timestamp with time zone not null
);
alter table ledger.closed_month add constraint closed_month_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table ledger.closed_month add constraint closed_month_pkey PRIMARY KEY (board_id, month);
alter table ledger.closed_month enable row level security;
alter table ledger.closed_month force row level security;
create policy board_scope on ledger.closed_month for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.closed_month FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER in_order BEFORE INSERT ON ledger.closed_month FOR EACH ROW EXECUTE FUNCTION ledger.check_closing();
grant insert, select on table ledger.closed_month to cho40_app;

create table ledger.transfer (
  board_id uuid not null,
  id uuid not null,
  key text not null,
  debit text not null,
  credit text not null,
  amount bigint not null,
  on_date date not null,
  at timestamp with time zone not null,
  reason text not null,
  reverses uuid,
  booked_month text not null
);
alter table ledger.transfer add constraint transfer_amount_check CHECK (((amount >= 1) AND (amount <= '9007199254740991'::bigint)));
alter table ledger.transfer add constraint transfer_board_id_reverses_fkey FOREIGN KEY (board_id, reverses) REFERENCES ledger.transfer(board_id, id);
alter table ledger.transfer add constraint transfer_booked_late_at_most CHECK ((booked_month >= to_char((on_date)::timestamp with time zone, 'YYYY-MM'::text)));
alter table ledger.transfer add constraint transfer_booked_month_check CHECK ((booked_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table ledger.transfer add constraint transfer_check CHECK ((debit <> credit));
alter table ledger.transfer add constraint transfer_credit_check CHECK ((credit ~ '^[a-z]'::text));
alter table ledger.transfer add constraint transfer_debit_check CHECK ((debit ~ '^[a-z]'::text));
alter table ledger.transfer add constraint transfer_key UNIQUE (board_id, key);
alter table ledger.transfer add constraint transfer_pkey PRIMARY KEY (board_id, id);
CREATE INDEX transfer_credit ON ledger.transfer USING btree (board_id, credit, on_date);
CREATE INDEX transfer_debit ON ledger.transfer USING btree (board_id, debit, on_date);
CREATE INDEX transfer_month ON ledger.transfer USING btree (board_id, booked_month);
CREATE UNIQUE INDEX transfer_reversed_once ON ledger.transfer USING btree (board_id, reverses) WHERE (reverses IS NOT NULL);
alter table ledger.transfer enable row level security;
alter table ledger.transfer force row level security;
create policy board_scope on ledger.transfer for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.transfer FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER in_open_month AFTER INSERT ON ledger.transfer REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_month_is_open();
CREATE TRIGGER mirrors BEFORE INSERT ON ledger.transfer FOR EACH ROW WHEN ((new.reverses IS NOT NULL)) EXECUTE FUNCTION ledger.check_reversal(); -- enable always
grant insert, select on table ledger.transfer to cho40_app;

create view ledger.v_closed_month with (security_invoker=true) as
 SELECT board_id,
    month,
    closed_at
   FROM ledger.closed_month;
grant select on table ledger.v_closed_month to cho40_app;

create view ledger.v_first_open_month with (security_invoker=true) as
 SELECT board_id,
    to_char((to_date(max(month), 'YYYY-MM'::text) + '1 mon'::interval), 'YYYY-MM'::text) AS month
   FROM ledger.closed_month
  GROUP BY board_id;
grant select on table ledger.v_first_open_month to cho40_app;

create view ledger.v_posting with (security_invoker=true) as
 SELECT transfer.board_id,
    transfer.id AS transfer_id,
    transfer.key,
    transfer.debit AS account,
    transfer.amount,
    transfer.on_date,
    transfer.at,
    transfer.reason,
    transfer.booked_month
   FROM ledger.transfer
UNION ALL
 SELECT transfer.board_id,
    transfer.id AS transfer_id,
    transfer.key,
    transfer.credit AS account,
    (- transfer.amount) AS amount,
    transfer.on_date,
    transfer.at,
    transfer.reason,
    transfer.booked_month
   FROM ledger.transfer;
grant select on table ledger.v_posting to cho40_app;

create view ledger.v_transfer with (security_invoker=true) as
 SELECT board_id,
    id AS transfer_id,
    key,
    debit,
    credit,
    amount,
    on_date,
    booked_month,
    at,
    reason,
    reverses
   FROM ledger.transfer;
grant select on table ledger.v_transfer to cho40_app;

create schema markets;
grant usage on schema markets to cho40_app;

CREATE OR REPLACE FUNCTION markets.begin_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into markets.stall_state (board_id, stall_id, number, state, from_on, at)
    select board_id, id, 1, state, valid_from, created_at from made;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION markets.check_zone_tree()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION markets.date_stall()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  select m.opened_on into new.valid_from
    from markets.market m where m.board_id = new.board_id and m.id = new.market_id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION markets.follow_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION markets.register_board()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into markets.board_registry values (new.id);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION markets.register_commune()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update markets.market_registry r set commune_id = new.commune_id
    where r.market_id = new.market_id and new.valid_to is null;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION markets.register_market()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into markets.market_registry (market_id, board_id, code, former_district_id)
    values (new.id, new.board_id, new.code, new.former_district_id)
    on conflict (market_id) do update
      set code = excluded.code, former_district_id = excluded.former_district_id;
  return new;
end $function$;

create table markets.admin_unit (
  id text not null,
  code text,
  level text not null,
  name text not null,
  parent_id text,
  valid_from date,
  valid_to date
);
alter table markets.admin_unit add constraint admin_unit_check CHECK ((valid_to >= valid_from));
alter table markets.admin_unit add constraint admin_unit_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])));
alter table markets.admin_unit add constraint admin_unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES markets.admin_unit(id);
alter table markets.admin_unit add constraint admin_unit_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX admin_unit_code_once ON markets.admin_unit USING btree (level, code, valid_from) NULLS NOT DISTINCT WHERE (code IS NOT NULL);
CREATE UNIQUE INDEX admin_unit_code_today ON markets.admin_unit USING btree (level, code) WHERE (valid_to IS NULL);
CREATE INDEX admin_unit_parent ON markets.admin_unit USING btree (parent_id);
grant insert, select, update on table markets.admin_unit to cho40_app;

create table markets.admin_unit_change (
  old_id text not null,
  new_id text not null
);
alter table markets.admin_unit_change add constraint admin_unit_change_new_id_fkey FOREIGN KEY (new_id) REFERENCES markets.admin_unit(id);
alter table markets.admin_unit_change add constraint admin_unit_change_old_id_fkey FOREIGN KEY (old_id) REFERENCES markets.admin_unit(id);
alter table markets.admin_unit_change add constraint admin_unit_change_pkey PRIMARY KEY (old_id, new_id);
grant insert, select on table markets.admin_unit_change to cho40_app;

create table markets.board (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null default now()
);
alter table markets.board add constraint board_name_check CHECK (((length(btrim(name)) >= 2) AND (length(btrim(name)) <= 200)));
alter table markets.board add constraint board_pkey PRIMARY KEY (id);
alter table markets.board enable row level security;
alter table markets.board force row level security;
create policy board_scope on markets.board for all to public using ((id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER registered AFTER INSERT ON markets.board FOR EACH ROW EXECUTE FUNCTION markets.register_board();
grant insert, select, update on table markets.board to cho40_app;

create table markets.board_registry (
  board_id uuid not null
);
alter table markets.board_registry add constraint board_registry_pkey PRIMARY KEY (board_id);
grant select on table markets.board_registry to cho40_app;

create table markets.collection_contract (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  party text not null,
  amount bigint not null,
  per text not null,
  document text not null,
  valid_from date not null,
  valid_to date not null,
  ended_reason text,
  created_at timestamp with time zone not null default now()
);
alter table markets.collection_contract add constraint collection_contract_amount_check CHECK (((amount >= 1) AND (amount <= '9007199254740991'::bigint)));
alter table markets.collection_contract add constraint collection_contract_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table markets.collection_contract add constraint collection_contract_check CHECK ((valid_to >= valid_from));
alter table markets.collection_contract add constraint collection_contract_document_check CHECK (((length(btrim(document)) >= 2) AND (length(btrim(document)) <= 200)));
alter table markets.collection_contract add constraint collection_contract_ended_reason_check CHECK ((length(btrim(ended_reason)) >= 3));
alter table markets.collection_contract add constraint collection_contract_one_a_day EXCLUDE USING gist (market_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);
alter table markets.collection_contract add constraint collection_contract_party_check CHECK (((length(btrim(party)) >= 2) AND (length(btrim(party)) <= 200)));
alter table markets.collection_contract add constraint collection_contract_per_check CHECK ((per = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text, 'term'::text])));
alter table markets.collection_contract add constraint collection_contract_pkey PRIMARY KEY (board_id, id);
alter table markets.collection_contract enable row level security;
alter table markets.collection_contract force row level security;
create policy board_scope on markets.collection_contract for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table markets.collection_contract to cho40_app;
grant update (ended_reason) on table markets.collection_contract to cho40_app;
grant update (valid_to) on table markets.collection_contract to cho40_app;

create table markets.market (
  board_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  declared_class smallint not null,
  construction text not null,
  meets text not null,
  former_district_id text,
  due_day smallint not null default 10,
  grace_days smallint not null default 10,
  opened_on date not null,
  closed_on date,
  created_at timestamp with time zone not null default now(),
  tariff_group text,
  transfer_policy text not null default 'by-procedure'::text
);
alter table markets.market add constraint market_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table markets.market add constraint market_code UNIQUE (code);
alter table markets.market add constraint market_code_check CHECK ((code ~ '^[A-Z0-9-]{2,20}$'::text));
alter table markets.market add constraint market_construction_check CHECK ((construction = ANY (ARRAY['solid'::text, 'semi-solid'::text, 'temporary'::text])));
alter table markets.market add constraint market_declared_class_check CHECK (((declared_class >= 1) AND (declared_class <= 3)));
alter table markets.market add constraint market_due_day_check CHECK (((due_day >= 1) AND (due_day <= 28)));
alter table markets.market add constraint market_former_district_id_fkey FOREIGN KEY (former_district_id) REFERENCES markets.admin_unit(id);
alter table markets.market add constraint market_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 60)));
alter table markets.market add constraint market_meets_check CHECK ((meets = ANY (ARRAY['daily'::text, 'market-days'::text])));
alter table markets.market add constraint market_name_check CHECK (((length(btrim(name)) >= 2) AND (length(btrim(name)) <= 200)));
alter table markets.market add constraint market_pkey PRIMARY KEY (board_id, id);
alter table markets.market add constraint market_tariff_group_check CHECK (((length(btrim(tariff_group)) >= 1) AND (length(btrim(tariff_group)) <= 60)));
alter table markets.market add constraint market_transfer_policy_check CHECK ((transfer_policy = ANY (ARRAY['forbidden'::text, 'by-procedure'::text, 'free'::text])));
alter table markets.market enable row level security;
alter table markets.market force row level security;
create policy board_scope on markets.market for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER registered AFTER INSERT OR UPDATE ON markets.market FOR EACH ROW EXECUTE FUNCTION markets.register_market();
grant insert, select, update on table markets.market to cho40_app;

create table markets.market_commune (
  board_id uuid not null,
  market_id uuid not null,
  commune_id text not null,
  valid_from date,
  valid_to date
);
alter table markets.market_commune add constraint market_commune_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table markets.market_commune add constraint market_commune_check CHECK ((valid_to >= valid_from));
alter table markets.market_commune add constraint market_commune_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES markets.admin_unit(id);
alter table markets.market_commune add constraint market_commune_one_a_day EXCLUDE USING gist (market_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);
alter table markets.market_commune enable row level security;
alter table markets.market_commune force row level security;
create policy board_scope on markets.market_commune for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER registered AFTER INSERT OR UPDATE ON markets.market_commune FOR EACH ROW EXECUTE FUNCTION markets.register_commune();
grant insert, select, update on table markets.market_commune to cho40_app;

create table markets.market_day_exception (
  board_id uuid not null,
  market_id uuid not null,
  on_date date not null,
  kind text not null,
  reason text not null
);
alter table markets.market_day_exception add constraint market_day_exception_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table markets.market_day_exception add constraint market_day_exception_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'extra'::text])));
alter table markets.market_day_exception add constraint market_day_exception_pkey PRIMARY KEY (board_id, market_id, on_date);
alter table markets.market_day_exception add constraint market_day_exception_reason_check CHECK ((length(btrim(reason)) >= 2));
alter table markets.market_day_exception enable row level security;
alter table markets.market_day_exception force row level security;
create policy board_scope on markets.market_day_exception for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant delete, insert, select, update on table markets.market_day_exception to cho40_app;

create table markets.market_day_rule (
  board_id uuid not null,
  market_id uuid not null,
  valid_from date not null,
  weekdays smallint[] not null default '{}'::smallint[],
  branches text[] not null default '{}'::text[],
  lunar_days smallint[] not null default '{}'::smallint[]
);
alter table markets.market_day_rule add constraint market_day_rule_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table markets.market_day_rule add constraint market_day_rule_branches_check CHECK ((branches <@ '{rat,ox,tiger,cat,dragon,snake,horse,goat,monkey,rooster,dog,pig}'::text[]));
alter table markets.market_day_rule add constraint market_day_rule_check CHECK ((((cardinality(weekdays) + cardinality(branches)) + cardinality(lunar_days)) > 0));
alter table markets.market_day_rule add constraint market_day_rule_lunar_days_check CHECK ((lunar_days <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30}'::smallint[]));
alter table markets.market_day_rule add constraint market_day_rule_pkey PRIMARY KEY (board_id, market_id, valid_from);
alter table markets.market_day_rule add constraint market_day_rule_weekdays_check CHECK ((weekdays <@ '{1,2,3,4,5,6,7}'::smallint[]));
alter table markets.market_day_rule enable row level security;
alter table markets.market_day_rule force row level security;
create policy board_scope on markets.market_day_rule for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant delete, insert, select, update on table markets.market_day_rule to cho40_app;

create table markets.market_registry (
  market_id uuid not null,
  board_id uuid not null,
  code text not null,
  commune_id text,
  former_district_id text
);
alter table markets.market_registry add constraint market_registry_code_key UNIQUE (code);
alter table markets.market_registry add constraint market_registry_pkey PRIMARY KEY (market_id);
grant select on table markets.market_registry to cho40_app;

create table markets.stall (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  zone_id uuid not null,
  code text not null,
  area_m2 numeric(8,2) not null,
  open_sides smallint not null default 1,
  is_roofed boolean not null default true,
  goods_group text not null,
  state text not null default 'trading'::text,
  created_at timestamp with time zone not null default now(),
  length_m numeric(6,2),
  width_m numeric(6,2),
  is_corner boolean not null default false,
  row_grade smallint,
  other_goods_groups text[] not null default '{}'::text[],
  small_area_reason text,
  grid_row smallint,
  grid_column smallint,
  valid_from date not null,
  valid_to date
);
alter table markets.stall add constraint stall_area_m2_check CHECK ((area_m2 > (0)::numeric));
alter table markets.stall add constraint stall_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table markets.stall add constraint stall_board_id_market_id_zone_id_fkey FOREIGN KEY (board_id, market_id, zone_id) REFERENCES markets.zone(board_id, market_id, id);
alter table markets.stall add constraint stall_code UNIQUE (board_id, market_id, code);
alter table markets.stall add constraint stall_code_check CHECK ((code ~ '^[A-Z0-9.-]{1,16}$'::text));
alter table markets.stall add constraint stall_ends_after_it_began CHECK ((valid_to >= valid_from));
alter table markets.stall add constraint stall_grid_column_check CHECK (((grid_column >= 1) AND (grid_column <= 500)));
alter table markets.stall add constraint stall_grid_row_check CHECK (((grid_row >= 1) AND (grid_row <= 500)));
alter table markets.stall add constraint stall_grid_whole CHECK (((grid_row IS NULL) = (grid_column IS NULL)));
alter table markets.stall add constraint stall_is_a_point CHECK (((area_m2 >= (3)::numeric) OR (small_area_reason IS NOT NULL)));
alter table markets.stall add constraint stall_length_m_check CHECK ((length_m > (0)::numeric));
alter table markets.stall add constraint stall_open_sides_check CHECK (((open_sides >= 1) AND (open_sides <= 3)));
alter table markets.stall add constraint stall_pkey PRIMARY KEY (board_id, id);
alter table markets.stall add constraint stall_row_grade_check CHECK (((row_grade >= 1) AND (row_grade <= 8)));
alter table markets.stall add constraint stall_small_area_reason_check CHECK ((length(btrim(small_area_reason)) >= 3));
alter table markets.stall add constraint stall_state_check CHECK ((state = ANY (ARRAY['vacant'::text, 'trading'::text, 'suspended'::text, 'under-repair'::text, 'locked'::text, 'disputed'::text])));
alter table markets.stall add constraint stall_width_m_check CHECK ((width_m > (0)::numeric));
CREATE UNIQUE INDEX stall_grid_place ON markets.stall USING btree (board_id, market_id, grid_row, grid_column);
CREATE INDEX stall_zone ON markets.stall USING btree (board_id, zone_id);
alter table markets.stall enable row level security;
alter table markets.stall force row level security;
create policy board_scope on markets.stall for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER dated BEFORE INSERT ON markets.stall FOR EACH ROW WHEN ((new.valid_from IS NULL)) EXECUTE FUNCTION markets.date_stall();
CREATE TRIGGER leases_ended AFTER UPDATE OF valid_to ON markets.stall FOR EACH ROW WHEN ((new.valid_to IS NOT NULL)) EXECUTE FUNCTION tenancy.check_stall_end();
CREATE TRIGGER state_begins AFTER INSERT ON markets.stall REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION markets.begin_state();
grant insert, select on table markets.stall to cho40_app;
grant update (area_m2) on table markets.stall to cho40_app;
grant update (code) on table markets.stall to cho40_app;
grant update (goods_group) on table markets.stall to cho40_app;
grant update (grid_column) on table markets.stall to cho40_app;
grant update (grid_row) on table markets.stall to cho40_app;
grant update (is_corner) on table markets.stall to cho40_app;
grant update (is_roofed) on table markets.stall to cho40_app;
grant update (length_m) on table markets.stall to cho40_app;
grant update (open_sides) on table markets.stall to cho40_app;
grant update (other_goods_groups) on table markets.stall to cho40_app;
grant update (row_grade) on table markets.stall to cho40_app;
grant update (small_area_reason) on table markets.stall to cho40_app;
grant update (valid_to) on table markets.stall to cho40_app;
grant update (width_m) on table markets.stall to cho40_app;
grant update (zone_id) on table markets.stall to cho40_app;

create table markets.stall_state (
  board_id uuid not null,
  stall_id uuid not null,
  number integer not null,
  state text not null,
  from_on date not null,
  reason text,
  actor_id uuid,
  at timestamp with time zone not null
);
alter table markets.stall_state add constraint stall_state_board_id_stall_id_fkey FOREIGN KEY (board_id, stall_id) REFERENCES markets.stall(board_id, id);
alter table markets.stall_state add constraint stall_state_check1 CHECK (((number = 1) OR (reason IS NOT NULL)));
alter table markets.stall_state add constraint stall_state_number_check CHECK ((number > 0));
alter table markets.stall_state add constraint stall_state_pkey PRIMARY KEY (board_id, stall_id, number);
alter table markets.stall_state add constraint stall_state_reason_check CHECK ((length(btrim(reason)) >= 3));
alter table markets.stall_state add constraint stall_state_state_check CHECK ((state = ANY (ARRAY['vacant'::text, 'trading'::text, 'suspended'::text, 'under-repair'::text, 'locked'::text, 'disputed'::text])));
alter table markets.stall_state enable row level security;
alter table markets.stall_state force row level security;
create policy board_scope on markets.stall_state for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON markets.stall_state FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER state_follows AFTER INSERT ON markets.stall_state REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION markets.follow_state();
grant insert, select on table markets.stall_state to cho40_app;

create table markets.stall_succession (
  board_id uuid not null,
  market_id uuid not null,
  act_id uuid not null,
  from_id uuid not null,
  to_id uuid,
  kind text not null,
  begins_on date not null,
  reason text not null,
  actor_id uuid,
  at timestamp with time zone not null
);
alter table markets.stall_succession add constraint stall_succession_board_id_market_id_from_id_fkey FOREIGN KEY (board_id, market_id, from_id) REFERENCES markets.stall(board_id, market_id, id);
alter table markets.stall_succession add constraint stall_succession_board_id_market_id_to_id_fkey FOREIGN KEY (board_id, market_id, to_id) REFERENCES markets.stall(board_id, market_id, id);
alter table markets.stall_succession add constraint stall_succession_check CHECK ((from_id <> to_id));
alter table markets.stall_succession add constraint stall_succession_closed CHECK (((kind = 'close'::text) = (to_id IS NULL)));
alter table markets.stall_succession add constraint stall_succession_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'merge'::text, 'relocate'::text, 'close'::text])));
alter table markets.stall_succession add constraint stall_succession_once UNIQUE NULLS NOT DISTINCT (board_id, from_id, to_id);
alter table markets.stall_succession add constraint stall_succession_reason_check CHECK ((length(btrim(reason)) >= 3));
CREATE INDEX stall_succession_market ON markets.stall_succession USING btree (board_id, market_id, begins_on);
CREATE INDEX stall_succession_to ON markets.stall_succession USING btree (board_id, to_id);
alter table markets.stall_succession enable row level security;
alter table markets.stall_succession force row level security;
create policy board_scope on markets.stall_succession for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON markets.stall_succession FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table markets.stall_succession to cho40_app;

create table markets.zone (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  parent_id uuid,
  code text not null,
  name text not null,
  walking_order integer not null default 0
);
alter table markets.zone add constraint zone_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table markets.zone add constraint zone_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table markets.zone add constraint zone_board_id_market_id_parent_id_fkey FOREIGN KEY (board_id, market_id, parent_id) REFERENCES markets.zone(board_id, market_id, id);
alter table markets.zone add constraint zone_code UNIQUE (board_id, market_id, code);
alter table markets.zone add constraint zone_code_check CHECK (((length(btrim(code)) >= 1) AND (length(btrim(code)) <= 20)));
alter table markets.zone add constraint zone_pkey PRIMARY KEY (board_id, id);
alter table markets.zone enable row level security;
alter table markets.zone force row level security;
create policy board_scope on markets.zone for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER tree AFTER INSERT OR UPDATE OF parent_id ON markets.zone FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION markets.check_zone_tree();
grant insert, select, update on table markets.zone to cho40_app;

create view markets.v_admin_unit with (security_invoker=true) as
 SELECT id AS unit_id,
    code,
    level,
    name,
    parent_id,
    valid_from,
    valid_to
   FROM markets.admin_unit;
grant select on table markets.v_admin_unit to cho40_app;

create view markets.v_board with (security_invoker=true) as
 SELECT id AS board_id,
    name
   FROM markets.board;
grant select on table markets.v_board to cho40_app;

create view markets.v_board_registry with (security_invoker=true) as
 SELECT board_id
   FROM markets.board_registry;
grant select on table markets.v_board_registry to cho40_app;

create view markets.v_collection_contract with (security_invoker=true) as
 SELECT board_id,
    market_id,
    id AS contract_id,
    party,
    amount,
    per,
    document,
    valid_from,
    valid_to
   FROM markets.collection_contract;
grant select on table markets.v_collection_contract to cho40_app;

create view markets.v_market with (security_invoker=true) as
 SELECT board_id,
    id AS market_id,
    code,
    name,
    declared_class,
    construction,
    meets,
    former_district_id,
    due_day,
    grace_days,
    opened_on,
    closed_on,
    tariff_group,
    transfer_policy
   FROM markets.market;
grant select on table markets.v_market to cho40_app;

create view markets.v_market_commune with (security_invoker=true) as
 SELECT board_id,
    market_id,
    commune_id,
    valid_from,
    valid_to
   FROM markets.market_commune;
grant select on table markets.v_market_commune to cho40_app;

create view markets.v_market_day_exception with (security_invoker=true) as
 SELECT board_id,
    market_id,
    on_date,
    kind,
    reason
   FROM markets.market_day_exception;
grant select on table markets.v_market_day_exception to cho40_app;

create view markets.v_market_day_rule with (security_invoker=true) as
 SELECT board_id,
    market_id,
    valid_from,
    weekdays,
    branches,
    lunar_days
   FROM markets.market_day_rule;
grant select on table markets.v_market_day_rule to cho40_app;

create view markets.v_market_registry with (security_invoker=true) as
 SELECT market_id,
    board_id,
    code,
    commune_id,
    former_district_id
   FROM markets.market_registry;
grant select on table markets.v_market_registry to cho40_app;

create view markets.v_stall with (security_invoker=true) as
 SELECT s.board_id,
    s.id AS stall_id,
    s.market_id,
    s.zone_id,
    s.code,
    s.area_m2,
    s.open_sides,
    s.is_roofed,
    s.goods_group,
    s.state,
    z.code AS zone_code,
    z.name AS zone_name,
    z.walking_order,
    s.length_m,
    s.width_m,
    s.is_corner,
    s.row_grade,
    (ARRAY[s.goods_group] || s.other_goods_groups) AS goods_groups,
    s.grid_row,
    s.grid_column,
    s.small_area_reason,
    s.valid_from,
    s.valid_to
   FROM (markets.stall s
     JOIN markets.zone z ON (((z.board_id = s.board_id) AND (z.id = s.zone_id))));
grant select on table markets.v_stall to cho40_app;

create view markets.v_stall_goods_group with (security_invoker=true) as
 SELECT s.board_id,
    s.market_id,
    s.id AS stall_id,
    g.goods_group
   FROM markets.stall s,
    LATERAL unnest((ARRAY[s.goods_group] || s.other_goods_groups)) g(goods_group);
grant select on table markets.v_stall_goods_group to cho40_app;

create view markets.v_stall_state with (security_invoker=true) as
 SELECT board_id,
    stall_id,
    number,
    state,
    from_on,
    reason,
    actor_id,
    at
   FROM markets.stall_state;
grant select on table markets.v_stall_state to cho40_app;

create view markets.v_stall_succession with (security_invoker=true) as
 SELECT board_id,
    market_id,
    act_id,
    from_id,
    to_id,
    kind,
    begins_on,
    reason,
    actor_id,
    at
   FROM markets.stall_succession;
grant select on table markets.v_stall_succession to cho40_app;

create view markets.v_zone with (security_invoker=true) as
 SELECT board_id,
    market_id,
    id AS zone_id,
    parent_id,
    code,
    name,
    walking_order
   FROM markets.zone;
grant select on table markets.v_zone to cho40_app;

create schema migration;
grant usage on schema migration to cho40_app;

create table migration.step (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
alter table migration.step add constraint step_pkey PRIMARY KEY (name);
grant select on table migration.step to cho40_app;

create schema movein;
grant usage on schema movein to cho40_app;

create table movein.file (
  board_id uuid not null,
  id uuid not null,
  name text not null,
  sha256 bytea not null,
  sealed bytea,
  state text not null,
  step text,
  found jsonb not null,
  typed jsonb,
  refusal jsonb,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamp with time zone not null,
  entered_by uuid,
  entered_by_name text,
  entered_at timestamp with time zone
);
alter table movein.file add constraint file_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table movein.file add constraint file_check CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)));
alter table movein.file add constraint file_check1 CHECK (((state = 'done'::text) <= (entered_at IS NOT NULL)));
alter table movein.file add constraint file_check2 CHECK (((state = ANY (ARRAY['entering'::text, 'done'::text])) <= (typed IS NOT NULL)));
alter table movein.file add constraint file_lies_no_longer_than_needed CHECK (((sealed IS NULL) = (state = ANY (ARRAY['done'::text, 'refused'::text, 'replaced'::text]))));
alter table movein.file add constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table movein.file add constraint file_pkey PRIMARY KEY (board_id, id);
alter table movein.file add constraint file_sha256_check CHECK ((length(sha256) = 32));
alter table movein.file add constraint file_state_check CHECK ((state = ANY (ARRAY['wrong'::text, 'ready'::text, 'entering'::text, 'done'::text, 'refused'::text, 'replaced'::text])));
alter table movein.file add constraint file_step_check CHECK ((step = ANY (ARRAY['reading'::text, 'markets'::text, 'stalls'::text, 'vendors'::text, 'leases'::text, 'debts'::text])));
CREATE INDEX file_uploaded ON movein.file USING btree (board_id, uploaded_at DESC);
alter table movein.file enable row level security;
alter table movein.file force row level security;
create policy board_scope on movein.file for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table movein.file to cho40_app;
grant update (entered_at) on table movein.file to cho40_app;
grant update (entered_by) on table movein.file to cho40_app;
grant update (entered_by_name) on table movein.file to cho40_app;
grant update (refusal) on table movein.file to cho40_app;
grant update (sealed) on table movein.file to cho40_app;
grant update (state) on table movein.file to cho40_app;
grant update (step) on table movein.file to cho40_app;
grant update (typed) on table movein.file to cho40_app;

create table movein.old_figure (
  board_id uuid not null,
  market_id uuid not null,
  stall_id uuid not null,
  month text not null,
  amount bigint not null,
  entered_by uuid,
  entered_by_name text not null,
  entered_at timestamp with time zone not null
);
alter table movein.old_figure add constraint old_figure_amount_check CHECK (((amount >= 0) AND (amount <= '100000000000'::bigint)));
alter table movein.old_figure add constraint old_figure_board_id_market_id_stall_id_fkey FOREIGN KEY (board_id, market_id, stall_id) REFERENCES markets.stall(board_id, market_id, id);
alter table movein.old_figure add constraint old_figure_month_check CHECK ((month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'::text));
alter table movein.old_figure add constraint old_figure_pkey PRIMARY KEY (board_id, stall_id, month);
CREATE INDEX old_figure_market ON movein.old_figure USING btree (board_id, market_id, month);
alter table movein.old_figure enable row level security;
alter table movein.old_figure force row level security;
create policy board_scope on movein.old_figure for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant delete, insert, select on table movein.old_figure to cho40_app;
grant update (amount) on table movein.old_figure to cho40_app;
grant update (entered_at) on table movein.old_figure to cho40_app;
grant update (entered_by) on table movein.old_figure to cho40_app;
grant update (entered_by_name) on table movein.old_figure to cho40_app;

create table movein.opening (
  board_id uuid not null,
  file_id uuid not null,
  market_id uuid not null,
  typed bigint not null,
  entered bigint not null
);
alter table movein.opening add constraint opening_board_id_file_id_fkey FOREIGN KEY (board_id, file_id) REFERENCES movein.file(board_id, id);
alter table movein.opening add constraint opening_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table movein.opening add constraint opening_check CHECK (((entered >= 0) AND (entered <= typed)));
alter table movein.opening add constraint opening_pkey PRIMARY KEY (board_id, file_id, market_id);
alter table movein.opening add constraint opening_typed_check CHECK ((typed >= 0));
alter table movein.opening enable row level security;
alter table movein.opening force row level security;
create policy board_scope on movein.opening for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON movein.opening FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table movein.opening to cho40_app;

create table movein.vendor_code (
  board_id uuid not null,
  code text not null,
  vendor_id uuid not null
);
alter table movein.vendor_code add constraint vendor_code_board_id_vendor_id_fkey FOREIGN KEY (board_id, vendor_id) REFERENCES tenancy.vendor(board_id, id);
alter table movein.vendor_code add constraint vendor_code_code_check CHECK (((length(code) >= 1) AND (length(code) <= 30)));
alter table movein.vendor_code add constraint vendor_code_pkey PRIMARY KEY (board_id, code);
CREATE INDEX vendor_code_vendor ON movein.vendor_code USING btree (board_id, vendor_id);
alter table movein.vendor_code enable row level security;
alter table movein.vendor_code force row level security;
create policy board_scope on movein.vendor_code for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON movein.vendor_code FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table movein.vendor_code to cho40_app;

create schema platform;
grant usage on schema platform to cho40_app;

CREATE OR REPLACE FUNCTION platform.append_audit(board uuid, at timestamp with time zone, actor uuid, act text, subject text, before jsonb, after jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$;
grant execute on routine platform.append_audit(uuid,timestamp with time zone,uuid,text,text,jsonb,jsonb) to cho40_app;

CREATE OR REPLACE FUNCTION platform.audit_hash(row_before bytea, entry platform.audit)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
RETURN sha256((row_before || convert_to((jsonb_build_array((entry).board_id, (entry).seq, EXTRACT(epoch FROM (entry).at), (entry).actor_id, (entry).act, (entry).subject, (entry).before, (entry).after))::text, 'UTF8'::name)));
grant execute on routine platform.audit_hash(bytea,platform.audit) to cho40_app;

CREATE OR REPLACE FUNCTION platform.board_scope()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN COALESCE((NULLIF(current_setting('app.boards'::text, true), ''::text))::uuid[], '{}'::uuid[]);
grant execute on routine platform.board_scope() to cho40_app;

CREATE OR REPLACE FUNCTION platform.check_references()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  key record;
  missing bigint;
begin
  for key in
    select k.conname as name, k.confrelid::regclass as parent,
           string_agg(format('n.%I', c.attname), ', ' order by o.place) as columns,
           string_agg(format('p.%I = n.%I', p.attname, c.attname), ' and ' order by o.place) as match
      from pg_constraint k
      cross join unnest(k.conkey, k.confkey) with ordinality as o (child, parent, place)
      join pg_attribute c on c.attrelid = k.conrelid and c.attnum = o.child
      join pg_attribute p on p.attrelid = k.confrelid and p.attnum = o.parent
     where k.conrelid = tg_relid and k.contype = 'f' and not k.conenforced
     group by k.oid
  loop
    execute format(
      'select count(*) from (select distinct %1$s from added n where num_nulls(%1$s) = 0) n
        where not exists (select from %2$s p where %3$s)', key.columns, key.parent, key.match)
      into missing;
    if missing > 0 then
      raise exception '% refers to what is not in %', tg_relid::regclass, key.parent
        using errcode = 'foreign_key_violation', constraint = key.name;
    end if;
  end loop;
  return null;
end $function$;

CREATE OR REPLACE PROCEDURE platform.check_together(IN child regclass, IN key name)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $procedure$
declare
  side record;
begin
  execute format('alter table %s alter constraint %I not enforced', child, key);
  if not exists (select from pg_trigger t where t.tgrelid = child and t.tgname = 'refers') then
    execute format('create trigger refers after insert on %s referencing new table as added
      for each statement execute function platform.check_references()', child);
    execute format('alter table %s enable always trigger refers', child);
  end if;
  for side in
    select s.rel::regclass as name, s.event,
           (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
             where a.attrelid = s.rel and a.attnum = any (s.columns)) as columns
      from pg_constraint k
      cross join lateral (values (k.confrelid, k.confkey, 'delete or truncate or update of'),
                                 (k.conrelid, k.conkey, 'update of')) as s (rel, columns, event)
     where k.conrelid = child and k.conname = key
  loop
    execute format('create trigger %I before %s %s on %s for each statement
      execute function platform.refuse_change()',
      left('stays_' || key, 63), side.event, side.columns, side.name);
    execute format('alter table %s enable always trigger %I', side.name, left('stays_' || key, 63));
  end loop;
end $procedure$;

CREATE OR REPLACE PROCEDURE platform.gather_statistics()
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$
begin
  analyze;
end $procedure$;
grant execute on routine platform.gather_statistics() to cho40_app;

CREATE OR REPLACE PROCEDURE platform.gather_statistics_of(IN lib name)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$
declare
  filled regclass;
begin
  for filled in select c.oid from pg_class c
                 where c.relnamespace = lib::text::regnamespace and c.relkind = 'r' order by 1 loop
    execute format('analyze %s', filled);
  end loop;
end $procedure$;
grant execute on routine platform.gather_statistics_of(name) to cho40_app;

CREATE OR REPLACE PROCEDURE platform.gather_statistics_of_grown()
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$
declare
  grown regclass;
begin
  for grown in select c.oid from pg_class c
                where c.relkind = 'r' and c.relowner = current_user::regrole
                  and pg_relation_size(c.oid) > 0
                  and pg_relation_size(c.oid) / current_setting('block_size')::integer
                      >= 2 * c.relpages
                order by 1 loop
    -- never waiting for an import or a bill run that does it at this moment
    execute format('analyze (skip_locked) %s', grown);
  end loop;
end $procedure$;
grant execute on routine platform.gather_statistics_of_grown() to cho40_app;

CREATE OR REPLACE PROCEDURE platform.make_append_only(IN target regclass)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $procedure$
begin
  execute format('create trigger append_only before update or delete or truncate on %s
    for each statement execute function platform.refuse_change()', target);
  execute format('alter table %s enable always trigger append_only', target);
  execute format('revoke update, delete, truncate on %s from "cho40_app"', target);
end $procedure$;

CREATE OR REPLACE PROCEDURE platform.protect_board_table(IN target regclass)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy board_scope on %s using (board_id = any ((select platform.board_scope())::uuid[]))
     with check (board_id = any ((select platform.board_scope())::uuid[]))', target);
end $procedure$;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation';
end $function$;

create table platform.audit (
  board_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_id uuid,
  act text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  previous_hash bytea not null,
  hash bytea not null
);
alter table platform.audit add constraint audit_pkey PRIMARY KEY (board_id, seq);
alter table platform.audit add constraint audit_seq_check CHECK ((seq > 0));
alter table platform.audit enable row level security;
alter table platform.audit force row level security;
create policy board_scope on platform.audit for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant select on table platform.audit to cho40_app;

create table platform.audit_head (
  board_id uuid not null,
  seq bigint not null,
  hash bytea not null
);
alter table platform.audit_head add constraint audit_head_pkey PRIMARY KEY (board_id);
alter table platform.audit_head enable row level security;
alter table platform.audit_head force row level security;
create policy board_scope on platform.audit_head for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant select on table platform.audit_head to cho40_app;

create table platform.backup_run (
  id uuid not null,
  at timestamp with time zone not null default now(),
  folder text not null,
  bytes bigint not null default 0,
  error text
);
alter table platform.backup_run add constraint backup_run_pkey PRIMARY KEY (id);
grant insert, select on table platform.backup_run to cho40_app;

create table platform.board_change (
  board_id uuid not null,
  changed_at timestamp with time zone not null
);
alter table platform.board_change add constraint board_change_pkey PRIMARY KEY (board_id);
grant delete, insert, select, update on table platform.board_change to cho40_app;

create table platform.check_result (
  board_id uuid not null,
  invariant text not null,
  checked_at timestamp with time zone not null,
  violations integer not null
);
alter table platform.check_result add constraint check_result_pkey PRIMARY KEY (board_id, invariant);
alter table platform.check_result add constraint check_result_violations_check CHECK ((violations >= 0));
grant delete, insert, select, update on table platform.check_result to cho40_app;

create table platform.check_run (
  id uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  checks integer not null default 0,
  violations integer not null default 0
);
alter table platform.check_run add constraint check_run_pkey PRIMARY KEY (id);
grant insert, select, update on table platform.check_run to cho40_app;

create table platform.idempotency (
  actor_id uuid not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  answer jsonb,
  at timestamp with time zone not null default now()
);
alter table platform.idempotency add constraint idempotency_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)));
alter table platform.idempotency add constraint idempotency_pkey PRIMARY KEY (actor_id, key);
CREATE INDEX idempotency_at ON platform.idempotency USING btree (at);
grant delete, insert, select, update on table platform.idempotency to cho40_app;

create table platform.job (
  id uuid not null,
  kind text not null,
  board_id uuid not null,
  subject_id uuid,
  key text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  run_at timestamp with time zone not null default now(),
  lease_until timestamp with time zone,
  leased_by uuid,
  last_error text,
  created_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone
);
alter table platform.job add constraint job_check CHECK (((state = 'running'::text) = (lease_until IS NOT NULL)));
alter table platform.job add constraint job_pkey PRIMARY KEY (id);
alter table platform.job add constraint job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'dead'::text])));
CREATE INDEX job_dead ON platform.job USING btree (ended_at) WHERE (state = 'dead'::text);
CREATE INDEX job_done ON platform.job USING btree (ended_at) WHERE (state = 'done'::text);
CREATE INDEX job_due ON platform.job USING btree (run_at) WHERE (state = 'waiting'::text);
CREATE INDEX job_leased ON platform.job USING btree (lease_until) WHERE (state = 'running'::text);
CREATE UNIQUE INDEX job_one_waiting ON platform.job USING btree (kind, key) WHERE (state = 'waiting'::text);
CREATE INDEX job_unfinished ON platform.job USING btree (subject_id) WHERE (state <> 'done'::text);
grant delete, insert, select, update on table platform.job to cho40_app;

create table platform.schedule (
  name text not null,
  due_at timestamp with time zone not null
);
alter table platform.schedule add constraint schedule_pkey PRIMARY KEY (name);
grant insert, select, update on table platform.schedule to cho40_app;

create table platform.setting (
  key text not null,
  value jsonb not null
);
alter table platform.setting add constraint setting_pkey PRIMARY KEY (key);
grant insert, select, update on table platform.setting to cho40_app;

create table platform.violation (
  id uuid not null,
  run_id uuid not null,
  board_id uuid not null,
  invariant text not null,
  row_key text not null,
  facts jsonb not null,
  found_at timestamp with time zone not null default now(),
  cleared_at timestamp with time zone
);
alter table platform.violation add constraint violation_pkey PRIMARY KEY (id);
alter table platform.violation add constraint violation_run_id_fkey FOREIGN KEY (run_id) REFERENCES platform.check_run(id);
CREATE UNIQUE INDEX violation_open ON platform.violation USING btree (board_id, invariant, row_key) WHERE (cleared_at IS NULL);
grant insert, select, update on table platform.violation to cho40_app;

create view platform.v_audit_head with (security_invoker=true) as
 SELECT board_id,
    seq,
    hash
   FROM platform.audit_head;
grant select on table platform.v_audit_head to cho40_app;

create view platform.v_open_job with (security_invoker=true) as
 SELECT board_id,
    kind,
    subject_id,
    run_at
   FROM platform.job
  WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
grant select on table platform.v_open_job to cho40_app;

create view platform.v_stopped_board with (security_invoker=true) as
 SELECT DISTINCT board_id
   FROM platform.violation
  WHERE (cleared_at IS NULL);
grant select on table platform.v_stopped_board to cho40_app;

create schema reconciliation;
grant usage on schema reconciliation to cho40_app;

create table reconciliation.claim (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  lease_id uuid,
  amount bigint not null,
  paid_at timestamp with time zone not null,
  told_by text not null,
  channel text not null,
  note text,
  made_by uuid,
  made_by_name text,
  made_at timestamp with time zone not null,
  due_on date not null,
  state text not null default 'open'::text,
  record_id uuid,
  answer text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  ticket_id uuid
);
alter table reconciliation.claim add constraint claim_amount_check CHECK ((amount > 0));
alter table reconciliation.claim add constraint claim_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table reconciliation.claim add constraint claim_board_id_record_id_fkey FOREIGN KEY (board_id, record_id) REFERENCES banking.bank_record(board_id, id);
alter table reconciliation.claim add constraint claim_channel_check CHECK ((channel = ANY (ARRAY['desk'::text, 'phone'::text, 'app'::text, 'shift'::text])));
alter table reconciliation.claim add constraint claim_check CHECK (((state = 'open'::text) = (decided_at IS NULL)));
alter table reconciliation.claim add constraint claim_check1 CHECK (((state = 'open'::text) = (answer IS NULL)));
alter table reconciliation.claim add constraint claim_found_has_record CHECK (((state = 'found'::text) = (record_id IS NOT NULL)));
alter table reconciliation.claim add constraint claim_is_its_ticket FOREIGN KEY (board_id, market_id, ticket_id) REFERENCES billing.ticket(board_id, market_id, id);
alter table reconciliation.claim add constraint claim_note_check CHECK (((length(btrim(note)) >= 1) AND (length(btrim(note)) <= 500)));
alter table reconciliation.claim add constraint claim_of_lease_or_ticket CHECK ((num_nonnulls(lease_id, ticket_id) = 1));
alter table reconciliation.claim add constraint claim_pkey PRIMARY KEY (board_id, id);
alter table reconciliation.claim add constraint claim_state_check CHECK ((state = ANY (ARRAY['open'::text, 'found'::text, 'refused'::text])));
alter table reconciliation.claim add constraint claim_told_by_check CHECK (((length(btrim(told_by)) >= 2) AND (length(btrim(told_by)) <= 100)));
CREATE INDEX claim_lease ON reconciliation.claim USING btree (board_id, lease_id);
CREATE UNIQUE INDEX claim_of_record ON reconciliation.claim USING btree (board_id, record_id) WHERE (record_id IS NOT NULL);
CREATE UNIQUE INDEX claim_once_per_ticket ON reconciliation.claim USING btree (board_id, ticket_id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX claim_open ON reconciliation.claim USING btree (board_id, due_on) WHERE (state = 'open'::text);
alter table reconciliation.claim enable row level security;
alter table reconciliation.claim force row level security;
create policy board_scope on reconciliation.claim for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.claim to cho40_app;
grant update (answer) on table reconciliation.claim to cho40_app;
grant update (decided_at) on table reconciliation.claim to cho40_app;
grant update (decided_by) on table reconciliation.claim to cho40_app;
grant update (decided_by_name) on table reconciliation.claim to cho40_app;
grant update (record_id) on table reconciliation.claim to cho40_app;
grant update (state) on table reconciliation.claim to cho40_app;

create table reconciliation.decision (
  board_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  state text not null,
  reason text not null,
  evidence jsonb not null,
  payment_id uuid,
  rules_version smallint not null,
  decided_by uuid,
  decided_by_name text,
  at timestamp with time zone not null,
  class text
);
alter table reconciliation.decision add constraint decision_board_id_payment_id_fkey FOREIGN KEY (board_id, payment_id) REFERENCES billing.payment(board_id, id);
alter table reconciliation.decision add constraint decision_board_id_record_id_fkey FOREIGN KEY (board_id, record_id) REFERENCES banking.bank_record(board_id, id);
alter table reconciliation.decision add constraint decision_check CHECK (((decided_by IS NULL) = (decided_by_name IS NULL)));
alter table reconciliation.decision add constraint decision_class CHECK (((state = 'classified'::text) = (class IS NOT NULL)));
alter table reconciliation.decision add constraint decision_pkey PRIMARY KEY (board_id, id);
alter table reconciliation.decision add constraint decision_state_check CHECK ((state = ANY (ARRAY['unmatched'::text, 'matched'::text, 'outgoing'::text, 'classified'::text])));
CREATE INDEX decision_record ON reconciliation.decision USING btree (board_id, record_id, at);
alter table reconciliation.decision enable row level security;
alter table reconciliation.decision force row level security;
create policy board_scope on reconciliation.decision for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON reconciliation.decision FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table reconciliation.decision to cho40_app;

create table reconciliation.learned_payer (
  board_id uuid not null,
  id uuid not null,
  account_print bytea not null,
  account_sealed bytea not null,
  account_last4 text not null,
  market_id uuid not null,
  lease_id uuid not null,
  record_id uuid not null,
  learned_by uuid not null,
  learned_by_name text not null,
  learned_at timestamp with time zone not null,
  off_by uuid,
  off_by_name text,
  off_at timestamp with time zone
);
alter table reconciliation.learned_payer add constraint learned_payer_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table reconciliation.learned_payer add constraint learned_payer_board_id_record_id_fkey FOREIGN KEY (board_id, record_id) REFERENCES banking.bank_record(board_id, id);
alter table reconciliation.learned_payer add constraint learned_payer_check CHECK ((num_nonnulls(off_by, off_by_name, off_at) = ANY (ARRAY[0, 3])));
alter table reconciliation.learned_payer add constraint learned_payer_pkey PRIMARY KEY (board_id, id);
CREATE UNIQUE INDEX learned_payer_once ON reconciliation.learned_payer USING btree (board_id, account_print, lease_id) WHERE (off_at IS NULL);
alter table reconciliation.learned_payer enable row level security;
alter table reconciliation.learned_payer force row level security;
create policy board_scope on reconciliation.learned_payer for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.learned_payer to cho40_app;
grant update (off_at) on table reconciliation.learned_payer to cho40_app;
grant update (off_by) on table reconciliation.learned_payer to cho40_app;
grant update (off_by_name) on table reconciliation.learned_payer to cho40_app;

create table reconciliation.line_standing (
  board_id uuid not null,
  line_id uuid not null,
  kind text not null default 'payment'::text,
  amount bigint not null,
  state text not null,
  reason text not null,
  evidence jsonb not null,
  market_id uuid,
  payment_id uuid,
  booked_on date not null,
  since timestamp with time zone not null,
  decided_by_name text
);
alter table reconciliation.line_standing add constraint line_standing_board_id_line_id_amount_kind_fkey FOREIGN KEY (board_id, line_id, amount, kind) REFERENCES banking.settlement_line(board_id, id, amount, kind);
alter table reconciliation.line_standing add constraint line_standing_board_id_payment_id_fkey FOREIGN KEY (board_id, payment_id) REFERENCES billing.payment(board_id, id);
alter table reconciliation.line_standing add constraint line_standing_check CHECK (((state = 'matched'::text) = (payment_id IS NOT NULL)));
alter table reconciliation.line_standing add constraint line_standing_kind_check CHECK ((kind = 'payment'::text));
alter table reconciliation.line_standing add constraint line_standing_pkey PRIMARY KEY (board_id, line_id);
alter table reconciliation.line_standing add constraint line_standing_state_check CHECK ((state = ANY (ARRAY['unmatched'::text, 'matched'::text, 'refunded'::text, 'waiting'::text])));
CREATE INDEX line_standing_unmatched ON reconciliation.line_standing USING btree (board_id, booked_on) WHERE (state = 'unmatched'::text);
alter table reconciliation.line_standing enable row level security;
alter table reconciliation.line_standing force row level security;
create policy board_scope on reconciliation.line_standing for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.line_standing to cho40_app;
grant update (booked_on) on table reconciliation.line_standing to cho40_app;
grant update (decided_by_name) on table reconciliation.line_standing to cho40_app;
grant update (evidence) on table reconciliation.line_standing to cho40_app;
grant update (market_id) on table reconciliation.line_standing to cho40_app;
grant update (payment_id) on table reconciliation.line_standing to cho40_app;
grant update (reason) on table reconciliation.line_standing to cho40_app;
grant update (since) on table reconciliation.line_standing to cho40_app;
grant update (state) on table reconciliation.line_standing to cho40_app;

create table reconciliation.refund (
  board_id uuid not null,
  id uuid not null,
  market_id uuid,
  lease_id uuid,
  record_id uuid,
  record_direction text generated always as (
CASE
    WHEN (record_id IS NOT NULL) THEN 'in'::text
    ELSE NULL::text
END) stored,
  deposit_use_id uuid,
  amount bigint not null,
  payee text not null,
  reason text not null,
  state text not null default 'proposed'::text,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_reason text,
  paid_record_id uuid,
  paid_direction text generated always as (
CASE
    WHEN (paid_record_id IS NOT NULL) THEN 'out'::text
    ELSE NULL::text
END) stored,
  paid_on date,
  payout text not null default 'bank'::text
);
alter table reconciliation.refund add constraint refund_amount_check CHECK ((amount > 0));
alter table reconciliation.refund add constraint refund_board_id_deposit_use_id_lease_id_amount_fkey FOREIGN KEY (board_id, deposit_use_id, lease_id, amount) REFERENCES billing.deposit_use(board_id, id, lease_id, amount);
alter table reconciliation.refund add constraint refund_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table reconciliation.refund add constraint refund_board_id_paid_record_id_amount_paid_direction_fkey FOREIGN KEY (board_id, paid_record_id, amount, paid_direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table reconciliation.refund add constraint refund_board_id_record_id_amount_record_direction_fkey FOREIGN KEY (board_id, record_id, amount, record_direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table reconciliation.refund add constraint refund_check CHECK (((deposit_use_id IS NULL) OR (lease_id IS NOT NULL)));
alter table reconciliation.refund add constraint refund_check1 CHECK (((lease_id IS NULL) = (market_id IS NULL)));
alter table reconciliation.refund add constraint refund_check2 CHECK (((decided_by IS NULL) = (decided_by_name IS NULL)));
alter table reconciliation.refund add constraint refund_is_of_one CHECK ((num_nonnulls(record_id, lease_id) = 1));
alter table reconciliation.refund add constraint refund_needs_two_people CHECK ((decided_by <> proposed_by));
alter table reconciliation.refund add constraint refund_paid_as_asked UNIQUE (board_id, id, amount, payout);
alter table reconciliation.refund add constraint refund_paid_its_way CHECK (((paid_record_id IS NOT NULL) = ((state = 'paid'::text) AND (payout = 'bank'::text))));
alter table reconciliation.refund add constraint refund_paid_on_a_day CHECK (((state = 'paid'::text) = (paid_on IS NOT NULL)));
alter table reconciliation.refund add constraint refund_payee_check CHECK (((length(btrim(payee)) >= 2) AND (length(btrim(payee)) <= 200)));
alter table reconciliation.refund add constraint refund_payout_check CHECK ((payout = ANY (ARRAY['bank'::text, 'cash'::text])));
alter table reconciliation.refund add constraint refund_pkey PRIMARY KEY (board_id, id);
alter table reconciliation.refund add constraint refund_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
alter table reconciliation.refund add constraint refund_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'paid'::text])));
CREATE INDEX refund_day ON reconciliation.refund USING btree (board_id, proposed_at);
CREATE INDEX refund_lease ON reconciliation.refund USING btree (board_id, lease_id, proposed_at);
CREATE UNIQUE INDEX refund_one_per_deposit_use ON reconciliation.refund USING btree (board_id, deposit_use_id) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text, 'paid'::text]));
CREATE UNIQUE INDEX refund_one_per_record ON reconciliation.refund USING btree (board_id, record_id) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text, 'paid'::text]));
CREATE UNIQUE INDEX refund_one_per_way_out ON reconciliation.refund USING btree (board_id, paid_record_id);
alter table reconciliation.refund enable row level security;
alter table reconciliation.refund force row level security;
create policy board_scope on reconciliation.refund for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.refund to cho40_app;
grant update (decided_at) on table reconciliation.refund to cho40_app;
grant update (decided_by) on table reconciliation.refund to cho40_app;
grant update (decided_by_name) on table reconciliation.refund to cho40_app;
grant update (decision_reason) on table reconciliation.refund to cho40_app;
grant update (paid_on) on table reconciliation.refund to cho40_app;
grant update (paid_record_id) on table reconciliation.refund to cho40_app;
grant update (state) on table reconciliation.refund to cho40_app;

create table reconciliation.refund_step (
  board_id uuid not null,
  id uuid not null,
  refund_id uuid not null,
  step text not null,
  record_id uuid,
  reason text,
  by_id uuid not null,
  by_name text not null,
  at timestamp with time zone not null
);
alter table reconciliation.refund_step add constraint refund_step_board_id_record_id_fkey FOREIGN KEY (board_id, record_id) REFERENCES banking.bank_record(board_id, id);
alter table reconciliation.refund_step add constraint refund_step_board_id_refund_id_fkey FOREIGN KEY (board_id, refund_id) REFERENCES reconciliation.refund(board_id, id);
alter table reconciliation.refund_step add constraint refund_step_pkey PRIMARY KEY (board_id, id);
alter table reconciliation.refund_step add constraint refund_step_step_check CHECK ((step = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'paid'::text, 'unpaid'::text])));
CREATE INDEX refund_step_refund ON reconciliation.refund_step USING btree (board_id, refund_id, at, id);
alter table reconciliation.refund_step enable row level security;
alter table reconciliation.refund_step force row level security;
create policy board_scope on reconciliation.refund_step for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON reconciliation.refund_step FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table reconciliation.refund_step to cho40_app;

create table reconciliation.reversal (
  board_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  record_direction text generated always as ('out'::text) stored,
  original_id uuid not null,
  original_direction text generated always as ('in'::text) stored,
  amount bigint not null,
  payment_id uuid,
  reason text not null,
  tied_by uuid not null,
  tied_by_name text not null,
  tied_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text
);
alter table reconciliation.reversal add constraint reversal_amount_check CHECK ((amount > 0));
alter table reconciliation.reversal add constraint reversal_board_id_original_id_amount_original_direction_fkey FOREIGN KEY (board_id, original_id, amount, original_direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table reconciliation.reversal add constraint reversal_board_id_payment_id_fkey FOREIGN KEY (board_id, payment_id) REFERENCES billing.payment(board_id, id);
alter table reconciliation.reversal add constraint reversal_board_id_record_id_amount_record_direction_fkey FOREIGN KEY (board_id, record_id, amount, record_direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table reconciliation.reversal add constraint reversal_check CHECK (((ended_at IS NULL) = (end_reason IS NULL)));
alter table reconciliation.reversal add constraint reversal_pkey PRIMARY KEY (board_id, id);
alter table reconciliation.reversal add constraint reversal_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
CREATE UNIQUE INDEX reversal_one_per_original ON reconciliation.reversal USING btree (board_id, original_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX reversal_one_per_record ON reconciliation.reversal USING btree (board_id, record_id) WHERE (ended_at IS NULL);
alter table reconciliation.reversal enable row level security;
alter table reconciliation.reversal force row level security;
create policy board_scope on reconciliation.reversal for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.reversal to cho40_app;
grant update (end_reason) on table reconciliation.reversal to cho40_app;
grant update (ended_at) on table reconciliation.reversal to cho40_app;

create table reconciliation.rule (
  board_id uuid not null,
  id uuid not null,
  direction text not null,
  words text,
  plain_words text,
  account_print bytea,
  account_sealed bytea,
  account_last4 text,
  class text not null,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  rehearsed_at timestamp with time zone,
  on_by uuid,
  on_by_name text,
  on_at timestamp with time zone,
  off_by uuid,
  off_by_name text,
  off_at timestamp with time zone,
  reached integer not null default 0,
  reached_at timestamp with time zone
);
alter table reconciliation.rule add constraint rule_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table reconciliation.rule add constraint rule_check CHECK (((words IS NULL) = (plain_words IS NULL)));
alter table reconciliation.rule add constraint rule_check1 CHECK ((num_nonnulls(account_print, account_sealed, account_last4) = ANY (ARRAY[0, 3])));
alter table reconciliation.rule add constraint rule_check2 CHECK ((num_nonnulls(on_by, on_by_name, on_at) = ANY (ARRAY[0, 3])));
alter table reconciliation.rule add constraint rule_check3 CHECK ((num_nonnulls(off_by, off_by_name, off_at) = ANY (ARRAY[0, 3])));
alter table reconciliation.rule add constraint rule_class CHECK (
CASE direction
    WHEN 'in'::text THEN (class = ANY (ARRAY['loan'::text, 'interest'::text, 'private'::text]))
    ELSE (class = ANY (ARRAY['to-budget'::text, 'treasury'::text, 'supplier'::text, 'bank-charge'::text, 'own-account'::text]))
END);
alter table reconciliation.rule add constraint rule_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table reconciliation.rule add constraint rule_pkey PRIMARY KEY (board_id, id);
alter table reconciliation.rule add constraint rule_plain_words_check CHECK ((plain_words ~ '^[A-Z0-9]{4,100}$'::text));
alter table reconciliation.rule add constraint rule_reached_check CHECK ((reached >= 0));
alter table reconciliation.rule add constraint rule_rehearsed_first CHECK (((on_at IS NULL) OR (rehearsed_at <= on_at)));
alter table reconciliation.rule add constraint rule_says_something CHECK ((num_nonnulls(plain_words, account_print) > 0));
CREATE INDEX rule_on ON reconciliation.rule USING btree (board_id) WHERE ((on_at IS NOT NULL) AND (off_at IS NULL));
alter table reconciliation.rule enable row level security;
alter table reconciliation.rule force row level security;
create policy board_scope on reconciliation.rule for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.rule to cho40_app;
grant update (off_at) on table reconciliation.rule to cho40_app;
grant update (off_by) on table reconciliation.rule to cho40_app;
grant update (off_by_name) on table reconciliation.rule to cho40_app;
grant update (on_at) on table reconciliation.rule to cho40_app;
grant update (on_by) on table reconciliation.rule to cho40_app;
grant update (on_by_name) on table reconciliation.rule to cho40_app;
grant update (reached) on table reconciliation.rule to cho40_app;
grant update (reached_at) on table reconciliation.rule to cho40_app;
grant update (rehearsed_at) on table reconciliation.rule to cho40_app;

create table reconciliation.standing (
  board_id uuid not null,
  record_id uuid not null,
  direction text not null,
  state text not null,
  reason text not null,
  amount bigint not null,
  booked_on date not null,
  market_id uuid,
  payment_id uuid,
  since timestamp with time zone not null,
  class text,
  class_decision_id uuid,
  account_id uuid not null
);
alter table reconciliation.standing add constraint standing_amount_check CHECK ((amount > 0));
alter table reconciliation.standing add constraint standing_board_id_payment_id_fkey FOREIGN KEY (board_id, payment_id) REFERENCES billing.payment(board_id, id);
alter table reconciliation.standing add constraint standing_board_id_record_id_amount_direction_fkey FOREIGN KEY (board_id, record_id, amount, direction) REFERENCES banking.bank_record(board_id, id, amount, direction);
alter table reconciliation.standing add constraint standing_check CHECK (((state = 'matched'::text) = (payment_id IS NOT NULL)));
alter table reconciliation.standing add constraint standing_class CHECK ((((state = 'classified'::text) = (class IS NOT NULL)) AND ((class IS NULL) = (class_decision_id IS NULL))));
alter table reconciliation.standing add constraint standing_class_decision FOREIGN KEY (board_id, class_decision_id) REFERENCES reconciliation.decision(board_id, id);
alter table reconciliation.standing add constraint standing_class_of_direction CHECK (((class IS NULL) OR
CASE direction
    WHEN 'in'::text THEN (class = ANY (ARRAY['loan'::text, 'interest'::text, 'private'::text, 'cash-deposit'::text, 'given-back'::text, 'taken-back'::text, 'wallet-batch'::text, 'probe'::text]))
    ELSE (class = ANY (ARRAY['to-budget'::text, 'treasury'::text, 'supplier'::text, 'bank-charge'::text, 'refund'::text, 'own-account'::text, 'reversed'::text]))
END));
alter table reconciliation.standing add constraint standing_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table reconciliation.standing add constraint standing_pkey PRIMARY KEY (board_id, record_id);
alter table reconciliation.standing add constraint standing_state_check CHECK ((state = ANY (ARRAY['unmatched'::text, 'matched'::text, 'outgoing'::text, 'classified'::text])));
alter table reconciliation.standing add constraint standing_state_of_direction CHECK (
CASE state
    WHEN 'classified'::text THEN true
    WHEN 'outgoing'::text THEN (direction = 'out'::text)
    ELSE (direction = 'in'::text)
END);
CREATE INDEX standing_by_account ON reconciliation.standing USING btree (board_id, state, account_id, booked_on, record_id) WHERE (state = ANY (ARRAY['unmatched'::text, 'outgoing'::text]));
CREATE INDEX standing_by_age ON reconciliation.standing USING btree (board_id, state, booked_on, record_id) WHERE (state = ANY (ARRAY['unmatched'::text, 'outgoing'::text]));
CREATE INDEX standing_by_amount ON reconciliation.standing USING btree (board_id, state, amount, record_id) WHERE (state = ANY (ARRAY['unmatched'::text, 'outgoing'::text]));
CREATE INDEX standing_of_amount ON reconciliation.standing USING btree (board_id, amount, booked_on) WHERE (direction = 'in'::text);
alter table reconciliation.standing enable row level security;
alter table reconciliation.standing force row level security;
create policy board_scope on reconciliation.standing for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.standing to cho40_app;
grant update (class) on table reconciliation.standing to cho40_app;
grant update (class_decision_id) on table reconciliation.standing to cho40_app;
grant update (market_id) on table reconciliation.standing to cho40_app;
grant update (payment_id) on table reconciliation.standing to cho40_app;
grant update (reason) on table reconciliation.standing to cho40_app;
grant update (since) on table reconciliation.standing to cho40_app;
grant update (state) on table reconciliation.standing to cho40_app;

create table reconciliation.virtual_account (
  board_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  number text not null,
  market_id uuid not null,
  stall_id uuid,
  lease_id uuid,
  valid_from date not null,
  valid_to date,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamp with time zone
);
alter table reconciliation.virtual_account add constraint virtual_account_board_id_account_id_fkey FOREIGN KEY (board_id, account_id) REFERENCES banking.receiving_account(board_id, id);
alter table reconciliation.virtual_account add constraint virtual_account_board_id_market_id_lease_id_fkey FOREIGN KEY (board_id, market_id, lease_id) REFERENCES tenancy.lease(board_id, market_id, id);
alter table reconciliation.virtual_account add constraint virtual_account_board_id_market_id_stall_id_fkey FOREIGN KEY (board_id, market_id, stall_id) REFERENCES markets.stall(board_id, market_id, id);
alter table reconciliation.virtual_account add constraint virtual_account_check CHECK ((num_nonnulls(approved_by, approved_by_name, approved_at) = ANY (ARRAY[0, 3])));
alter table reconciliation.virtual_account add constraint virtual_account_check1 CHECK ((valid_from <= valid_to));
alter table reconciliation.virtual_account add constraint virtual_account_names_one EXCLUDE USING gist (board_id WITH =, account_id WITH =, number WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);
alter table reconciliation.virtual_account add constraint virtual_account_needs_two_people CHECK ((approved_by <> created_by));
alter table reconciliation.virtual_account add constraint virtual_account_number_check CHECK ((number ~ '^[A-Z0-9]{1,30}$'::text));
alter table reconciliation.virtual_account add constraint virtual_account_of_one CHECK ((num_nonnulls(stall_id, lease_id) = 1));
alter table reconciliation.virtual_account add constraint virtual_account_pkey PRIMARY KEY (board_id, id);
alter table reconciliation.virtual_account enable row level security;
alter table reconciliation.virtual_account force row level security;
create policy board_scope on reconciliation.virtual_account for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table reconciliation.virtual_account to cho40_app;
grant update (approved_at) on table reconciliation.virtual_account to cho40_app;
grant update (approved_by) on table reconciliation.virtual_account to cho40_app;
grant update (approved_by_name) on table reconciliation.virtual_account to cho40_app;
grant update (valid_to) on table reconciliation.virtual_account to cho40_app;

create view reconciliation.v_claim with (security_invoker=true) as
 SELECT board_id,
    id AS claim_id,
    market_id,
    lease_id,
    amount,
    paid_at,
    channel,
    made_at,
    due_on,
    state,
    record_id,
    decided_at,
    ticket_id
   FROM reconciliation.claim;
grant select on table reconciliation.v_claim to cho40_app;

create view reconciliation.v_claim_line with (security_invoker=true) as
 SELECT c.board_id AS "boardId",
    c.id,
    c.market_id AS "marketId",
    m.name AS "marketName",
    c.lease_id AS "leaseId",
    t.code AS "stallCode",
    l.vendor_name AS "vendorName",
    c.amount,
    c.paid_at AS "paidAt",
    c.told_by AS "toldBy",
    c.channel,
    c.note,
    c.made_by_name AS "madeByName",
    c.made_at AS "madeAt",
    c.due_on AS "dueOn",
    c.state,
    c.record_id AS "recordId",
    c.answer,
    c.decided_by_name AS "decidedByName",
    c.decided_at AS "decidedAt",
    c.ticket_id AS "ticketId",
    k.number AS "ticketNumber",
    k.amount AS "ticketAmount"
   FROM ((((reconciliation.claim c
     JOIN markets.v_market m ON (((m.board_id = c.board_id) AND (m.market_id = c.market_id))))
     LEFT JOIN tenancy.v_lease l ON (((l.board_id = c.board_id) AND (l.lease_id = c.lease_id))))
     LEFT JOIN markets.v_stall t ON (((t.board_id = l.board_id) AND (t.stall_id = l.stall_id))))
     LEFT JOIN billing.v_ticket k ON (((k.board_id = c.board_id) AND (k.ticket_id = c.ticket_id))));
grant select on table reconciliation.v_claim_line to cho40_app;

create view reconciliation.v_line_standing with (security_invoker=true) as
 SELECT board_id,
    line_id,
    amount,
    state,
    reason,
    evidence,
    market_id,
    payment_id,
    booked_on,
    since,
    decided_by_name
   FROM reconciliation.line_standing;
grant select on table reconciliation.v_line_standing to cho40_app;

create view reconciliation.v_record with (security_invoker=true) as
 SELECT r.board_id AS "boardId",
    r.record_id AS id,
    r.account_id AS "accountId",
    r.bin,
    r.account_number AS "accountNumber",
    r.direction,
    r.amount,
    r.booked_at AS "bookedAt",
    r.booked_on AS "bookedOn",
    r.content,
    r.reference,
    r.counter_account AS "counterAccount",
    r.counter_name AS "counterName",
    s.market_id AS "marketId",
    s.reason,
    COALESCE(s.state,
        CASE
            WHEN (r.confirmed_at IS NULL) THEN 'unconfirmed'::text
            ELSE 'waiting'::text
        END) AS state,
    COALESCE(( SELECT array_agg(c.code) AS array_agg
           FROM (reconciliation.decision d
             CROSS JOIN LATERAL jsonb_array_elements_text((d.evidence -> 'codes'::text)) c(code))
          WHERE ((d.board_id = r.board_id) AND (d.record_id = r.record_id))), '{}'::text[]) AS codes,
        CASE
            WHEN (p.payment_id IS NOT NULL) THEN jsonb_build_object('paymentId', p.payment_id, 'leaseId', p.lease_id, 'marketName', m.name, 'stallCode', t.code, 'vendorName', l.vendor_name, 'ticketId', p.ticket_id, 'ticketNumber', k.number)
            ELSE NULL::jsonb
        END AS credited,
    s.class
   FROM ((((((banking.v_bank_record r
     LEFT JOIN reconciliation.standing s ON (((s.board_id = r.board_id) AND (s.record_id = r.record_id))))
     LEFT JOIN billing.v_payment p ON (((p.board_id = s.board_id) AND (p.payment_id = s.payment_id))))
     LEFT JOIN markets.v_market m ON (((m.board_id = p.board_id) AND (m.market_id = p.market_id))))
     LEFT JOIN tenancy.v_lease l ON (((l.board_id = p.board_id) AND (l.lease_id = p.lease_id))))
     LEFT JOIN markets.v_stall t ON (((t.board_id = l.board_id) AND (t.stall_id = l.stall_id))))
     LEFT JOIN billing.ticket k ON (((k.board_id = p.board_id) AND (k.id = p.ticket_id))));
grant select on table reconciliation.v_record to cho40_app;

create view reconciliation.v_refund with (security_invoker=true) as
 SELECT board_id,
    id AS refund_id,
    market_id,
    lease_id,
    amount,
    payee,
    reason,
    state,
    payout,
    decided_by,
    decided_by_name,
    decided_at,
    paid_on
   FROM reconciliation.refund;
grant select on table reconciliation.v_refund to cho40_app;

create view reconciliation.v_refund_line with (security_invoker=true) as
 SELECT r.id,
    r.board_id AS "boardId",
    r.state,
    r.amount,
    r.payee,
    r.reason,
    r.lease_id AS "leaseId",
    r.record_id AS "recordId",
    r.deposit_use_id AS "depositUseId",
    r.market_id AS "marketId",
    m.name AS "marketName",
    s.code AS "stallCode",
    l.vendor_name AS "vendorName",
    r.proposed_by AS "proposedBy",
    r.proposed_by_name AS "proposedByName",
    r.proposed_at AS "proposedAt",
    r.decided_by_name AS "decidedByName",
    r.decided_at AS "decidedAt",
    r.decision_reason AS "decisionReason",
    r.paid_record_id AS "paidRecordId",
    r.paid_on AS "paidOn",
    r.payout
   FROM (((reconciliation.refund r
     LEFT JOIN markets.v_market m ON (((m.board_id = r.board_id) AND (m.market_id = r.market_id))))
     LEFT JOIN tenancy.v_lease l ON (((l.board_id = r.board_id) AND (l.lease_id = r.lease_id))))
     LEFT JOIN markets.v_stall s ON (((s.board_id = l.board_id) AND (s.stall_id = l.stall_id))));
grant select on table reconciliation.v_refund_line to cho40_app;

create view reconciliation.v_standing with (security_invoker=true) as
 SELECT board_id,
    record_id,
    direction,
    state,
    reason,
    amount,
    booked_on,
    market_id,
    payment_id,
    since,
    class,
    class_decision_id
   FROM reconciliation.standing;
grant select on table reconciliation.v_standing to cho40_app;

create view reconciliation.v_unmatched with (security_invoker=true) as
 SELECT standing.board_id,
    standing.record_id,
    NULL::uuid AS line_id,
    standing.amount,
    standing.booked_on,
    standing.market_id
   FROM reconciliation.standing
  WHERE (standing.state = 'unmatched'::text)
UNION ALL
 SELECT line_standing.board_id,
    NULL::uuid AS record_id,
    line_standing.line_id,
    line_standing.amount,
    line_standing.booked_on,
    line_standing.market_id
   FROM reconciliation.line_standing
  WHERE (line_standing.state = 'unmatched'::text);
grant select on table reconciliation.v_unmatched to cho40_app;

create schema tariffs;
grant usage on schema tariffs to cho40_app;

CREATE OR REPLACE FUNCTION tariffs.check_factors()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (
    select from tariffs.decision_price p
     where p.decision_id = new.decision_id and p.line_number = new.decision_line
       and (coalesce(p.is_roofed <> new.is_roofed, p.is_roofed is not null)
         or coalesce(p.open_sides <> new.open_sides, p.open_sides is not null)
         or coalesce(p.is_corner <> new.is_corner, p.is_corner is not null)
         or coalesce(p.row_grade <> new.row_grade, p.row_grade is not null)
         or coalesce(p.goods_group <> new.goods_group, p.goods_group is not null)
         or coalesce(p.carrier <> new.carrier, p.carrier is not null)
         or coalesce(p.price_class <> new.price_class, p.price_class is not null)
         or p.tier_from <> new.tier_from)) then
    raise exception 'a tariff reaches beyond line % of its decision', new.decision_line
      using errcode = 'check_violation', constraint = 'tariff_within_its_line';
  end if;
  return new;
end $function$;

create table tariffs.decision (
  id uuid not null,
  province_id text not null,
  number text not null,
  issuer text not null,
  title text not null,
  issued_on date not null,
  effective_from date not null,
  effective_to date,
  created_by uuid
);
alter table tariffs.decision add constraint decision_number UNIQUE (province_id, number);
alter table tariffs.decision add constraint decision_number_check CHECK (((length(btrim(number)) >= 3) AND (length(btrim(number)) <= 60)));
alter table tariffs.decision add constraint decision_pkey PRIMARY KEY (id);
alter table tariffs.decision add constraint decision_province_id_fkey FOREIGN KEY (province_id) REFERENCES markets.admin_unit(id);
grant insert, select on table tariffs.decision to cho40_app;

create table tariffs.decision_price (
  decision_id uuid not null,
  line_number smallint not null,
  description text not null,
  fee_type text not null,
  unit text not null,
  price bigint not null,
  market_class smallint,
  market_group text,
  is_roofed boolean,
  open_sides smallint,
  is_corner boolean,
  row_grade smallint,
  goods_group text,
  carrier text,
  price_class text,
  tier_from integer not null default 0,
  replaces smallint,
  created_by uuid,
  created_at timestamp with time zone not null default now()
);
alter table tariffs.decision_price add constraint decision_price_carrier_check CHECK ((carrier = ANY (ARRAY['truck'::text, 'cart'::text, 'shoulder-pole'::text])));
alter table tariffs.decision_price add constraint decision_price_check CHECK (((tier_from = 0) OR (unit = ANY (ARRAY['kwh'::text, 'm3'::text]))));
alter table tariffs.decision_price add constraint decision_price_check1 CHECK ((replaces < line_number));
alter table tariffs.decision_price add constraint decision_price_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES tariffs.decision(id);
alter table tariffs.decision_price add constraint decision_price_decision_id_replaces_fkey FOREIGN KEY (decision_id, replaces) REFERENCES tariffs.decision_price(decision_id, line_number);
alter table tariffs.decision_price add constraint decision_price_description_check CHECK (((length(btrim(description)) >= 2) AND (length(btrim(description)) <= 300)));
alter table tariffs.decision_price add constraint decision_price_fee_type_fkey FOREIGN KEY (fee_type) REFERENCES tariffs.fee_type(code);
alter table tariffs.decision_price add constraint decision_price_goods_group_check CHECK (((length(btrim(goods_group)) >= 1) AND (length(btrim(goods_group)) <= 100)));
alter table tariffs.decision_price add constraint decision_price_is UNIQUE (decision_id, line_number, fee_type, unit, price);
alter table tariffs.decision_price add constraint decision_price_line_number_check CHECK ((line_number > 0));
alter table tariffs.decision_price add constraint decision_price_market_class_check CHECK (((market_class >= 1) AND (market_class <= 3)));
alter table tariffs.decision_price add constraint decision_price_market_group_check CHECK (((length(btrim(market_group)) >= 1) AND (length(btrim(market_group)) <= 100)));
alter table tariffs.decision_price add constraint decision_price_open_sides_check CHECK (((open_sides >= 1) AND (open_sides <= 3)));
alter table tariffs.decision_price add constraint decision_price_pkey PRIMARY KEY (decision_id, line_number);
alter table tariffs.decision_price add constraint decision_price_price_check CHECK (((price >= 1) AND (price <= 500000000)));
alter table tariffs.decision_price add constraint decision_price_price_class_check CHECK (((length(btrim(price_class)) >= 1) AND (length(btrim(price_class)) <= 100)));
alter table tariffs.decision_price add constraint decision_price_replaced_once UNIQUE (decision_id, replaces);
alter table tariffs.decision_price add constraint decision_price_row_grade_check CHECK (((row_grade >= 1) AND (row_grade <= 8)));
alter table tariffs.decision_price add constraint decision_price_tier_from_check CHECK ((tier_from >= 0));
alter table tariffs.decision_price add constraint decision_price_unit_check CHECK ((unit = ANY (ARRAY['m2-month'::text, 'point-month'::text, 'm2-day'::text, 'visit'::text, 'session'::text, 'kwh'::text, 'm3'::text])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON tariffs.decision_price FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table tariffs.decision_price to cho40_app;

create table tariffs.fee_type (
  code text not null,
  name_vi text not null,
  name_en text not null,
  settle_order smallint not null
);
alter table tariffs.fee_type add constraint fee_type_code_check CHECK ((code ~ '^[a-z]+$'::text));
alter table tariffs.fee_type add constraint fee_type_pkey PRIMARY KEY (code);
alter table tariffs.fee_type add constraint fee_type_settle_order_key UNIQUE (settle_order);
CREATE TRIGGER stays_bill_line_fee_type_fkey BEFORE DELETE OR UPDATE OF code OR TRUNCATE ON tariffs.fee_type FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant select on table tariffs.fee_type to cho40_app;

create table tariffs.tariff (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  decision_id uuid not null,
  fee_type text not null,
  unit text not null,
  price bigint not null,
  valid_from date not null,
  valid_to date,
  created_by uuid not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  decision_line smallint not null,
  ceiling bigint not null,
  is_roofed boolean,
  open_sides smallint,
  is_corner boolean,
  row_grade smallint,
  goods_group text,
  carrier text,
  price_class text,
  tier_from integer not null default 0,
  tax_percent smallint,
  is_pass_through boolean not null default false,
  prices_what text generated always as (
CASE
    WHEN (unit = ANY (ARRAY['m2-month'::text, 'point-month'::text])) THEN 'lease'::text
    ELSE unit
END) stored,
  factors text generated always as (((((((((((((((COALESCE((is_roofed)::text, ''::text) || '|'::text) || COALESCE((open_sides)::text, ''::text)) || '|'::text) || COALESCE((is_corner)::text, ''::text)) || '|'::text) || COALESCE((row_grade)::text, ''::text)) || '|'::text) || COALESCE(goods_group, ''::text)) || '|'::text) || COALESCE(carrier, ''::text)) || '|'::text) || COALESCE(price_class, ''::text)) || '|'::text) || (tier_from)::text)) stored
);
alter table tariffs.tariff add constraint tariff_board_id_market_id_fkey FOREIGN KEY (board_id, market_id) REFERENCES markets.market(board_id, id);
alter table tariffs.tariff add constraint tariff_carrier_check CHECK ((carrier = ANY (ARRAY['truck'::text, 'cart'::text, 'shoulder-pole'::text])));
alter table tariffs.tariff add constraint tariff_check CHECK ((valid_to >= valid_from));
alter table tariffs.tariff add constraint tariff_check1 CHECK (((approved_by IS NULL) = (approved_at IS NULL)));
alter table tariffs.tariff add constraint tariff_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES tariffs.decision(id);
alter table tariffs.tariff add constraint tariff_fee_type_fkey FOREIGN KEY (fee_type) REFERENCES tariffs.fee_type(code);
alter table tariffs.tariff add constraint tariff_goods_group_check CHECK (((length(btrim(goods_group)) >= 1) AND (length(btrim(goods_group)) <= 100)));
alter table tariffs.tariff add constraint tariff_is_a_decision_line FOREIGN KEY (decision_id, decision_line, fee_type, unit, ceiling) REFERENCES tariffs.decision_price(decision_id, line_number, fee_type, unit, price);
alter table tariffs.tariff add constraint tariff_needs_two_people CHECK ((approved_by <> created_by));
alter table tariffs.tariff add constraint tariff_no_overlap EXCLUDE USING gist (market_id WITH =, fee_type WITH =, prices_what WITH =, factors WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((approved_at IS NOT NULL));
alter table tariffs.tariff add constraint tariff_open_sides_check CHECK (((open_sides >= 1) AND (open_sides <= 3)));
alter table tariffs.tariff add constraint tariff_pkey PRIMARY KEY (board_id, id);
alter table tariffs.tariff add constraint tariff_price_check CHECK (((price >= 1) AND (price <= 500000000)));
alter table tariffs.tariff add constraint tariff_price_class_check CHECK (((length(btrim(price_class)) >= 1) AND (length(btrim(price_class)) <= 100)));
alter table tariffs.tariff add constraint tariff_prices_its_market UNIQUE (board_id, market_id, id, fee_type, unit, price);
alter table tariffs.tariff add constraint tariff_row_grade_check CHECK (((row_grade >= 1) AND (row_grade <= 8)));
alter table tariffs.tariff add constraint tariff_tax_percent_check CHECK (((tax_percent >= 0) AND (tax_percent <= 20)));
alter table tariffs.tariff add constraint tariff_taxed_or_passed_through CHECK (((tax_percent IS NULL) OR (NOT is_pass_through)));
alter table tariffs.tariff add constraint tariff_tier_from_check CHECK ((tier_from >= 0));
alter table tariffs.tariff add constraint tariff_tiers_are_metered CHECK (((tier_from = 0) OR (unit = ANY (ARRAY['kwh'::text, 'm3'::text]))));
alter table tariffs.tariff add constraint tariff_unit_check CHECK ((unit = ANY (ARRAY['m2-month'::text, 'point-month'::text, 'm2-day'::text, 'visit'::text, 'session'::text, 'kwh'::text, 'm3'::text])));
alter table tariffs.tariff add constraint tariff_within_its_ceiling CHECK ((price <= ceiling));
alter table tariffs.tariff enable row level security;
alter table tariffs.tariff force row level security;
create policy board_scope on tariffs.tariff for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER factors_of_its_line BEFORE INSERT ON tariffs.tariff FOR EACH ROW EXECUTE FUNCTION tariffs.check_factors();
CREATE TRIGGER stays_bill_line_board_id_tariff_id_fkey BEFORE DELETE OR UPDATE OF board_id, id OR TRUNCATE ON tariffs.tariff FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table tariffs.tariff to cho40_app;
grant update (approved_at) on table tariffs.tariff to cho40_app;
grant update (approved_by) on table tariffs.tariff to cho40_app;
grant update (valid_to) on table tariffs.tariff to cho40_app;

create view tariffs.v_fee_type with (security_invoker=true) as
 SELECT code AS fee_type,
    name_vi,
    name_en,
    settle_order
   FROM tariffs.fee_type;
grant select on table tariffs.v_fee_type to cho40_app;

create view tariffs.v_tariff with (security_invoker=true) as
 SELECT t.board_id,
    t.id AS tariff_id,
    t.market_id,
    t.fee_type,
    t.unit,
    t.price,
    t.valid_from,
    t.valid_to,
    d.number AS decision_number,
    d.issued_on AS decision_issued_on,
    d.issuer,
    f.name_vi AS fee_name_vi,
    f.name_en AS fee_name_en,
    f.settle_order,
    t.decision_id,
    t.decision_line,
    t.ceiling,
    t.is_roofed,
    t.open_sides,
    t.is_corner,
    t.row_grade,
    t.goods_group,
    t.carrier,
    t.price_class,
    t.tier_from,
    t.tax_percent,
    t.is_pass_through,
    l.description
   FROM (((tariffs.tariff t
     JOIN tariffs.decision d ON ((d.id = t.decision_id)))
     JOIN tariffs.fee_type f ON ((f.code = t.fee_type)))
     LEFT JOIN tariffs.decision_price l ON (((l.decision_id = t.decision_id) AND (l.line_number = t.decision_line))))
  WHERE (t.approved_at IS NOT NULL);
grant select on table tariffs.v_tariff to cho40_app;

create schema tenancy;
grant usage on schema tenancy to cho40_app;

CREATE OR REPLACE FUNCTION tenancy.check_lease_days()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  ended date;
begin
  select s.valid_to into ended from markets.stall s
    where s.board_id = new.board_id and s.id = new.stall_id for share;
  if ended < coalesce(new.valid_to, 'infinity') then
    raise exception 'lease % runs on after its stall ended on %', new.number, ended
      using errcode = 'check_violation', constraint = 'lease_within_its_stall';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION tenancy.check_stall_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (
    select from tenancy.lease l
     where l.board_id = new.board_id and l.stall_id = new.id
       and (l.valid_to is null or l.valid_to > new.valid_to)
  ) then
    raise exception 'stall % is leased after %', new.code, new.valid_to
      using errcode = 'check_violation', constraint = 'stall_ends_after_its_leases';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION tenancy.lease_state(valid_from date, valid_to date, ended_as text, is_renewed boolean, is_suspended boolean, today date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (today < valid_from) THEN 'coming'::text WHEN ((valid_to IS NULL) OR (today <= valid_to)) THEN CASE WHEN is_suspended THEN 'suspended'::text ELSE 'running'::text END WHEN (ended_as IS NOT NULL) THEN ended_as WHEN is_renewed THEN 'renewed'::text ELSE 'expired'::text END;
grant execute on routine tenancy.lease_state(date,date,text,boolean,boolean,date) to cho40_app;

create table tenancy.certificate (
  board_id uuid not null,
  id uuid not null,
  vendor_id uuid not null,
  kind text not null,
  title text,
  number text not null,
  issuer text not null,
  issued_on date not null,
  expires_on date,
  withdrawn_on date,
  created_at timestamp with time zone not null default now()
);
alter table tenancy.certificate add constraint certificate_board_id_vendor_id_fkey FOREIGN KEY (board_id, vendor_id) REFERENCES tenancy.vendor(board_id, id);
alter table tenancy.certificate add constraint certificate_check CHECK ((expires_on >= issued_on));
alter table tenancy.certificate add constraint certificate_check1 CHECK (((kind <> 'other'::text) OR (title IS NOT NULL)));
alter table tenancy.certificate add constraint certificate_issuer_check CHECK (((length(btrim(issuer)) >= 2) AND (length(btrim(issuer)) <= 200)));
alter table tenancy.certificate add constraint certificate_kind_check CHECK ((kind = ANY (ARRAY['food-safety'::text, 'business-registration'::text, 'fire-training'::text, 'health'::text, 'other'::text])));
alter table tenancy.certificate add constraint certificate_number_check CHECK (((length(btrim(number)) >= 1) AND (length(btrim(number)) <= 60)));
alter table tenancy.certificate add constraint certificate_pkey PRIMARY KEY (board_id, id);
alter table tenancy.certificate add constraint certificate_title_check CHECK (((length(btrim(title)) >= 2) AND (length(btrim(title)) <= 200)));
CREATE INDEX certificate_expiry ON tenancy.certificate USING btree (board_id, expires_on) WHERE (withdrawn_on IS NULL);
CREATE INDEX certificate_vendor ON tenancy.certificate USING btree (board_id, vendor_id, kind);
alter table tenancy.certificate enable row level security;
alter table tenancy.certificate force row level security;
create policy board_scope on tenancy.certificate for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table tenancy.certificate to cho40_app;
grant update (expires_on) on table tenancy.certificate to cho40_app;
grant update (issued_on) on table tenancy.certificate to cho40_app;
grant update (issuer) on table tenancy.certificate to cho40_app;
grant update (number) on table tenancy.certificate to cho40_app;
grant update (title) on table tenancy.certificate to cho40_app;
grant update (withdrawn_on) on table tenancy.certificate to cho40_app;

create table tenancy.lease (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  stall_id uuid not null,
  vendor_id uuid not null,
  number text not null,
  valid_from date not null,
  valid_to date,
  created_at timestamp with time zone not null default now(),
  operator_id uuid,
  payer_id uuid,
  award text,
  award_number text,
  award_on date,
  price_class text,
  billing_cycle text not null default 'month'::text,
  due_day smallint,
  grace_days smallint,
  deposit_agreed bigint not null default 0,
  signed_on date,
  renewed_from uuid,
  transferred_from uuid
);
alter table tenancy.lease add constraint lease_award_check CHECK ((award = ANY (ARRAY['auction'::text, 'tender'::text, 'decision'::text, 'direct'::text])));
alter table tenancy.lease add constraint lease_award_number_check CHECK (((length(btrim(award_number)) >= 1) AND (length(btrim(award_number)) <= 60)));
alter table tenancy.lease add constraint lease_billing_cycle_check CHECK ((billing_cycle = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text, 'lump-sum'::text])));
alter table tenancy.lease add constraint lease_board_id_market_id_id_key UNIQUE (board_id, market_id, id);
alter table tenancy.lease add constraint lease_board_id_market_id_stall_id_fkey FOREIGN KEY (board_id, market_id, stall_id) REFERENCES markets.stall(board_id, market_id, id);
alter table tenancy.lease add constraint lease_board_id_operator_id_fkey FOREIGN KEY (board_id, operator_id) REFERENCES tenancy.vendor(board_id, id);
alter table tenancy.lease add constraint lease_board_id_payer_id_fkey FOREIGN KEY (board_id, payer_id) REFERENCES tenancy.vendor(board_id, id);
alter table tenancy.lease add constraint lease_board_id_vendor_id_fkey FOREIGN KEY (board_id, vendor_id) REFERENCES tenancy.vendor(board_id, id);
alter table tenancy.lease add constraint lease_check CHECK ((valid_to >= valid_from));
alter table tenancy.lease add constraint lease_check1 CHECK ((operator_id <> vendor_id));
alter table tenancy.lease add constraint lease_check2 CHECK ((payer_id <> vendor_id));
alter table tenancy.lease add constraint lease_check3 CHECK ((num_nonnulls(renewed_from, transferred_from) <= 1));
alter table tenancy.lease add constraint lease_check4 CHECK (((award IS NOT NULL) OR (num_nonnulls(award_number, award_on) = 0)));
alter table tenancy.lease add constraint lease_deposit_agreed_check CHECK (((deposit_agreed >= 0) AND (deposit_agreed <= '100000000000'::bigint)));
alter table tenancy.lease add constraint lease_due_day_check CHECK (((due_day >= 1) AND (due_day <= 28)));
alter table tenancy.lease add constraint lease_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 60)));
alter table tenancy.lease add constraint lease_lump_sum_has_term CHECK (((billing_cycle <> 'lump-sum'::text) OR (valid_to IS NOT NULL)));
alter table tenancy.lease add constraint lease_no_overlap EXCLUDE USING gist (stall_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);
alter table tenancy.lease add constraint lease_number UNIQUE (board_id, number);
alter table tenancy.lease add constraint lease_pkey PRIMARY KEY (board_id, id);
alter table tenancy.lease add constraint lease_price_class_check CHECK (((length(btrim(price_class)) >= 1) AND (length(btrim(price_class)) <= 40)));
alter table tenancy.lease add constraint lease_renewed_once UNIQUE (board_id, renewed_from);
alter table tenancy.lease add constraint lease_renews FOREIGN KEY (board_id, market_id, renewed_from) REFERENCES tenancy.lease(board_id, market_id, id);
alter table tenancy.lease add constraint lease_stall UNIQUE (board_id, stall_id, id);
alter table tenancy.lease add constraint lease_taken_over_once UNIQUE (board_id, transferred_from);
alter table tenancy.lease add constraint lease_takes_over FOREIGN KEY (board_id, stall_id, transferred_from) REFERENCES tenancy.lease(board_id, stall_id, id);
CREATE INDEX lease_ends ON tenancy.lease USING btree (board_id, valid_to);
CREATE INDEX lease_market ON tenancy.lease USING btree (board_id, market_id, valid_from);
CREATE INDEX lease_operator ON tenancy.lease USING btree (board_id, operator_id) WHERE (operator_id IS NOT NULL);
CREATE INDEX lease_payer ON tenancy.lease USING btree (board_id, payer_id) WHERE (payer_id IS NOT NULL);
CREATE INDEX lease_vendor ON tenancy.lease USING btree (board_id, vendor_id);
alter table tenancy.lease enable row level security;
alter table tenancy.lease force row level security;
create policy board_scope on tenancy.lease for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER stays_bill_board_id_market_id_lease_id_fkey BEFORE DELETE OR UPDATE OF board_id, id, market_id OR TRUNCATE ON tenancy.lease FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
CREATE TRIGGER within_its_stall BEFORE INSERT OR UPDATE OF valid_to ON tenancy.lease FOR EACH ROW EXECUTE FUNCTION tenancy.check_lease_days();
grant insert, select on table tenancy.lease to cho40_app;
grant update (award) on table tenancy.lease to cho40_app;
grant update (award_number) on table tenancy.lease to cho40_app;
grant update (award_on) on table tenancy.lease to cho40_app;
grant update (deposit_agreed) on table tenancy.lease to cho40_app;
grant update (due_day) on table tenancy.lease to cho40_app;
grant update (grace_days) on table tenancy.lease to cho40_app;
grant update (operator_id) on table tenancy.lease to cho40_app;
grant update (payer_id) on table tenancy.lease to cho40_app;
grant update (price_class) on table tenancy.lease to cho40_app;
grant update (signed_on) on table tenancy.lease to cho40_app;
grant update (valid_to) on table tenancy.lease to cho40_app;

create table tenancy.lease_end (
  board_id uuid not null,
  lease_id uuid not null,
  kind text not null,
  last_day date not null,
  agreed_to date,
  reason text not null,
  document_number text,
  created_by uuid,
  created_at timestamp with time zone not null default now()
);
alter table tenancy.lease_end add constraint lease_end_board_id_lease_id_fkey FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id);
alter table tenancy.lease_end add constraint lease_end_check CHECK ((last_day <= agreed_to));
alter table tenancy.lease_end add constraint lease_end_document_number_check CHECK (((length(btrim(document_number)) >= 1) AND (length(btrim(document_number)) <= 60)));
alter table tenancy.lease_end add constraint lease_end_kind_check CHECK ((kind = ANY (ARRAY['terminated'::text, 'transferred'::text])));
alter table tenancy.lease_end add constraint lease_end_pkey PRIMARY KEY (board_id, lease_id);
alter table tenancy.lease_end add constraint lease_end_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
alter table tenancy.lease_end enable row level security;
alter table tenancy.lease_end force row level security;
create policy board_scope on tenancy.lease_end for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON tenancy.lease_end FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- enable always
grant insert, select on table tenancy.lease_end to cho40_app;

create table tenancy.lease_suspension (
  board_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  from_on date not null,
  to_on date,
  reason text not null,
  document_number text,
  withdrawn_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null default now()
);
alter table tenancy.lease_suspension add constraint lease_suspended_once EXCLUDE USING gist (lease_id WITH =, daterange(from_on, to_on, '[]'::text) WITH &&) WHERE ((withdrawn_at IS NULL));
alter table tenancy.lease_suspension add constraint lease_suspension_board_id_lease_id_fkey FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id);
alter table tenancy.lease_suspension add constraint lease_suspension_check CHECK ((to_on >= from_on));
alter table tenancy.lease_suspension add constraint lease_suspension_document_number_check CHECK (((length(btrim(document_number)) >= 1) AND (length(btrim(document_number)) <= 60)));
alter table tenancy.lease_suspension add constraint lease_suspension_pkey PRIMARY KEY (board_id, id);
alter table tenancy.lease_suspension add constraint lease_suspension_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
CREATE INDEX lease_suspension_lease ON tenancy.lease_suspension USING btree (board_id, lease_id);
alter table tenancy.lease_suspension enable row level security;
alter table tenancy.lease_suspension force row level security;
create policy board_scope on tenancy.lease_suspension for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table tenancy.lease_suspension to cho40_app;
grant update (to_on) on table tenancy.lease_suspension to cho40_app;
grant update (withdrawn_at) on table tenancy.lease_suspension to cho40_app;

create table tenancy.lease_transfer (
  board_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  vendor_id uuid not null,
  from_on date not null,
  policy text not null,
  reason text not null,
  document_number text,
  document_on date,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  decision_reason text,
  new_lease_id uuid
);
alter table tenancy.lease_transfer add constraint lease_transfer_board_id_lease_id_fkey FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id);
alter table tenancy.lease_transfer add constraint lease_transfer_board_id_new_lease_id_fkey FOREIGN KEY (board_id, new_lease_id) REFERENCES tenancy.lease(board_id, id);
alter table tenancy.lease_transfer add constraint lease_transfer_board_id_vendor_id_fkey FOREIGN KEY (board_id, vendor_id) REFERENCES tenancy.vendor(board_id, id);
alter table tenancy.lease_transfer add constraint lease_transfer_check CHECK ((num_nulls(decided_by, decided_at, decision) = ANY (ARRAY[0, 3])));
alter table tenancy.lease_transfer add constraint lease_transfer_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text])));
alter table tenancy.lease_transfer add constraint lease_transfer_decision_reason_check CHECK (((length(btrim(decision_reason)) >= 3) AND (length(btrim(decision_reason)) <= 500)));
alter table tenancy.lease_transfer add constraint lease_transfer_document_number_check CHECK (((length(btrim(document_number)) >= 1) AND (length(btrim(document_number)) <= 60)));
alter table tenancy.lease_transfer add constraint lease_transfer_pkey PRIMARY KEY (board_id, id);
alter table tenancy.lease_transfer add constraint lease_transfer_policy_check CHECK ((policy = ANY (ARRAY['by-procedure'::text, 'free'::text])));
alter table tenancy.lease_transfer add constraint lease_transfer_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)));
alter table tenancy.lease_transfer add constraint transfer_by_procedure_has_document CHECK (((policy = 'free'::text) OR (num_nulls(document_number, document_on) = 0)));
alter table tenancy.lease_transfer add constraint transfer_done_when_allowed CHECK (((new_lease_id IS NOT NULL) = ((policy = 'free'::text) OR (NOT (decision IS DISTINCT FROM 'approved'::text)))));
alter table tenancy.lease_transfer add constraint transfer_needs_two_people CHECK ((decided_by <> created_by));
CREATE UNIQUE INDEX lease_transfer_open ON tenancy.lease_transfer USING btree (board_id, lease_id) WHERE ((decision IS NULL) AND (new_lease_id IS NULL));
alter table tenancy.lease_transfer enable row level security;
alter table tenancy.lease_transfer force row level security;
create policy board_scope on tenancy.lease_transfer for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select on table tenancy.lease_transfer to cho40_app;
grant update (decided_at) on table tenancy.lease_transfer to cho40_app;
grant update (decided_by) on table tenancy.lease_transfer to cho40_app;
grant update (decision) on table tenancy.lease_transfer to cho40_app;
grant update (decision_reason) on table tenancy.lease_transfer to cho40_app;
grant update (new_lease_id) on table tenancy.lease_transfer to cho40_app;

create table tenancy.vendor (
  board_id uuid not null,
  id uuid not null,
  name text not null,
  phone_sealed bytea,
  phone_last4 text,
  created_at timestamp with time zone not null default now(),
  kind text not null default 'person'::text,
  represented_by text,
  represented_as text,
  phone_print bytea,
  id_number_sealed bytea,
  id_number_last4 text,
  id_number_print bytea,
  tax_code_sealed bytea,
  tax_code_last4 text,
  tax_code_print bytea,
  address_sealed bytea
);
alter table tenancy.vendor add constraint vendor_board_id_fkey FOREIGN KEY (board_id) REFERENCES markets.board(id);
alter table tenancy.vendor add constraint vendor_check CHECK (((represented_as IS NULL) OR (represented_by IS NOT NULL)));
alter table tenancy.vendor add constraint vendor_check1 CHECK ((num_nulls(id_number_sealed, id_number_last4, id_number_print) = ANY (ARRAY[0, 3])));
alter table tenancy.vendor add constraint vendor_check2 CHECK ((num_nulls(tax_code_sealed, tax_code_last4, tax_code_print) = ANY (ARRAY[0, 3])));
alter table tenancy.vendor add constraint vendor_id_number_last4_check CHECK ((id_number_last4 ~ '^[0-9]{4}$'::text));
alter table tenancy.vendor add constraint vendor_id_number_print_check CHECK ((length(id_number_print) = 32));
alter table tenancy.vendor add constraint vendor_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'household'::text, 'company'::text])));
alter table tenancy.vendor add constraint vendor_name_check CHECK (((length(btrim(name)) >= 2) AND (length(btrim(name)) <= 200)));
alter table tenancy.vendor add constraint vendor_phone_last4_check CHECK ((phone_last4 ~ '^[0-9]{4}$'::text));
alter table tenancy.vendor add constraint vendor_phone_print_check CHECK ((length(phone_print) = 32));
alter table tenancy.vendor add constraint vendor_pkey PRIMARY KEY (board_id, id);
alter table tenancy.vendor add constraint vendor_represented_as_check CHECK (((length(btrim(represented_as)) >= 2) AND (length(btrim(represented_as)) <= 100)));
alter table tenancy.vendor add constraint vendor_represented_by_check CHECK (((length(btrim(represented_by)) >= 2) AND (length(btrim(represented_by)) <= 200)));
alter table tenancy.vendor add constraint vendor_tax_code_last4_check CHECK ((tax_code_last4 ~ '^[0-9]{4}$'::text));
alter table tenancy.vendor add constraint vendor_tax_code_print_check CHECK ((length(tax_code_print) = 32));
CREATE UNIQUE INDEX vendor_id_number ON tenancy.vendor USING btree (board_id, kind, id_number_print);
CREATE INDEX vendor_phone ON tenancy.vendor USING btree (board_id, phone_print);
alter table tenancy.vendor enable row level security;
alter table tenancy.vendor force row level security;
create policy board_scope on tenancy.vendor for all to public using ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[]))) with check ((board_id = ANY (( SELECT platform.board_scope() AS board_scope)::uuid[])));
grant insert, select, update on table tenancy.vendor to cho40_app;

create view tenancy.v_lease with (security_invoker=true) as
 SELECT l.board_id,
    l.id AS lease_id,
    l.market_id,
    l.stall_id,
    l.vendor_id,
    l.number,
    l.valid_from,
    l.valid_to,
    v.name AS vendor_name,
    l.vendor_id AS holder_id,
    COALESCE(l.operator_id, l.vendor_id) AS operator_id,
    COALESCE(l.payer_id, l.vendor_id) AS payer_id,
    COALESCE(p.name, v.name) AS payer_name,
    l.award,
    l.award_number,
    l.award_on,
    l.price_class,
    l.billing_cycle,
    l.due_day,
    l.grace_days,
    l.deposit_agreed,
    l.signed_on,
    l.renewed_from,
    l.transferred_from,
    e.kind AS ended_as,
    e.reason AS ended_reason
   FROM (((tenancy.lease l
     JOIN tenancy.vendor v ON (((v.board_id = l.board_id) AND (v.id = l.vendor_id))))
     LEFT JOIN tenancy.vendor p ON (((p.board_id = l.board_id) AND (p.id = l.payer_id))))
     LEFT JOIN tenancy.lease_end e ON (((e.board_id = l.board_id) AND (e.lease_id = l.id))));
grant select on table tenancy.v_lease to cho40_app;

create view tenancy.v_lease_suspension with (security_invoker=true) as
 SELECT board_id,
    lease_id,
    from_on,
    to_on,
    reason
   FROM tenancy.lease_suspension
  WHERE (withdrawn_at IS NULL);
grant select on table tenancy.v_lease_suspension to cho40_app;

create view tenancy.v_vendor with (security_invoker=true) as
 SELECT board_id,
    id AS vendor_id,
    kind,
    name,
    represented_by,
    represented_as,
    phone_last4,
    phone_print,
    id_number_print,
    tax_code_print
   FROM tenancy.vendor;
grant select on table tenancy.v_vendor to cho40_app;
