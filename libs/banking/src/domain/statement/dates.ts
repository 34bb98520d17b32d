import { isBusinessDate, type BusinessDate } from '@cho40/kernel';
import { cellText, isDate, type Cell } from './sheet';

export interface PrintedDate {
  readonly day: BusinessDate;
  /** `HH:mm:ss`; midnight where the bank prints none. */
  readonly time: string;
  /** What stands in the same cell after the date: Vietcombank's document number. */
  readonly rest: string;
}

export const MIDNIGHT = '00:00:00';
const DAY_MS = 86_400_000;
// Day 0 of a spreadsheet's serial dates (1900 system, its false 29 February 1900 included).
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
// 1 January 2000 to 31 December 2099: other numbers are document numbers or amounts.
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050];

const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/;
const ISO = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/;
const TIME = /^[\sT]*(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d)/;

// Some print the clock before the day.
const TIME_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?)\s+(\d\S*)/;

/** A date as text, serial number or Date; null when the cell does not begin with one. */
export function printedDate(cell: Cell): PrintedDate | null {
  if (isDate(cell)) return ofDate(cell);
  if (typeof cell === 'number') return ofSerial(cell);
  return typeof cell === 'string' ? ofText(cell.trim().replace(TIME_FIRST, '$2 $1')) : null;
}

function ofDate(at: Date): PrintedDate | null {
  if (Number.isNaN(at.getTime())) return null;
  const [day = '', time = ''] = at.toISOString().split('T');
  return isBusinessDate(day) ? { day, time: time.slice(0, 8), rest: '' } : null;
}

function ofSerial(serial: number): PrintedDate | null {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL + 1) return null;
  // A time is a fraction of the day, kept by Excel to less than a second.
  const ms = Math.round((serial * DAY_MS) / 1000) * 1000;
  return ofDate(new Date(SERIAL_ZERO_MS + ms));
}

function ofText(text: string): PrintedDate | null {
  const match = VIETNAMESE.exec(text);
  const [whole = '', first = '', second = '', third = ''] = match ?? ISO.exec(text) ?? [];
  if (whole === '') return null;
  const [year, month, dayOfMonth] = match ? [third, second, first] : [first, second, third];
  const fullYear = year.length === 2 ? `20${year}` : year;
  const day = `${fullYear}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  if (!isBusinessDate(day)) return null;
  const after = text.slice(whole.length);
  const [clock = '', hour = '', minute = '', seconds = '00'] = TIME.exec(after) ?? [];
  const isClock = clock !== '' && Number(hour) < 24 && Number(minute) < 60 && Number(seconds) < 60;
  return {
    day,
    time: isClock ? `${hour.padStart(2, '0')}:${minute}:${seconds}` : MIDNIGHT,
    rest: after
      .slice(isClock ? clock.length : 0)
      .replace(/^[\s/,;-]+/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** A cell as a person reads it; a day in the order of Vietnamese paper. */
export function cellShown(cell: Cell): string {
  if (!isDate(cell)) return cellText(cell).slice(0, LONGEST_SHOWN);
  return ofDate(cell)?.day.split('-').reverse().join('/') ?? '';
}

const LONGEST_SHOWN = 80;
