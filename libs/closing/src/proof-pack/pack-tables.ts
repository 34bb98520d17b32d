import type { SheetColumn } from '@cho40/platform';

/** One CSV of the pack: what stands in it, read for the board $1 and the booked month $2. */
export interface PackTable {
  readonly file: string;
  readonly columns: readonly SheetColumn[];
  /** Gives rows `cells`: the columns in their order, as texts or whole numbers. */
  readonly sql: string;
}

const columns = (...titles: string[]): SheetColumn[] => titles.map((title) => ({ title }));

// tools/verify-proof-pack.mjs reads these by the columns' names. Days are ISO days.
export const PACK_TABLES: readonly PackTable[] = [
  {
    file: 'transfers.csv',
    columns: columns(
      'id',
      'key',
      'debit',
      'credit',
      'amount',
      'on',
      'month',
      'at',
      'reverses',
      'reason',
    ),
    sql: `select json_build_array(transfer_id::text, key, debit, credit, amount, on_date::text, booked_month,
                 to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                 coalesce(reverses::text, ''), reason) as cells
            from ledger.v_transfer
           where board_id = $1 and booked_month = $2
           order by at, transfer_id`,
  },
  {
    file: 'bills.csv',
    columns: columns('id', 'code', 'market', 'kind', 'period', 'total', 'issued', 'voided'),
    sql: `select json_build_array(b.bill_id::text, b.code, m.code, b.kind, b.period, b.total, b.issued_on::text,
                 coalesce((b.voided_at at time zone 'Asia/Ho_Chi_Minh')::date::text, '')) as cells
            from billing.v_bill b
            join markets.v_market m on m.board_id = b.board_id and m.market_id = b.market_id
           where b.board_id = $1 and exists (
                 select from ledger.v_transfer t
                  where t.board_id = b.board_id and t.booked_month = $2 and t.reverses is null
                    and t.key = 'bill:' || b.bill_id || ':1')
           order by b.code`,
  },
  {
    file: 'payments.csv',
    columns: columns('id', 'source', 'market', 'amount', 'paid', 'booked', 'undone'),
    sql: `select json_build_array(p.payment_id::text, p.source, m.code, p.amount,
                 to_char(p.paid_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS'),
                 p.booked_on::text,
                 coalesce((p.undone_at at time zone 'Asia/Ho_Chi_Minh')::date::text, '')) as cells
            from ledger.v_transfer t
            join billing.v_payment p
              on p.board_id = t.board_id and p.payment_id = split_part(t.key, ':', 2)::uuid
            join markets.v_market m on m.board_id = p.board_id and m.market_id = p.market_id
           where t.board_id = $1 and t.booked_month = $2 and t.key like 'payment:%'
             and t.reverses is null
           order by p.booked_on, p.payment_id`,
  },
  {
    // What every fact left of the money of nobody: a record or a wallet's line, less what was matched,
    // classified or given back.
    file: 'unmatched.csv',
    columns: columns('record', 'booked', 'amount', 'content'),
    sql: `with moved as (
            select case split_part(p.key, ':', 1)
                     when 'payment' then coalesce(y.record_id, y.settlement_line_id)::text
                     when 'settlement' then coalesce(o.line_id::text, split_part(p.key, ':', 3))
                     when 'class' then coalesce(s.record_id::text, split_part(p.key, ':', 2))
                     else split_part(p.key, ':', 2) end as record, -p.amount as amount
              from ledger.v_posting p
              left join billing.v_payment y on y.board_id = p.board_id and p.key like 'payment:%'
               and y.payment_id::text = split_part(p.key, ':', 2)
              left join reconciliation.v_standing s
                on s.board_id = p.board_id and p.key like 'class:%'
               and s.class_decision_id::text = split_part(p.key, ':', 2)
              left join banking.v_settlement_line g
                on g.board_id = p.board_id and p.key like 'settlement:%' and g.kind = 'refund'
               and g.line_id::text = split_part(p.key, ':', 3)
              left join banking.v_settlement_line o
                on o.board_id = g.board_id and o.wallet_id = g.wallet_id and o.kind = 'payment'
               and o.transaction_id = g.original_id and o.amount = g.amount
             where p.board_id = $1 and p.booked_month <= $2 and p.account = 'unmatched'
          ), left_over as (
            select record, sum(amount)::bigint as amount
              from moved group by record having sum(amount) <> 0)
          select json_build_array(l.record, coalesce(r.booked_on, w.booked_on)::text, l.amount,
                   coalesce(r.content, t.content, '')) as cells
            from left_over l
            left join banking.v_bank_record r on r.board_id = $1 and r.record_id::text = l.record
            left join banking.v_settlement_line t on t.board_id = $1 and t.line_id::text = l.record
            left join reconciliation.v_line_standing w
              on w.board_id = t.board_id and w.line_id = t.line_id
           order by coalesce(r.booked_on, w.booked_on), l.record`,
  },
  {
    // Wallets' lines whose batch was proven in the month, and the files that told them.
    file: 'settlements.csv',
    columns: columns(
      'wallet',
      'batch',
      'transaction',
      'kind',
      'amount',
      'fee',
      'net',
      'paid',
      'record',
      'file',
      'sha256',
    ),
    sql: `select json_build_array(b.wallet_name, b.number, l.transaction_id, l.kind, l.amount, l.fee, l.net,
                 to_char(l.paid_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS'),
                 p.record_id::text, f.file_name, encode(f.file_sha256, 'hex')) as cells
            from ledger.v_transfer t
            join banking.v_settlement_proof p
              on p.board_id = t.board_id and p.proof_id = split_part(t.key, ':', 2)::uuid
            join banking.v_settlement_line l
              on l.board_id = t.board_id and l.line_id::text = split_part(t.key, ':', 3)
            join banking.v_settlement_batch b
              on b.board_id = l.board_id and b.batch_id = l.batch_id
            join banking.v_settlement_file f on f.board_id = l.board_id and f.file_id = l.file_id
           where t.board_id = $1 and t.booked_month = $2 and t.reverses is null
             and t.key like 'settlement:%'
           order by b.wallet_name, b.number, l.paid_at, l.transaction_id`,
  },
  {
    file: 'cash-differences.csv',
    // Handed in: what left the hand, counted or missing. Short and over: open at the month's end.
    columns: columns('collector', 'opening', 'taken', 'handed in', 'in hand', 'short', 'over'),
    sql: `with moved as (
            select right(account, 36) as collector, split_part(account, '/', 1) as kind, amount,
                   booked_month = $2 as is_now
              from ledger.v_posting
             where board_id = $1 and booked_month <= $2
               and (account like 'cash/collector/%' or account like 'shortage/%'
                 or account like 'surplus/%'))
          select json_build_array(collector,
                 coalesce(sum(amount) filter (where kind = 'cash' and not is_now), 0)::bigint,
                 coalesce(sum(amount) filter (where kind = 'cash' and is_now and amount > 0), 0)::bigint,
                 coalesce(-sum(amount) filter (where kind = 'cash' and is_now and amount < 0), 0)::bigint,
                 coalesce(sum(amount) filter (where kind = 'cash'), 0)::bigint,
                 coalesce(sum(amount) filter (where kind = 'shortage'), 0)::bigint,
                 coalesce(-sum(amount) filter (where kind = 'surplus'), 0)::bigint) as cells
            from moved
           group by collector
           order by collector`,
  },
  {
    file: 'cash-slips.csv',
    columns: columns('number', 'kind', 'amount', 'on', 'person', 'cashier', 'key'),
    sql: `select json_build_array(s.number, s.kind, s.amount, s.on_date::text, s.person_name, s.cashier_name, s.key) as cells
            from cash.v_safe_slip s
            join ledger.v_transfer t on t.board_id = s.board_id and t.key = s.key
           where s.board_id = $1 and t.booked_month = $2
           order by s.number`,
  },
  {
    file: 'bank-days.csv',
    columns: columns('account', 'day', 'proven'),
    sql: `select json_build_array(a.number, d.day::date::text, case when p.day is null then '' else 'x' end) as cells
            from banking.v_receiving_account a
           cross join lateral generate_series(
             greatest(a.opened_on, to_date($2, 'YYYY-MM'))::timestamp,
             least(a.closed_on, (to_date($2, 'YYYY-MM') + interval '1 month - 1 day')::date)::timestamp,
             '1 day') as d (day)
            left join banking.v_proven_day p
              on p.board_id = a.board_id and p.account_id = a.account_id and p.day = d.day::date
           where a.board_id = $1 and a.approved_at is not null
           order by a.number, d.day`,
  },
];
