import { amountColumn, isAmount } from './amounts';
import type { Column } from './columns';
import { statementError } from './errors';
import { cellOf, type Header } from './header';
import { cellText, isEmpty, says, words, type Cell, type SheetRow } from './sheet';

/** What a row takes from the account and what it brings; both ≥ 0. */
export interface Sides {
  readonly debit: number;
  readonly credit: number;
}

const AMOUNTS = ['debit', 'credit', 'amount'] as const;

/** Whether digits stand where a row's amounts do. */
export function hasFigures(header: Header, row: SheetRow): boolean {
  return AMOUNTS.some((column) => /\d/.test(cellText(cellOf(header, column, row.cells))));
}

/** How many amounts a row has, and how many of these are more than nothing. */
export function amountsOf(header: Header, row: SheetRow): { all: number; moving: number } {
  const cells = AMOUNTS.map((column) => cellOf(header, column, row.cells)).filter(isAmount);
  return { all: cells.length, moving: cells.filter((cell) => /[1-9]/.test(String(cell))).length };
}

/** The two sides of each row, from two columns or from one with signs or words beside it. */
export function sidesOf(header: Header, rows: readonly SheetRow[]): Sides[] {
  const sides = header.columns.has('amount') ? bySign(header, rows) : byColumn(header, rows);
  if (header.signs === 'bank') return sides;
  // Our own books call money that comes a debit of the bank's account.
  return sides.map(({ debit, credit }) => ({ debit: credit, credit: debit }));
}

const columnOf = (header: Header, rows: readonly SheetRow[], name: Column) =>
  amountColumn(
    name,
    rows.map((row) => ({ row: row.number, cell: cellOf(header, name, row.cells) })),
  );

function byColumn(header: Header, rows: readonly SheetRow[]): Sides[] {
  const debits = asSizes('debit', rows, columnOf(header, rows, 'debit'));
  const credits = asSizes('credit', rows, columnOf(header, rows, 'credit'));
  return rows.map((row, at) => {
    const [debit, credit] = [debits[at] ?? 0, credits[at] ?? 0];
    if (debit > 0 && credit > 0)
      throw statementError('statementRow', { row: row.number, why: 'debitAndCredit' });
    return { debit, credit };
  });
}

function bySign(header: Header, rows: readonly SheetRow[]): Sides[] {
  const amounts = columnOf(header, rows, 'amount');
  return rows.map((row, at) => {
    const amount = amounts[at] ?? 0;
    const isOut = header.columns.has('direction')
      ? goesOut(row, cellOf(header, 'direction', row.cells))
      : amount < 0;
    const size = Math.abs(amount);
    return isOut ? { debit: size, credit: 0 } : { debit: 0, credit: size };
  });
}

const OUT = ['no', 'ghi no', 'd', 'dr', 'dbit', 'debit', 'chi', 'ra', 'rut', 'out', 'tru'];
const IN = ['co', 'ghi co', 'c', 'cr', 'crdt', 'credit', 'thu', 'vao', 'nop', 'in', 'cong'];

function goesOut(row: SheetRow, cell: Cell): boolean {
  const text = cellText(cell);
  const isOut = /^[-−–]$/.test(text) || says(words(text), OUT);
  const isIn = text === '+' || says(words(text), IN);
  if (isOut === isIn) throw badCell(row, 'direction', text);
  return isOut;
}

/** Some banks print debits below zero: then all of the column is. */
function asSizes(name: Column, rows: readonly SheetRow[], amounts: readonly (number | null)[]) {
  const sizes = amounts.map((amount) => amount ?? 0);
  if (sizes.every((amount) => amount <= 0)) return sizes.map((amount) => Math.abs(amount));
  const at = sizes.findIndex((amount) => amount < 0);
  const row = rows[at];
  if (!row) return sizes;
  throw badCell(row, name, String(sizes[at]));
}

function badCell(row: SheetRow, column: Column, value: string) {
  return statementError('statementCell', { row: row.number, column, value: value.slice(0, 40) });
}

/** The running balance of each row, where the bank prints one. */
export function balancesOf(header: Header, rows: readonly SheetRow[]): (number | null)[] {
  if (!header.columns.has('balance')) return rows.map(() => null);
  return columnOf(header, rows, 'balance');
}

/** Whether a row's cells are empty but for those of its amounts. */
export function isBare(header: Header, row: SheetRow, ...columns: readonly Column[]): boolean {
  return columns.every((column) => isEmpty(cellOf(header, column, row.cells)));
}
