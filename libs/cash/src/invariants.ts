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
    name: 'cash.takenIsInHandOrSafe',
    sql: `select b.board_id, 'board' as row_key,
                 jsonb_build_object('taken', coalesce(r.amount, 0), 'ledger', coalesce(l.amount, 0))
                   as facts
            from markets.v_board b
            left join (select board_id, sum(amount) as amount
                         from cash.v_taken where undone_at is null
                        group by board_id) r
              on r.board_id = b.board_id
            left join (select board_id, sum(amount) as amount from ledger.v_posting
                        where account like 'cash/%' group by board_id) l
              on l.board_id = b.board_id
           where coalesce(r.amount, 0) <> coalesce(l.amount, 0)`,
  },
  {
    name: 'cash.handInsAreInTheSafe',
    sql: `select b.board_id, 'safe' as row_key,
                 jsonb_build_object('handedIn', coalesce(h.amount, 0),
                                    'safe', coalesce(l.amount, 0)) as facts
            from markets.v_board b
            left join (select board_id, sum(amount) as amount from cash.hand_in group by board_id) h
              on h.board_id = b.board_id
            left join (select board_id, sum(amount) as amount from ledger.v_posting
                        where account = 'cash/safe' group by board_id) l
              on l.board_id = b.board_id
           where coalesce(h.amount, 0) <> coalesce(l.amount, 0)`,
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
