-- banking: wallets' settlement reports: raw files, their lines, and the bank record that proves a
-- batch of them. billing, reconciliation, cash, adoption: a line of a proven batch is a payment.

-- What a board agreed with a wallet (MoMo, VNPay, ZaloPay, …): where its batches are paid, and how
-- their credits look at the bank. Never edited: a wrong one is ended and made anew.
create table banking.wallet (
  board_id uuid not null,
  id uuid not null,
  name text not null check (length(btrim(name)) between 2 and 60),
  account_id uuid not null,
  -- what stands in the bank's text of every batch: as typed, and as it is looked for
  words text,
  plain_words text check (plain_words ~ '^[A-Z0-9]{4,100}$'),
  -- the account of the wallet's company that the batches come from: no personal number
  counter_account text check (counter_account ~ '^[A-Z0-9]{4,50}$'),
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamptz,
  primary key (board_id, id),
  constraint wallet_looks check (num_nonnulls(plain_words, counter_account) > 0),
  check ((words is null) = (plain_words is null)),
  check ((ended_at is null) = (ended_by_name is null)),
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id)
);
create unique index wallet_once on banking.wallet (board_id, lower(name)) where ended_at is null;
call platform.protect_board_table('banking.wallet');
grant select, insert on banking.wallet to cho40_app;
grant update (ended_by, ended_by_name, ended_at) on banking.wallet to cho40_app;

create table banking.settlement_file (
  board_id uuid not null,
  id uuid not null,
  wallet_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  file bytea not null,
  layout text not null,
  line_count integer not null check (line_count > 0),
  -- rows of transactions that did not succeed
  skipped_count integer not null check (skipped_count >= 0),
  imported_by uuid,
  imported_by_name text not null,
  imported_at timestamptz not null,
  primary key (board_id, id),
  constraint settlement_file_once unique (board_id, wallet_id, file_sha256),
  foreign key (board_id, wallet_id) references banking.wallet (board_id, id)
);
call platform.protect_board_table('banking.settlement_file');
call platform.make_append_only('banking.settlement_file');
grant select, insert on banking.settlement_file to cho40_app;

-- What a wallet pays in one transfer: by the number it prints, else by the day it prints.
create table banking.settlement_batch (
  board_id uuid not null,
  id uuid not null,
  wallet_id uuid not null,
  number text not null check (length(number) between 1 and 60),
  primary key (board_id, id),
  constraint settlement_batch_once unique (board_id, wallet_id, number),
  constraint settlement_batch_wallet unique (board_id, wallet_id, id),
  foreign key (board_id, wallet_id) references banking.wallet (board_id, id)
);
call platform.protect_board_table('banking.settlement_batch');
call platform.make_append_only('banking.settlement_batch');
grant select, insert on banking.settlement_batch to cho40_app;

-- One transaction as the wallet tells it. A refund takes its amount away; its fee may come back.
create table banking.settlement_line (
  board_id uuid not null,
  id uuid not null,
  wallet_id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  row_number integer not null,
  transaction_id text not null check (length(transaction_id) between 1 and 100),
  kind text not null check (kind in ('payment', 'refund')),
  amount bigint not null check (amount > 0),
  fee bigint not null,
  net bigint not null,
  paid_at timestamptz not null,
  paid_on date not null,
  content text not null,
  -- the transaction that a refund gives back
  original_id text,
  primary key (board_id, id),
  constraint settlement_line_once unique (board_id, wallet_id, kind, transaction_id),
  constraint settlement_line_amount unique (board_id, id, amount, kind),
  constraint settlement_line_adds_up
    check (net = case kind when 'payment' then amount else -amount end - fee),
  check (kind = 'refund' or fee between 0 and amount),
  check ((kind = 'refund') = (original_id is not null)),
  foreign key (board_id, wallet_id, batch_id)
    references banking.settlement_batch (board_id, wallet_id, id),
  foreign key (board_id, file_id) references banking.settlement_file (board_id, id)
);
create index settlement_line_batch on banking.settlement_line (board_id, batch_id);
call platform.protect_board_table('banking.settlement_line');
call platform.make_append_only('banking.settlement_line');
grant select, insert on banking.settlement_line to cho40_app;

