-- tenancy, complete: kinds of vendors and their personal data, certificates, the terms of a lease, and
-- what becomes of it: renewed, suspended, ended, transferred.

-- An owner whom FORCE keeps from the rows would find any foreign key true.
alter table tenancy.vendor no force row level security;
alter table tenancy.lease no force row level security;

-- Whatever says who somebody is lies sealed (AES-256-GCM, the key outside the database). The last
-- four digits tell two of one name apart; the fingerprint (HMAC-SHA256 under the same key) finds a
-- whole number without opening any.
alter table tenancy.vendor
  add column kind text not null default 'person' check (kind in ('person', 'household', 'company')),
  add column represented_by text check (length(btrim(represented_by)) between 2 and 200),
  add column represented_as text check (length(btrim(represented_as)) between 2 and 100),
  add column phone_print bytea check (length(phone_print) = 32),
  add column id_number_sealed bytea,
  add column id_number_last4 text check (id_number_last4 ~ '^[0-9]{4}$'),
  add column id_number_print bytea check (length(id_number_print) = 32),
  add column tax_code_sealed bytea,
  add column tax_code_last4 text check (tax_code_last4 ~ '^[0-9]{4}$'),
  add column tax_code_print bytea check (length(tax_code_print) = 32),
  add column address_sealed bytea,
  add check ((represented_as is null) or (represented_by is not null)),
  add check (num_nulls(id_number_sealed, id_number_last4, id_number_print) in (0, 3)),
  add check (num_nulls(tax_code_sealed, tax_code_last4, tax_code_print) in (0, 3));
-- A person stands in a board's list once for each kind: as a private person and with their business.
create unique index vendor_id_number on tenancy.vendor (board_id, kind, id_number_print);
create index vendor_phone on tenancy.vendor (board_id, phone_print);

create table tenancy.certificate (
  board_id uuid not null,
  id uuid not null,
  vendor_id uuid not null,
  kind text not null
    check (kind in ('food-safety', 'business-registration', 'fire-training', 'health', 'other')),
  title text check (length(btrim(title)) between 2 and 200),
  number text not null check (length(btrim(number)) between 1 and 60),
  issuer text not null check (length(btrim(issuer)) between 2 and 200),
  issued_on date not null,
  expires_on date,
  withdrawn_on date,
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  foreign key (board_id, vendor_id) references tenancy.vendor (board_id, id),
  check (expires_on >= issued_on),
  check (kind <> 'other' or title is not null)
);
create index certificate_vendor on tenancy.certificate (board_id, vendor_id, kind);
create index certificate_expiry on tenancy.certificate (board_id, expires_on)
  where withdrawn_on is null;
call platform.protect_board_table('tenancy.certificate');
grant select, insert on tenancy.certificate to cho40_app;
grant update (title, number, issuer, issued_on, expires_on, withdrawn_on)
  on tenancy.certificate to cho40_app;

-- vendor_id holds the lease. Who else works the stall or pays for it is named only where it is another.
-- What nobody stated is null: the basis of leases signed before this step, the market's due day.
alter table tenancy.lease
  add column operator_id uuid,
  add column payer_id uuid,
  add column award text check (award in ('auction', 'tender', 'decision', 'direct')),
  add column award_number text check (length(btrim(award_number)) between 1 and 60),
  add column award_on date,
  add column price_class text check (length(btrim(price_class)) between 1 and 40),
  add column billing_cycle text not null default 'month'
    check (billing_cycle in ('month', 'quarter', 'year', 'lump-sum')),
  add column due_day smallint check (due_day between 1 and 28),
  add column grace_days smallint check (grace_days between 0 and 60),
  add column deposit_agreed bigint not null default 0
    check (deposit_agreed between 0 and 100000000000),
  add column signed_on date,
  add column renewed_from uuid,
  add column transferred_from uuid,
  add foreign key (board_id, operator_id) references tenancy.vendor (board_id, id),
  add foreign key (board_id, payer_id) references tenancy.vendor (board_id, id),
  add constraint lease_stall unique (board_id, stall_id, id),
  -- A lease goes on from one of its market (its stall may have been split or moved); one that passed
  -- to another vendor is of the same stall; none is continued twice.
  add constraint lease_renews foreign key (board_id, market_id, renewed_from)
    references tenancy.lease (board_id, market_id, id),
  add constraint lease_takes_over foreign key (board_id, stall_id, transferred_from)
    references tenancy.lease (board_id, stall_id, id),
  add constraint lease_renewed_once unique (board_id, renewed_from),
  add constraint lease_taken_over_once unique (board_id, transferred_from),
  add check (operator_id <> vendor_id),
  add check (payer_id <> vendor_id),
  add check (num_nonnulls(renewed_from, transferred_from) <= 1),
  add check (award is not null or num_nonnulls(award_number, award_on) = 0),
  -- A single sum for the whole term needs a term.
  add constraint lease_lump_sum_has_term check (billing_cycle <> 'lump-sum' or valid_to is not null);
create index lease_operator on tenancy.lease (board_id, operator_id) where operator_id is not null;
create index lease_payer on tenancy.lease (board_id, payer_id) where payer_id is not null;
create index lease_ends on tenancy.lease (board_id, valid_to);
grant update (operator_id, payer_id, award, award_number, award_on, price_class, due_day,
  grace_days, deposit_agreed, signed_on) on tenancy.lease to cho40_app;

