-- ledger: the month each transfer is booked in. A closed month's figures stay as they were closed:
-- what comes late keeps its day and is booked in the first month still open.

create table ledger.closed_month (
  board_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  closed_at timestamptz not null,
  primary key (board_id, month)
);
call platform.protect_board_table('ledger.closed_month');
call platform.make_append_only('ledger.closed_month');
grant select, insert on ledger.closed_month to cho40_app;

create function ledger.lock_of_closing(board uuid) returns bigint
  language sql immutable set search_path = pg_catalog
  return hashtextextended('ledger.closed_month ' || board::text, 0);
grant execute on function ledger.lock_of_closing(uuid) to cho40_app;

-- Waits for every transaction that is posting to the board; months close one after the other.
create function ledger.check_closing() returns trigger
  language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger in_order before insert on ledger.closed_month
  for each row execute function ledger.check_closing();

create view ledger.v_closed_month with (security_invoker = true) as
  select board_id, month, closed_at from ledger.closed_month;
-- Boards that closed a month, with the one after it.
create view ledger.v_first_open_month with (security_invoker = true) as
  select board_id, to_char(to_date(max(month), 'YYYY-MM') + interval '1 month', 'YYYY-MM') as month
    from ledger.closed_month
   group by board_id;
grant select on ledger.v_closed_month, ledger.v_first_open_month to cho40_app;

alter table ledger.transfer add column booked_month text;
alter table ledger.transfer no force row level security;
alter table ledger.transfer disable trigger append_only;
update ledger.transfer set booked_month = to_char(on_date, 'YYYY-MM');
alter table ledger.transfer enable always trigger append_only;
alter table ledger.transfer force row level security;
alter table ledger.transfer
  alter column booked_month set not null,
  add check (booked_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  add constraint transfer_booked_late_at_most
    check (booked_month >= to_char(on_date, 'YYYY-MM'));
create index transfer_month on ledger.transfer (board_id, booked_month);

-- Whoever posts holds the board's months open until the end of the transaction. A month that closed
-- between the posting's snapshot and this look is a serialization failure: done again, it lands in
-- the next month.
create function ledger.check_month_is_open() returns trigger
  language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger in_open_month after insert on ledger.transfer
  referencing new table as posted for each statement
  execute function ledger.check_month_is_open();

create or replace view ledger.v_posting with (security_invoker = true) as
  select board_id, id as transfer_id, key, debit as account, amount, on_date, at, reason,
         booked_month
    from ledger.transfer
  union all
  select board_id, id, key, credit, -amount, on_date, at, reason, booked_month
    from ledger.transfer;
create view ledger.v_transfer with (security_invoker = true) as
  select board_id, id as transfer_id, key, debit, credit, amount, on_date, booked_month, at, reason,
         reverses
    from ledger.transfer;
grant select on ledger.v_transfer to cho40_app;
