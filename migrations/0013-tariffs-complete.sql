-- tariffs: a decision's price lines, every unit and factor of a price, tax, and the decision's
-- ceiling, which no tariff passes.

-- A line of a decision's appendix: the price it allows for whatever has these factors; null: for
-- all. Lines are added and never edited: one that was typed wrong is replaced by another.
create table tariffs.decision_price (
  decision_id uuid not null references tariffs.decision,
  line_number smallint not null check (line_number > 0),
  description text not null check (length(btrim(description)) between 2 and 300),
  fee_type text not null references tariffs.fee_type,
  unit text not null check (unit in ('m2-month', 'point-month', 'm2-day', 'visit', 'session',
    'kwh', 'm3')),
  price bigint not null check (price between 1 and 500000000),
  market_class smallint check (market_class between 1 and 3),
  market_group text check (length(btrim(market_group)) between 1 and 100),
  is_roofed boolean,
  open_sides smallint check (open_sides between 1 and 3),
  is_corner boolean,
  row_grade smallint check (row_grade between 1 and 8),
  goods_group text check (length(btrim(goods_group)) between 1 and 100),
  carrier text check (carrier in ('truck', 'cart', 'shoulder-pole')),
  price_class text check (length(btrim(price_class)) between 1 and 100),
  -- The part of a reading above so many kWh or m³.
  tier_from integer not null default 0 check (tier_from >= 0),
  replaces smallint,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (decision_id, line_number),
  constraint decision_price_is unique (decision_id, line_number, fee_type, unit, price),
  constraint decision_price_replaced_once unique (decision_id, replaces),
  foreign key (decision_id, replaces) references tariffs.decision_price (decision_id, line_number),
  check (tier_from = 0 or unit in ('kwh', 'm3')),
  check (replaces < line_number)
);
call platform.make_append_only('tariffs.decision_price');
grant select, insert on tariffs.decision_price to cho40_app;

alter table tariffs.tariff no force row level security;

alter table tariffs.tariff
  add column decision_line smallint,
  add column ceiling bigint,
  add column is_roofed boolean,
  add column open_sides smallint check (open_sides between 1 and 3),
  add column is_corner boolean,
  add column row_grade smallint check (row_grade between 1 and 8),
  add column goods_group text check (length(btrim(goods_group)) between 1 and 100),
  add column carrier text check (carrier in ('truck', 'cart', 'shoulder-pole')),
  add column price_class text check (length(btrim(price_class)) between 1 and 100),
  add column tier_from integer not null default 0 check (tier_from >= 0),
  -- VAT within the price; null: not taxed. Pass-through is collected for somebody else.
  add column tax_percent smallint check (tax_percent between 0 and 20),
  add column is_pass_through boolean not null default false,
  add constraint tariff_taxed_or_passed_through check (tax_percent is null or not is_pass_through),
  add constraint tariff_tiers_are_metered check (tier_from = 0 or unit in ('kwh', 'm3')),
  drop constraint tariff_unit_check,
  add constraint tariff_unit_check check (unit in ('m2-month', 'point-month', 'm2-day', 'visit',
    'session', 'kwh', 'm3')),
  -- What it prices: a lease's month by one of two units, else the one thing its unit counts.
  add column prices_what text generated always as
    (case when unit in ('m2-month', 'point-month') then 'lease' else unit end) stored,
  -- Its place in the market's list: two approved prices of one place never share a day.
  add column factors text generated always as (
    coalesce(is_roofed::text, '') || '|' || coalesce(open_sides::text, '') || '|' ||
    coalesce(is_corner::text, '') || '|' || coalesce(row_grade::text, '') || '|' ||
    coalesce(goods_group, '') || '|' || coalesce(carrier, '') || '|' ||
    coalesce(price_class, '') || '|' || tier_from::text) stored;

-- Prices approved before decisions had lines are what their decisions allow.
insert into tariffs.decision_price (decision_id, line_number, description, fee_type, unit, price)
  select t.decision_id, row_number() over (partition by t.decision_id order by f.settle_order, t.unit),
         f.name_vi, t.fee_type, t.unit, max(t.price)
    from tariffs.tariff t
    join tariffs.fee_type f on f.code = t.fee_type
   group by t.decision_id, f.settle_order, f.name_vi, t.fee_type, t.unit;
update tariffs.tariff t set decision_line = p.line_number, ceiling = p.price
  from tariffs.decision_price p
 where p.decision_id = t.decision_id and p.fee_type = t.fee_type and p.unit = t.unit;

alter table tariffs.tariff
  drop constraint tariff_no_overlap,
  add constraint tariff_no_overlap exclude using gist (market_id with =, fee_type with =,
    prices_what with =, factors with =, daterange(valid_from, valid_to, '[]') with &&)
    where (approved_at is not null),
  add constraint tariff_is_a_decision_line
    foreign key (decision_id, decision_line, fee_type, unit, ceiling)
    references tariffs.decision_price (decision_id, line_number, fee_type, unit, price),
  add constraint tariff_within_its_ceiling check (price <= ceiling),
  alter column decision_line set not null,
  alter column ceiling set not null;

alter table tariffs.tariff force row level security;

-- A price may be narrower than its line (only the corner stalls), never wider or beside it.
create function tariffs.check_factors() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if exists (
    select from tariffs.decision_price p
     where p.decision_id = new.decision_id and p.line_number = new.decision_line
       and (coalesce(p.is_roofed <> new.is_roofed, p.is_roofed is not null)
         or coalesce(p.open_sides <> new.open_sides, p.open_sides is not null)
         or coalesce(p.is_corner <> new.is_corner, p.is_corner is not null)
         or coalesce(p.row_grade <> new.row_grade, p.row_grade is not null)
         or coalesce(p.goods_group <> new.goods_group, p.goods_group is not null)
         or coalesce(p.carrier <> new.carrier, p.carrier is not null)
         or coalesce(p.price_class <> new.price_class, p.price_class is not null)
         or p.tier_from <> new.tier_from)) then
    raise exception 'a tariff reaches beyond line % of its decision', new.decision_line
      using errcode = 'check_violation', constraint = 'tariff_within_its_line';
  end if;
  return new;
end $$;
create trigger factors_of_its_line before insert on tariffs.tariff
  for each row execute function tariffs.check_factors();

create or replace view tariffs.v_tariff with (security_invoker = true) as
  select t.board_id, t.id as tariff_id, t.market_id, t.fee_type, t.unit, t.price, t.valid_from,
         t.valid_to, d.number as decision_number, d.issued_on as decision_issued_on, d.issuer,
         f.name_vi as fee_name_vi, f.name_en as fee_name_en, f.settle_order,
         t.decision_id, t.decision_line, t.ceiling, t.is_roofed, t.open_sides, t.is_corner,
         t.row_grade, t.goods_group, t.carrier, t.price_class, t.tier_from, t.tax_percent,
         t.is_pass_through
    from tariffs.tariff t
    join tariffs.decision d on d.id = t.decision_id
    join tariffs.fee_type f on f.code = t.fee_type
   where t.approved_at is not null;
