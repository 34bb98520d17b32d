import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type BusinessDate,
  type Id,
  type Month,
  type Vnd,
} from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { chargesOf, type PricedPlace, type PricedTariff } from '@cho40/tariffs';
import type { BillingGround, BillLine, LeaseOfMonth } from '../domain/rehearsal';
import type { BilledMarket } from '../market.queries';

/** Everything a month's bills are made from. */
export interface MonthFacts {
  readonly leases: LeaseOfMonth[];
  readonly ground: BillingGround;
}

const LEASES = `
  select l.lease_id as "leaseId", s.code as "stallCode", s.area_m2 as "areaM2",
         s.open_sides as "openSides", s.is_roofed as "isRoofed", s.goods_group as "goodsGroup",
         l.vendor_name as "vendorName", l.valid_from as "validFrom", l.valid_to as "validTo",
         last.total as "lastTotal", bill.id as "existingBillId"
    from tenancy.v_lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    left join billing.bill bill on bill.board_id = l.board_id and bill.lease_id = l.lease_id
     and bill.period = $3 and bill.voided_at is null
    left join billing.bill last on last.board_id = l.board_id and last.lease_id = l.lease_id
     and last.period = $4 and last.voided_at is null
   where l.board_id = $1 and l.market_id = $2
     and (bill.id is not null or last.id is not null
          or l.valid_from <= $6 and (l.valid_to is null or l.valid_to >= $5))`;

const TARIFFS = `
  select tariff_id as "tariffId", fee_type as "feeType", unit, price, valid_from as "validFrom",
         valid_to as "validTo", is_roofed as "isRoofed", open_sides as "openSides",
         is_corner as "isCorner", row_grade as "rowGrade", goods_group as "goodsGroup", carrier,
         price_class as "priceClass", tier_from as "tierFrom", tax_percent as "taxPercent",
         is_pass_through as "isPassThrough"
    from tariffs.v_tariff
   where board_id = $1 and market_id = $2 and valid_from <= $4
     and (valid_to is null or valid_to >= $3)
   order by settle_order, valid_from`;

const LINES_OF_BILLS = `
  select bill_id as "billId", fee_type as "feeType", tariff_id as "tariffId", quantity, unit,
         unit_price as "unitPrice", service_from as "serviceFrom", service_to as "serviceTo", amount
    from billing.bill_line
   where board_id = $1 and bill_id = any ($2::uuid[])
   order by bill_id, line_number`;

const GROUND = `
  select exists (select from billing.code_prefix p
                  where p.board_id = $1 and p.market_id = $2 and p.retired_on is null)
           as "hasPrefix",
         exists (select from banking.v_receiving_account a
                  where a.board_id = $1 and a.approved_at is not null and a.opened_on <= $3
                    and (a.closed_on is null or a.closed_on >= $3)) as "hasAccount"`;

interface LeaseRow {
  leaseId: Id;
  stallCode: string;
  areaM2: number;
  openSides: number;
  isRoofed: boolean;
  goodsGroup: string;
  vendorName: string;
  validFrom: BusinessDate;
  validTo: BusinessDate | null;
  lastTotal: Vnd | null;
  existingBillId: Id | null;
}

/** The leases whose days or bills touch the month or the one before, and what allows to issue it. */
export async function factsOfMonth(
  tx: Reading,
  market: BilledMarket,
  period: Month,
  today: BusinessDate,
): Promise<MonthFacts> {
  const place = [market.boardId, market.marketId];
  const days = [firstDayOf(period), lastDayOf(period)] as const;
  const months = [period, addMonths(period, -1)];
  const rows = await tx.sql<LeaseRow>(LEASES, [...place, ...months, ...days]);
  const tariffs = await tx.sql<PricedTariff>(TARIFFS, [...place, ...days]);
  const existing = await linesOfBills(
    tx,
    market.boardId,
    rows.flatMap((row) => row.existingBillId ?? []),
  );
  const [grounds] = await tx.sql<Pick<BillingGround, 'hasPrefix' | 'hasAccount'>>(GROUND, [
    ...place,
    today,
  ]);
  return {
    leases: rows.map(
      ({ areaM2, openSides, isRoofed, goodsGroup, validFrom, validTo, ...lease }) => ({
        ...lease,
        isLet: validFrom <= days[1] && (validTo === null || validTo >= days[0]),
        lines: lease.existingBillId
          ? (existing.get(lease.existingBillId) ?? [])
          : chargesOf(
              tariffs,
              placeOf({ areaM2, openSides, isRoofed, goodsGroup }),
              { validFrom, validTo },
              { from: days[0], to: days[1] },
            ),
      }),
    ),
    ground: {
      marketCode: market.code,
      openedOn: market.openedOn,
      hasPrefix: grounds?.hasPrefix ?? false,
      hasAccount: grounds?.hasAccount ?? false,
      hasTariff: tariffs.length > 0,
    },
  };
}

function placeOf({
  goodsGroup,
  ...stall
}: Pick<LeaseRow, 'areaM2' | 'openSides' | 'isRoofed' | 'goodsGroup'>): PricedPlace {
  const goodsGroups = [goodsGroup];
  return { ...stall, goodsGroups, isCorner: false, rowGrade: null, priceClass: null };
}

/** The leases that have a day in the month: those a run must hold. */
export async function leasesToHold(tx: Reading, market: BilledMarket, period: Month) {
  const rows = await tx.sql<{ leaseId: Id }>(
    `select lease_id as "leaseId" from tenancy.v_lease
      where board_id = $1 and market_id = $2 and valid_from <= $4
        and (valid_to is null or valid_to >= $3)`,
    [market.boardId, market.marketId, firstDayOf(period), lastDayOf(period)],
  );
  return rows.map((row) => row.leaseId);
}

async function linesOfBills(tx: Reading, boardId: Id, billIds: readonly Id[]) {
  const byBill = new Map<Id, BillLine[]>();
  if (billIds.length === 0) return byBill;
  const rows = await tx.sql<BillLine & { billId: Id }>(LINES_OF_BILLS, [boardId, billIds]);
  for (const { billId, ...line } of rows) byBill.set(billId, [...(byBill.get(billId) ?? []), line]);
  return byBill;
}
