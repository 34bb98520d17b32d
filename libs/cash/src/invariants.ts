import type { Invariant } from '@cho40/platform';

export const cashInvariants: readonly Invariant[] = [
  {
    name: 'cash.receiptNumbersHaveNoGaps',
    sql: `select c.board_id, c.year::text as row_key,
                 jsonb_build_object('last', c.last, 'receipts', count(r.id),
                                    'highest', max(right(r.number, 6))) as facts
            from cash.receipt_counter c
            left join cash.receipt r
              on r.board_id = c.board_id and r.number like 'PT-' || c.year || '-%'
           group by c.board_id, c.year, c.last
          having count(r.id) <> c.last or coalesce(max(right(r.number, 6))::integer, 0) <> c.last
              or bool_or(extract(year from r.taken_on) <> c.year)`,
  },
  {
    name: 'cash.receiptsArePayments',
    sql: `select coalesce(r.board_id, p.board_id) as board_id,
                 coalesce(r.id, p.receipt_id)::text as row_key,
                 jsonb_build_object('number', r.number, 'paymentId', p.payment_id) as facts
            from cash.receipt r
            full join (select * from billing.v_payment
                        where source = 'cash' and ticket_id is null) p
              on p.board_id = r.board_id and p.payment_id = r.payment_id
           where r.id is distinct from p.receipt_id
              or (r.amount, r.lease_id, r.market_id, r.taken_on)
                 is distinct from (p.amount, p.lease_id, p.market_id, p.booked_on)`,
  },
  {
    // taken = in hand + safe and on the way + short − over + banked − kept + refunded: the facts on
    // one side, the ledger on the other.
    name: 'cash.takenIsInCustody',
    sql: `select b.board_id, 'board' as row_key,
                 jsonb_build_object('taken', coalesce(t.amount, 0), 'banked', coalesce(d.amount, 0),
                   'kept', coalesce(k.amount, 0), 'refunded', coalesce(r.amount, 0),
                   'ledger', coalesce(l.amount, 0)) as facts
            from markets.v_board b
            left join (select board_id, sum(amount) as amount from cash.v_taken
                        where undone_at is null group by board_id) t
              on t.board_id = b.board_id
            left join (select board_id, sum(amount) as amount from cash.deposit_tie
                        where untied_at is null group by board_id) d
              on d.board_id = b.board_id
            left join (select board_id, sum(amount) as amount from cash.difference_act
                        where kind = 'kept' group by board_id) k
              on k.board_id = b.board_id
            left join (select board_id, sum(amount) as amount from cash.refund_payout
                        where taken_back_at is null group by board_id) r
              on r.board_id = b.board_id
            left join (select board_id, sum(amount) as amount from ledger.v_posting
                        where account like 'cash/%' or account like 'shortage/%'
                           or account like 'surplus/%'
                        group by board_id) l
              on l.board_id = b.board_id
           where coalesce(t.amount, 0) - coalesce(d.amount, 0) + coalesce(k.amount, 0)
                 - coalesce(r.amount, 0) <> coalesce(l.amount, 0)`,
  },
  {
    name: 'cash.safeHoldsWhatCameAndStayed',
    sql: `with moved as (
            select board_id, amount from cash.hand_in
             union all
            select board_id, case kind when 'paid-back' then amount else -amount end
              from cash.difference_act where kind in ('paid-back', 'given-back')
             union all
            select board_id, -amount from cash.deposit_tie where untied_at is null
             union all
            select board_id, difference from cash.safe_count
             union all
            select board_id, -amount from cash.refund_payout where taken_back_at is null)
          select b.board_id, 'safe' as row_key,
                 jsonb_build_object('moved', coalesce(m.amount, 0), 'safe', coalesce(l.amount, 0))
                   as facts
            from markets.v_board b
            left join (select board_id, sum(amount) as amount from moved group by board_id) m
              on m.board_id = b.board_id
            left join (select board_id, sum(amount) as amount from ledger.v_posting
                        where account = 'cash/safe' group by board_id) l
              on l.board_id = b.board_id
           where coalesce(m.amount, 0) <> coalesce(l.amount, 0)`,
  },
  {
    name: 'cash.differencesArePosted',
    sql: `with facts as (
            select board_id, case when difference < 0 then 'shortage/' else 'surplus/' end || holder_id
                     as account, -difference as amount
              from cash.v_difference
             union all
            select board_id, 'shortage/' || collector_id, -amount
              from cash.difference_act where kind = 'paid-back'
             union all
            select board_id, 'surplus/' || collector_id, amount
              from cash.difference_act where kind <> 'paid-back'
          ), stands as (
            select board_id, account, sum(amount) as amount from facts group by board_id, account
          ), posted as (
            select board_id, account, sum(amount) as amount from ledger.v_posting
             where account like 'shortage/%' or account like 'surplus/%'
             group by board_id, account)
          select coalesce(s.board_id, p.board_id) as board_id,
                 coalesce(s.account, p.account) as row_key,
                 jsonb_build_object('facts', s.amount, 'ledger', p.amount) as facts
            from stands s
            full join posted p on p.board_id = s.board_id and p.account = s.account
           where coalesce(s.amount, 0) <> coalesce(p.amount, 0)
              or (coalesce(p.account, s.account) like 'shortage/%' and p.amount < 0)
              or (coalesce(p.account, s.account) like 'surplus/%' and p.amount > 0)`,
  },
  {
    name: 'cash.depositsLeftTheSafe',
    sql: `select w.board_id, 'safe' as row_key,
                 jsonb_build_object('onTheWay', w.amount, 'safe', coalesce(l.amount, 0)) as facts
            from (select "boardId" as board_id, sum("onTheWay") as amount
                    from cash.v_deposit_line group by "boardId") w
            left join (select board_id, sum(amount) as amount from ledger.v_posting
                        where account = 'cash/safe' group by board_id) l
              on l.board_id = w.board_id
           where w.amount > coalesce(l.amount, 0)`,
  },
  {
    name: 'cash.depositTiesAreClassified',
    sql: `select coalesce(t.board_id, s.board_id) as board_id,
                 coalesce(t.record_id, s.record_id)::text as row_key,
                 jsonb_build_object('depositId', t.deposit_id, 'tied', t.amount,
                                    'record', s.amount) as facts
            from (select * from cash.deposit_tie where untied_at is null) t
            full join (select * from reconciliation.v_standing where class = 'cash-deposit') s
              on s.board_id = t.board_id and s.record_id = t.record_id
           where t.amount is distinct from s.amount
              or t.key is distinct from 'class:' || s.class_decision_id`,
  },
  {
    // A refund is paid in cash exactly while the money is out of the safe, by somebody else than
    // approved it.
    name: 'cash.refundsInCashLeftTheSafe',
    sql: `select coalesce(r.board_id, p.board_id) as board_id,
                 coalesce(r.refund_id, p.refund_id)::text as row_key,
                 jsonb_build_object('refund', r.amount, 'paidOut', p.amount) as facts
            from (select * from reconciliation.v_refund
                   where payout = 'cash' and state = 'paid') r
            full join (select * from cash.refund_payout where taken_back_at is null) p
              on p.board_id = r.board_id and p.refund_id = r.refund_id
           where (r.amount, r.paid_on) is distinct from (p.amount, p.paid_on)
              or p.cashier_id = r.decided_by`,
  },
  {
    name: 'cash.safeMovesBySlips',
    sql: `select coalesce(s.board_id, p.board_id) as board_id, coalesce(s.key, p.key) as row_key,
                 jsonb_build_object('number', s.number, 'slip', s.amount, 'moved', p.amount) as facts
            from cash.safe_slip s
            full join (select * from ledger.v_posting where account = 'cash/safe') p
              on p.board_id = s.board_id and p.key = s.key
           where case s.kind when 'in' then s.amount else -s.amount end is distinct from p.amount`,
  },
  {
    name: 'cash.slipNumbersHaveNoGaps',
    sql: `select c.board_id, c.kind || ' ' || c.year as row_key,
                 jsonb_build_object('last', c.last, 'slips', count(s.id)) as facts
            from cash.slip_counter c
            left join cash.safe_slip s on s.board_id = c.board_id and s.kind = c.kind
             and s.number like '__-' || c.year || '-%'
           group by c.board_id, c.kind, c.year, c.last
          having count(s.id) <> c.last
              or coalesce(max(right(s.number, 5))::integer, 0) <> c.last`,
  },
  {
    name: 'cash.nobodyHandsInMoreThanTaken',
    sql: `select board_id, account as row_key, jsonb_build_object('balance', sum(amount)) as facts
            from ledger.v_posting
           where account like 'cash/collector/%'
           group by board_id, account
          having sum(amount) < 0`,
  },
  {
    name: 'cash.shiftsStayAsClosed',
    sql: `select s.board_id, s.id::text as row_key,
                 jsonb_build_object('said', s.taken, 'taken', coalesce(sum(t.amount), 0)) as facts
            from cash.shift s
            left join cash.v_taken t on t.board_id = s.board_id and t.shift_id = s.id
             and (t.undone_at is null or t.undone_at > s.closed_at)
           where s.closed_at is not null
           group by s.board_id, s.id, s.taken
          having coalesce(sum(t.amount), 0) <> s.taken`,
  },
  {
    name: 'cash.takenInTheirShift',
    sql: `select t.board_id, t.source_id::text as row_key,
                 jsonb_build_object('shiftId', t.shift_id) as facts
            from cash.v_taken t
            left join cash.shift s on s.board_id = t.board_id and s.id = t.shift_id
           where (s.collector_id, s.market_id) is distinct from (t.collector_id, t.market_id)`,
  },
  {
    name: 'cash.deviceNumbersMeanOneReceipt',
    sql: `select board_id, device_id || ' ' || device_number as row_key,
                 jsonb_build_object('receipts', count(*)) as facts
            from cash.receipt
           where device_id is not null
           group by board_id, device_id, device_number
          having count(*) > 1
          union all
          select board_id, paper_book || ' ' || paper_serial,
                 jsonb_build_object('receipts', count(*))
            from cash.receipt
           where paper_book is not null
           group by board_id, paper_book, paper_serial
          having count(*) > 1`,
  },
  {
    name: 'cash.receiptDaysAreVietnamese',
    sql: `select board_id, id::text as row_key,
                 jsonb_build_object('takenAt', taken_at, 'takenOn', taken_on) as facts
            from cash.receipt
           where taken_on <> (taken_at at time zone 'Asia/Ho_Chi_Minh')::date`,
  },
];
