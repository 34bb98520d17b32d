import type { BusinessDate, Id, Month } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import type { PrintedBill, PrintedLine } from '../domain/bill-paper';

/** A bill as it is printed, and what its code is made from. */
export type BillFacts = Omit<PrintedBill, 'lines'> & { readonly id: Id };

// In walking order: a person hands the papers out from stall to stall.
const BILLS = `
  select b.bill_id as id, b.code, b.period, b.total, b.relieved, b.paid, b.due,
         b.due_on as "dueOn", b.issued_on as "issuedOn", b.void_reason as "voidReason",
         (b.voided_at at time zone 'Asia/Ho_Chi_Minh')::date as "voidedOn", s.code as "stallCode",
         s.zone_name as "zoneName", l.payer_name as "payerName", l.number as "leaseNumber",
         m.name as "marketName", o.name as "boardName", u.name as "communeName"
    from billing.v_bill b
    join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join markets.v_market m on m.board_id = b.board_id and m.market_id = b.market_id
    join markets.v_board o on o.board_id = b.board_id
    left join markets.v_market_commune c on c.board_id = b.board_id and c.market_id = b.market_id
         and daterange(c.valid_from, c.valid_to, '[]') @> $3::date
    left join markets.v_admin_unit u on u.unit_id = c.commune_id
   where b.bill_id = any ($1::uuid[]) and ($2::uuid[] is null or b.market_id = any ($2))
   order by s.walking_order, s.zone_code, regexp_replace(s.code, '[0-9]+$', ''),
            lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0'), b.bill_id`;

const LINES = `
  select l.bill_id as "billId", f.name_vi as "feeName", l.quantity, l.unit,
         l.unit_price as "unitPrice", l.service_from as "serviceFrom",
         l.service_to as "serviceTo", l.amount, l.relief_amount + l.relieved as relief, l.paid,
         t.decision_number as "decisionNumber", t.decision_issued_on as "decisionIssuedOn",
         t.issuer as "decisionIssuer"
    from billing.v_bill_line l
    join tariffs.v_fee_type f on f.fee_type = l.fee_type
    left join tariffs.v_tariff t on t.board_id = l.board_id and t.tariff_id = l.tariff_id
   where l.bill_id = any ($1::uuid[])
   order by l.bill_id, l.line_number`;

const OF_MONTH = `
  select b.bill_id as id
    from billing.v_bill b
    join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where b.board_id = $1 and b.market_id = $2 and b.period = $3 and b.voided_at is null
     and b.due > 0
     and ($4::uuid is null or s.zone_id in (
       with recursive within as (
         select $4::uuid as zone_id
          union
         select z.zone_id from markets.v_zone z join within w on z.parent_id = w.zone_id)
       select zone_id from within))`;

/** The bills as they are printed, stall by stall as one walks; those out of reach are left out. */
export async function billFacts(
  tx: Reading,
  ids: readonly Id[],
  today: BusinessDate,
): Promise<(BillFacts & PrintedBill)[]> {
  const bills = await tx.sql<BillFacts>(BILLS, [ids, marketScope(tx.actor), today]);
  const lines = await tx.sql<PrintedLine & { billId: Id }>(LINES, [ids]);
  const byBill = new Map<Id, PrintedLine[]>();
  for (const line of lines) byBill.set(line.billId, [...(byBill.get(line.billId) ?? []), line]);
  return bills.map((bill) => ({ ...bill, lines: byBill.get(bill.id) ?? [] }));
}

/** The bills of a month of a market, or of one zone and those below it, that are not yet paid. */
export async function openBillsOfMonth(
  tx: Reading,
  of: { boardId: Id; marketId: Id; month: Month; zoneId: Id | null },
): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(OF_MONTH, [of.boardId, of.marketId, of.month, of.zoneId]);
  return rows.map(({ id }) => id);
}
