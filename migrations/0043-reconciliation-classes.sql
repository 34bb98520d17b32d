-- reconciliation: what money that pays no bill is, what a bank's number says of its payer, and what
-- people confirmed once and for all: rules and payers.

-- classified: nobody's payment, and known for what. Its ledger row is `class:<class_decision_id>`.
alter table reconciliation.standing no force row level security;
alter table reconciliation.decision no force row level security;
alter table reconciliation.decision
  add column class text,
  drop constraint decision_state_check,
  add constraint decision_state_check
    check (state in ('unmatched', 'matched', 'outgoing', 'classified')),
  add constraint decision_class check ((state = 'classified') = (class is not null));
alter table reconciliation.standing
  add column class text,
  add column class_decision_id uuid,
  drop constraint standing_state_check,
  add constraint standing_state_check
    check (state in ('unmatched', 'matched', 'outgoing', 'classified')),
  drop constraint standing_check1,
  add constraint standing_state_of_direction check (case state when 'classified' then true
    when 'outgoing' then direction = 'out' else direction = 'in' end),
  add constraint standing_class check ((state = 'classified') = (class is not null)
    and (class is null) = (class_decision_id is null)),
  add constraint standing_class_of_direction check (class is null or case direction
    when 'in' then class in ('loan', 'interest', 'private', 'cash-deposit')
    else class in ('to-budget', 'treasury', 'supplier', 'bank-charge', 'refund', 'own-account')
    end),
  add constraint standing_class_decision foreign key (board_id, class_decision_id)
    references reconciliation.decision (board_id, id);
alter table reconciliation.standing force row level security;
alter table reconciliation.decision force row level security;
create index standing_outgoing on reconciliation.standing (board_id, booked_on)
  where state = 'outgoing';
grant update (class, class_decision_id) on reconciliation.standing to cho40_app;

create or replace view reconciliation.v_standing with (security_invoker = true) as
  select board_id, record_id, direction, state, reason, amount, booked_on, market_id, payment_id,
         since, class, class_decision_id
    from reconciliation.standing;

create or replace view reconciliation.v_record with (security_invoker = true) as
  select r.board_id as "boardId", r.record_id as id, r.account_id as "accountId", r.bin,
         r.account_number as "accountNumber", r.direction, r.amount, r.booked_at as "bookedAt",
         r.booked_on as "bookedOn", r.content, r.reference, r.counter_account as "counterAccount",
         r.counter_name as "counterName", s.market_id as "marketId", s.reason,
         coalesce(s.state, case when r.confirmed_at is null then 'unconfirmed' else 'waiting' end)
           as state,
         coalesce((select array_agg(c.code) from reconciliation.decision d
                    cross join jsonb_array_elements_text(d.evidence->'codes') as c (code)
                   where d.board_id = r.board_id and d.record_id = r.record_id), '{}') as codes,
         case when p.payment_id is not null then jsonb_build_object('paymentId', p.payment_id,
           'leaseId', p.lease_id, 'marketName', m.name, 'stallCode', t.code,
           'vendorName', l.vendor_name) end as credited,
         s.class
    from banking.v_bank_record r
    left join reconciliation.standing s on s.board_id = r.board_id and s.record_id = r.record_id
    left join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
    left join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
    left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
    left join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id;

-- A number the bank gave for one stall or one lease: money sent to it says whose it is, as a code
-- does. Like a receiving account, one person proposes it and another approves it.
create table reconciliation.virtual_account (
  board_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  number text not null check (number ~ '^[A-Z0-9]{1,30}$'),
  market_id uuid not null,
  stall_id uuid,
  lease_id uuid,
  valid_from date not null,
  valid_to date,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  primary key (board_id, id),
  constraint virtual_account_of_one check (num_nonnulls(stall_id, lease_id) = 1),
  constraint virtual_account_needs_two_people check (approved_by <> created_by),
  check (num_nonnulls(approved_by, approved_by_name, approved_at) in (0, 3)),
  check (valid_from <= valid_to),
  constraint virtual_account_names_one exclude using gist (board_id with =, account_id with =,
    number with =, daterange(valid_from, valid_to, '[]') with &&),
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id),
  foreign key (board_id, market_id, stall_id) references markets.stall (board_id, market_id, id),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id)
);
call platform.protect_board_table('reconciliation.virtual_account');
grant select, insert on reconciliation.virtual_account to cho40_app;
grant update (valid_to, approved_by, approved_by_name, approved_at)
  on reconciliation.virtual_account to cho40_app;

-- "This account pays for this lease", as a person said when they named a record's payer. It ranks
-- suggestions and credits nobody. A payer's number is personal data: sealed, found by its hash.
create table reconciliation.learned_payer (
  board_id uuid not null,
  id uuid not null,
  account_print bytea not null,
  account_sealed bytea not null,
  account_last4 text not null,
  market_id uuid not null,
  lease_id uuid not null,
  -- the record on which it was said
  record_id uuid not null,
  learned_by uuid not null,
  learned_by_name text not null,
  learned_at timestamptz not null,
  off_by uuid,
  off_by_name text,
  off_at timestamptz,
  primary key (board_id, id),
  check (num_nonnulls(off_by, off_by_name, off_at) in (0, 3)),
  foreign key (board_id, market_id, lease_id) references tenancy.lease (board_id, market_id, id),
  foreign key (board_id, record_id) references banking.bank_record (board_id, id)
);
create unique index learned_payer_once
  on reconciliation.learned_payer (board_id, account_print, lease_id) where off_at is null;
call platform.protect_board_table('reconciliation.learned_payer');
grant select, insert on reconciliation.learned_payer to cho40_app;
grant update (off_by, off_by_name, off_at) on reconciliation.learned_payer to cho40_app;

-- What money of a kind is, as a person confirmed it: words of the text, the other side's account,
-- or both. It is rehearsed on old records before it is switched on, and never looks at a code.
create table reconciliation.rule (
  board_id uuid not null,
  id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  -- as typed, and as it is looked for: without marks and signs
  words text,
  plain_words text check (plain_words ~ '^[A-Z0-9]{4,100}$'),
  account_print bytea,
  account_sealed bytea,
  account_last4 text,
  class text not null,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  rehearsed_at timestamptz,
  on_by uuid,
  on_by_name text,
  on_at timestamptz,
  off_by uuid,
  off_by_name text,
  off_at timestamptz,
  primary key (board_id, id),
  constraint rule_says_something check (num_nonnulls(plain_words, account_print) > 0),
  check ((words is null) = (plain_words is null)),
  check (num_nonnulls(account_print, account_sealed, account_last4) in (0, 3)),
  -- a refund and a deposit are said record by record
  constraint rule_class check (case direction when 'in' then class in ('loan', 'interest', 'private')
    else class in ('to-budget', 'treasury', 'supplier', 'bank-charge', 'own-account') end),
  constraint rule_rehearsed_first check (on_at is null or rehearsed_at <= on_at),
  check (num_nonnulls(on_by, on_by_name, on_at) in (0, 3)),
  check (num_nonnulls(off_by, off_by_name, off_at) in (0, 3)),
  foreign key (board_id) references markets.board
);
create index rule_on on reconciliation.rule (board_id) where on_at is not null and off_at is null;
call platform.protect_board_table('reconciliation.rule');
grant select, insert on reconciliation.rule to cho40_app;
grant update (rehearsed_at, on_by, on_by_name, on_at, off_by, off_by_name, off_at)
  on reconciliation.rule to cho40_app;
