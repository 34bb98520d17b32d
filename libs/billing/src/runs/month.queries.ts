import {
  firstDayOf,
  groupBy,
  lastDayOf,
  type BusinessDate,
  type Id,
  type Month,
} from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { PricedPlace, PricedTariff } from '@cho40/tariffs';
import {
  BILLING_CYCLES,
  monthsOfCycleBefore,
  type BillingCycle,
  type Span,
} from '../domain/billing-cycle';
import type { BillingGround } from '../domain/problems';
import type { BillLine, FeeBefore } from '../domain/rehearsal';
import type { StandingRelief } from '../domain/relief';
import type { BilledMarket } from '../market.queries';

/** A lease with what prices it and says when it is charged. */
export interface LeaseRow extends PricedPlace {
  readonly leaseId: Id;
  readonly marketId: Id;
  readonly stallCode: string;
  readonly vendorName: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly billingCycle: BillingCycle;
  /** null: the market's. */
  readonly dueDay: number | null;
  readonly graceDays: number | null;
  readonly existingBillId: Id | null;
}

const LEASES = `
  select l.lease_id as "leaseId", l.market_id as "marketId", s.code as "stallCode",
         s.area_m2 as "areaM2", s.is_roofed as "isRoofed", s.open_sides as "openSides",
         s.is_corner as "isCorner", s.row_grade as "rowGrade", s.goods_groups as "goodsGroups",
         l.price_class as "priceClass", l.vendor_name as "vendorName",
         l.valid_from as "validFrom", l.valid_to as "validTo", l.billing_cycle as "billingCycle",
         l.due_day as "dueDay", l.grace_days as "graceDays", bill.id as "existingBillId"
    from tenancy.v_lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    left join billing.bill bill on bill.board_id = l.board_id and bill.lease_id = l.lease_id
     and bill.period = $3 and bill.kind = 'monthly' and bill.voided_at is null
   where l.board_id = $1 and l.market_id = any ($2::uuid[])
     and (bill.id is not null or l.lease_id = any ($6::uuid[])
          or l.valid_from <= $5 and (l.valid_to is null or l.valid_to >= $4))`;

/** The leases with a day or a bill in a month, and those named. */
export function leasesOfMonth(
  tx: Reading,
  { boardId, marketIds, period }: RunOf,
  alsoIds: readonly Id[],
): Promise<LeaseRow[]> {
  const days = [firstDayOf(period), lastDayOf(period)];
  return tx.sql(LEASES, [boardId, marketIds, period, ...days, alsoIds]);
}

/** The markets of a board that one run is about. */
export interface RunOf {
  readonly boardId: Id;
  readonly marketIds: readonly Id[];
  readonly period: Month;
}

export const runOf = (markets: readonly BilledMarket[], boardId: Id, period: Month): RunOf => ({
  boardId,
  marketIds: markets.map((market) => market.marketId),
  period,
});

/** The leases that have a day in the month: those a run must hold. */
export async function leasesToHold(tx: Reading, { boardId, marketIds, period }: RunOf) {
  const rows = await tx.sql<{ leaseId: Id }>(
    `select lease_id as "leaseId" from tenancy.v_lease
      where board_id = $1 and market_id = any ($2::uuid[]) and valid_from <= $4
        and (valid_to is null or valid_to >= $3)`,
    [boardId, marketIds, firstDayOf(period), lastDayOf(period)],
  );
  return rows.map((row) => row.leaseId);
}

// A lease's last bill of the cycle before this one, and what each fee of it came to.
const BEFORE = `
  with last as materialized (
    select distinct on (b.lease_id) b.lease_id, b.id
      from billing.bill b
      join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
      join unnest($3::text[], $4::text[], $5::text[]) as c (cycle, first, last)
        on c.cycle = l.billing_cycle and b.period between c.first and c.last
     where b.board_id = $1 and b.market_id = any ($2::uuid[]) and b.kind = 'monthly'
       and b.voided_at is null and b.period between $6 and $7
     order by b.lease_id, b.period desc)
  select p.lease_id as "leaseId", l.fee_type as "feeType", sum(l.amount)::bigint as amount,
         sum(l.relief_amount)::bigint as "reliefAmount",
         jsonb_agg(distinct l.unit_price) as "unitPrices"
    from last p
    join billing.bill_line l on l.board_id = $1 and l.bill_id = p.id
   group by p.lease_id, l.fee_type
   order by p.lease_id, min(l.line_number)`;

/** What each lease was charged the time before. */
export async function feesBefore(tx: Reading, { boardId, marketIds, period }: RunOf) {
  const cycles = BILLING_CYCLES.flatMap((cycle) => {
    const months = monthsOfCycleBefore(cycle, period);
    return months ? [{ cycle, months }] : [];
  });
  const firsts = cycles.map(({ months: [first] }) => first);
  const lasts = cycles.map(({ months: [, last] }) => last);
  const rows = await tx.sql<FeeBefore & { leaseId: Id }>(BEFORE, [
    boardId,
    marketIds,
    cycles.map(({ cycle }) => cycle),
    firsts,
    lasts,
    [...firsts].sort()[0],
    [...lasts].sort().at(-1),
  ]);
  return groupBy(rows, (row) => row.leaseId);
}

