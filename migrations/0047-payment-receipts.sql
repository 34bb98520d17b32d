-- cash: numbered receipts of bank payments (biên nhận), and a code on every receipt by which anyone
-- may check it. billing, reconciliation: money given back, and money the bank took back.
-- platform: what each check last said.

-- Eleven signs by chance and one that proves them, of an alphabet without 0, O, 1, I and L. Weights
-- of 1 to 12 modulo 31, a prime: every wrong sign and every two that changed places are seen. Bytes 6
-- and 8 of a UUID are not by chance and are left out. domain/check-code.ts holds the same rule.
create function cash.new_check_code() returns text
  language sql volatile set search_path = pg_catalog as $$
  with chance as (select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as bytes),
  signs as (
    select n, get_byte(bytes, (array[0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12])[n]) % 31 as sign
      from chance, generate_series(1, 11) as n)
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', sign + 1, 1), '' order by n)
         || substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', (18 * sum(n * sign) % 31)::integer + 1, 1)
    from signs
$$;
grant execute on function cash.new_check_code() to cho40_app;

-- Whose receipt a code is of, outside row-level security: whoever checks one names no board. The
-- app role cannot list it; it asks for one code at a time.
create table cash.check_code (
  code text primary key check (code ~ '^[2-9A-HJKMNP-Z]{12}$'),
  board_id uuid not null
);
create function cash.register_check_codes() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into cash.check_code (code, board_id) select a.check_code, a.board_id from added a;
  return null;
end $$;
create function cash.board_of_check_code(asked text) returns uuid
  language sql stable security definer set search_path = pg_catalog
  return (select c.board_id from cash.check_code c where c.code = asked);
grant execute on function cash.board_of_check_code(text) to cho40_app;

alter table cash.receipt
  add column check_code text not null default cash.new_check_code(),
  add constraint receipt_check_code unique (check_code);
alter table cash.receipt no force row level security;
insert into cash.check_code (code, board_id) select check_code, board_id from cash.receipt;
alter table cash.receipt force row level security;
create trigger check_codes after insert on cash.receipt
  referencing new table as added
  for each statement execute function cash.register_check_codes();

create table cash.payment_receipt_counter (
  board_id uuid not null references markets.board,
  year smallint not null,
  last integer not null check (last >= 0),
  primary key (board_id, year)
);
call platform.protect_board_table('cash.payment_receipt_counter');
grant select, insert, update on cash.payment_receipt_counter to cho40_app;

-- One for a payment, made when first asked for; the payment may be undone later, the number stays.
create table cash.payment_receipt (
  board_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  number text not null check (number ~ '^BN-[0-9]{4}-[0-9]{6}$'),
  amount bigint not null check (amount > 0),
  issued_on date not null,
  issued_at timestamptz not null,
  -- null: the program, for a whole day; else who, by the name of that day
  issued_by uuid,
  issued_by_name text,
  check_code text not null default cash.new_check_code(),
  primary key (board_id, id),
  constraint payment_receipt_number unique (board_id, number),
  constraint payment_receipt_once unique (board_id, payment_id),
  constraint payment_receipt_check_code unique (check_code),
  check ((issued_by is null) = (issued_by_name is null)),
  check (substr(number, 4, 4) = extract(year from issued_on)::text),
  foreign key (board_id, payment_id, amount) references billing.payment (board_id, id, amount)
);
call platform.protect_board_table('cash.payment_receipt');
call platform.make_append_only('cash.payment_receipt');
grant select, insert on cash.payment_receipt to cho40_app;
create trigger check_codes after insert on cash.payment_receipt
  referencing new table as added
  for each statement execute function cash.register_check_codes();

-- What of a payment no bill needed and was given back. One refund may take of several payments.
alter table billing.payment
  add column refunded bigint not null default 0,
  add constraint payment_not_overgiven
    check (refunded >= 0 and allocated + refunded <= amount),
  add constraint payment_undone_has_no_refund check (undone_at is null or refunded = 0);

create table billing.refund_part (
  board_id uuid not null,
  id uuid not null,
  -- reconciliation's refund, which stands below: it proves that both agree
  refund_id uuid not null,
  payment_id uuid not null,
  amount bigint not null check (amount <> 0),
  reverses uuid,
  at timestamptz not null,
  primary key (board_id, id),
  constraint refund_part_reversed_once unique (board_id, reverses),
  check ((amount < 0) = (reverses is not null)),
  foreign key (board_id, payment_id) references billing.payment (board_id, id),
  foreign key (board_id, reverses) references billing.refund_part (board_id, id)
);
create index refund_part_refund on billing.refund_part (board_id, refund_id);
create index refund_part_payment on billing.refund_part (board_id, payment_id);
call platform.protect_board_table('billing.refund_part');
call platform.make_append_only('billing.refund_part');
grant select, insert on billing.refund_part to cho40_app;

