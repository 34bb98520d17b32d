-- cash: shifts, phones' own numbers and paper books on receipts, the ceiling, differences of
-- hand-ins, the way of cash to the bank, counts of the safe.

-- A collector's work at a market from the first receipt to the close. One is open at a time, and a
-- closed one stays as it was closed: what comes late lies in the next.
create table cash.shift (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  collector_id uuid not null,
  collector_name text not null,
  opened_at timestamptz not null,
  opened_on date not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  -- what was taken in it, and what the collector then held of all shifts: the hand-in to expect
  taken bigint check (taken >= 0),
  expected bigint,
  primary key (board_id, id),
  -- a receipt names its shift with the shift's own collector and market
  constraint shift_of_collector unique (board_id, id, collector_id, market_id),
  foreign key (board_id, market_id) references markets.market (board_id, id),
  constraint shift_closed_whole check (num_nulls(closed_at, closed_by_name, taken, expected) in (0, 4))
);
create unique index shift_open on cash.shift (board_id, collector_id, market_id)
  where closed_at is null;
create index shift_opened on cash.shift (board_id, opened_at);
call platform.protect_board_table('cash.shift');
grant select, insert on cash.shift to cho40_app;
grant update (closed_at, closed_by, closed_by_name, taken, expected) on cash.shift to cho40_app;

create function cash.refuse_change_of_closed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'shift % is closed', old.id
    using errcode = 'check_violation', constraint = 'shift_stays_closed';
end $$;
create trigger stays_closed before update or delete on cash.shift
  for each row when (old.closed_at is not null) execute function cash.refuse_change_of_closed();
alter table cash.shift enable always trigger stays_closed;

alter table cash.receipt
  add column shift_id uuid,
  -- a phone numbers its receipts before it shows them; two of one number are two phones
  add column device_id uuid,
  add column device_number integer check (device_number > 0),
  -- written on paper first, typed in later
  add column paper_book text check (paper_book ~ '^[0-9A-Z][0-9A-Z/-]{0,19}$'),
  add column paper_serial integer check (paper_serial > 0),
  add constraint receipt_device_whole check (num_nulls(device_id, device_number) in (0, 2)),
  add constraint receipt_paper_whole check (num_nulls(paper_book, paper_serial) in (0, 2)),
  add constraint receipt_of_one_origin check (device_id is null or paper_book is null),
  add constraint receipt_device_number unique (board_id, device_id, device_number),
  add constraint receipt_paper_serial unique (board_id, paper_book, paper_serial);

-- Receipts from before this step lie in closed shifts, one a day.
alter table cash.receipt no force row level security;
alter table cash.shift no force row level security;
alter table billing.payment no force row level security;
alter table markets.market no force row level security;
alter table cash.receipt disable trigger append_only;
insert into cash.shift (board_id, id, market_id, collector_id, collector_name, opened_at, opened_on,
    closed_at, closed_by_name, taken, expected)
  select r.board_id, uuidv7(), r.market_id, r.collector_id, max(r.collector_name), min(r.taken_at),
         r.taken_on, now(), 'system', coalesce(sum(r.amount) filter (where p.undone_at is null), 0),
         coalesce(sum(r.amount) filter (where p.undone_at is null), 0)
    from cash.receipt r
    join billing.payment p on p.board_id = r.board_id and p.id = r.payment_id
   group by r.board_id, r.market_id, r.collector_id, r.taken_on;
update cash.receipt r set shift_id = s.id
  from cash.shift s
 where s.board_id = r.board_id and s.market_id = r.market_id and s.collector_id = r.collector_id
   and s.opened_on = r.taken_on;
alter table cash.receipt
  alter column shift_id set not null,
  add constraint receipt_in_its_shift foreign key (board_id, shift_id, collector_id, market_id)
    references cash.shift (board_id, id, collector_id, market_id);
create index receipt_shift on cash.receipt (board_id, shift_id);
alter table cash.receipt enable always trigger append_only;
alter table markets.market force row level security;
alter table billing.payment force row level security;
alter table cash.shift force row level security;
alter table cash.receipt force row level security;