/** Approved prices that stand on some of the days, by market. */
export async function tariffsOf(
  tx: Reading,
  { boardId, marketIds }: Pick<RunOf, 'boardId' | 'marketIds'>,
  days: Span,
) {
  const rows = await tx.sql<PricedTariff & { marketId: Id }>(
    `select market_id as "marketId", tariff_id as "tariffId", fee_type as "feeType", unit, price,
            valid_from as "validFrom", valid_to as "validTo", is_roofed as "isRoofed",
            open_sides as "openSides", is_corner as "isCorner", row_grade as "rowGrade",
            goods_group as "goodsGroup", carrier, price_class as "priceClass",
            tier_from as "tierFrom", tax_percent as "taxPercent",
            is_pass_through as "isPassThrough"
       from tariffs.v_tariff
      where board_id = $1 and market_id = any ($2::uuid[]) and valid_from <= $4
        and (valid_to is null or valid_to >= $3)
      order by settle_order, valid_from, tariff_id`,
    [boardId, marketIds, days.from, days.to],
  );
  return groupBy(rows, (row) => row.marketId);
}

/** The days on which leases stand still, by lease; an open end is the last of the days. */
export async function suspensionsOf(tx: Reading, { boardId, marketIds }: RunOf, days: Span) {
  const rows = await tx.sql<Span & { leaseId: Id }>(
    `select s.lease_id as "leaseId", s.from_on as "from", coalesce(s.to_on, $4) as "to"
       from tenancy.v_lease_suspension s
       join tenancy.v_lease l on l.board_id = s.board_id and l.lease_id = s.lease_id
      where s.board_id = $1 and l.market_id = any ($2::uuid[]) and s.from_on <= $4
        and (s.to_on is null or s.to_on >= $3)
      order by s.lease_id, s.from_on`,
    [boardId, marketIds, days.from, days.to],
  );
  return groupBy(rows, (row) => row.leaseId);
}

/** Approved reliefs of some of the days, by lease, in the order of their approval. */
export async function reliefsOf(tx: Reading, { boardId, marketIds }: RunOf, days: Span) {
  const rows = await tx.sql<StandingRelief & { leaseId: Id }>(
    `select t.lease_id as "leaseId", r.id as "reliefId", r.fee_type as "feeType",
            r.from_on as "from", r.to_on as "to", r.percent, r.amount
       from billing.relief r
       join billing.relief_target t on t.board_id = r.board_id and t.relief_id = r.id
      where r.board_id = $1 and r.market_id = any ($2::uuid[]) and r.kind = 'relief'
        and r.approved_at is not null and r.ended_at is null and r.from_on <= $4 and r.to_on >= $3
      order by r.approved_at, r.id`,
    [boardId, marketIds, days.from, days.to],
  );
  return groupBy(rows, (row) => row.leaseId);
}

const LINES_OF_BILLS = `
  select bill_id as "billId", fee_type as "feeType", tariff_id as "tariffId", quantity, unit,
         unit_price as "unitPrice", service_from as "serviceFrom", service_to as "serviceTo",
         relief_amount as "reliefAmount", amount, tax_percent as "taxPercent",
         tax_amount as "taxAmount", is_pass_through as "isPassThrough", reading_id as "readingId"
    from billing.bill_line
   where board_id = $1 and bill_id = any ($2::uuid[])
   order by bill_id, line_number`;

/** The lines of issued bills, by bill. */
export async function linesOfBills(tx: Reading, boardId: Id, billIds: readonly Id[]) {
  const rows = await tx.sql<BillLine & { billId: Id }>(LINES_OF_BILLS, [boardId, billIds]);
  return groupBy(rows, (row) => row.billId);
}

/** What allows markets to bill on a day; that they have prices is seen from the prices. */
export async function groundsOf(tx: Reading, { boardId, marketIds }: RunOf, today: BusinessDate) {
  const rows = await tx.sql<Pick<BillingGround, 'hasPrefix' | 'hasAccount'> & { marketId: Id }>(
    `select m.id as "marketId",
            exists (select from billing.code_prefix p
                     where p.board_id = $1 and p.market_id = m.id and p.retired_on is null)
              as "hasPrefix",
            exists (select from banking.v_receiving_account a
                     where a.board_id = $1 and a.approved_at is not null and a.opened_on <= $3
                       and (a.closed_on is null or a.closed_on >= $3)) as "hasAccount"
       from unnest($2::uuid[]) as m (id)`,
    [boardId, marketIds, today],
  );
  return new Map(rows.map((row) => [row.marketId, row]));
}
