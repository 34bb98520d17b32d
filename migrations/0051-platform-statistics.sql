-- platform: statistics of one lib's tables, for whoever has just filled them and goes on in the same
-- transaction: until then the planner takes thousands of new rows for a handful.

create procedure platform.gather_statistics_of(lib name)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  filled regclass;
begin
  for filled in select c.oid from pg_class c
                 where c.relnamespace = lib::text::regnamespace and c.relkind = 'r' order by 1 loop
    execute format('analyze %s', filled);
  end loop;
end $$;
grant execute on procedure platform.gather_statistics_of(name) to cho40_app;