-- Everything collectors took in hand, whatever paper says so.
create view cash.v_taken with (security_invoker = true) as
  select r.board_id, r.shift_id, r.market_id, r.collector_id, r.collector_name, 'receipt' as kind,
         r.id as source_id, r.amount, r.taken_at, r.taken_on, r.recorded_at, p.undone_at
    from cash.receipt r
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id;
create view cash.v_shift with (security_invoker = true) as
  select board_id, id as shift_id, market_id, collector_id, collector_name, opened_at, opened_on,
         closed_at, taken, expected
    from cash.shift;
grant select on cash.v_taken, cash.v_shift to cho40_app;

-- A shift as it is listed; only this lib reads it. What was undone after the close does not change
-- what a closed shift took.
create view cash.v_shift_line with (security_invoker = true) as
  select s.id, s.board_id as "boardId", s.market_id as "marketId", m.name as "marketName",
         s.collector_id as "collectorId", s.collector_name as "collectorName",
         s.opened_at as "openedAt", s.closed_at as "closedAt", s.closed_by_name as "closedByName",
         t."byReceipts", t."byTickets", t.count, s.expected
    from cash.shift s
    join markets.v_market m on m.board_id = s.board_id and m.market_id = s.market_id
   cross join lateral (
     select coalesce(sum(v.amount) filter (where v.kind = 'receipt'), 0)::bigint as "byReceipts",
            coalesce(sum(v.amount) filter (where v.kind <> 'receipt'), 0)::bigint as "byTickets",
            count(*) as count
       from cash.v_taken v
      where v.board_id = s.board_id and v.shift_id = s.id
        and (v.undone_at is null or v.undone_at > s.closed_at)) t;
grant select on cash.v_shift_line to cho40_app;

create or replace view cash.v_receipt_line with (security_invoker = true) as
  select r.board_id as "boardId", b.name as "boardName", r.id, r.number, r.market_id as "marketId",
         m.name as "marketName", r.lease_id as "leaseId", s.code as "stallCode",
         l.vendor_name as "vendorName", r.amount, r.collector_id as "collectorId",
         r.collector_name as "collectorName", r.taken_at as "takenAt", r.taken_on as "takenOn",
         r.why_not_cashless as "whyNotCashless", p.undone_at is not null as "isUndone",
         r.shift_id as "shiftId", r.device_number as "deviceNumber", r.paper_book as "paperBook",
         r.paper_serial as "paperSerial"
    from cash.receipt r
    join markets.v_board b on b.board_id = r.board_id
    join markets.v_market m on m.board_id = r.board_id and m.market_id = r.market_id
    join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = r.lease_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id;

-- A receipt that a phone told under a number another receipt of that phone has: it was refused, and
-- what it said is kept, for the money was taken.
create table cash.device_incident (
  board_id uuid not null,
  id uuid not null,
  market_id uuid not null,
  device_id uuid not null,
  device_number integer not null,
  -- the receipt that has the number, and the one that was refused
  standing_id uuid not null,
  refused_id uuid not null,
  lease_id uuid not null,
  amount bigint not null check (amount > 0),
  collector_id uuid not null,
  collector_name text not null,
  taken_at timestamptz not null,
  at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  answer text check (length(answer) between 3 and 500),
  primary key (board_id, id),
  constraint incident_once unique (board_id, refused_id, device_id, device_number),
  constraint incident_answered_whole
    check (num_nulls(answered_at, answered_by, answered_by_name, answer) in (0, 4)),
  foreign key (board_id, standing_id) references cash.receipt (board_id, id),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id)
);
create index incident_at on cash.device_incident (board_id, at);
call platform.protect_board_table('cash.device_incident');
grant select, insert on cash.device_incident to cho40_app;
grant update (answered_at, answered_by, answered_by_name, answer)
  on cash.device_incident to cho40_app;

-- How much cash a collector of the board may hold; the newest row holds, null lifts it.
create table cash.ceiling (
  board_id uuid not null references markets.board,
  id uuid not null,
  amount bigint check (amount >= 100000),
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (board_id, id)
);
create index ceiling_newest on cash.ceiling (board_id, set_at);
call platform.protect_board_table('cash.ceiling');
call platform.make_append_only('cash.ceiling');
grant select, insert on cash.ceiling to cho40_app;

-- expected: what should have come, which leaves the collector's hand; amount: what was counted. The
-- difference is the collector's shortage, or a surplus in the safe.
alter table cash.hand_in
  add column expected bigint,
  -- how many of each note, where the cashier wrote them down: [{"note": 500000, "count": 3}]
  add column notes jsonb;
