import { instantOf, vnd, type BusinessDate, type Vnd } from '@cho40/kernel';
import { cleanText } from '../content';
import { amountColumn } from '../statement/amounts';
import { printedDate } from '../statement/dates';
import { statementError } from '../statement/errors';
import type { Looked } from '../statement/header';
import { cellText, isDate, isEmpty, says, words, type SheetRow } from '../statement/sheet';
import type { ReportColumn } from './report-columns';
import { DONE, FAILED, REFUNDED, TOTALS } from './report-words';
import {
  findReportHeader,
  type MappedReport,
  repeatsReportHeader,
  reportCell,
  type ReportHeader,
} from './report-header';

/** One transaction as the wallet tells it. */
export interface ReportLine {
  readonly rowNumber: number;
  readonly transactionId: string;
  /** A refund takes its amount away. */
  readonly kind: 'payment' | 'refund';
  readonly amount: Vnd;
  /** What the wallet keeps; below nothing where a refund gives it back. đồng. */
  readonly fee: number;
  /** What the line brings to its batch: `amount − fee`, of a refund `−amount − fee`. */
  readonly net: number;
  readonly paidAt: Date;
  readonly paidOn: BusinessDate;
  /** The payer's words and the merchant's order: where a payment code may stand. */
  readonly content: string;
  /** The transaction that a refund gives back: its own id where the report names none. */
  readonly originalId: string | null;
  /** The wallet's number of the batch; the day it was settled, or paid, where it prints none. */
  readonly batch: string;
}

export interface SettlementReport {
  readonly layout: string;
  readonly lines: readonly ReportLine[];
  /** Rows of transactions that did not succeed. */
  readonly skipped: number;
}

/**
 * Reads the rows of one sheet as a wallet's settlement report.
 * @throws a coded refusal of the whole file that names the row and what stands there
 */
export function readReport(sheet: Looked, mapped: readonly MappedReport[] = []): SettlementReport {
  const header = findReportHeader(sheet, mapped);
  const below = sheet.rows.slice(header.at + 1).filter((row) => !isNoLine(header, row));
  const totals = below.filter((row) => isTotal(header, row));
  const told = below.filter((row) => !isTotal(header, row));
  const rows = told.filter((row) => succeeded(header, row));
  const lines = linesOf(header, rows);
  if (lines.length === 0) throw statementError('reportEmpty');
  requireOnce(lines);
  const skipped = told.length - rows.length;
  // What a wallet adds up beside what failed is its own affair.
  if (skipped === 0) for (const row of totals) requireTotal(header, row, lines);
  return { layout: header.layout, lines, skipped };
}

const textIn = (header: ReportHeader, column: ReportColumn, row: SheetRow) =>
  cleanText(cellText(reportCell(header, column, row)));

function isNoLine(header: ReportHeader, row: SheetRow): boolean {
  const hasFigure = !isEmpty(reportCell(header, 'amount', row));
  const hasName = !isEmpty(reportCell(header, 'transaction', row));
  return (!hasFigure && !hasName) || repeatsReportHeader(header, row);
}

const isTotal = (header: ReportHeader, row: SheetRow) =>
  row.cells.some((cell) => TOTALS.includes(words(cellText(cell)).trim())) &&
  !printedDate(reportCell(header, 'time', row));

/** A status nobody knows is asked about, not guessed at. */
function succeeded(header: ReportHeader, row: SheetRow): boolean {
  const status = textIn(header, 'status', row);
  const said = words(status);
  if (status === '') return true;
  if (says(said, FAILED)) return false;
  if (says(said, DONE) || says(said, REFUNDED)) return true;
  throw statementError('reportRow', { row: row.number, why: 'status', value: status.slice(0, 40) });
}

/** Columns of amounts are read in one style each, never cell by cell. */
function linesOf(header: ReportHeader, rows: readonly SheetRow[]): ReportLine[] {
  const column = (name: 'amount' | 'fee' | 'net') =>
    amountColumn(
      name,
      rows.map((row) => ({ row: row.number, cell: reportCell(header, name, row) })),
    );
  const [amounts, fees, nets] = [column('amount'), column('fee'), column('net')];
  return rows.map((row, at) =>
    lineOf(header, row, {
      amount: amounts[at] ?? null,
      fee: fees[at] ?? null,
      net: nets[at] ?? null,
    }),
  );
}

interface Figures {
  readonly amount: number | null;
  readonly fee: number | null;
  readonly net: number | null;
}