-- A line that a later file tells otherwise, or adds to a batch that was proven: kept, never followed.
create table banking.settlement_conflict (
  board_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  row_number integer not null,
  batch_id uuid not null,
  line_id uuid,
  why text not null check (why in ('differs', 'batchProven')),
  told jsonb not null,
  primary key (board_id, id),
  constraint settlement_conflict_once unique (board_id, file_id, row_number),
  check ((why = 'differs') = (line_id is not null)),
  foreign key (board_id, file_id) references banking.settlement_file (board_id, id),
  foreign key (board_id, batch_id) references banking.settlement_batch (board_id, id),
  foreign key (board_id, line_id) references banking.settlement_line (board_id, id)
);
call platform.protect_board_table('banking.settlement_conflict');
call platform.make_append_only('banking.settlement_conflict');
grant select, insert on banking.settlement_conflict to cho40_app;

-- A batch is proven by exactly one incoming record that is its lines less refunds and fees.
create table banking.settlement_proof (
  board_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  record_id uuid not null,
  direction text not null default 'in' check (direction = 'in'),
  gross bigint not null,
  refunds bigint not null,
  fees bigint not null,
  amount bigint not null check (amount > 0),
  -- null: the program, by the agreement's looks and the sum
  proven_by uuid,
  proven_by_name text,
  reason text not null,
  proven_at timestamptz not null,
  ended_by uuid,
  ended_by_name text,
  end_reason text,
  ended_at timestamptz,
  primary key (board_id, id),
  constraint settlement_proof_adds_up check (amount = gross - refunds - fees),
  check ((proven_by is null) = (proven_by_name is null)),
  check (num_nonnulls(ended_by_name, end_reason, ended_at) in (0, 3)),
  foreign key (board_id, batch_id) references banking.settlement_batch (board_id, id),
  constraint settlement_proof_is_its_record foreign key (board_id, record_id, amount, direction)
    references banking.bank_record (board_id, id, amount, direction)
);
create unique index settlement_proof_of_batch on banking.settlement_proof (board_id, batch_id)
  where ended_at is null;
create unique index settlement_proof_of_record on banking.settlement_proof (board_id, record_id)
  where ended_at is null;
call platform.protect_board_table('banking.settlement_proof');
grant select, insert on banking.settlement_proof to cho40_app;
grant update (ended_by, ended_by_name, end_reason, ended_at)
  on banking.settlement_proof to cho40_app;

-- Headers of reports are remembered as those of statements are, each for its own kind of file.
alter table banking.layout
  add column kind text not null default 'statement' check (kind in ('statement', 'settlement'));
drop index banking.layout_once;
create unique index layout_once on banking.layout (board_id, kind, fingerprint)
  where ended_at is null;

create view banking.v_wallet with (security_invoker = true) as
  select board_id, id as wallet_id, name, account_id, plain_words, counter_account, ended_at
    from banking.wallet;
create view banking.v_settlement_line with (security_invoker = true) as
  select board_id, id as line_id, wallet_id, batch_id, file_id, row_number, transaction_id, kind,
         amount, fee, net, paid_at, paid_on, content, original_id
    from banking.settlement_line;
create view banking.v_settlement_proof with (security_invoker = true) as
  select board_id, id as proof_id, batch_id, record_id, gross, refunds, fees, amount, proven_by_name,
         reason, proven_at, ended_at, ended_by_name, end_reason
    from banking.settlement_proof;
create view banking.v_settlement_file with (security_invoker = true) as
  select board_id, id as file_id, wallet_id, file_name, file_sha256, line_count, imported_by_name,
         imported_at
    from banking.settlement_file;
