import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { KnownMarket, KnownTerms, KnownVendor } from '../domain/known';
import type { NamedUnit } from '../domain/units';

// A board is at most some ten thousand rows of each kind: it is read whole, once for each kind.

export interface MarketFact extends KnownMarket {
  readonly code: string;
}

export function marketsOfBoard(
  tx: Reading,
  boardId: Id,
  today: BusinessDate,
): Promise<MarketFact[]> {
  return tx.sql<MarketFact>(
    `select m.market_id as id, m.code, m.name, p.prefix, c.commune_id as "communeId",
            u.name as "communeName", m.former_district_id as "formerDistrictId",
            d.name as "formerDistrictName", m.tariff_group as "tariffGroup",
            m.transfer_policy as "transferPolicy"
       from markets.v_market m
       left join billing.v_code_prefix p on p.market_id = m.market_id and p.retired_on is null
       left join markets.v_market_commune c on c.market_id = m.market_id
        and daterange(c.valid_from, c.valid_to, '[]') @> $2::date
       left join markets.v_admin_unit u on u.unit_id = c.commune_id
       left join markets.v_admin_unit d on d.unit_id = m.former_district_id
      where m.board_id = $1`,
    [boardId, today],
  );
}

/** The units of a level that stand on a day; null: on any. */
export function unitsOfLevel(
  tx: Reading,
  level: 'commune' | 'district',
  on: BusinessDate | null,
): Promise<NamedUnit[]> {
  return tx.sql<NamedUnit>(
    `select u.unit_id as id, u.code, u.name, above.name as "parentName"
       from markets.v_admin_unit u
       left join markets.v_admin_unit above on above.unit_id = u.parent_id
      where u.level = $1
        and ($2::date is null or daterange(u.valid_from, u.valid_to, '[]') @> $2::date)
      order by u.code, u.unit_id`,
    [level, on],
  );
}

/** Of these market codes those that another board has. */
export async function codesOfOthers(
  tx: Reading,
  boardId: Id,
  codes: readonly string[],
): Promise<string[]> {
  const rows = await tx.sql<{ code: string }>(
    `select code from markets.v_market_registry where board_id <> $1 and code = any ($2::text[])`,
    [boardId, codes],
  );
  return rows.map(({ code }) => code);
}

export async function prefixesInUse(tx: Reading): Promise<string[]> {
  const rows = await tx.sql<{ prefix: string }>('select prefix from billing.v_code_prefix');
  return rows.map(({ prefix }) => prefix);
}

export interface PlaceFact {
  id: Id;
  marketCode: string;
  code: string;
}

export function zonesOfBoard(tx: Reading, boardId: Id): Promise<PlaceFact[]> {
  return tx.sql<PlaceFact>(
    `select z.zone_id as id, m.code as "marketCode", z.code
       from markets.v_zone z
       join markets.v_market m on m.board_id = z.board_id and m.market_id = z.market_id
      where z.board_id = $1`,
    [boardId],
  );
}

export function stallsOfBoard(
  tx: Reading,
  boardId: Id,
): Promise<(PlaceFact & { areaM2: string })[]> {
  return tx.sql<PlaceFact & { areaM2: string }>(
    `select s.stall_id as id, m.code as "marketCode", s.code, s.area_m2 as "areaM2"
       from markets.v_stall s
       join markets.v_market m on m.board_id = s.board_id and m.market_id = s.market_id
      where s.board_id = $1`,
    [boardId],
  );
}

export interface LeaseFact extends KnownTerms {
  readonly id: Id;
  readonly number: string;
  readonly stallId: Id;
  readonly vendorId: Id;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

export function leasesOfBoard(tx: Reading, boardId: Id): Promise<LeaseFact[]> {
  return tx.sql<LeaseFact>(
    `select lease_id as id, number, stall_id as "stallId", vendor_id as "vendorId",
            valid_from as "validFrom", valid_to as "validTo", award,
            award_number as "awardNumber", award_on as "awardOn", signed_on as "signedOn",
            price_class as "priceClass", due_day as "dueDay", grace_days as "graceDays",
            operator_id as "operatorId", payer_id as "payerId"
       from tenancy.v_lease where board_id = $1`,
    [boardId],
  );
}

export function codedVendors(tx: Reading, boardId: Id): Promise<{ id: Id; code: string }[]> {
  return tx.sql<{ id: Id; code: string }>(
    'select vendor_id as id, code from movein.vendor_code where board_id = $1',
    [boardId],
  );
}

export interface VendorFact extends KnownVendor {
  readonly kind: string;
}

/** The board's vendors, their numbers only as keyed hashes in hex. */
export function vendorsOfBoard(tx: Reading, boardId: Id): Promise<VendorFact[]> {
  return tx.sql<VendorFact>(
    `select vendor_id as id, kind, represented_by as "representedBy",
            represented_as as "representedAs",
            encode(id_number_print, 'hex') as "idNumberPrint",
            encode(tax_code_print, 'hex') as "taxCodePrint"
       from tenancy.v_vendor where board_id = $1`,
    [boardId],
  );
}

export interface PersonFact {
  id: Id;
  name: string;
  /** In hex; a keyed hash of the whole number. */
  print: string;
  code: string | null;
}

/** The board's vendors with one of these numbers. */
export function vendorsWithPrints(
  tx: Reading,
  boardId: Id,
  prints: readonly Buffer[],
): Promise<PersonFact[]> {
  return tx.sql<PersonFact>(
    `select v.vendor_id as id, v.name, encode(v.phone_print, 'hex') as print,
            (select min(c.code) from movein.vendor_code c
              where c.board_id = v.board_id and c.vendor_id = v.vendor_id) as code
       from tenancy.v_vendor v
      where v.board_id = $1 and v.phone_print = any ($2::bytea[])`,
    [boardId, prints],
  );
}

export interface DebtFact {
  leaseId: Id;
  feeType: string;
  month: string;
  amount: Vnd;
}

/** What was moved in before; what was taken back since may come again. */
export function openingDebtsOfBoard(tx: Reading, boardId: Id): Promise<DebtFact[]> {
  return tx.sql<DebtFact>(
    `select lease_id as "leaseId", fee_type as "feeType", period as month, amount
       from billing.v_bill_line
      where board_id = $1 and kind = 'opening' and voided_at is null`,
    [boardId],
  );
}

/** What can be owed: every fee but deposits, which are no debt of a month. */
export function feesOf(tx: Reading): Promise<{ feeType: string; name: string }[]> {
  return tx.sql<{ feeType: string; name: string }>(
    `select fee_type as "feeType", name_vi as name
       from tariffs.v_fee_type where fee_type <> 'deposit' order by settle_order`,
  );
}