alter table cash.hand_in disable trigger append_only;
alter table cash.hand_in no force row level security;
update cash.hand_in set expected = amount;
alter table cash.hand_in force row level security;
alter table cash.hand_in enable always trigger append_only;
alter table cash.hand_in
  alter column expected set not null,
  drop constraint hand_in_amount_check,
  add constraint hand_in_moves_something check (amount >= 0 and expected >= 0 and amount + expected > 0);
create or replace view cash.v_hand_in with (security_invoker = true) as
  select board_id, id as hand_in_id, collector_id, collector_name, cashier_id, cashier_name, amount,
         counted_at, counted_on, expected
    from cash.hand_in;

-- What became of a shortage or a surplus later. The difference itself stays where it was counted.
create table cash.difference_act (
  board_id uuid not null references markets.board,
  id uuid not null,
  collector_id uuid not null,
  collector_name text not null,
  -- a shortage paid back; a surplus given back, found to be a receipt written late, or kept
  kind text not null check (kind in ('paid-back', 'given-back', 'late-receipt', 'kept')),
  amount bigint not null check (amount > 0),
  reason text not null check (length(reason) between 3 and 500),
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  on_date date not null,
  primary key (board_id, id),
  constraint difference_settled_by_another check (by_id <> collector_id)
);
create index difference_act_of on cash.difference_act (board_id, collector_id);
call platform.protect_board_table('cash.difference_act');
call platform.make_append_only('cash.difference_act');
grant select, insert on cash.difference_act to cho40_app;

-- What left a collector's hand: handed in, or found to lie in the safe already.
create view cash.v_left_hand with (security_invoker = true) as
  select board_id, collector_id, expected as amount, counted_at as at, counted_on as on_date
    from cash.hand_in
  union all
  select board_id, collector_id, amount, at, on_date
    from cash.difference_act where kind = 'late-receipt';
grant select on cash.v_left_hand to cho40_app;

-- Numbers of what the safe's papers are filed under: NT bảng kê nộp tiền, KK biên bản kiểm kê quỹ.
create table cash.paper_counter (
  board_id uuid not null references markets.board,
  series text not null check (series in ('NT', 'KK')),
  year smallint not null,
  last integer not null check (last >= 0),
  primary key (board_id, series, year)
);
call platform.protect_board_table('cash.paper_counter');
grant select, insert, update on cash.paper_counter to cho40_app;

-- Cash on its way from the safe to the board's account. The books leave it in the safe until the
-- bank's record of it is tied.
create table cash.deposit (
  board_id uuid not null,
  id uuid not null,
  number text not null check (number ~ '^NT-[0-9]{4}-[0-9]{5}$'),
  account_id uuid not null,
  amount bigint not null check (amount > 0),
  notes jsonb not null,
  carrier_name text not null check (length(carrier_name) between 2 and 100),
  cashier_id uuid not null,
  cashier_name text not null,
  left_at timestamptz not null,
  left_on date not null,
  primary key (board_id, id),
  constraint deposit_number unique (board_id, number),
  foreign key (board_id) references markets.board
);
create index deposit_left on cash.deposit (board_id, left_at);
alter table banking.receiving_account no force row level security;
alter table cash.deposit add constraint deposit_to_account
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id);
alter table banking.receiving_account force row level security;
call platform.protect_board_table('cash.deposit');
call platform.make_append_only('cash.deposit');
grant select, insert on cash.deposit to cho40_app;

-- The bank's record of a deposit. Untied means that the record waits again.
create table cash.deposit_tie (
  board_id uuid not null,
  id uuid not null,
  deposit_id uuid not null,
  record_id uuid not null,
  -- the bank record's own sum: another one than the deposit's shows as a difference
  amount bigint not null check (amount > 0),
  -- the ledger's key of the movement out of the safe
  key text not null,
  tied_by uuid not null,
  tied_by_name text not null,
  at timestamptz not null,
  untied_at timestamptz,
  untied_by_name text,
  primary key (board_id, id),
  constraint tie_untied_whole check (num_nulls(untied_at, untied_by_name) in (0, 2)),
  foreign key (board_id, deposit_id) references cash.deposit (board_id, id)
);
create unique index deposit_tied_once on cash.deposit_tie (board_id, deposit_id)
  where untied_at is null;
