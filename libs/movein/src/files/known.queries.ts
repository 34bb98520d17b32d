import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';

// A board is at most some ten thousand rows of each kind: it is read whole, once for each kind.

export interface MarketFact {
  id: Id;
  code: string;
  name: string;
  prefix: string | null;
}

export function marketsOfBoard(tx: Reading, boardId: Id): Promise<MarketFact[]> {
  return tx.sql<MarketFact>(
    `select m.market_id as id, m.code, m.name, p.prefix
       from markets.v_market m
       left join billing.v_code_prefix p on p.market_id = m.market_id and p.retired_on is null
      where m.board_id = $1`,
    [boardId],
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

export interface LeaseFact {
  id: Id;
  number: string;
  stallId: Id;
  vendorId: Id;
  validFrom: BusinessDate;
  validTo: BusinessDate | null;
}

export function leasesOfBoard(tx: Reading, boardId: Id): Promise<LeaseFact[]> {
  return tx.sql<LeaseFact>(
    `select lease_id as id, number, stall_id as "stallId", vendor_id as "vendorId",
            valid_from as "validFrom", valid_to as "validTo"
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
