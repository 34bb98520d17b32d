-- billing: what is held of a lease may be carried over to the lease that renews it.

alter table billing.deposit_use
  add column to_lease_id uuid,
  drop constraint deposit_use_kind_check,
  add constraint deposit_use_kind_check check (kind in ('set-off', 'give-back', 'carry-over')),
  add constraint deposit_use_carried check ((kind = 'carry-over') = (to_lease_id is not null));
alter table billing.deposit_use no force row level security;
alter table tenancy.lease no force row level security;
alter table billing.deposit_use
  add foreign key (board_id, to_lease_id) references tenancy.lease (board_id, id);
alter table tenancy.lease force row level security;
alter table billing.deposit_use force row level security;
create index deposit_use_carried_to on billing.deposit_use (board_id, to_lease_id)
  where to_lease_id is not null;

create or replace function billing.move_deposit() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;

create or replace view billing.v_deposit_use with (security_invoker = true) as
  select board_id, id as deposit_use_id, lease_id, kind, amount, reason, on_date, at, reverses,
         to_lease_id
    from billing.deposit_use;
