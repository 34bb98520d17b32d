/** What a spreadsheet cell may hold. A Date carries its wall clock time in the UTC fields. */
export type Cell = string | number | boolean | Date | null | undefined;

export interface SheetRow {
  /** As the spreadsheet program shows it: the first row is 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A cell's text in NFC; a number in plain digits, a Date as nothing (dates.ts reads it). */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  return typeof cell === 'number' ? String(cell) : '';
}

/** A Date that came from a worker thread may be of another realm's class. */
export function isDate(cell: Cell): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]';
}

export function isEmpty(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/**
 * Words for comparing: no marks, lower case, one space between and around them, so that
 * `"Số tiền ghi nợ/\nDebit"` becomes `" so tien ghi no debit "`.
 */
export function words(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return ` ${plain} `;
}

export function says(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}
