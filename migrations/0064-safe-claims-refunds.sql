-- cash: a count of the safe is posted; refunds paid out of the safe. reconciliation: a claim of a
-- ticket, how a refund is paid out.

-- What a count differed by, posted under the name of whoever keeps the safe. Counts of before moved
-- no money: what they differed by was settled without the books, or was counted again.
alter table cash.safe_count
  add column difference bigint not null default 0,
  add constraint safe_count_moves_its_difference check (difference in (0, counted - booked));
alter table cash.safe_count alter column difference drop default;
create or replace view cash.v_safe_count_line with (security_invoker = true) as
  select c.id, c.board_id as "boardId", b.name as "boardName", c.number, c.counted, c.booked,
         c.notes, c.witness_name as "witnessName", c.cashier_name as "cashierName", c.remark,
         c.counted_at as "countedAt", c.counted_on as "countedOn", c.difference
    from cash.safe_count c
    join markets.v_board b on b.board_id = c.board_id;

-- Whatever stands under a name: of a hand-in the collector's, of the safe whoever keeps it.
create view cash.v_difference with (security_invoker = true) as
  select board_id, collector_id as holder_id, collector_name as holder_name,
         amount - expected as difference, counted_at
    from cash.hand_in where amount <> expected
  union all
  select board_id, cashier_id, cashier_name, difference, counted_at
    from cash.safe_count where difference <> 0;
grant select on cash.v_difference to cho40_app;

-- A claim is a lease's, or a ticket's whose QR was shown and whose money was not seen when its
-- collector closed the shift.
alter table reconciliation.claim no force row level security;
alter table billing.ticket no force row level security;
alter table reconciliation.claim
  alter column lease_id drop not null,
  add column ticket_id uuid,
  add constraint claim_of_lease_or_ticket check (num_nonnulls(lease_id, ticket_id) = 1),
  add constraint claim_is_its_ticket foreign key (board_id, market_id, ticket_id, amount)
    references billing.ticket (board_id, market_id, id, amount),
  drop constraint claim_channel_check,
  add constraint claim_channel_check check (channel in ('desk', 'phone', 'app', 'shift'));
alter table reconciliation.claim force row level security;
alter table billing.ticket force row level security;
create unique index claim_once_per_ticket on reconciliation.claim (board_id, ticket_id)
  where ticket_id is not null;

create or replace view reconciliation.v_claim with (security_invoker = true) as
  select board_id, id as claim_id, market_id, lease_id, amount, paid_at, channel, made_at, due_on,
         state, record_id, decided_at, ticket_id
    from reconciliation.claim;
create or replace view reconciliation.v_claim_line with (security_invoker = true) as
  select c.board_id as "boardId", c.id, c.market_id as "marketId", m.name as "marketName",
         c.lease_id as "leaseId", t.code as "stallCode", l.vendor_name as "vendorName", c.amount,
         c.paid_at as "paidAt", c.told_by as "toldBy", c.channel, c.note,
         c.made_by_name as "madeByName", c.made_at as "madeAt", c.due_on as "dueOn", c.state,
         c.record_id as "recordId", c.answer, c.decided_by_name as "decidedByName",
         c.decided_at as "decidedAt", c.ticket_id as "ticketId", k.number as "ticketNumber"
    from reconciliation.claim c
    join markets.v_market m on m.board_id = c.board_id and m.market_id = c.market_id
    left join tenancy.v_lease l on l.board_id = c.board_id and l.lease_id = c.lease_id
    left join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id
    left join billing.v_ticket k on k.board_id = c.board_id and k.ticket_id = c.ticket_id;

-- How a refund leaves is said when it is asked for, so that whoever approves it approves that: by
-- the bank, with its record, or in cash out of the safe.
alter table reconciliation.refund no force row level security;
alter table reconciliation.refund
  add column payout text not null default 'bank' check (payout in ('bank', 'cash')),
  drop constraint refund_check3,
  drop constraint refund_check4,
  add constraint refund_paid_on_a_day check ((state = 'paid') = (paid_on is not null)),
  add constraint refund_paid_its_way
    check ((paid_record_id is not null) = (state = 'paid' and payout = 'bank')),
  add constraint refund_paid_as_asked unique (board_id, id, amount, payout);