create view banking.v_settlement_conflict with (security_invoker = true) as
  select board_id, file_id, row_number, batch_id, line_id, why, told
    from banking.settlement_conflict;
-- A batch with what it must bring, and the proof that stands.
create view banking.v_settlement_batch with (security_invoker = true) as
  select b.board_id, b.id as batch_id, b.wallet_id, w.name as wallet_name, w.account_id, b.number,
         s.lines, s.gross, s.refunds, s.fees, s.gross - s.refunds - s.fees as net,
         s.first_on, s.last_on, p.id as proof_id, p.record_id
    from banking.settlement_batch b
    join banking.wallet w on w.board_id = b.board_id and w.id = b.wallet_id
    join lateral (
      select count(*) as lines,
             coalesce(sum(l.amount) filter (where l.kind = 'payment'), 0)::bigint as gross,
             coalesce(sum(l.amount) filter (where l.kind = 'refund'), 0)::bigint as refunds,
             coalesce(sum(l.fee), 0)::bigint as fees, min(l.paid_on) as first_on,
             max(l.paid_on) as last_on
        from banking.settlement_line l
       where l.board_id = b.board_id and l.batch_id = b.id) s on true
    left join banking.settlement_proof p
      on p.board_id = b.board_id and p.batch_id = b.id and p.ended_at is null;
grant select on banking.v_wallet, banking.v_settlement_line, banking.v_settlement_proof,
  banking.v_settlement_file, banking.v_settlement_conflict, banking.v_settlement_batch to cho40_app;

-- A payment made of a line: never of a refund, always for exactly its amount.
alter table billing.payment no force row level security;
alter table banking.settlement_line no force row level security;
alter table billing.payment
  drop constraint payment_source_check,
  add constraint payment_source_check check (source in ('bank', 'cash', 'deposit', 'settlement')),
  add column settlement_line_id uuid,
  add column settlement_kind text
    generated always as (case source when 'settlement' then 'payment' end) stored,
  add constraint payment_of_settlement
    check ((source = 'settlement') = (settlement_line_id is not null)),
  add constraint payment_is_its_line
    foreign key (board_id, settlement_line_id, amount, settlement_kind)
    references banking.settlement_line (board_id, id, amount, kind);
alter table billing.payment force row level security;
create unique index payment_one_per_line on billing.payment (board_id, settlement_line_id)
  where undone_at is null and settlement_line_id is not null;
create or replace view billing.v_payment with (security_invoker = true) as
  select board_id, id as payment_id, market_id, lease_id, source, record_id, receipt_id, amount,
         allocated, paid_at, booked_on, recorded_at, reason, undone_at, ticket_id,
         settlement_line_id
    from billing.payment;

-- The record of a proven batch is no payment: its lines are.
alter table reconciliation.standing no force row level security;
alter table reconciliation.standing
  drop constraint standing_class_of_direction,
  add constraint standing_class_of_direction check (class is null or case direction
    when 'in' then class in ('loan', 'interest', 'private', 'cash-deposit', 'given-back',
                             'taken-back', 'wallet-batch')
    else class in ('to-budget', 'treasury', 'supplier', 'bank-charge', 'refund', 'own-account',
                   'reversed') end);
alter table reconciliation.standing force row level security;

-- Where a paying line of a batch stands: nobody's until somebody is named, as a record is.
-- waiting: its batch was proven and is no longer. refunded: the wallet gave its money back.
create table reconciliation.line_standing (
  board_id uuid not null,
  line_id uuid not null,
  kind text not null default 'payment' check (kind = 'payment'),
  amount bigint not null,
  state text not null check (state in ('unmatched', 'matched', 'refunded', 'waiting')),
  reason text not null,
  -- codes and repairs in the text, or a person's words
  evidence jsonb not null,
  market_id uuid,
  payment_id uuid,
  -- the bank's day of the batch's credit
  booked_on date not null,
  since timestamptz not null,
  decided_by_name text,
  primary key (board_id, line_id),
  check ((state = 'matched') = (payment_id is not null)),
  foreign key (board_id, line_id, amount, kind)
    references banking.settlement_line (board_id, id, amount, kind),
  foreign key (board_id, payment_id) references billing.payment (board_id, id)
);
create index line_standing_unmatched on reconciliation.line_standing (board_id, booked_on)
  where state = 'unmatched';
