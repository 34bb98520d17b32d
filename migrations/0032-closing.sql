-- closing: the months a board closed, each with what was counted and a proof that can be kept.

create schema closing;
grant usage on schema closing to cho40_app;

create table closing.period (
  board_id uuid not null references markets.board,
  month text not null,
  closed_at timestamptz not null,
  closed_by uuid,
  closed_by_name text not null,
  -- what stood open when it was closed, as the checklist said it, and why that was accepted
  remarks jsonb not null,
  note text not null default '',
  transfer_count integer not null check (transfer_count >= 0),
  transfer_total bigint not null check (transfer_total >= 0),
  -- SHA-256 over the month's transfers; and over that with the hash of the month before
  rows_hash bytea not null check (length(rows_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (board_id, month),
  foreign key (board_id, month) references ledger.closed_month (board_id, month)
);
call platform.protect_board_table('closing.period');
call platform.make_append_only('closing.period');
grant select, insert on closing.period to cho40_app;

-- The files as they were on the day of closing: later facts would change what could be read again.
create table closing.proof_pack (
  board_id uuid not null,
  month text not null,
  zip bytea not null,
  sha256 bytea not null check (length(sha256) = 32),
  primary key (board_id, month),
  foreign key (board_id, month) references closing.period (board_id, month)
);
call platform.protect_board_table('closing.proof_pack');
call platform.make_append_only('closing.proof_pack');
grant select, insert on closing.proof_pack to cho40_app;

-- A month's transfers as one hash; tools/verify-proof-pack.mjs makes the same from transfers.csv.
create function closing.rows_hash(board uuid, of_month text) returns bytea
  language sql stable set search_path = pg_catalog
  return (
    select sha256(convert_to(coalesce(string_agg(concat_ws(E'\t', t.transfer_id, t.key, t.debit,
             t.credit, t.amount, t.on_date, t.booked_month,
             to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
             coalesce(t.reverses::text, ''), t.reason), E'\n' order by t.at, t.transfer_id), ''), 'UTF8'))
      from ledger.v_transfer t
     where t.board_id = board and t.booked_month = of_month);
grant execute on function closing.rows_hash(uuid, text) to cho40_app;

create view closing.v_period with (security_invoker = true) as
  select board_id, month, closed_at, closed_by_name, transfer_count, transfer_total, rows_hash, hash
    from closing.period;
grant select on closing.v_period to cho40_app;

-- Where a board's audit chain stands, for whoever keeps a copy of it elsewhere.
create view platform.v_audit_head with (security_invoker = true) as
  select board_id, seq, hash from platform.audit_head;
grant select on platform.v_audit_head to cho40_app;
