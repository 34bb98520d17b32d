import { statementError } from '../statement/errors';
import { type Looked, SCANNED_ROWS } from '../statement/header';
import { headerPrint } from '../statement/mapped';
import { cellText, isEmpty, type Cell, type SheetRow } from '../statement/sheet';
import {
  NEEDED_COLUMNS,
  REPORT_COLUMNS,
  type ReportColumn,
  reportColumnNamed,
} from './report-columns';

export type ReportMapping = Readonly<Partial<Record<ReportColumn, number>>>;

/** A report's header that a person has mapped. */
export interface MappedReport {
  readonly name: string;
  readonly fingerprint: string;
  readonly columns: ReportMapping;
}

export interface ReportHeader {
  /** What the board called the layout; `named` where its names were known. */
  readonly layout: string;
  readonly columns: ReportMapping;
  /** Index of its row. */
  readonly at: number;
}

export const NAMED_LAYOUT = 'named';
const KNOWN_NAMES = 4;

/**
 * Finds the row that names the columns: one that a person has mapped, or the one with the most known
 * names.
 * @throws reportLayoutUnknown when the first 60 rows have none
 */
export function findReportHeader(
  { rows }: Looked,
  mapped: readonly MappedReport[] = [],
): ReportHeader {
  const scanned = rows.filter(({ number }) => number <= SCANNED_ROWS);
  const header = byHand(scanned, mapped) ?? byNames(scanned);
  if (!header) throw statementError('reportLayoutUnknown');
  return header;
}

function byHand(rows: readonly SheetRow[], mapped: readonly MappedReport[]): ReportHeader | null {
  for (const [at, { cells }] of rows.entries()) {
    const print = headerPrint(cells);
    const layout = mapped.find(({ fingerprint }) => fingerprint === print);
    if (layout) return { layout: layout.name, columns: layout.columns, at };
  }
  return null;
}

function byNames(rows: readonly SheetRow[]): ReportHeader | null {
  let best: ReportHeader | null = null;
  for (const [at, { cells }] of rows.entries()) {
    const columns = columnsOf(cells);
    const isWhole = NEEDED_COLUMNS.every((column) => columns[column] !== undefined);
    const known = Object.keys(columns).length;
    if (isWhole && known >= KNOWN_NAMES && known > Object.keys(best?.columns ?? {}).length)
      best = { layout: NAMED_LAYOUT, columns, at };
  }
  return best;
}

function columnsOf(cells: readonly Cell[]): ReportMapping {
  const columns: Partial<Record<ReportColumn, number>> = {};
  cells.forEach((cell, at) => {
    const column = isEmpty(cell) ? undefined : reportColumnNamed(cellText(cell));
    if (column) columns[column] ??= at;
  });
  return columns;
}

export function reportCell({ columns }: ReportHeader, column: ReportColumn, row: SheetRow): Cell {
  const place = columns[column];
  return place === undefined ? null : row.cells[place];
}

/** Whether a row repeats the header, as printed pages do. */
export function repeatsReportHeader(header: ReportHeader, row: SheetRow): boolean {
  const named = REPORT_COLUMNS.filter((column) => {
    const cell = reportCell(header, column, row);
    return typeof cell === 'string' && reportColumnNamed(cell) === column;
  });
  return named.length >= KNOWN_NAMES;
}

/**
 * Checks that a mapping says what a line is: its transaction, its time and its amount.
 * @throws layoutIncomplete
 */
export function requireReportMapping(columns: ReportMapping, width: number): void {
  const places = Object.values(columns);
  const isTwice = new Set(places).size < places.length;
  if (isTwice || places.some((place) => place >= width))
    throw statementError('layoutIncomplete', { missing: 'place' });
  for (const missing of NEEDED_COLUMNS)
    if (columns[missing] === undefined) throw statementError('layoutIncomplete', { missing });
}
