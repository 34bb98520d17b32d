import type { Invariant } from '@cho40/platform';

export const ticketInvariants: readonly Invariant[] = [
  {
    name: 'billing.ticketNumbersHaveNoGaps',
    sql: `select coalesce(c.board_id, t.board_id) as board_id,
                 coalesce(c.year, t.year)::text as row_key,
                 jsonb_build_object('last', c.last, 'tickets', t.tickets, 'highest', t.highest)
                   as facts
            from billing.ticket_counter c
            full join (select board_id, substr(number, 4, 4)::smallint as year,
                              count(*) as tickets, max(right(number, 6))::integer as highest,
                              bool_and(extract(year from issued_on) = substr(number, 4, 4)::integer)
                                as "inYear"
                         from billing.ticket group by 1, 2) t
              on t.board_id = c.board_id and t.year = c.year
           where coalesce(c.last, 0) <> coalesce(t.tickets, 0)
              or coalesce(c.last, 0) <> coalesce(t.highest, 0) or not coalesce(t."inYear", true)`,
  },
  {
    // Written anew from the tariff; a m2-day's price is rounded once, then times the stubs.
    name: 'billing.ticketsCostTheirTariff',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('number', t.number, 'amount', t.amount, 'price', f.price) as facts
            from billing.ticket t
            left join tariffs.v_tariff f
              on f.board_id = t.board_id and f.tariff_id = t.tariff_id
             and f.market_id = t.market_id and f.fee_type = t.fee_type and f.unit = t.unit
             and t.on_date >= f.valid_from
             and (f.goods_group is null or f.goods_group = t.goods_group)
             and (f.carrier is null or f.carrier = t.carrier)
             and (f.is_roofed is null or f.is_roofed = t.is_roofed)
           where f.tariff_id is null or t.unit_price <> f.price
              or t.amount <> round(f.price * coalesce(t.area_m2, 1)) * t.count
              or t.is_pass_through <> f.is_pass_through
              or t.tax_amount <> round(
                   t.amount * coalesce(f.tax_percent, 0) / (100.0 + coalesce(f.tax_percent, 0)))`,
  },
  {
    name: 'billing.ticketHasItsCode',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('printed', t.code, 'registered', c.code) as facts
            from billing.ticket t
            left join billing.payment_code c on c.board_id = t.board_id and c.ticket_id = t.id
           where c.code is distinct from t.code`,
  },
  {
    // Sold for its day: revenue, or what is passed on, and VAT. Sold ahead: held until its day.
    name: 'billing.ticketsArePosted',
    sql: `select coalesce(w.board_id, l.board_id) as board_id, coalesce(w.key, l.key) as row_key,
                 jsonb_build_object('expected', w.amount, 'posted', l.amount) as facts
            from (select t.board_id, p.key, p.debit, p.credit, p.amount,
                         t.voided_at is null as "isLive"
                    from (select *, case when is_pass_through then 'pass-through/' || fee_type
                                         else 'revenue/ticket' end as fee,
                                 'ticket:' || id as sold, 'receivable/ticket' as owed
                            from billing.ticket) t
                   cross join lateral (values
                     (sold, owed, 'prepaid/ticket', amount, earned_on is distinct from issued_on),
                     (sold, owed, fee, amount - tax_amount, earned_on = issued_on),
                     (sold || ':tax', owed, 'tax', tax_amount, earned_on = issued_on),
                     (sold || ':day', 'prepaid/ticket', fee, amount - tax_amount,
                      earned_on > issued_on),
                     (sold || ':day:tax', 'prepaid/ticket', 'tax', tax_amount,
                      earned_on > issued_on)) as p (key, debit, credit, amount, is_due)
                   where p.is_due and p.amount > 0) w
            full join (select o.*, u.id is null as "isLive"
                         from ledger.transfer o
                         left join ledger.transfer u on u.board_id = o.board_id and u.reverses = o.id
                        where o.key ~ '^ticket:' and o.reverses is null) l
              on l.board_id = w.board_id and l.key = w.key
           where (w.debit, w.credit, w.amount, w."isLive")
                 is distinct from (l.debit, l.credit, l.amount, l."isLive")`,
  },
  {
    // A night's grace for the clock's round, and a day for a PC that was switched off.
    name: 'billing.ticketsAreEarnedOnTheirDay',
    sql: `select board_id, id::text as row_key,
                 jsonb_build_object('number', number, 'on', on_date) as facts
            from billing.ticket
           where voided_at is null
             and (earned_on is null and on_date < (now() at time zone 'Asia/Ho_Chi_Minh')::date - 1
                  or earned_on > greatest(on_date, issued_on))`,
  },
  {
    name: 'billing.ticketsArePaidOnceAndWhole',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('number', t.number, 'payments', count(p.id)) as facts
            from billing.ticket t
            join billing.payment p
              on p.board_id = t.board_id and p.ticket_id = t.id and p.undone_at is null
           group by t.board_id, t.id, t.number, t.amount, t.market_id, t.voided_at
          having count(p.id) > 1 or t.voided_at is not null
              or bool_or((p.ticket_amount, p.market_id) is distinct from (t.amount, t.market_id)
                         or p.amount <> t.amount and p.reason <> 'person')`,
  },
];
