import { statementError } from './errors';
import { COLUMNS, LAYOUTS, type Column, type StatementLayout } from './layouts';
import { cellText, isEmpty, says, words, type Cell, type SheetRow } from './sheet';

/** Where a column begins, and where the next one does: merged cells leave gaps between them. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Header {
  readonly layout: StatementLayout;
  readonly columns: ReadonlyMap<Column, Span>;
  /** Index into the rows of the header's last row. */
  readonly endsAt: number;
  /** Index of its first row: what stands above it is the preamble. */
  readonly startsAt: number;
}

const SCANNED_ROWS = 60;
const KNOWN_NAMES = 3;

/**
 * Finds the row that names the columns, or two rows where names stand one above the other.
 * @throws statementLayoutUnknown when the first 60 rows have none
 */
export function findHeader(rows: readonly SheetRow[]): Header {
  const scanned = rows.filter((row) => row.number <= SCANNED_ROWS);
  for (const height of [1, 2])
    for (let at = 0; at + height <= scanned.length; at += 1) {
      const header = headerAt(rows, at, height);
      if (header) return header;
    }
  throw statementError('statementLayoutUnknown', {
    banks: LAYOUTS.map((layout) => layout.name).join(', '),
  });
}

function headerAt(rows: readonly SheetRow[], at: number, height: number): Header | null {
  const names = namesOf(rows.slice(at, at + height).map((row) => row.cells));
  const above = rows.slice(0, at).flatMap((row) => row.cells.map(cellText));
  const marked = words([...above, ...names].join(' '));
  for (const layout of LAYOUTS) {
    const columns = columnsOf(names, layout);
    if (isWhole(columns) && says(marked, layout.marks))
      return { layout, columns, startsAt: at, endsAt: at + height - 1 };
  }
  return null;
}

/** The texts of one header, column by column, the rows of a tall one joined. */
function namesOf(rows: readonly (readonly Cell[])[]): string[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    rows
      .map((cells) => cellText(cells[column]))
      .join(' ')
      .trim(),
  );
}

function columnsOf(names: readonly string[], layout: StatementLayout): Map<Column, Span> {
  const columns = new Map<Column, Span>();
  names.forEach((name, from) => {
    const column = name === '' ? undefined : columnNamed(words(name), layout);
    if (!column || columns.has(column)) return;
    const next = names.findIndex((other, at) => at > from && other !== '');
    columns.set(column, { from, to: next === -1 ? names.length : next });
  });
  return columns;
}

function columnNamed(name: string, layout: StatementLayout): Column | undefined {
  return COLUMNS.find((column) => says(name, layout.names[column] ?? []));
}

// A summary above the table ("Số dư đầu kỳ · Ghi nợ · Ghi có") has no column of dates.
function isWhole(columns: ReadonlyMap<Column, Span>): boolean {
  const hasAmounts = columns.has('debit') && columns.has('credit');
  const hasMore = columns.has('balance') || columns.has('content');
  return columns.size >= KNOWN_NAMES && columns.has('date') && hasAmounts && hasMore;
}

/** The cell of a column in a row: the first that is filled from its own to the next one's place. */
export function cellOf(header: Header, column: Column, cells: readonly Cell[]): Cell {
  const span = header.columns.get(column);
  if (!span) return null;
  for (let at = span.from; at < span.to; at += 1) if (!isEmpty(cells[at])) return cells[at];
  return null;
}

/** Whether a row repeats the header, as banks do at the top of each printed page. */
export function repeatsHeader(header: Header, cells: readonly Cell[]): boolean {
  const named = [...header.columns.keys()].filter((column) => {
    const cell = cellOf(header, column, cells);
    return typeof cell === 'string' && columnNamed(words(cell), header.layout) === column;
  });
  return named.length >= KNOWN_NAMES;
}
