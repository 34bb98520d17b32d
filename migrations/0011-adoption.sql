-- adoption: the shares, read from the other libs' views. It keeps nothing of its own yet.

create schema adoption;
grant usage on schema adoption to cho40_app;

-- Which unit a market counts for, and on which days. by_level: province, district, commune, market.
-- Cut 'was' takes the commune a market lay in on the day of a fact, 'is' that of today for every
-- day. The former district is a label of the market, the same in both cuts. A market without a row
-- here is "not known".
create function adoption.place(by_level text, cut text, today date)
  returns table (market_id uuid, days daterange, unit_id text, code text, name text)
  language sql stable as $$
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
$$;
grant execute on function adoption.place(text, text, date) to cho40_app;

-- Fee money by market and day; through_account is what arrived as bank records.
create view adoption.v_fee_day with (security_invoker = true) as
  select board_id, market_id, booked_on, sum(amount)::bigint as fees,
         coalesce(sum(amount) filter (where source = 'bank'), 0)::bigint as through_account
    from billing.v_payment
   where undone_at is null
   group by board_id, market_id, booked_on;

-- Confirmed money nobody is named for. A record that matching has not come to yet is no better.
create view adoption.v_unmatched_day with (security_invoker = true) as
  select r.board_id, s.market_id, r.booked_on, sum(r.amount)::bigint as amount
    from banking.v_bank_record r
    left join reconciliation.v_standing s on s.board_id = r.board_id and s.record_id = r.record_id
   where r.direction = 'in' and r.confirmed_at is not null
     and coalesce(s.state, 'unmatched') = 'unmatched'
   group by r.board_id, s.market_id, r.booked_on;
grant select on adoption.v_fee_day, adoption.v_unmatched_day to cho40_app;