create unique index record_tied_once on cash.deposit_tie (board_id, record_id)
  where untied_at is null;
alter table banking.bank_record no force row level security;
alter table cash.deposit_tie add constraint tie_of_record
  foreign key (board_id, record_id) references banking.bank_record (board_id, id);
alter table banking.bank_record force row level security;
call platform.protect_board_table('cash.deposit_tie');
grant select, insert on cash.deposit_tie to cho40_app;
grant update (untied_at, untied_by_name) on cash.deposit_tie to cho40_app;

-- Money, or the part of it that the bank did not take in, lies in the safe again.
create table cash.deposit_return (
  board_id uuid not null,
  deposit_id uuid not null,
  amount bigint not null check (amount > 0),
  cashier_id uuid not null,
  cashier_name text not null,
  reason text not null check (length(reason) between 3 and 500),
  at timestamptz not null,
  primary key (board_id, deposit_id),
  foreign key (board_id, deposit_id) references cash.deposit (board_id, id)
);
call platform.protect_board_table('cash.deposit_return');
call platform.make_append_only('cash.deposit_return');
grant select, insert on cash.deposit_return to cho40_app;

-- Biên bản kiểm kê quỹ: what two people counted in the safe, beside what the books said then.
create table cash.safe_count (
  board_id uuid not null references markets.board,
  id uuid not null,
  number text not null check (number ~ '^KK-[0-9]{4}-[0-9]{5}$'),
  counted bigint not null check (counted >= 0),
  booked bigint not null,
  notes jsonb not null,
  witness_name text not null check (length(witness_name) between 2 and 100),
  remark text not null check (length(remark) <= 500),
  cashier_id uuid not null,
  cashier_name text not null,
  counted_at timestamptz not null,
  counted_on date not null,
  primary key (board_id, id),
  constraint safe_count_number unique (board_id, number),
  constraint safe_count_says_why check (counted = booked or length(remark) >= 3)
);
create index safe_count_at on cash.safe_count (board_id, counted_at);
call platform.protect_board_table('cash.safe_count');
call platform.make_append_only('cash.safe_count');
grant select, insert on cash.safe_count to cho40_app;

-- Papers as they are read and printed; only this lib reads these.
create view cash.v_safe_count_line with (security_invoker = true) as
  select c.id, c.board_id as "boardId", b.name as "boardName", c.number, c.counted, c.booked,
         c.notes, c.witness_name as "witnessName", c.cashier_name as "cashierName", c.remark,
         c.counted_at as "countedAt", c.counted_on as "countedOn"
    from cash.safe_count c
    join markets.v_board b on b.board_id = c.board_id;
create view cash.v_deposit_line with (security_invoker = true) as
  select d.id, d.board_id as "boardId", b.name as "boardName", d.number,
         d.account_id as "accountId", a.bin, a.number as "accountNumber",
         a.holder_name as "holderName", d.amount, d.notes, d.carrier_name as "carrierName",
         d.cashier_name as "cashierName", d.left_at as "leftAt", d.left_on as "leftOn",
         t.record_id as "recordId", t.amount as banked, t.at as "tiedAt",
         t.tied_by_name as "tiedByName", r.amount as returned, r.at as "returnedAt",
         greatest(d.amount - coalesce(t.amount, 0) - coalesce(r.amount, 0), 0) as "onTheWay"
    from cash.deposit d
    join markets.v_board b on b.board_id = d.board_id
    join banking.v_receiving_account a
      on a.board_id = d.board_id and a.account_id = d.account_id
    left join cash.deposit_tie t
      on t.board_id = d.board_id and t.deposit_id = d.id and t.untied_at is null
    left join cash.deposit_return r on r.board_id = d.board_id and r.deposit_id = d.id;
create view cash.v_deposit with (security_invoker = true) as
  select "boardId" as board_id, id as deposit_id, number, amount, "leftAt" as left_at,
         "leftOn" as left_on, banked, returned, "onTheWay" as on_the_way
    from cash.v_deposit_line;
grant select on cash.v_safe_count_line, cash.v_deposit_line, cash.v_deposit to cho40_app;

alter table cash.safe_slip
  drop constraint safe_slip_purpose_check,
  add constraint safe_slip_purpose_check check (purpose in
    ('hand-in', 'surplus', 'paid-back', 'given-back', 'deposit', 'deposit-untied'));
