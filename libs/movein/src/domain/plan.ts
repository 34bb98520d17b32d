import { sumVnd, vnd, type Month, type Vnd } from '@cho40/kernel';
import { plainWords } from './cells';
import { rowProblems } from './check-rows';
import { debtKey, placeKey, type Known } from './known';
import type { Problem } from './problem';
import { TABLE_NAMES, type TableName, type TableRows } from './tables';
import { vendorInBooks } from './vendor-rows';
import type { ReadWorkbook } from './workbook';

export interface RowCounts {
  readonly rows: number;
  readonly new: number;
  readonly known: number;
  /** Rows with a wrong cell. */
  readonly wrong: number;
}

/** The debts of a market, those of the books included. */
export interface MarketDebts {
  readonly marketCode: string;
  readonly count: number;
  readonly amount: Vnd;
}

/** What entering a workbook would do. */
export interface MoveInPlan {
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<TableName, RowCounts>>;
  readonly debts: readonly MarketDebts[];
  readonly total: Vnd;
  /** What is not in the books yet; whole only where there is no problem. */
  readonly fresh: TableRows;
}

/** Lays a workbook beside the books. Nothing that stands in them is ever changed by it. */
export function planMoveIn(book: ReadWorkbook, known: Known, thisMonth: Month): MoveInPlan {
  const problems = [...book.problems, ...rowProblems(book, known, thisMonth)];
  const fresh = freshRows(book.sound, known);
  const debts = debtsByMarket(book.sound, known);
  return {
    problems,
    counts: countsOf(book, fresh, problems),
    debts,
    total: sumVnd(debts.map(({ amount }) => amount)),
    fresh,
  };
}

function freshRows(
  { markets, stalls, vendors, leases, debts }: TableRows,
  known: Known,
): TableRows {
  return {
    markets: markets.filter(({ code }) => !known.markets.has(code)),
    stalls: stalls.filter(({ marketCode, code }) => !known.stalls.has(placeKey(marketCode, code))),
    vendors: vendors.filter((vendor) => vendorInBooks(vendor, known) === undefined),
    leases: leases.filter(({ number }) => !known.leases.has(number)),
    debts: debts.filter(({ leaseNumber, fee, month }) => {
      const feeType = known.fees.get(plainWords(fee))?.feeType ?? '';
      return !known.debts.has(debtKey(leaseNumber, feeType, month));
    }),
  };
}

function countsOf(
  { seen }: ReadWorkbook,
  fresh: TableRows,
  problems: readonly Problem[],
): Record<TableName, RowCounts> {
  const countOf = (table: TableName): RowCounts => {
    const wrong = new Set(problems.filter((one) => one.table === table).map(({ row }) => row));
    const rows = seen[table].length;
    const fresher = fresh[table].filter(({ row }) => !wrong.has(row)).length;
    return { rows, new: fresher, known: rows - fresher - wrong.size, wrong: wrong.size };
  };
  const [markets, stalls, vendors, leases, debts] = TABLE_NAMES.map(countOf);
  return { markets, stalls, vendors, leases, debts } as Record<TableName, RowCounts>;
}

function debtsByMarket({ leases, debts }: TableRows, known: Known): MarketDebts[] {
  const marketOf = new Map(leases.map(({ number, marketCode }) => [number, marketCode]));
  const byMarket = new Map<string, Vnd[]>();
  for (const { leaseNumber, amount } of debts) {
    const code = marketOf.get(leaseNumber) ?? known.leases.get(leaseNumber)?.marketCode;
    if (code === undefined) continue;
    const amounts = byMarket.get(code);
    if (amounts) amounts.push(amount);
    else byMarket.set(code, [amount]);
  }
  return [...byMarket]
    .map(([marketCode, amounts]) => ({
      marketCode,
      count: amounts.length,
      amount: sumVnd(amounts),
    }))
    .sort((one, other) => (one.marketCode < other.marketCode ? -1 : 1));
}

/** A market whose old books' debts are typed in. */
export interface TypedTotal {
  readonly marketCode: string;
  readonly amount: number;
}

export interface TotalDifference {
  /** null: of all markets together. */
  readonly marketCode: string | null;
  readonly inFile: Vnd;
  readonly typed: Vnd;
}

/** Where what the board typed in is not what the file holds; none: the debts are proven. */
export function totalDifferences(
  { debts, total }: Pick<MoveInPlan, 'debts' | 'total'>,
  typed: { readonly perMarket: readonly TypedTotal[]; readonly total: number },
): TotalDifference[] {
  const codes = new Set([...debts, ...typed.perMarket].map(({ marketCode }) => marketCode));
  const sumOf = (list: readonly TypedTotal[], code: string) =>
    vnd(list.find(({ marketCode }) => marketCode === code)?.amount ?? 0);
  const rows = [...codes].map((marketCode) => ({
    marketCode,
    inFile: sumOf(debts, marketCode),
    typed: sumOf(typed.perMarket, marketCode),
  }));
  const all = { marketCode: null, inFile: total, typed: vnd(typed.total) };
  return [...rows, all].filter((row) => row.inFile !== row.typed);
}
