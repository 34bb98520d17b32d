import { loneAmount } from './amounts';
import type { Column } from './columns';
import type { PrintedDate } from './dates';
import { dayColumn, dayOf, saysNoDay, type Stated } from './days';
import { statementError } from './errors';
import { cellOf, repeatsHeader, type Header } from './header';
import { LABELS } from './layouts';
import { cellText, isEmpty, says, words, type SheetRow } from './sheet';
import { amountsOf, balancesOf, hasFigures, isBare, sidesOf } from './sides';

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
export function readBody(header: Header, rows: readonly SheetRow[], stated: Stated): Body {
  const sorted = sortRows(header, rows, dayColumn(header, rows, stated) ?? 'date');
  return {
    movements: movementsOf(header, sorted.movements),
    totals: sorted.totals.map((row) => sumOf(header, row)),
    opening: balanceOf(header, sorted.openings),
    closing: balanceOf(header, sorted.closings.toReversed()),
  };
}

interface DatedRow {
  readonly row: SheetRow;
  readonly date: PrintedDate;
}
interface SortedRows {
  movements: DatedRow[];
  totals: SheetRow[];
  openings: SheetRow[];
  closings: SheetRow[];
}

function sortRows(header: Header, rows: readonly SheetRow[], days: Column): SortedRows {
  const sorted: SortedRows = { movements: [], totals: [], openings: [], closings: [] };
  for (const row of rows) {
    const date = hasFigures(header, row) ? dayOf(header, row, days) : null;
    // Nearly all rows are movements: nothing that costs more than this is asked of them.
    if (date) sorted.movements.push({ row, date });
    else if (!repeatsHeader(header, row.cells) && !numbersColumns(row.cells))
      sortUndated(sorted, row, header, saysNoDay(header, row, days));
  }
  return sorted;
}

function sortUndated(sorted: SortedRows, row: SheetRow, header: Header, isEmptyDay: boolean): void {
  const { all, moving } = amountsOf(header, row);
  if (isEmptyDay && moving === 1 && moves(header, row)) pushAsAbove(sorted, row);
  else if (isEmptyDay && all > 0 && isUnlabelled(header, row)) sorted.totals.push(row);
  else sortLabelled(sorted, row, all > 0);
}

/** Whether a row without a day tells of a movement: it has the bank's number, or says what it was. */
function moves(header: Header, row: SheetRow): boolean {
  if (!isBare(header, row, 'document')) return true;
  const text = labelIn(row);
  const isLabel = [LABELS.opening, LABELS.closing, LABELS.total].some((each) => says(text, each));
  return !isBare(header, row, 'content') && !isLabel;
}

const isUnlabelled = (header: Header, row: SheetRow) =>
  isBare(header, row, 'ordinal', 'content', 'document', 'counterName', 'counterAccount');

/** A day that is printed once stands for the rows below it too (VietinBank, merged cells). */
function pushAsAbove(sorted: SortedRows, row: SheetRow): void {
  const above = sorted.movements.at(-1)?.date;
  if (!above) throw statementError('statementRow', { row: row.number, why: 'noDate' });
  sorted.movements.push({ row, date: { ...above, rest: '' } });
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

function labelIn(row: SheetRow): string {
  return words(row.cells.map((cell) => (typeof cell === 'string' ? cell : '')).join(' '));
}

function movementsOf(header: Header, dated: readonly DatedRow[]): PrintedMovement[] {
  const rows = dated.map(({ row }) => row);
  const sides = sidesOf(header, rows);
  const balances = balancesOf(header, rows);
  return dated.flatMap((one, at) => {
    const { debit, credit } = sides[at] ?? { debit: 0, credit: 0 };
    // A line of zero đồng moves nothing: a notice of the bank.
    if (debit === 0 && credit === 0) return [];
    return [{ ...textsOf(header, one), debit, credit, balance: balances[at] ?? null }];
  });
}

function textsOf(header: Header, { row, date }: DatedRow) {
  const text = (name: Column) => cellText(cellOf(header, name, row.cells)).replace(/\s+/g, ' ');
  return {
    row: row.number,
    date,
    content: text('content'),
    reference: [date.rest, text('document')].filter((part) => part !== '').join(' '),
    counterAccount: text('counterAccount'),
    counterName: text('counterName'),
  };
}

/** Sums stand under their columns, or behind a label that names one side: "Tổng phát sinh nợ". */
function sumOf(header: Header, row: SheetRow): PrintedSum {
  const text = labelIn(row);
  const [isDebit, isCredit] = [says(text, LABELS.debitSum), says(text, LABELS.creditSum)];
  if (isDebit !== isCredit) {
    const sum = row.cells.map(amountIn).findLast((amount) => amount !== null) ?? null;
    const size = sum === null ? null : Math.abs(sum);
    return { row: row.number, debit: isDebit ? size : null, credit: isCredit ? size : null };
  }
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
