import { businessDateOf, type BusinessDate, type Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOf, type Page, type Reading } from '@cho40/platform';
import type { BillDetailLineDto, BillDto, BillPaymentDto, BillQueryDto } from './bill.dto';

// place orders stalls as people count them, A-2 before A-10.
const BILLS = `
  select f.*, count(*) over () as listed
    from (
      select b.id, b.code, b.market_id as "marketId", m.name as "marketName", o.name as "boardName",
             b.lease_id as "leaseId", s.code as "stallCode", l.vendor_name as "vendorName",
             b.kind, b.period, b.total, p.relieved, p.paid,
             case when b.voided_at is null then b.total - p.relieved - p.paid else 0 end as due,
             b.due_on as "dueOn",
             b.issued_on as "issuedOn",
             case when b.voided_at is not null then 'void'
                  when p.relieved + p.paid >= b.total then 'paid'
                  when $1::date > b.due_on + b.grace_days then 'overdue'
                  else 'open' end as state,
             b.reason, b.void_reason as "voidReason",
             array[regexp_replace(s.code, '[0-9]+$', ''),
                   lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0')] as place
        from billing.bill b
        join lateral (select sum(i.paid)::bigint as paid, sum(i.relieved)::bigint as relieved
                         from billing.bill_line i
                        where i.board_id = b.board_id and i.bill_id = b.id) p on true
        join markets.v_market m on m.board_id = b.board_id and m.market_id = b.market_id
        join markets.v_board o on o.board_id = b.board_id
        join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
        join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
       where (b.voided_at is null or $3::uuid is not null or $8::text = 'void')
         and ($2::uuid[] is null or b.market_id = any ($2))
         and ($3::uuid is null or b.id = $3)
         and ($4::uuid is null or b.market_id = $4)
         and ($5::uuid is null or b.lease_id = $5)
         and ($6::text is null or b.period = $6)
         and ($7::text is null or strpos(
               lower(unaccent(concat_ws(' ', b.code, s.code, l.vendor_name))),
               lower(unaccent($7))) > 0)) f
   where ($8::text is null or f.state = $8) and ($12::text is null or f.kind = $12)
   order by case $9 when 'due' then f.due when '-due' then -f.due end,
            case $9 when 'dueOn' then f."dueOn" end, case $9 when '-dueOn' then f."dueOn" end desc,
            case $9 when 'stallCode' then f.place end, case $9 when '-stallCode' then f.place end desc,
            f.period desc, f.place, f.id
   limit $10 offset $11`;

const LINES = `
  select i.line_number as "lineNumber", i.fee_type as "feeType", i.quantity, i.unit, i.unit_price as "unitPrice",
         i.service_from as "serviceFrom", i.service_to as "serviceTo", i.relief_amount as "reliefAmount",
         i.amount, i.relieved, i.paid, i.tax_percent as "taxPercent", i.tax_amount as "taxAmount",
         t.decision_number as "decisionNumber"
    from billing.bill b
    join billing.bill_line i on i.board_id = b.board_id and i.bill_id = b.id
    left join tariffs.v_tariff t on t.board_id = i.board_id and t.tariff_id = i.tariff_id
   where b.id = $1
   order by i.line_number`;

const PAYMENTS = `
  select payment_id as "paymentId", source, sum(amount)::bigint as amount, booked_on as "bookedOn"
    from billing.v_allocation
   where bill_id = $1
   group by payment_id, source, booked_on
  having sum(amount) > 0
   order by booked_on, payment_id`;

const ACCOUNT = `
  select a.bin, a.number, a.holder_name as "holderName",
         exists (select from banking.v_feed f
                  where f.board_id = a.board_id and f.provider = 'sepay' and f.ended_at is null)
           as "isThroughSePay"
    from (select board_id from billing.bill where id = $1
           union all
          select board_id from billing.ticket where id = $1) b
    join banking.v_payable_account a on a.board_id = b.board_id
   where a.live_at <= $3 and a.opened_on <= $2
     and (a.closed_on is null or a.closed_on >= $2)
   order by a.opened_on desc, a.account_id
   limit 1`;

export type BillFilter = Partial<BillQueryDto> & { id?: Id; limit: number };

/**
 * Bills within the actor's reach; the newest month first, stalls as people count them. Void ones
 * only where they are asked for.
 */
export async function findBills(
  tx: Reading,
  filter: BillFilter,
  today: BusinessDate,
): Promise<Page<BillDto>> {
  const rows = await tx.sql<BillDto & { listed: number; place: string[] }>(BILLS, [
    today,
    marketScope(tx.actor),
    filter.id ?? null,
    filter.marketId ?? null,
    filter.leaseId ?? null,
    filter.month ?? null,
    filter.q?.trim() || null,
    filter.state ?? null,
    filter.sort ?? null,
    filter.limit,
    offsetOf(filter),
    filter.kind ?? null,
  ]);
  const items = rows.map(({ listed: _listed, place: _place, ...bill }) => bill);
  return pageOf(items, filter, rows[0]?.listed ?? 0);
}

export function linesOf(tx: Reading, billId: Id): Promise<BillDetailLineDto[]> {
  return tx.sql(LINES, [billId]);
}

/** What came for a bill; undone parts are gone. */
export function paymentsOfBill(tx: Reading, billId: Id): Promise<BillPaymentDto[]> {
  return tx.sql(PAYMENTS, [billId]);
}

/** Where a bill or a ticket is paid to: the board's live account, the one opened last. */
export interface PayTo {
  readonly bin: string;
  readonly number: string;
  readonly holderName: string;
  readonly isThroughSePay: boolean;
}

export async function payToOf(tx: Reading, paidId: Id, now: Date): Promise<PayTo | null> {
  const [account] = await tx.sql<PayTo>(ACCOUNT, [paidId, businessDateOf(now), now]);
  return account ?? null;
}