create function billing.move_refunded() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select from billing.refund_part r
     where r.board_id = new.board_id and r.id = new.reverses
       and (r.reverses is not null
            or (r.refund_id, r.payment_id, -r.amount)
               <> (new.refund_id, new.payment_id, new.amount))
  ) then
    raise exception 'a part of a refund does not mirror what it reverses'
      using errcode = 'check_violation', constraint = 'refund_part_mirrors';
  end if;
  update billing.payment p set refunded = p.refunded + new.amount
   where p.board_id = new.board_id and p.id = new.payment_id and p.undone_at is null;
  if not found then
    raise exception 'a refund of a payment that does not stand' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger counter after insert on billing.refund_part
  for each row execute function billing.move_refunded();
alter table billing.refund_part enable always trigger counter;

create view billing.v_refund_part with (security_invoker = true) as
  select r.board_id, r.id as refund_part_id, r.refund_id, r.payment_id, p.market_id, p.lease_id,
         r.amount, r.at
    from billing.refund_part r
    join billing.payment p on p.board_id = r.board_id and p.id = r.payment_id;
grant select on billing.v_refund_part to cho40_app;

-- Two ways more that a record is nobody's payment, each said by its own act, never by hand: what came
-- in was given back (refund) or taken back by the bank (reversal); what went out is that taking back.
alter table reconciliation.standing no force row level security;
alter table reconciliation.standing
  drop constraint standing_class_of_direction,
  add constraint standing_class_of_direction check (class is null or case direction
    when 'in' then class in ('loan', 'interest', 'private', 'cash-deposit', 'given-back', 'taken-back')
    else class in ('to-budget', 'treasury', 'supplier', 'bank-charge', 'refund', 'own-account',
                   'reversed')
    end);
alter table reconciliation.standing force row level security;

-- Money given back to a payer: a lease's credit, money in that nobody could be named for, or what a
-- deposit's use promised to give back (billing posted that one). One person proposes, another
-- approves; then it is owed, until the bank shows that it went.
create table reconciliation.refund (
  board_id uuid not null,
  id uuid not null,
  market_id uuid,
  lease_id uuid,
  record_id uuid,
  record_direction text generated always as (case when record_id is not null then 'in' end) stored,
  deposit_use_id uuid,
  amount bigint not null check (amount > 0),
  payee text not null check (length(btrim(payee)) between 2 and 200),
  reason text not null check (length(btrim(reason)) between 3 and 500),
  state text not null default 'proposed'
    check (state in ('proposed', 'approved', 'refused', 'withdrawn', 'paid')),
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  paid_record_id uuid,
  paid_direction text
    generated always as (case when paid_record_id is not null then 'out' end) stored,
  paid_on date,
  primary key (board_id, id),
  constraint refund_is_of_one check (num_nonnulls(record_id, lease_id) = 1),
  check (deposit_use_id is null or lease_id is not null),
  check ((lease_id is null) = (market_id is null)),
  constraint refund_needs_two_people check (decided_by <> proposed_by),
  check ((decided_by is null) = (decided_by_name is null)),
  check (state <> 'paid' or paid_record_id is not null),
  check ((paid_record_id is null) = (paid_on is null)),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id),
  foreign key (board_id, deposit_use_id, lease_id, amount)
    references billing.deposit_use (board_id, id, lease_id, amount),
  foreign key (board_id, record_id, amount, record_direction)
    references banking.bank_record (board_id, id, amount, direction),
  foreign key (board_id, paid_record_id, amount, paid_direction)
    references banking.bank_record (board_id, id, amount, direction)
);
create index refund_day on reconciliation.refund (board_id, proposed_at);
create unique index refund_one_per_record on reconciliation.refund (board_id, record_id)
  where state in ('proposed', 'approved', 'paid');
create unique index refund_one_per_deposit_use on reconciliation.refund (board_id, deposit_use_id)
  where state in ('proposed', 'approved', 'paid');
create unique index refund_one_per_way_out on reconciliation.refund (board_id, paid_record_id);
call platform.protect_board_table('reconciliation.refund');
grant select, insert on reconciliation.refund to cho40_app;
grant update (state, decided_by, decided_by_name, decided_at, decision_reason, paid_record_id,
  paid_on) on reconciliation.refund to cho40_app;

