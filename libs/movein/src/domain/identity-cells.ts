import type { Cell } from './cells';

/**
 * A citizen's number as tenancy takes it: twelve digits, or nine of the older card. A spreadsheet
 * that kept it as a number has lost its leading zeros: a card's number begins with one or two
 * (its province, 001 to 096), an older one with one at most.
 */
export function idNumberOf(cell: Cell, text: string): string | null {
  if (typeof cell === 'number') return withZeros(cell, { 8: 9, 9: 9, 10: 12, 11: 12, 12: 12 });
  const digits = bare(text);
  return /^(\d{12}|\d{9})$/.test(digits) ? digits : null;
}

/**
 * A tax code as tenancy takes it: ten digits, thirteen of a branch, or the owner's twelve. Of a
 * number in a spreadsheet the zeros are told by its length, but not where `couldBeTwo` codes.
 */
export function taxCodeOf(cell: Cell, text: string): string | null {
  if (typeof cell === 'number') {
    return branched(withZeros(cell, { 9: 10, 11: 12, 12: 13, 13: 13 }));
  }
  const digits = bare(text);
  return /^(\d{10}|\d{12}|\d{13})$/.test(digits) ? branched(digits) : null;
}

/** Ten digits kept as a number: a firm's whole code, or a citizen's number without its zeros. */
export const couldBeTwo = (cell: Cell) => typeof cell === 'number' && /^\d{10}$/.test(`${cell}`);

const bare = (text: string) => text.replace(/[\s.-]/g, '');

const branched = (digits: string | null) =>
  digits?.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;

/** The digits of a number, made as long as one that has so many digits left must have been. */
function withZeros(cell: number, lengths: Readonly<Record<number, number>>): string | null {
  const digits = String(cell);
  const whole = /^\d+$/.test(digits) ? lengths[digits.length] : undefined;
  return whole === undefined ? null : digits.padStart(whole, '0');
}