call platform.protect_board_table('reconciliation.line_standing');
grant select, insert on reconciliation.line_standing to cho40_app;
grant update (state, reason, evidence, market_id, payment_id, booked_on, since, decided_by_name)
  on reconciliation.line_standing to cho40_app;
alter table banking.settlement_line force row level security;

create view reconciliation.v_line_standing with (security_invoker = true) as
  select board_id, line_id, amount, state, reason, evidence, market_id, payment_id, booked_on, since,
         decided_by_name
    from reconciliation.line_standing;
-- Money that came and is nobody's yet: whole records, and lines of proven batches.
create view reconciliation.v_unmatched with (security_invoker = true) as
  select board_id, record_id, null::uuid as line_id, amount, booked_on, market_id
    from reconciliation.standing where state = 'unmatched'
  union all
  select board_id, null, line_id, amount, booked_on, market_id
    from reconciliation.line_standing where state = 'unmatched';
grant select on reconciliation.v_line_standing, reconciliation.v_unmatched to cho40_app;

-- Money through a wallet came through an account: no cash was handed over.
create or replace view adoption.v_fee_day with (security_invoker = true) as
  select board_id, market_id, booked_on, sum(amount)::bigint as fees,
         coalesce(sum(amount) filter (where source in ('bank', 'settlement')), 0)::bigint
           as through_account
    from billing.v_payment
   where undone_at is null and source <> 'deposit'
   group by board_id, market_id, booked_on;
create or replace view adoption.v_unmatched_day with (security_invoker = true) as
  select board_id, market_id, booked_on, sum(amount)::bigint as amount
    from (select board_id, market_id, booked_on, amount from reconciliation.v_unmatched
           union all
          select r.board_id, null, r.booked_on, r.amount
            from banking.v_bank_record r
           where r.direction = 'in' and r.confirmed_at is not null
             and not exists (select from reconciliation.v_standing s
                              where s.board_id = r.board_id and s.record_id = r.record_id)) u
   group by board_id, market_id, booked_on;

-- A receipt of a wallet's payment names the wallet and its transaction instead of a bank's record.
create or replace view cash.v_payment_receipt_line with (security_invoker = true) as
  select r.board_id as "boardId", b.name as "boardName", r.id, r.number, r.check_code as "checkCode",
         p.payment_id as "paymentId", p.record_id as "recordId", p.market_id as "marketId",
         m.name as "marketName", p.lease_id as "leaseId", s.code as "stallCode",
         l.vendor_name as "vendorName", p.amount, p.paid_at as "paidAt", p.booked_on as "bookedOn",
         p.recorded_at as "recordedAt", k.bin, k.account_number as "accountNumber", k.reference,
         r.issued_on as "issuedOn", r.issued_at as "issuedAt",
         r.issued_by_name as "issuedByName", p.undone_at as "undoneAt",
         w.name as "walletName", t.transaction_id as "transactionId"
    from cash.payment_receipt r
    join markets.v_board b on b.board_id = r.board_id
    join billing.v_payment p on p.board_id = r.board_id and p.payment_id = r.payment_id
    join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
    left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
    left join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    left join banking.v_bank_record k on k.board_id = p.board_id and k.record_id = p.record_id
    left join banking.v_settlement_line t
      on t.board_id = p.board_id and t.line_id = p.settlement_line_id
    left join banking.v_wallet w on w.board_id = t.board_id and w.wallet_id = t.wallet_id;
