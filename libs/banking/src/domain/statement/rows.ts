import { statementError } from './errors';
import { amountColumn, loneAmount } from './amounts';
import { printedDate, type PrintedDate } from './dates';
import { cellOf, repeatsHeader, type Header } from './header';
import type { Column } from './layouts';
import { LABELS } from './layouts';
import { cellText, isEmpty, says, words, type SheetRow } from './sheet';

/** A movement as the bank prints it, in the order of the sheet. */
export interface PrintedMovement {
  readonly row: number;
  readonly date: PrintedDate;
  /** Exactly one of the two is not zero; both ≥ 0. */
  readonly debit: number;
  readonly credit: number;
  readonly balance: number | null;
  readonly content: string;
  readonly reference: string;
  readonly counterAccount: string;
  readonly counterName: string;
}

/** A sum the bank prints: of the debits, of the credits, or a balance. */
export interface PrintedSum {
  readonly row: number;
  readonly debit: number | null;
  readonly credit: number | null;
}
export interface PrintedBalance {
  readonly row: number;
  readonly amount: number;
}

export interface Body {
  readonly movements: readonly PrintedMovement[];
  readonly totals: readonly PrintedSum[];
  readonly opening: PrintedBalance | null;
  readonly closing: PrintedBalance | null;
}

/** Takes everything below the header apart. */
export function readBody(header: Header, rows: readonly SheetRow[]): Body {
  const sorted = sortRows(header, rows);
  return {
    movements: movementsOf(header, sorted.movements),
    totals: sorted.totals.map((row) => sumOf(header, row)),
    opening: balanceOf(header, sorted.openings),
    closing: balanceOf(header, sorted.closings),
  };
}

interface SortedRows {
  movements: SheetRow[];
  totals: SheetRow[];
  openings: SheetRow[];
  closings: SheetRow[];
}

function sortRows(header: Header, rows: readonly SheetRow[]): SortedRows {
  const sorted: SortedRows = { movements: [], totals: [], openings: [], closings: [] };
  for (const row of rows) {
    const hasAmount = has(header, row, 'debit') || has(header, row, 'credit');
    // Nearly all rows are movements: nothing that costs more than this is asked of them.
    if (hasAmount && printedDate(cellOf(header, 'date', row.cells)) !== null)
      sorted.movements.push(row);
    else if (!repeatsHeader(header, row.cells) && !numbersColumns(row.cells))
      sortLabelled(sorted, row, hasAmount);
  }
  return sorted;
}

function sortLabelled(sorted: SortedRows, row: SheetRow, hasAmount: boolean): void {
  const text = labelIn(row);
  if (says(text, LABELS.opening)) sorted.openings.push(row);
  else if (says(text, LABELS.closing)) sorted.closings.push(row);
  else if (says(text, LABELS.notTheTotal)) return;
  else if (says(text, LABELS.total)) sorted.totals.push(row);
  else if (hasAmount && !isAfterEnd(sorted))
    throw statementError('statementRow', { row: row.number, why: 'noDate' });
}

// Some headers number their columns in a row of their own: (1) (2) (3) …
function numbersColumns(cells: SheetRow['cells']): boolean {
  return cells.every((cell) => isEmpty(cell) || /^\(?\d{1,2}\)?$/.test(cellText(cell)));
}

const isAfterEnd = ({ totals, closings }: SortedRows) => totals.length + closings.length > 0;

function has(header: Header, row: SheetRow, column: Column): boolean {
  return /\d/.test(cellText(cellOf(header, column, row.cells)));
}

function labelIn(row: SheetRow): string {
  return words(row.cells.map((cell) => (typeof cell === 'string' ? cell : '')).join(' '));
}

function movementsOf(header: Header, rows: readonly SheetRow[]): PrintedMovement[] {
  const column = (name: Column) =>
    amountColumn(
      name,
      rows.map((row) => ({ row: row.number, cell: cellOf(header, name, row.cells) })),
    );
  const debits = asSizes('debit', rows, column('debit'));
  const credits = asSizes('credit', rows, column('credit'));
  const balances = column('balance');
  return rows.flatMap((row, at) => {
    const [debit, credit] = [debits[at] ?? 0, credits[at] ?? 0];
    if (debit > 0 && credit > 0)
      throw statementError('statementRow', { row: row.number, why: 'debitAndCredit' });
    // A line of zero đồng moves nothing: a notice of the bank.
    if (debit === 0 && credit === 0) return [];
    return [{ ...textsOf(header, row), debit, credit, balance: balances[at] ?? null }];
  });
}

/** Some banks print debits below zero: then all of the column is. */
function asSizes(name: Column, rows: readonly SheetRow[], amounts: readonly (number | null)[]) {
  const sizes = amounts.map((amount) => amount ?? 0);
  if (sizes.every((amount) => amount <= 0)) return sizes.map((amount) => Math.abs(amount));
  const at = sizes.findIndex((amount) => amount < 0);
  if (at === -1) return sizes;
  throw statementError('statementCell', {
    row: rows[at]?.number ?? 0,
    column: name,
    value: String(sizes[at]),
  });
}

function textsOf(header: Header, row: SheetRow) {
  const text = (name: Column) =>
    cellText(cellOf(header, name, row.cells))
      .replace(/\s+/g, ' ')
      .trim();
  const date = printedDate(cellOf(header, 'date', row.cells));
  if (!date) throw statementError('statementRow', { row: row.number, why: 'noDate' });
  return {
    row: row.number,
    date,
    content: text('content'),
    reference: [date.rest, text('document')].filter((part) => part !== '').join(' '),
    counterAccount: text('counterAccount'),
    counterName: text('counterName'),
  };
}

function sumOf(header: Header, row: SheetRow): PrintedSum {
  const amount = (name: Column) => {
    const sum = loneAmount(cellOf(header, name, row.cells));
    return sum === null ? null : Math.abs(sum);
  };
  return { row: row.number, debit: amount('debit'), credit: amount('credit') };
}

/** The balance a label row prints: under "Số dư", else the only amount of the row. */
function balanceOf(header: Header, rows: readonly SheetRow[]): PrintedBalance | null {
  for (const row of rows) {
    const amounts = row.cells.map(amountIn).filter((amount) => amount !== null);
    const amount = loneAmount(cellOf(header, 'balance', row.cells)) ?? amounts.at(-1) ?? null;
    if (amount !== null) return { row: row.number, amount };
  }
  return null;
}

/** An amount in a cell of its own or behind its label: `Số dư cuối kỳ: 1,234,567`. */
function amountIn(cell: SheetRow['cells'][number]): number | null {
  const text = cellText(cell);
  return loneAmount(text.includes(':') ? text.slice(text.lastIndexOf(':') + 1) : cell);
}
