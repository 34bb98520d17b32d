-- billing, reconciliation: a transfer of another sum than its ticket's is the ticket's when a person
-- says so; what is missing or too much stays owed among the tickets. A clerk claims a ticket's money
-- for its payer, who may have sent another sum.

-- What the ticket cost, beside what was paid: another sum is a person's word about a transfer.
alter table billing.payment no force row level security;
alter table billing.ticket no force row level security;
alter table billing.payment add column ticket_amount bigint;
update billing.payment set ticket_amount = amount where ticket_id is not null;
alter table billing.payment
  drop constraint payment_is_its_ticket,
  add constraint payment_is_its_ticket foreign key (board_id, market_id, ticket_id, ticket_amount)
    references billing.ticket (board_id, market_id, id, amount),
  add constraint payment_knows_its_ticket check ((ticket_id is null) = (ticket_amount is null)),
  add constraint payment_of_another_sum_by_word
    check (ticket_amount = amount or (source = 'bank' and reason = 'person'));
alter table billing.payment force row level security;
alter table billing.ticket force row level security;

create or replace view billing.v_ticket with (security_invoker = true) as
  select t.board_id, t.id as ticket_id, t.market_id, t.number, t.code, t.on_date, t.off_day_reason,
         t.fee_type, t.unit, t.goods_group, t.carrier, t.is_roofed, t.area_m2, t.count, t.tariff_id,
         t.unit_price, t.amount, t.tax_percent, t.tax_amount, t.is_pass_through, t.way, t.issued_on,
         t.issued_at, t.issued_by, t.issued_by_name, t.earned_on, t.voided_at, t.void_reason,
         p.id as payment_id, p.source as paid_by, p.paid_at,
         case when t.voided_at is not null then 'void' when p.id is not null then 'paid'
              else 'waiting' end as state,
         p.amount as paid_amount
    from billing.ticket t
    left join billing.payment p
      on p.board_id = t.board_id and p.ticket_id = t.id and p.undone_at is null;

-- What the payer says was sent, which need not be what the ticket costs.
alter table reconciliation.claim no force row level security;
alter table billing.ticket no force row level security;
alter table reconciliation.claim
  drop constraint claim_is_its_ticket,
  add constraint claim_is_its_ticket foreign key (board_id, market_id, ticket_id)
    references billing.ticket (board_id, market_id, id);
alter table reconciliation.claim force row level security;
alter table billing.ticket force row level security;

create or replace view reconciliation.v_claim_line with (security_invoker = true) as
  select c.board_id as "boardId", c.id, c.market_id as "marketId", m.name as "marketName",
         c.lease_id as "leaseId", t.code as "stallCode", l.vendor_name as "vendorName", c.amount,
         c.paid_at as "paidAt", c.told_by as "toldBy", c.channel, c.note,
         c.made_by_name as "madeByName", c.made_at as "madeAt", c.due_on as "dueOn", c.state,
         c.record_id as "recordId", c.answer, c.decided_by_name as "decidedByName",
         c.decided_at as "decidedAt", c.ticket_id as "ticketId", k.number as "ticketNumber",
         k.amount as "ticketAmount"
    from reconciliation.claim c
    join markets.v_market m on m.board_id = c.board_id and m.market_id = c.market_id
    left join tenancy.v_lease l on l.board_id = c.board_id and l.lease_id = c.lease_id
    left join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id
    left join billing.v_ticket k on k.board_id = c.board_id and k.ticket_id = c.ticket_id;
