-- ledger: one row moves one amount, so an unbalanced entry cannot be written.

create schema ledger;
grant usage on schema ledger to cho40_app;

create table ledger.transfer (
  board_id uuid not null,
  id uuid not null,
  key text not null,
  debit text not null check (debit ~ '^[a-z]'),
  credit text not null check (credit ~ '^[a-z]'),
  amount bigint not null check (amount between 1 and 9007199254740991),
  on_date date not null,
  at timestamptz not null,
  reason text not null,
  reverses uuid,
  primary key (board_id, id),
  constraint transfer_key unique (board_id, key),
  constraint transfer_reversed_once unique (board_id, reverses),
  foreign key (board_id, reverses) references ledger.transfer (board_id, id),
  check (debit <> credit)
);
create index transfer_debit on ledger.transfer (board_id, debit, on_date);
create index transfer_credit on ledger.transfer (board_id, credit, on_date);
call platform.protect_board_table('ledger.transfer');
call platform.make_append_only('ledger.transfer');
grant select, insert on ledger.transfer to cho40_app;

create function ledger.check_reversal() returns trigger
  language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger mirrors before insert on ledger.transfer
  for each row when (new.reverses is not null) execute function ledger.check_reversal();
alter table ledger.transfer enable always trigger mirrors;

create view ledger.v_posting with (security_invoker = true) as
  select board_id, id as transfer_id, key, debit as account, amount, on_date, at, reason
    from ledger.transfer
  union all
  select board_id, id, key, credit, -amount, on_date, at, reason from ledger.transfer;
grant select on ledger.v_posting to cho40_app;
