import type { BusinessDate } from '@cho40/kernel';
import { type Column, DAYS } from './columns';
import { MIDNIGHT, printedDate, type PrintedDate } from './dates';
import { cellOf, type Header } from './header';
import { isEmpty, type SheetRow } from './sheet';
import { hasFigures } from './sides';

/** The period a statement says it is of. */
export interface Stated {
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
}

/**
 * The column of days by which the statement was cut: of those a bank prints (booked, transacted,
 * effective …) the first whose days all lie within the stated period.
 */
export function dayColumn(
  header: Header,
  rows: readonly SheetRow[],
  { from, to }: Stated,
): Column | undefined {
  const columns = DAYS.filter((column) => header.columns.has(column));
  const [first] = columns;
  if (from === null || to === null || columns.length === 1) return first;
  const moving = rows.filter((row) => hasFigures(header, row));
  const isWithin = (column: Column) => {
    const days = moving.flatMap((row) => printedDate(cellOf(header, column, row.cells)) ?? []);
    return days.length > 0 && days.every(({ day }) => day >= from && day <= to);
  };
  return columns.find(isWithin) ?? first;
}

/**
 * The day of a row, with the time of day from whichever of its columns prints one; null where there
 * is none to be read.
 */
export function dayOf(header: Header, row: SheetRow, column: Column): PrintedDate | null {
  const date = printedDate(cellOf(header, column, row.cells));
  if (!date || date.time !== MIDNIGHT) return date;
  const others = DAYS.filter((other) => other !== column && header.columns.has(other));
  const timed = others
    .map((other) => printedDate(cellOf(header, other, row.cells)))
    .find((other) => other?.day === date.day && other.time !== MIDNIGHT);
  return timed ? { ...date, time: timed.time } : date;
}

export function saysNoDay(header: Header, row: SheetRow, column: Column): boolean {
  return isEmpty(cellOf(header, column, row.cells));
}
