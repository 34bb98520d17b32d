import { statementError } from './errors';
import { cellText, isDate, isEmpty, type Cell } from './sheet';

/** Which sign groups the thousands: `1,234,567` or `1.234.567`. */
export type NumberStyle = 'comma' | 'dot';

// đồng have no fractions: decimals are one or two zeros, so `1.234` is never one and a bit.
const SHAPES: Readonly<Record<NumberStyle, RegExp>> = {
  comma: /^\d+(?:\.0{1,2})?$|^\d{1,3}(?:,\d{3})+(?:\.0{1,2})?$/,
  dot: /^\d+(?:,0{1,2})?$|^\d{1,3}(?:\.\d{3})+(?:,0{1,2})?$/,
};
const DECIMALS = /[.,]0{1,2}$/;

interface Printed {
  readonly isNegative: boolean;
  readonly digits: string;
}

/** Takes sign, currency and spaces off: `−1.234 VND`, `(1,234)`, `+ 1 234`, `1,234-`. */
function printed(text: string): Printed {
  const bare = text.replace(/\s/g, '').replace(/^(?:VND|VNĐ)|(?:VND|VNĐ|đ|₫)$/giu, '');
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1];
  const signed = inBrackets ?? bare;
  return {
    isNegative: inBrackets !== undefined || /^[-−–]|[-−–]$/.test(signed),
    digits: signed.replace(/^[-−–+]|[-−–]$/g, ''),
  };
}

/** Whether a cell holds an amount and nothing else, however it is written. */
export function isAmount(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  return typeof cell === 'string' && /^[\d.,]*\d[\d.,]*$/.test(printed(cell).digits);
}

const isDash = (text: string) => /^[-−–]?$/.test(text);

function parse(text: string, style: NumberStyle): number | null {
  const { isNegative, digits } = printed(text);
  if (!SHAPES[style].test(digits)) return null;
  const amount = Number(digits.replace(DECIMALS, '').replace(/[.,]/g, ''));
  if (!Number.isSafeInteger(amount)) return null;
  return isNegative ? -amount : amount;
}

const STYLES = ['comma', 'dot'] as const;

/** An amount that stands alone, outside a column; null when it is none or could mean two. */
export function loneAmount(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : null;
  const text = cellText(cell);
  const readings = new Set(STYLES.map((style) => parse(text, style)).filter((one) => one !== null));
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

export interface ColumnCell {
  readonly row: number;
  readonly cell: Cell;
}

/**
 * Reads a whole column in one number style, never cell by cell; an empty cell or a dash is null.
 * @throws statementCell with the first cell that the column's style cannot say
 */
export function amountColumn(column: string, cells: readonly ColumnCell[]): (number | null)[] {
  const texts = cells.filter(({ cell }) => typeof cell === 'string' && !isDash(cell.trim()));
  const misfits = STYLES.map((style) => ({
    style,
    cells: texts.filter(({ cell }) => parse(cellText(cell), style) === null),
  }));
  const [best] = misfits.sort((a, b) => a.cells.length - b.cells.length);
  const misfit = best?.cells[0];
  if (misfit) throw badCell(column, misfit);
  return cells.map((one) => columnAmount(column, one, best?.style ?? 'comma'));
}

function columnAmount(column: string, one: ColumnCell, style: NumberStyle): number | null {
  const { cell } = one;
  if (isEmpty(cell)) return null;
  if (typeof cell === 'number') {
    if (!Number.isSafeInteger(cell)) throw badCell(column, one);
    return cell;
  }
  if (typeof cell !== 'string') throw badCell(column, one);
  return isDash(cell.trim()) ? null : parse(cellText(cell), style);
}

function badCell(column: string, { row, cell }: ColumnCell) {
  const value = isDate(cell) ? cell.toISOString().slice(0, 10) : String(cell);
  return statementError('statementCell', { row, column, value: value.slice(0, 40) });
}