-- A refund as people look at it. Only this lib reads it.
create view reconciliation.v_refund_line with (security_invoker = true) as
  select r.id, r.board_id as "boardId", r.state, r.amount, r.payee, r.reason,
         r.lease_id as "leaseId", r.record_id as "recordId", r.deposit_use_id as "depositUseId",
         r.market_id as "marketId", m.name as "marketName", s.code as "stallCode",
         l.vendor_name as "vendorName", r.proposed_by as "proposedBy",
         r.proposed_by_name as "proposedByName", r.proposed_at as "proposedAt",
         r.decided_by_name as "decidedByName", r.decided_at as "decidedAt",
         r.decision_reason as "decisionReason", r.paid_record_id as "paidRecordId",
         r.paid_on as "paidOn"
    from reconciliation.refund r
    left join markets.v_market m on m.board_id = r.board_id and m.market_id = r.market_id
    left join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = r.lease_id
    left join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id;
grant select on reconciliation.v_refund_line to cho40_app;

-- A transfer that the bank took back: what went out is the credit that came in, for its whole sum
-- and on the same account. A mistaken tie is ended, never removed.
create table reconciliation.reversal (
  board_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  record_direction text generated always as ('out') stored,
  original_id uuid not null,
  original_direction text generated always as ('in') stored,
  amount bigint not null check (amount > 0),
  -- the payment the original had, which is undone
  payment_id uuid,
  reason text not null check (length(btrim(reason)) between 3 and 500),
  tied_by uuid not null,
  tied_by_name text not null,
  tied_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (board_id, id),
  check ((ended_at is null) = (end_reason is null)),
  foreign key (board_id, record_id, amount, record_direction)
    references banking.bank_record (board_id, id, amount, direction),
  foreign key (board_id, original_id, amount, original_direction)
    references banking.bank_record (board_id, id, amount, direction),
  foreign key (board_id, payment_id) references billing.payment (board_id, id)
);
create unique index reversal_one_per_record on reconciliation.reversal (board_id, record_id)
  where ended_at is null;
create unique index reversal_one_per_original on reconciliation.reversal (board_id, original_id)
  where ended_at is null;
call platform.protect_board_table('reconciliation.reversal');
grant select, insert on reconciliation.reversal to cho40_app;
grant update (ended_at, end_reason) on reconciliation.reversal to cho40_app;

-- What each check last said of a board, also when it found nothing. Outside row-level security like
-- platform.violation: names and counts only, written for all boards at once.
create table platform.check_result (
  board_id uuid not null,
  invariant text not null,
  checked_at timestamptz not null,
  violations integer not null check (violations >= 0),
  primary key (board_id, invariant)
);
grant select, insert, update, delete on platform.check_result to cho40_app;

-- A receipt of a bank payment as it is read and printed. Only this lib reads it.
create view cash.v_payment_receipt_line with (security_invoker = true) as
  select r.board_id as "boardId", b.name as "boardName", r.id, r.number, r.check_code as "checkCode",
         p.payment_id as "paymentId", p.record_id as "recordId", p.market_id as "marketId",
         m.name as "marketName", p.lease_id as "leaseId", s.code as "stallCode",
         l.vendor_name as "vendorName", p.amount, p.paid_at as "paidAt", p.booked_on as "bookedOn",
         p.recorded_at as "recordedAt", k.bin, k.account_number as "accountNumber", k.reference,
         r.issued_on as "issuedOn", r.issued_at as "issuedAt",
         r.issued_by_name as "issuedByName", p.undone_at as "undoneAt"
    from cash.payment_receipt r
    join markets.v_board b on b.board_id = r.board_id
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id
    join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
    left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
    left join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    left join banking.v_bank_record k on k.board_id = p.board_id and k.record_id = p.record_id;
-- What anybody may know of a receipt whose code they hold: no person, no stall.
create view cash.v_checked_receipt with (security_invoker = true) as
  select r.board_id as "boardId", b.name as "boardName", 'cash' as kind, r.number,
         r.check_code as "checkCode", r.amount, r.taken_on as "on", p.undone_at as "undoneAt"
    from cash.receipt r
    join markets.v_board b on b.board_id = r.board_id
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id
  union all
  select r.board_id, b.name, 'bank', r.number, r.check_code, r.amount, p.booked_on, p.undone_at
    from cash.payment_receipt r
    join markets.v_board b on b.board_id = r.board_id
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id;
grant select on cash.v_payment_receipt_line, cash.v_checked_receipt to cho40_app;
