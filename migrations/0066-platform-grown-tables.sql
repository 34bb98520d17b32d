-- platform: statistics of tables that have doubled since the planner last heard of them. Between a
-- board's first bills and autovacuum's next round it takes a thousand bills for one, and a lookup
-- by (board_id, id) for a walk through the board: a receipt took 0.7 s instead of 30 ms, beside
-- other work more than the 3 s a request may hold others up. After a crash autovacuum has also
-- forgotten how much was written, so that a table's size is asked, which is never forgotten.

create procedure platform.gather_statistics_of_grown()
  language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
grant execute on procedure platform.gather_statistics_of_grown() to cho40_app;
