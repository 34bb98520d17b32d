-- tenancy: a lease stays within the days of its stall. A stall that was split, merged or relocated
-- (markets.stall_succession) leaves no lease behind it, so nobody is billed for what is gone.

-- Either side waits for the other: the lease locks the stall, whose end takes the row for itself.
create function tenancy.check_stall_end() returns trigger
  language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger leases_ended after update of valid_to on markets.stall
  for each row when (new.valid_to is not null) execute function tenancy.check_stall_end();

create function tenancy.check_lease_days() returns trigger
  language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger within_its_stall before insert or update of valid_to on tenancy.lease
  for each row execute function tenancy.check_lease_days();
