-- tenancy: vendors and leases.

create schema tenancy;
grant usage on schema tenancy to cho40_app;

create table tenancy.vendor (
  board_id uuid not null references markets.board,
  id uuid not null,
  name text not null check (length(btrim(name)) between 2 and 200),
  -- AES-256-GCM under a key that never enters the database
  phone_sealed bytea,
  phone_last4 text check (phone_last4 ~ '^[0-9]{4}$'),
  created_at timestamptz not null default now(),
  primary key (board_id, id)
);
call platform.protect_board_table('tenancy.vendor');
grant select, insert, update on tenancy.vendor to cho40_app;

create table tenancy.lease (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  stall_id uuid not null,
  vendor_id uuid not null,
  number text not null,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  unique (board_id, market_id, id),
  constraint lease_number unique (board_id, number),
  foreign key (board_id, market_id, stall_id) references markets.stall (board_id, market_id, id),
  foreign key (board_id, vendor_id) references tenancy.vendor (board_id, id),
  check (valid_to >= valid_from),
  constraint lease_no_overlap exclude using gist (stall_id with =,
    daterange(valid_from, valid_to, '[]') with &&)
);
create index lease_vendor on tenancy.lease (board_id, vendor_id);
create index lease_market on tenancy.lease (board_id, market_id, valid_from);
call platform.protect_board_table('tenancy.lease');
grant select, insert on tenancy.lease to cho40_app;
grant update (valid_to) on tenancy.lease to cho40_app;

create view tenancy.v_lease with (security_invoker = true) as
  select l.board_id, l.id as lease_id, l.market_id, l.stall_id, l.vendor_id, l.number,
         l.valid_from, l.valid_to, v.name as vendor_name
    from tenancy.lease l
    join tenancy.vendor v on v.board_id = l.board_id and v.id = l.vendor_id;
grant select on tenancy.v_lease to cho40_app;