function lineOf(header: ReportHeader, row: SheetRow, figures: Figures): ReportLine {
  const transactionId = transactionOf(header, row);
  const { amount, fee, net } = figures;
  if (amount === null || amount === 0) throw refused(row, 'amount');
  const day = printedDate(reportCell(header, 'time', row));
  if (!day) throw refused(row, 'time');
  const said = words(`${textIn(header, 'type', row)} ${textIn(header, 'status', row)}`);
  const kind = amount < 0 || says(said, REFUNDED) ? 'refund' : 'payment';
  const original = textIn(header, 'original', row).slice(0, LONGEST_ID);
  return {
    rowNumber: row.number,
    transactionId,
    kind,
    amount: vnd(Math.abs(amount)),
    ...feeOf(row, kind, { amount: Math.abs(amount), fee, net }),
    paidAt: instantOf(day.day, day.time),
    paidOn: day.day,
    content: contentOf(header, row),
    originalId: kind === 'refund' ? original || transactionId : null,
    batch: batchOf(header, row) ?? day.day,
  };
}

const LONGEST_ID = 100;

function transactionOf(header: ReportHeader, row: SheetRow): string {
  const cell = reportCell(header, 'transaction', row);
  // A number too long for a spreadsheet has lost its last digits.
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) throw refused(row, 'transaction');
  const id = textIn(header, 'transaction', row);
  if (id === '' || id.length > LONGEST_ID) throw refused(row, 'transaction');
  return id;
}

/**
 * What the wallet keeps of a line and what it passes on. Reports print fees with either sign; of a
 * refund a fee comes back, unless the net says otherwise.
 */
function feeOf(
  row: SheetRow,
  kind: ReportLine['kind'],
  { amount, fee, net }: { amount: number; fee: number | null; net: number | null },
): Pick<ReportLine, 'fee' | 'net'> {
  const gross = kind === 'payment' ? amount : -amount;
  const printed = Math.abs(fee ?? 0);
  const passedOn =
    net === null ? gross - (kind === 'payment' ? printed : -printed) : signed(net, gross);
  const kept = gross - passedOn;
  if (fee !== null && Math.abs(kept) !== printed) throw refused(row, 'net');
  if (kind === 'payment' && (kept < 0 || kept > amount)) throw refused(row, 'net');
  return { fee: kept, net: passedOn };
}

/** A refund's net may be printed without its sign. */
const signed = (net: number, gross: number) => (gross < 0 ? -Math.abs(net) : net);

function contentOf(header: ReportHeader, row: SheetRow): string {
  const [content, order] = [textIn(header, 'content', row), textIn(header, 'order', row)];
  return cleanText(content.includes(order) ? content : `${content} ${order}`, LONGEST_CONTENT);
}

// Matching takes any text up to 512 characters (design/money.md).
const LONGEST_CONTENT = 512;

function batchOf(header: ReportHeader, row: SheetRow): string | null {
  const number = textIn(header, 'batch', row).slice(0, LONGEST_BATCH);
  if (number !== '') return number;
  return printedDate(reportCell(header, 'settledOn', row))?.day ?? null;
}

const LONGEST_BATCH = 60;

/** A transaction stands in a file once: as a payment, and as its refund. */
function requireOnce(lines: readonly ReportLine[]): void {
  const seen = new Set<string>();
  for (const { kind, transactionId, rowNumber } of lines) {
    const key = lineKey({ kind, transactionId });
    if (seen.has(key)) throw statementError('reportRow', { row: rowNumber, why: 'twice' });
    seen.add(key);
  }
}

/** What a line is known by again within its wallet. */
export const lineKey = ({ kind, transactionId }: Pick<ReportLine, 'kind' | 'transactionId'>) =>
  `${kind} ${transactionId}`;

/** A printed total that is not the lines' says that lines are missing. */
function requireTotal(header: ReportHeader, row: SheetRow, lines: readonly ReportLine[]): void {
  const cell = reportCell(header, 'amount', row);
  if (isEmpty(cell) || isDate(cell)) return;
  const [printed] = amountColumn('amount', [{ row: row.number, cell }]);
  const of = (kind: ReportLine['kind']) =>
    lines.filter((line) => line.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
  const [paid, refunded] = [of('payment'), of('refund')];
  if (printed === null || printed === undefined) return;
  if (![paid, paid - refunded, paid + refunded].includes(printed))
    throw statementError('reportTotal', { row: row.number, printed, sum: paid - refunded });
}

const refused = (row: SheetRow, why: 'amount' | 'time' | 'transaction' | 'net') =>
  statementError('reportRow', { row: row.number, why });
