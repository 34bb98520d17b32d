import type { Month } from '@cho40/kernel';
import { plainWords } from './cells';
import { debtKey, placeKey, type Known } from './known';
import { leaseProblems } from './lease-rows';
import { marketProblems } from './market-rows';
import type { Problem } from './problem';
import { keysSeen, problemOf, repeated } from './row-keys';
import type { DebtRow, StallRow } from './tables';
import { vendorProblems } from './vendor-rows';
import type { ReadWorkbook } from './workbook';

/** What is wrong between rows, and between rows and books, once the cells themselves are sound. */
export function rowProblems(book: ReadWorkbook, known: Known, thisMonth: Month): Problem[] {
  const { sound } = book;
  return [
    ...marketProblems(sound.markets, known),
    ...stallProblems(sound.stalls, book, known),
    ...vendorProblems(sound.vendors, known),
    ...leaseProblems(sound.leases, book, known),
    ...debtProblems(sound.debts, book, known, thisMonth),
  ];
}

function stallProblems(rows: readonly StallRow[], book: ReadWorkbook, known: Known): Problem[] {
  const problem = problemOf('stalls');
  const markets = keysSeen(book, 'markets', ({ code }) => String(code));
  const zones = new Map<string, { row: number; name: string }>();
  return [
    ...repeated(rows, stallKeyOf).map(([{ row }, first]) =>
      problem(row, 'code', 'twice', { row: first.row }),
    ),
    ...rows.flatMap((stall): Problem[] => {
      const { row, marketCode, areaM2, smallAreaReason, zoneCode, zoneName } = stall;
      if (!known.markets.has(marketCode) && !markets.has(marketCode))
        return [problem(row, 'marketCode', 'unknownMarket')];
      const stands = known.stalls.get(stallKeyOf(stall));
      if (stands && stands.areaM2 !== areaM2)
        return [problem(row, 'areaM2', 'differs', { inBooks: `${stands.areaM2} m²` })];
      // Decree 60/2024/NĐ-CP: a point of business has at least 3 m².
      if (!stands && areaM2 < 3 && smallAreaReason === null)
        return [problem(row, 'areaM2', 'tooSmall')];
      if (!stands && isBeyondItsSides(stall)) return [problem(row, 'areaM2', 'beyondSides')];
      if (zoneName === null) return [];
      const named = zones.get(placeKey(marketCode, zoneCode));
      if (!named) zones.set(placeKey(marketCode, zoneCode), { row, name: zoneName });
      return named && named.name !== zoneName
        ? [problem(row, 'zoneName', 'zoneNamedTwice', { ...named })]
        : [];
    }),
  ];
}

/** As markets has it: sides are kept to the centimetre, their product to the hundredth of a m². */
function isBeyondItsSides({ areaM2, lengthM, widthM }: StallRow): boolean {
  if (lengthM === null || widthM === null) return false;
  const hundredths = (value: number) => Math.round(value * 100);
  return hundredths(areaM2) > Math.ceil((hundredths(lengthM) * hundredths(widthM)) / 100);
}

function debtProblems(
  rows: readonly DebtRow[],
  book: ReadWorkbook,
  known: Known,
  thisMonth: Month,
): Problem[] {
  const problem = problemOf('debts');
  const leases = keysSeen(book, 'leases', ({ number }) => String(number));
  const marketOf = new Map([
    ...[...known.leases.values()].map(({ number, marketCode }) => [number, marketCode] as const),
    ...book.sound.leases.map(({ number, marketCode }) => [number, marketCode] as const),
  ]);
  const prefixed = prefixedMarkets(book, known);
  const feeOf = ({ fee }: DebtRow) => known.fees.get(plainWords(fee))?.feeType ?? '';
  const keyOf = (debt: DebtRow) => debtKey(debt.leaseNumber, feeOf(debt), debt.month);
  return [
    ...repeated(rows, keyOf).map(([{ row }, first]) =>
      problem(row, 'leaseNumber', 'twice', { row: first.row }),
    ),
    ...rows.flatMap((debt): Problem[] => {
      const { row, leaseNumber, month, amount } = debt;
      if (!known.leases.has(leaseNumber) && !leases.has(leaseNumber))
        return [problem(row, 'leaseNumber', 'unknownLease')];
      if (feeOf(debt) === '') {
        const choices = [...new Set([...known.fees.values()].map(({ name }) => name))].join(', ');
        return [problem(row, 'fee', 'unknownFee', { choices })];
      }
      if (month > thisMonth) return [problem(row, 'month', 'debtNotYet')];
      const stands = known.debts.get(keyOf(debt));
      if (stands === undefined && known.debtMonths.has(`${leaseNumber} ${month}`))
        return [problem(row, 'month', 'monthEntered')];
      const market = marketOf.get(leaseNumber) ?? '';
      if (stands === undefined && !prefixed.has(market))
        return [problem(row, 'leaseNumber', 'prefixMissing', { market })];
      return stands !== undefined && stands !== amount
        ? [problem(row, 'amount', 'differs', { inBooks: `${stands} đ` })]
        : [];
    }),
  ];
}

/** Markets whose bills can have payment codes, those of unsound rows included. */
function prefixedMarkets({ seen, sound }: ReadWorkbook, known: Known): ReadonlySet<string> {
  const sounds = new Set(sound.markets.map(({ code }) => code));
  const given = seen.markets.filter(({ code, codePrefix }) => codePrefix || !sounds.has(`${code}`));
  const standing = [...known.markets].filter(([, { prefix }]) => prefix !== null);
  return new Set([...given.map(({ code }) => `${code}`), ...standing.map(([code]) => code), '']);
}

const stallKeyOf = ({ marketCode, code }: Pick<StallRow, 'marketCode' | 'code'>) =>
  placeKey(marketCode, code);