alter table tenancy.vendor force row level security;
alter table tenancy.lease force row level security;

-- An end that was not agreed when the lease was signed: with its reason, and the day it would have
-- run to. A lease without a row here ran out by itself.
create table tenancy.lease_end (
  board_id uuid not null,
  lease_id uuid not null,
  kind text not null check (kind in ('terminated', 'transferred')),
  last_day date not null,
  agreed_to date,
  reason text not null check (length(btrim(reason)) between 3 and 500),
  document_number text check (length(btrim(document_number)) between 1 and 60),
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (board_id, lease_id),
  foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
  check (last_day <= agreed_to)
);
call platform.protect_board_table('tenancy.lease_end');
call platform.make_append_only('tenancy.lease_end');
grant select, insert on tenancy.lease_end to cho40_app;

-- Days a stall stands still with the board's word (ill, fire, rebuilding): not billed.
create table tenancy.lease_suspension (
  board_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  from_on date not null,
  to_on date,
  reason text not null check (length(btrim(reason)) between 3 and 500),
  document_number text check (length(btrim(document_number)) between 1 and 60),
  withdrawn_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (board_id, id),
  foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
  check (to_on >= from_on),
  constraint lease_suspended_once exclude using gist (lease_id with =,
    daterange(from_on, to_on, '[]') with &&) where (withdrawn_at is null)
);
create index lease_suspension_lease on tenancy.lease_suspension (board_id, lease_id);
call platform.protect_board_table('tenancy.lease_suspension');
grant select, insert on tenancy.lease_suspension to cho40_app;
grant update (to_on, withdrawn_at) on tenancy.lease_suspension to cho40_app;

-- A stall passes to another vendor as its market allows (markets.market.transfer_policy): at once
-- where it is free; by procedure with a document and the word of a second person.
create table tenancy.lease_transfer (
  board_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  vendor_id uuid not null,
  from_on date not null,
  policy text not null check (policy in ('by-procedure', 'free')),
  reason text not null check (length(btrim(reason)) between 3 and 500),
  document_number text check (length(btrim(document_number)) between 1 and 60),
  document_on date,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'refused')),
  decision_reason text check (length(btrim(decision_reason)) between 3 and 500),
  new_lease_id uuid,
  primary key (board_id, id),
  foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
  foreign key (board_id, vendor_id) references tenancy.vendor (board_id, id),
  foreign key (board_id, new_lease_id) references tenancy.lease (board_id, id),
  constraint transfer_by_procedure_has_document
    check (policy = 'free' or num_nulls(document_number, document_on) = 0),
  constraint transfer_needs_two_people check (decided_by <> created_by),
  check (num_nulls(decided_by, decided_at, decision) in (0, 3)),
  constraint transfer_done_when_allowed
    check ((new_lease_id is not null) = (policy = 'free' or decision is not distinct from 'approved'))
);
create unique index lease_transfer_open on tenancy.lease_transfer (board_id, lease_id)
  where decision is null and new_lease_id is null;
call platform.protect_board_table('tenancy.lease_transfer');
grant select, insert on tenancy.lease_transfer to cho40_app;
grant update (decided_by, decided_at, decision, decision_reason, new_lease_id)
  on tenancy.lease_transfer to cho40_app;

-- How a lease stands on a day; domain/lease-state.ts says the same, and a test compares the two.
create function tenancy.lease_state(valid_from date, valid_to date, ended_as text,
  is_renewed boolean, is_suspended boolean, today date) returns text
  language sql immutable parallel safe
  return case when today < valid_from then 'coming'
              when valid_to is null or today <= valid_to
                then case when is_suspended then 'suspended' else 'running' end
              when ended_as is not null then ended_as
              when is_renewed then 'renewed'
              else 'expired' end;
grant execute on function
  tenancy.lease_state(date, date, text, boolean, boolean, date) to cho40_app;

create or replace view tenancy.v_lease with (security_invoker = true) as
  select l.board_id, l.id as lease_id, l.market_id, l.stall_id, l.vendor_id, l.number,
         l.valid_from, l.valid_to, v.name as vendor_name,
         l.vendor_id as holder_id, coalesce(l.operator_id, l.vendor_id) as operator_id,
         coalesce(l.payer_id, l.vendor_id) as payer_id, coalesce(p.name, v.name) as payer_name,
         l.award, l.award_number, l.award_on, l.price_class, l.billing_cycle, l.due_day,
         l.grace_days, l.deposit_agreed, l.signed_on, l.renewed_from, l.transferred_from,
         e.kind as ended_as, e.reason as ended_reason
    from tenancy.lease l
    join tenancy.vendor v on v.board_id = l.board_id and v.id = l.vendor_id
    left join tenancy.vendor p on p.board_id = l.board_id and p.id = l.payer_id
    left join tenancy.lease_end e on e.board_id = l.board_id and e.lease_id = l.id;

-- Days that are not billed; to_on is null until somebody lifts the suspension.
create view tenancy.v_lease_suspension with (security_invoker = true) as
  select board_id, lease_id, from_on, to_on, reason
    from tenancy.lease_suspension
   where withdrawn_at is null;

create view tenancy.v_vendor with (security_invoker = true) as
  select board_id, id as vendor_id, kind, name, represented_by, represented_as, phone_last4
    from tenancy.vendor;
grant select on tenancy.v_lease_suspension, tenancy.v_vendor to cho40_app;
