-- tariffs: decisions belong to a province, boards pick; no charge without a document.

create schema tariffs;
grant usage on schema tariffs to cho40_app;

create table tariffs.fee_type (
  code text primary key check (code ~ '^[a-z]+$'),
  name_vi text not null,
  name_en text not null,
  settle_order smallint not null unique
);
grant select on tariffs.fee_type to cho40_app;
insert into tariffs.fee_type (code, name_vi, name_en, settle_order) values
  ('space', 'Tiền sử dụng diện tích bán hàng', 'Use of the selling space', 10),
  ('electricity', 'Tiền điện', 'Electricity', 20),
  ('water', 'Tiền nước', 'Water', 30),
  ('sanitation', 'Tiền vệ sinh', 'Sanitation', 40),
  ('security', 'Tiền bảo vệ', 'Security', 50);

create table tariffs.decision (
  id uuid primary key,
  province_id text not null references markets.admin_unit,
  number text not null check (length(btrim(number)) between 3 and 60),
  issuer text not null,
  title text not null,
  issued_on date not null,
  effective_from date not null,
  effective_to date,
  created_by uuid,
  constraint decision_number unique (province_id, number)
);
grant select, insert on tariffs.decision to cho40_app;

-- What a market charges for a fee type from a day on. Prices include VAT, as decisions quote them.
create table tariffs.tariff (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  decision_id uuid not null references tariffs.decision,
  fee_type text not null references tariffs.fee_type,
  unit text not null check (unit in ('m2-month', 'point-month')),
  price bigint not null check (price between 1 and 500000000),
  valid_from date not null,
  valid_to date,
  created_by uuid not null,
  approved_by uuid,
  approved_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  check (valid_to >= valid_from),
  constraint tariff_needs_two_people check (approved_by <> created_by),
  check ((approved_by is null) = (approved_at is null)),
  constraint tariff_no_overlap exclude using gist (market_id with =, fee_type with =,
    daterange(valid_from, valid_to, '[]') with &&) where (approved_at is not null)
);
call platform.protect_board_table('tariffs.tariff');
grant select, insert on tariffs.tariff to cho40_app;
grant update (valid_to, approved_by, approved_at) on tariffs.tariff to cho40_app;

create view tariffs.v_tariff with (security_invoker = true) as
  select t.board_id, t.id as tariff_id, t.market_id, t.fee_type, t.unit, t.price, t.valid_from,
         t.valid_to, d.number as decision_number, d.issued_on as decision_issued_on, d.issuer,
         f.name_vi as fee_name_vi, f.name_en as fee_name_en, f.settle_order
    from tariffs.tariff t
    join tariffs.decision d on d.id = t.decision_id
    join tariffs.fee_type f on f.code = t.fee_type
   where t.approved_at is not null;
create view tariffs.v_fee_type with (security_invoker = true) as
  select code as fee_type, name_vi, name_en, settle_order from tariffs.fee_type;
grant select on tariffs.v_tariff, tariffs.v_fee_type to cho40_app;
