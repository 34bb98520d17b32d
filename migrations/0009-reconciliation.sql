-- reconciliation: what we conclude from a bank record; can be undone, never edited.

create schema reconciliation;
grant usage on schema reconciliation to cho40_app;

-- Where a confirmed record stands today. One row per record, made with the first decision.
create table reconciliation.standing (
  board_id uuid not null,
  record_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  state text not null check (state in ('unmatched', 'matched', 'outgoing')),
  -- why: code, noCode, twoCodes, badCode, anotherBoard, unknownCode, stallVacant, …
  reason text not null,
  amount bigint not null check (amount > 0),
  booked_on date not null,
  market_id uuid,
  payment_id uuid,
  since timestamptz not null,
  primary key (board_id, record_id),
  foreign key (board_id, record_id, amount, direction)
    references banking.bank_record (board_id, id, amount, direction),
  foreign key (board_id, payment_id) references billing.payment (board_id, id),
  check ((state = 'matched') = (payment_id is not null)),
  check ((state = 'outgoing') = (direction = 'out'))
);
create index standing_open on reconciliation.standing (board_id, booked_on)
  where state = 'unmatched';
call platform.protect_board_table('reconciliation.standing');
grant select, insert on reconciliation.standing to cho40_app;
grant update (state, reason, market_id, payment_id, since) on reconciliation.standing to cho40_app;

-- Every decision with its reason and evidence, automatic or a person's.
create table reconciliation.decision (
  board_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  state text not null check (state in ('unmatched', 'matched', 'outgoing')),
  reason text not null,
  evidence jsonb not null,
  payment_id uuid,
  rules_version smallint not null,
  decided_by uuid,
  at timestamptz not null,
  primary key (board_id, id),
  foreign key (board_id, record_id) references banking.bank_record (board_id, id),
  foreign key (board_id, payment_id) references billing.payment (board_id, id)
);
create index decision_record on reconciliation.decision (board_id, record_id, at);
call platform.protect_board_table('reconciliation.decision');
call platform.make_append_only('reconciliation.decision');
grant select, insert on reconciliation.decision to cho40_app;

create view reconciliation.v_standing with (security_invoker = true) as
  select board_id, record_id, direction, state, reason, amount, booked_on, market_id, payment_id,
         since
    from reconciliation.standing;
grant select on reconciliation.v_standing to cho40_app;
