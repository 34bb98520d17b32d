import type { BusinessDate } from '@cho40/kernel';
import { loneAmount } from './amounts';
import { printedDate } from './dates';
import { LABELS } from './layouts';
import { cellText, isDate, isEmpty, says, words, type Cell, type SheetRow } from './sheet';

/** What stands above the table. */
export interface Preamble {
  readonly accountNumber: string | null;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  readonly opening: number | null;
  readonly closing: number | null;
}

export function readPreamble(rows: readonly SheetRow[]): Preamble {
  const lines = rows.flatMap(linesOf);
  return {
    // "Số tài khoản" is asked for before a mere "Tài khoản", which stands in titles too.
    accountNumber:
      labelled(lines, isAccountLabel, accountNumberIn) ??
      labelled(lines, isLoneAccountLabel, accountNumberIn),
    ...periodOf(lines),
    opening: labelled(lines, (text) => says(text, LABELS.opening), amountAfterLabel),
    closing: labelled(lines, (text) => says(text, LABELS.closing), amountAfterLabel),
  };
}

/** A printed line; a cell with line breaks holds several. Gaps between cells stay. */
type Line = readonly Cell[];

function linesOf(row: SheetRow): Line[] {
  const split = row.cells.map((cell) => (typeof cell === 'string' ? cell.split(/\r?\n/) : [cell]));
  const height = Math.max(1, ...split.map((parts) => parts.length));
  return Array.from({ length: height }, (_, at) => split.map((parts) => parts[at] ?? null));
}

/** Where a value may stand that belongs to a label: in its own cell, right of it, or below it. */
type Place = 'own' | 'right' | 'below';

function labelled<T>(
  lines: readonly Line[],
  isLabel: (text: string) => boolean,
  valueOf: (cell: Cell, place: Place) => T | null,
): T | null {
  for (const [at, line] of lines.entries())
    for (const [column, cell] of line.entries()) {
      if (typeof cell !== 'string' || !isLabel(words(cell))) continue;
      const right = line.slice(column + 1).find((other) => !isEmpty(other));
      const below = lines[at + 1]?.[column];
      const value = valueOf(cell, 'own') ?? valueOf(right, 'right') ?? valueOf(below, 'below');
      if (value !== null) return value;
    }
  return null;
}

function isAccountLabel(text: string): boolean {
  return says(text, LABELS.account) && !says(text, LABELS.notTheAccount);
}

function isLoneAccountLabel(text: string): boolean {
  const isOther = says(text, LABELS.notAccountAlone) || says(text, LABELS.notTheAccount);
  return says(text, LABELS.accountAlone) && !isOther;
}

function afterLabel(text: string): string {
  return text.includes(':') ? text.slice(text.lastIndexOf(':') + 1) : text;
}

const DATES = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\b/g;

/** Account numbers have 6 to 19 digits here; people and banks group them by spaces, dots, dashes. */
function accountNumberIn(cell: Cell, place: Place): string | null {
  const text = (place === 'own' ? afterLabel(cellText(cell)) : cellText(cell)).replace(DATES, ' ');
  // Below a title any line may stand: only a number alone is the account's.
  if (place === 'below' && /[^\d .-]/.test(text)) return null;
  for (const [run] of text.matchAll(/\d+(?:[ .-]\d+)*/g)) {
    const digits = run.replace(/\D/g, '');
    if (digits.length >= 6 && digits.length <= 19) return digits;
  }
  return null;
}

const AMOUNT_AT_END = /(?<![\d/.,-])[-−(]?\d[\d.,\s]*\)?(?:\s*(?:VND|VNĐ|đ))?\s*$/iu;

function amountAfterLabel(cell: Cell, place: Place): number | null {
  if (place !== 'own') return loneAmount(cell);
  const [number] = AMOUNT_AT_END.exec(cellText(cell)) ?? [];
  return number === undefined ? null : loneAmount(number.trim());
}

const PERIOD = new RegExp(
  [
    String.raw`(?<from>\b(?:tu|from)\b)`,
    String.raw`(?<to>\b(?:den|to)\b)`,
    String.raw`(?<date>\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b)`,
  ].join('|'),
  'g',
);

interface Period {
  from: BusinessDate | null;
  to: BusinessDate | null;
}
const NOT_SAID: Readonly<Period> = { from: null, to: null };

function periodOf(lines: readonly Line[]): Period {
  let from: BusinessDate | null = null;
  let to: BusinessDate | null = null;
  for (const line of lines) {
    const found = periodIn(line);
    from ??= found.from;
    to ??= found.to;
  }
  return from && to && from <= to ? { from, to } : { ...NOT_SAID };
}

/** "Từ ngày 01/08/2026 Đến ngày 31/08/2026" in one cell or several, or just two dates. */
function periodIn(line: Line): Period {
  const tokens = line.flatMap(periodTokens);
  const days = tokens.flatMap((token) => (typeof token === 'string' ? [] : [token.day]));
  // Two dates without a word between them are a period only where the line says that it is one.
  if (days.length === tokens.length)
    return days.length === 2 && says(words(line.map(cellText).join(' ')), LABELS.period)
      ? { from: days[0] ?? null, to: days[1] ?? null }
      : NOT_SAID;
  const found: Period = { ...NOT_SAID };
  let next: 'from' | 'to' | null = null;
  for (const token of tokens) {
    if (typeof token === 'string') {
      next = token;
      continue;
    }
    if (next) found[next] ??= token.day;
    next = next === 'from' ? 'to' : null;
  }
  return found;
}

type Token = 'from' | 'to' | { readonly day: BusinessDate };

function periodTokens(cell: Cell): Token[] {
  if (isDate(cell) || typeof cell === 'number') {
    const date = printedDate(cell);
    return date ? [date] : [];
  }
  const plain = cellText(cell)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
  return [...plain.matchAll(PERIOD)].flatMap<Token>(({ groups }) => {
    if (groups?.['from']) return ['from'];
    if (groups?.['to']) return ['to'];
    const date = printedDate(groups?.['date']);
    return date ? [date] : [];
  });
}