alter table reconciliation.refund force row level security;

create or replace view reconciliation.v_refund_line with (security_invoker = true) as
  select r.id, r.board_id as "boardId", r.state, r.amount, r.payee, r.reason,
         r.lease_id as "leaseId", r.record_id as "recordId", r.deposit_use_id as "depositUseId",
         r.market_id as "marketId", m.name as "marketName", s.code as "stallCode",
         l.vendor_name as "vendorName", r.proposed_by as "proposedBy",
         r.proposed_by_name as "proposedByName", r.proposed_at as "proposedAt",
         r.decided_by_name as "decidedByName", r.decided_at as "decidedAt",
         r.decision_reason as "decisionReason", r.paid_record_id as "paidRecordId",
         r.paid_on as "paidOn", r.payout
    from reconciliation.refund r
    left join markets.v_market m on m.board_id = r.board_id and m.market_id = r.market_id
    left join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = r.lease_id
    left join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id;
create view reconciliation.v_refund with (security_invoker = true) as
  select board_id, id as refund_id, market_id, lease_id, amount, payee, reason, state, payout,
         decided_by, decided_by_name, decided_at, paid_on
    from reconciliation.refund;
grant select on reconciliation.v_refund to cho40_app;

-- A refund that left the safe. Taken back means that the money lies there again.
create table cash.refund_payout (
  board_id uuid not null,
  id uuid not null,
  refund_id uuid not null,
  amount bigint not null check (amount > 0),
  way text not null generated always as ('cash') stored,
  payee text not null,
  cashier_id uuid not null,
  cashier_name text not null,
  paid_at timestamptz not null,
  paid_on date not null,
  taken_back_at timestamptz,
  taken_back_by_name text,
  taken_back_reason text,
  primary key (board_id, id),
  check (num_nonnulls(taken_back_at, taken_back_by_name, taken_back_reason) in (0, 3)),
  foreign key (board_id, refund_id, amount, way)
    references reconciliation.refund (board_id, id, amount, payout)
);
create unique index refund_paid_out_once on cash.refund_payout (board_id, refund_id)
  where taken_back_at is null;
create index refund_payout_at on cash.refund_payout (board_id, paid_at);
call platform.protect_board_table('cash.refund_payout');
grant select, insert on cash.refund_payout to cho40_app;
grant update (taken_back_at, taken_back_by_name, taken_back_reason)
  on cash.refund_payout to cho40_app;

alter table cash.safe_slip
  drop constraint safe_slip_purpose_check,
  add constraint safe_slip_purpose_check check (purpose in
    ('hand-in', 'surplus', 'paid-back', 'given-back', 'deposit', 'deposit-untied', 'count-short',
     'count-over', 'refund', 'refund-back'));

-- A refund that may leave the safe, or has, as the cashier sees it. Only this lib reads it.
create view cash.v_refund_line with (security_invoker = true) as
  select r.refund_id as "refundId", r.board_id as "boardId", r.amount, r.payee, r.reason, r.state,
         r.decided_by as "decidedBy", r.decided_by_name as "decidedByName",
         r.decided_at as "decidedAt", p.paid_at as "paidAt", p.cashier_name as "cashierName",
         s.id as "slipId", s.number as "slipNumber"
    from reconciliation.v_refund r
    left join cash.refund_payout p
      on p.board_id = r.board_id and p.refund_id = r.refund_id and p.taken_back_at is null
    left join cash.safe_slip s on s.board_id = p.board_id and s.key = 'refund-cash:' || p.id
   where r.payout = 'cash' and r.state in ('approved', 'paid');
grant select on cash.v_refund_line to cho40_app;
