-- billing: what the rows of a statement refer to is looked up for all of them together. Foreign keys
-- ask row by row: a third of a province's bill run (docs/adr/0061).

-- Of the keys of this table that are declared and not enforced: every row stands that is referred to.
-- EXECUTE, since a plan kept from one bill would look up a hundred thousand one by one, and one kept
-- from those would read every bill there is for one more.
create function platform.check_references() returns trigger
  language plpgsql set search_path = pg_catalog as $$
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
end $$;

-- A foreign key that is checked once for each statement. Nothing else is lost by it: what is referred
-- to is never removed, and neither its key nor the reference changes; all three are refused.
create procedure platform.check_together(child regclass, key name)
  language plpgsql set search_path = pg_catalog as $$
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
end $$;

call platform.check_together('billing.bill', 'bill_board_id_market_id_lease_id_fkey');
call platform.check_together('billing.bill', 'bill_board_id_run_id_fkey');
call platform.check_together('billing.bill_line', 'bill_line_board_id_bill_id_fkey');
call platform.check_together('billing.bill_line', 'bill_line_board_id_tariff_id_fkey');
call platform.check_together('billing.bill_line', 'bill_line_fee_type_fkey');
call platform.check_together('billing.bill_line', 'bill_line_has_its_reading');
call platform.check_together('billing.payment_code', 'payment_code_board_id_market_id_bill_id_fkey');

-- What nearly no row has needs no entry for the rows that have it not.
drop index billing.payment_code_bill, billing.payment_code_stall, billing.payment_code_ticket;
create unique index payment_code_bill on billing.payment_code (board_id, bill_id)
  where bill_id is not null;
create unique index payment_code_stall on billing.payment_code (board_id, stall_id)
  where stall_id is not null;
create unique index payment_code_ticket on billing.payment_code (board_id, ticket_id)
  where ticket_id is not null;
