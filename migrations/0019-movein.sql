-- movein: a board's old books, read from a workbook; old and new books side by side.

create schema movein;
grant usage on schema movein to cho40_app;

-- Who a vendor is, found again by name and whole number when a file comes a second time.
create or replace view tenancy.v_vendor with (security_invoker = true) as
  select board_id, id as vendor_id, kind, name, represented_by, represented_as, phone_last4,
         phone_print
    from tenancy.vendor;

-- A workbook as it was uploaded. It names people and their numbers, so it lies sealed (the key
-- outside the database), and not at all once its rows are entered or the file was replaced.
create table movein.file (
  board_id uuid not null references markets.board,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  sha256 bytea not null check (length(sha256) = 32),
  sealed bytea,
  -- wrong: has cells to correct; ready: may be entered; entering: a job is at it; done; refused: the
  -- books had changed in between; replaced: another file came
  state text not null
    check (state in ('wrong', 'ready', 'entering', 'done', 'refused', 'replaced')),
  -- at what the job is
  step text check (step in ('reading', 'markets', 'stalls', 'vendors', 'leases', 'debts')),
  -- counts and sums of what it holds, without people
  found jsonb not null,
  -- what the board typed in as its old books' debts
  typed jsonb,
  refusal jsonb,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  entered_by uuid,
  entered_by_name text,
  entered_at timestamptz,
  primary key (board_id, id),
  constraint file_lies_no_longer_than_needed
    check ((sealed is null) = (state in ('done', 'refused', 'replaced'))),
  check ((state = 'refused') = (refusal is not null)),
  check ((state = 'done') <= (entered_at is not null)),
  check ((state in ('entering', 'done')) <= (typed is not null))
);
create index file_uploaded on movein.file (board_id, uploaded_at desc);
call platform.protect_board_table('movein.file');
grant select, insert on movein.file to cho40_app;
grant update (sealed, state, step, typed, refusal, entered_by, entered_by_name, entered_at)
  on movein.file to cho40_app;

-- What the board typed in as its old books' debts, equal to the file's to the đồng when it was
-- entered; entered is the part that was new in this file.
create table movein.opening (
  board_id uuid not null,
  file_id uuid not null,
  market_id uuid not null,
  typed bigint not null check (typed >= 0),
  entered bigint not null check (entered between 0 and typed),
  primary key (board_id, file_id, market_id),
  foreign key (board_id, file_id) references movein.file (board_id, id),
  foreign key (board_id, market_id) references markets.market (board_id, id)
);
call platform.protect_board_table('movein.opening');
call platform.make_append_only('movein.opening');
grant select, insert on movein.opening to cho40_app;

-- The codes that the old books gave vendors, by which their rows are known again.
create table movein.vendor_code (
  board_id uuid not null,
  code text not null check (length(code) between 1 and 30),
  vendor_id uuid not null,
  primary key (board_id, code),
  foreign key (board_id, vendor_id) references tenancy.vendor (board_id, id)
);
create index vendor_code_vendor on movein.vendor_code (board_id, vendor_id);
call platform.protect_board_table('movein.vendor_code');
call platform.make_append_only('movein.vendor_code');
grant select, insert on movein.vendor_code to cho40_app;

-- What the old books say a stall owes for a month, to be laid beside the new bill.
create table movein.old_figure (
  board_id uuid not null,
  market_id uuid not null,
  stall_id uuid not null,
  month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  amount bigint not null check (amount between 0 and 100000000000),
  entered_by uuid,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (board_id, stall_id, month),
  foreign key (board_id, market_id, stall_id) references markets.stall (board_id, market_id, id)
);
create index old_figure_market on movein.old_figure (board_id, market_id, month);
call platform.protect_board_table('movein.old_figure');
grant select, insert, delete on movein.old_figure to cho40_app;
grant update (amount, entered_by, entered_by_name, entered_at) on movein.old_figure to cho40_app;
