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
  -- null: the rule; else who, by the name of that day
  decided_by uuid,
  decided_by_name text,
  at timestamptz not null,
  primary key (board_id, id),
  check ((decided_by is null) = (decided_by_name is null)),
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

-- A record as people look at it: where it stands, why, and whom it paid. Only this lib reads it.
create view reconciliation.v_record with (security_invoker = true) as
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
           'vendorName', l.vendor_name) end as credited
    from banking.v_bank_record r
    left join reconciliation.standing s on s.board_id = r.board_id and s.record_id = r.record_id
    left join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
    left join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
    left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
    left join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id;
grant select on reconciliation.v_record to cho40_app;
