-- billing: meters of stalls, zones and markets, their readings, and corrections of these.

create table billing.meter (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  fee_type text not null check (fee_type in ('electricity', 'water')),
  code text not null check (length(btrim(code)) between 1 and 30),
  -- What it measures: one stall, else one zone, else the whole market.
  stall_id uuid,
  zone_id uuid,
  -- It turns over from 99999 to 0 with five.
  digits smallint not null default 5 check (digits between 3 and 9),
  -- What one step of the dial stands for, where current transformers stand before the meter.
  multiplier smallint not null default 1 check (multiplier between 1 and 2000),
  installed_on date not null,
  first_value numeric(12, 2) not null check (first_value >= 0),
  removed_on date check (removed_on >= installed_on),
  replaces uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  unique (board_id, market_id, id),
  constraint meter_replaced_once unique (board_id, replaces),
  check (stall_id is null or zone_id is null),
  check (first_value < power(10, digits)),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  foreign key (board_id, market_id, stall_id) references markets.stall (board_id, market_id, id),
  foreign key (board_id, market_id, zone_id) references markets.zone (board_id, market_id, id),
  foreign key (board_id, market_id, replaces) references billing.meter (board_id, market_id, id)
);
create unique index meter_code on billing.meter (board_id, market_id, fee_type, code)
  where removed_on is null;
create index meter_stall on billing.meter (board_id, stall_id);
call platform.protect_board_table('billing.meter');
grant select, insert on billing.meter to cho40_app;
grant update (removed_on) on billing.meter to cho40_app;

-- What a meter showed on a day, or what was estimated where nobody could read it. Never edited: an
-- approved correction puts another row in the place of one no bill was made from.
create table billing.meter_reading (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  meter_id uuid not null,
  -- The period whose sheet it stands in.
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  read_on date not null,
  occasion text not null check (occasion in ('sheet', 'handover', 'removal')),
  kind text not null check (kind in ('read', 'estimated')),
  value numeric(12, 2) not null check (value >= 0),
  has_rolled_over boolean not null,
  service_from date not null check (service_from <= read_on),
  -- kWh or m³ since the reading before, and up to where the dial is charged: an estimate that was
  -- too high is worked off by the readings after it.
  usage numeric(12, 2) not null check (usage >= 0),
  charged_to numeric(12, 2) not null check (charged_to >= 0),
  -- What somebody last saw with their own eyes.
  known_value numeric(12, 2) not null check (known_value >= 0),
  corrects uuid,
  superseded_at timestamptz,
  read_by uuid,
  recorded_at timestamptz not null,
  primary key (board_id, id),
  unique (board_id, market_id, id),
  constraint meter_reading_corrected_once unique (board_id, corrects),
  foreign key (board_id, market_id, meter_id) references billing.meter (board_id, market_id, id),
  foreign key (board_id, corrects) references billing.meter_reading (board_id, id)
);
create unique index meter_reading_one_a_day on billing.meter_reading (board_id, meter_id, read_on)
  where superseded_at is null;
create unique index meter_reading_one_a_sheet on billing.meter_reading (board_id, meter_id, month)
  where superseded_at is null and occasion = 'sheet';
create index meter_reading_month on billing.meter_reading (board_id, market_id, month);
call platform.protect_board_table('billing.meter_reading');
grant select, insert on billing.meter_reading to cho40_app;
grant update (superseded_at) on billing.meter_reading to cho40_app;

-- A reading gives a line for each price and tier.
drop index billing.bill_line_reading;
alter table billing.bill_line no force row level security;
alter table billing.bill_line add constraint bill_line_has_its_reading
  foreign key (board_id, reading_id) references billing.meter_reading (board_id, id);
alter table billing.bill_line force row level security;
create index bill_line_reading on billing.bill_line (board_id, reading_id)
  where reading_id is not null;

-- Whether a bill that stands charges a reading; such a reading is locked.
create function billing.is_reading_billed(board uuid, reading uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog as $$
begin
  return exists (
    select from billing.bill_line l
      join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
     where l.board_id = board and l.reading_id = reading and b.voided_at is null);
end $$;
grant execute on function billing.is_reading_billed(uuid, uuid) to cho40_app;
create function billing.refuse_billed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if billing.is_reading_billed(new.board_id, new.id) then
    raise exception 'reading % stands on a bill', new.id
      using errcode = 'restrict_violation', constraint = 'meter_reading_billed';
  end if;
  return new;
end $$;
create trigger billed before update on billing.meter_reading
  for each row execute function billing.refuse_billed();

-- One person asks for another value, another one approves or refuses.
create table billing.meter_correction (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  reading_id uuid not null,
  value numeric(12, 2) not null check (value >= 0),
  has_rolled_over boolean not null,
  reason text not null check (length(btrim(reason)) between 3 and 500),
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('approved', 'refused')),
  primary key (board_id, id),
  foreign key (board_id, market_id, reading_id)
    references billing.meter_reading (board_id, market_id, id),
  check ((decided_by is null) = (outcome is null) and (decided_at is null) = (outcome is null)),
  constraint meter_correction_needs_two_people check (decided_by <> requested_by)
);
create unique index meter_correction_open on billing.meter_correction (board_id, reading_id)
  where outcome is null;
call platform.protect_board_table('billing.meter_correction');
grant select, insert on billing.meter_correction to cho40_app;
grant update (decided_by, decided_at, outcome) on billing.meter_correction to cho40_app;

-- The dial as it was seen. 2 MB is what a phone's camera gives at full-screen size.
create table billing.meter_photo (
  board_id uuid not null,
  reading_id uuid not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png')),
  bytes bytea not null check (octet_length(bytes) between 1 and 2000000),
  taken_by uuid,
  taken_at timestamptz not null,
  primary key (board_id, reading_id),
  foreign key (board_id, reading_id) references billing.meter_reading (board_id, id)
);
call platform.protect_board_table('billing.meter_photo');
call platform.make_append_only('billing.meter_photo');
grant select, insert on billing.meter_photo to cho40_app;

create view billing.v_meter_reading with (security_invoker = true) as
  select r.board_id, r.id as reading_id, r.market_id, r.meter_id, m.fee_type, m.code as meter_code,
         m.stall_id, r.month, r.read_on, r.service_from, r.kind, r.value, r.usage
    from billing.meter_reading r
    join billing.meter m on m.board_id = r.board_id and m.id = r.meter_id
   where r.superseded_at is null;
grant select on billing.v_meter_reading to cho40_app;
