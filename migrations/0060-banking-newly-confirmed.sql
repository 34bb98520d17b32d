-- banking: what was confirmed and nobody has taken up yet is a row, so that matching never compares
-- all that was ever confirmed with all that was ever decided on. And what a large import costs.

create table banking.newly_confirmed (
  board_id uuid not null,
  record_id uuid not null,
  primary key (board_id, record_id)
);
call platform.protect_board_table('banking.newly_confirmed');
grant select on banking.newly_confirmed to cho40_app;

-- Only this trigger writes here, so that no confirmation is without its row.
create function banking.announce_confirmed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into banking.newly_confirmed (board_id, record_id)
    select n.board_id, n.record_id from added n;
  return null;
end $$;
create trigger announced after insert on banking.confirmation
  referencing new table as added
  for each statement execute function banking.announce_confirmed();
alter table banking.confirmation enable always trigger announced;

-- Hands out records, each once, the first recorded first. Whom another holds is waited for: should
-- that one be killed, they are ours.
create function banking.take_confirmed(board uuid, most integer, passed uuid[])
  returns setof uuid language sql security definer set search_path = pg_catalog as $$
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
$$;
grant execute on function banking.take_confirmed(uuid, integer, uuid[]) to cho40_app;

create view banking.v_newly_confirmed with (security_invoker = true) as
  select board_id, record_id from banking.newly_confirmed;
grant select on banking.v_newly_confirmed to cho40_app;

-- What waits at this moment.
alter table banking.newly_confirmed no force row level security;
alter table banking.confirmation no force row level security;
alter table reconciliation.standing no force row level security;
insert into banking.newly_confirmed (board_id, record_id)
  select board_id, record_id from banking.confirmation
  except
  select board_id, record_id from reconciliation.standing;
alter table reconciliation.standing force row level security;
alter table banking.confirmation force row level security;
alter table banking.newly_confirmed force row level security;

-- Hardly anything is reversed, and a statement has no deliveries: their rows need no entry there.
alter table ledger.transfer drop constraint transfer_reversed_once;
create unique index transfer_reversed_once on ledger.transfer (board_id, reverses)
  where reverses is not null;
alter table billing.allocation drop constraint allocation_reversed_once;
create unique index allocation_reversed_once on billing.allocation (board_id, reverses)
  where reverses is not null;
drop index banking.sighting_delivery;
create index sighting_delivery on banking.sighting (board_id, delivery_id)
  where delivery_id is not null;

-- So do a payment's four other sources; and each payment is written twice, as its counter moves.
drop index billing.payment_one_per_record;
create unique index payment_one_per_record on billing.payment (board_id, record_id)
  where undone_at is null and record_id is not null;
drop index billing.payment_one_per_receipt;
create unique index payment_one_per_receipt on billing.payment (board_id, receipt_id)
  where undone_at is null and receipt_id is not null;
drop index billing.payment_one_per_deposit_use;
create unique index payment_one_per_deposit_use on billing.payment (board_id, deposit_use_id)
  where undone_at is null and deposit_use_id is not null;
drop index billing.payment_one_per_ticket;
create unique index payment_one_per_ticket on billing.payment (board_id, ticket_id)
  where undone_at is null and ticket_id is not null;

-- As banking.learn_sizes: a planner that knows a table as empty looks up its keys by reading all.
create function billing.learn_sizes(coming bigint) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coming <= (select c.reltuples from pg_class c
                 where c.oid = 'billing.payment'::regclass) then
    return;
  end if;
  -- never waiting for another run that does it at this moment
  analyze (skip_locked) billing.payment, billing.allocation, billing.bill, billing.bill_line;
end $$;
grant execute on function billing.learn_sizes(bigint) to cho40_app;
