import {
  isBusinessDate,
  isMonth,
  vnd,
  type BusinessDate,
  type Facts,
  type Month,
  type Vnd,
} from '@cho40/kernel';
import type { Column } from './columns';
import { couldBeTwo, idNumberOf, taxCodeOf } from './identity-cells';
import type { ProblemCode } from './problem';

/** What a spreadsheet cell may hold. A Date carries its wall clock time in the UTC fields. */
export type Cell = string | number | boolean | Date | null | undefined;

export type CellValue = string | number | boolean | Vnd | BusinessDate | Month;
type Wrong = { readonly wrong: ProblemCode; readonly facts?: Facts };
/** null: the cell is empty. */
export type ReadCell = { readonly value: CellValue | null } | Wrong;

/** A cell's text in NFC, its blanks made plain; a number in plain digits. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (isDate(cell)) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string') return '';
  // A file of ours that comes back wrote ' before what looked like a formula.
  return cell
    .normalize('NFC')
    .replace(/[\s\u200B\uFEFF]+/g, ' ')
    .trim()
    .replace(/^'(?='*[=+\-@])/, '');
}

/** Words for comparing: no marks, lower case, one blank between. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A Date that came from a worker thread may be of another realm's class. */
function isDate(cell: Cell): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]';
}

/** Reads a cell as its column's kind; what stands there and is none is wrong, never guessed. */
export function readCell(column: Column, cell: Cell): ReadCell {
  const text = cellText(cell);
  if (text === '' && cell !== true && cell !== false)
    return column.optional ? { value: null } : { wrong: 'missing' };
  switch (column.kind) {
    case 'code':
      return readCode(column, text);
    case 'text':
      return readText(column, text);
    case 'phone':
      return orWrong(phoneOf(cell, text), 'notAPhone');
    case 'idNumber':
      return orWrong(idNumberOf(cell, text), 'notAnIdNumber');
    case 'taxCode':
      return orWrong(taxCodeOf(cell, text), couldBeTwo(cell) ? 'zerosLost' : 'notATaxCode');
    case 'money':
      return orWrong(moneyOf(cell, text), 'notMoney');
    case 'day':
      return orWrong(dayOf(cell, text), 'notADay');
    case 'month':
      return orWrong(monthOfCell(cell, text), 'notAMonth');
    case 'number':
      return readNumber(column, cell, text);
    case 'choice':
      return readChoice(column, cell, text);
  }
}

const orWrong = (value: CellValue | null, wrong: ProblemCode): ReadCell =>
  value === null ? { wrong } : { value };

// Signs that nobody sees: they would turn a line round or end a text in the database.
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

function readText({ least = 1, most }: Column & { kind: 'text' }, text: string): ReadCell {
  if (UNSEEN.test(text)) return { wrong: 'unseenSigns' };
  if (text.length < least) return { wrong: 'tooShort', facts: { least } };
  return text.length > most ? { wrong: 'tooLong', facts: { most } } : { value: text };
}

function readCode({ pattern, hint }: Column & { kind: 'code' }, text: string): ReadCell {
  const code = text.toUpperCase();
  return pattern.test(code) ? { value: code } : { wrong: 'notACode', facts: { hint } };
}

function readChoice(
  { choices, also = {} }: Column & { kind: 'choice' },
  cell: Cell,
  text: string,
): ReadCell {
  const said = typeof cell === 'boolean' ? (cell ? 'co' : 'khong') : plainWords(text);
  const words = [...Object.entries(choices), ...Object.entries(also)];
  const found = words.find(([word]) => plainWords(word) === said);
  const facts = { choices: Object.keys(choices).join(', ') };
  return found ? { value: found[1] } : { wrong: 'notAChoice', facts };
}

function readNumber(
  { least, most, decimals }: Column & { kind: 'number' },
  cell: Cell,
  text: string,
): ReadCell {
  const value = typeof cell === 'number' ? cell : numberIn(text);
  if (value === null || !Number.isFinite(value)) return { wrong: 'notANumber' };
  const rounded = Number(value.toFixed(decimals));
  // A spreadsheet keeps 4.35 as 4.3499999999999996.
  if (Math.abs(value - rounded) > 1e-9) return { wrong: 'tooManyDecimals', facts: { decimals } };
  return rounded < least || rounded > most
    ? { wrong: 'outOfBounds', facts: { least, most } }
    : { value: rounded };
}

/** `4,5` and `4.5` are four and a half; a sign before three digits could be either and is none. */
function numberIn(text: string): number | null {
  const bare = text.replace(/ ?m(2|²)?$/i, '');
  return /^\d{1,9}([.,]\d{1,2})?$/.test(bare) ? Number(bare.replace(',', '.')) : null;
}

// đồng have no fractions: what groups by three is thousands, whichever sign does it.
const GROUPED =
  /^\d{1,3}(?:\.\d{3})+(?:,00?)?$|^\d{1,3}(?:,\d{3})+(?:\.00?)?$|^\d{1,3}(?: \d{3})+$/;

function moneyOf(cell: Cell, text: string): Vnd | null {
  const bare = text.replace(/ ?(VND|VNĐ|đ|₫|đồng)$/iu, '');
  const digits = GROUPED.test(bare) ? bare.replace(/[.,]00?$/, '').replace(/[., ]/g, '') : bare;
  const amount = typeof cell === 'number' ? cell : /^\d+$/.test(digits) ? Number(digits) : NaN;
  return Number.isSafeInteger(amount) && amount > 0 && amount <= 100_000_000_000
    ? vnd(amount)
    : null;
}

/** As tenancy takes it; a spreadsheet that kept it as a number has lost its leading zero. */
function phoneOf(cell: Cell, text: string): string | null {
  const whole = typeof cell === 'number' && text.length === 9 ? `0${text}` : text;
  const digits = whole.replace(/[\s().-]/g, '').replace(/^(\+84|84(?=\d{9}$))/, '0');
  return /^0([35789]\d{8}|2\d{9})$/.test(digits) ? digits : null;
}

const DAY_MS = 86_400_000;
// Day 0 of a spreadsheet's serial dates (1900 system, its false 29 February 1900 included).
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
// 1 January 1950 to 31 December 2099: other numbers are no days of a market.
const [FIRST_SERIAL, LAST_SERIAL] = [18_264, 73_050];

function dayOf(cell: Cell, text: string): BusinessDate | null {
  if (typeof cell === 'number') {
    if (cell < FIRST_SERIAL || cell > LAST_SERIAL) return null;
    return asDay(new Date(SERIAL_ZERO_MS + Math.floor(cell) * DAY_MS).toISOString().slice(0, 10));
  }
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return asDay(iso.slice(0, 10));
}

const asDay = (text: string) => (isBusinessDate(text) ? text : null);

function monthOfCell(cell: Cell, text: string): Month | null {
  const [, month = '', year = ''] = /^(?:t|tháng )?(\d{1,2})[/.-](\d{4})$/iu.exec(text) ?? [];
  const said = year === '' ? text : `${year}-${month.padStart(2, '0')}`;
  if (isMonth(said)) return said;
  const day = dayOf(cell, text)?.slice(0, 7) ?? '';
  return isMonth(day) ? day : null;
}
