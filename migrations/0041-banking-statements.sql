-- banking: layouts of statements mapped by hand; files of notifications beside statements.

-- How a bank that our own table does not know prints its statements, mapped once by a person. Never
-- edited: a wrong mapping is ended and made anew, and an old import still says what it was read by.
create table banking.layout (
  board_id uuid not null references markets.board,
  id uuid not null,
  name text not null check (length(btrim(name)) between 2 and 60),
  -- the names of the columns, folded and joined: a file with the same header is read by this layout
  fingerprint text not null check (length(fingerprint) between 3 and 2000),
  header text[] not null check (cardinality(header) between 3 and 40),
  -- the place of each column that is read, counted from 0: {"date": 0, "debit": 3, …}
  columns jsonb not null,
  -- whose view its words for debit and credit, plus and minus, take: the bank's, or our own books'
  signs text not null check (signs in ('bank', 'ours')),
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamptz,
  primary key (board_id, id),
  check ((ended_at is null) = (ended_by_name is null))
);
create unique index layout_once on banking.layout (board_id, fingerprint) where ended_at is null;
call platform.protect_board_table('banking.layout');
grant select, insert on banking.layout to cho40_app;
grant update (ended_at, ended_by, ended_by_name) on banking.layout to cho40_app;

-- A notification (camt.054) shows movements without balances: it proves nothing and no day. What it
-- shows is believed once a feed or a statement confirms it.
alter table banking.statement
  alter column opening drop not null,
  alter column closing drop not null,
  add constraint statement_balances check ((opening is null) = (closing is null));
alter table banking.sighting
  drop constraint sighting_source_check,
  add constraint sighting_source_check check
    (source in ('sepay', 'casso', 'payos', 'generic', 'statement', 'notification')),
  drop constraint sighting_check,
  add constraint sighting_check
    check ((source in ('statement', 'notification')) = (statement_id is not null));

create or replace view banking.v_proven_day with (security_invoker = true) as
  select distinct s.board_id, s.account_id, d.day::date as day
    from banking.statement s
   cross join lateral generate_series(s.from_on::timestamp, s.to_on::timestamp, '1 day') as d (day)
   where s.opening is not null
     and not exists (
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

-- What the planner knows of tables that grow by more than it knows of: without it each key of a
-- large first import was looked up by the wrong index, or by none (4,000 rows: 6 s; so: 0.5 s).
-- Autovacuum does the same within a minute; an import does not last as long.
create function banking.learn_sizes(coming bigint) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coming <= (select c.reltuples from pg_class c
                 where c.oid = 'banking.sighting'::regclass) then
    return;
  end if;
  -- never waiting for another import that does it at this moment
  analyze (skip_locked) banking.bank_record, banking.sighting, banking.confirmation;
end $$;
grant execute on function banking.learn_sizes(bigint) to cho40_app;
