-- banking: how far the import of a large statement has come, for whoever uploaded it and left the
-- page. Written beside the import's own transaction, of which nobody sees anything before all of it
-- is written. A row that nobody touches any more is what a program that was killed leaves behind.

create table banking.statement_import (
  board_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  row_count integer not null,
  done_count integer not null default 0 check (done_count between 0 and row_count),
  started_by_name text not null,
  started_at timestamptz not null,
  -- by the database's clock, which all programs share
  seen_at timestamptz not null default now(),
  failed_at timestamptz,
  primary key (board_id, id),
  foreign key (board_id, account_id) references banking.receiving_account (board_id, id)
);
call platform.protect_board_table('banking.statement_import');
grant select, insert, delete on banking.statement_import to cho40_app;
grant update (done_count, seen_at, failed_at) on banking.statement_import to cho40_app;
