import { type Column, columnNamed, DAYS } from './columns';
import { statementError } from './errors';
import { LAYOUTS, type StatementLayout, UNNAMED_LAYOUT } from './layouts';
import { headerPrint, MAPPED_COLUMNS, type MappedLayout } from './mapped';
import { cellText, isEmpty, says, words, type Cell, type SheetRow } from './sheet';

/** Where a column begins, and where the next one does: merged cells leave gaps between them. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Header {
  readonly layout: string;
  /** The bank that names itself above the table; null where none or several do. */
  readonly bin: string | null;
  readonly columns: ReadonlyMap<Column, Span>;
  /** Whose view its debits and credits take: the bank's, where a person did not say otherwise. */
  readonly signs: Signs;
  /** Index into the rows of the header's last row. */
  readonly endsAt: number;
  /** Index of its first row: what stands above it is the preamble. */
  readonly startsAt: number;
}

export type Signs = 'bank' | 'ours';

/** A sheet as it is looked at for a header. */
export interface Looked {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export const SCANNED_ROWS = 60;
const KNOWN_NAMES = 3;

/**
 * Finds the row that names the columns: one that a person has mapped, or one with known names, or two rows where names stand one above the other; of
 * several the one that names most, since a summary above the table may look like a header too.
 * @throws statementLayoutUnknown when the first 60 rows have none
 */
export function findHeader({ name, rows }: Looked, mapped: readonly MappedLayout[] = []): Header {
  const scanned = rows.filter((row) => row.number <= SCANNED_ROWS);
  const byHand = mappedHeader(scanned, mapped);
  if (byHand) return byHand;
  const table = tableIn(scanned, 1) ?? tableIn(scanned, 2);
  if (!table)
    throw statementError('statementLayoutUnknown', {
      banks: LAYOUTS.map(({ title }) => title).join(', '),
    });
  const above = rows.slice(0, table.startsAt).flatMap((row) => row.cells.map(cellText));
  const bank = bankOf(words([name, ...above].join(' ')), words(table.names.join(' ')));
  return { ...table, ...bank, signs: 'bank' };
}

/** Whoever mapped a header by hand knows better than the names do. */
function mappedHeader(
  rows: readonly SheetRow[],
  mapped: readonly MappedLayout[],
): Header | undefined {
  if (mapped.length === 0) return undefined;
  for (const [at, { cells }] of rows.entries()) {
    const print = headerPrint(cells);
    const layout = mapped.find(({ fingerprint }) => fingerprint === print);
    if (layout) return { ...asHeader(layout, cells), startsAt: at, endsAt: at };
  }
  return undefined;
}

function asHeader({ name, columns, signs }: MappedLayout, cells: readonly Cell[]) {
  const names = cells.map(cellText);
  const spans = MAPPED_COLUMNS.flatMap((column) => {
    const from = columns[column];
    return from === undefined ? [] : [[column, { from, to: endOf(names, from) }] as const];
  });
  return { layout: name, bin: null, columns: new Map<Column, Span>(spans), signs };
}

type Table = Pick<Header, 'columns' | 'startsAt' | 'endsAt'> & {
  readonly names: readonly string[];
};

function tableIn(rows: readonly SheetRow[], height: number): Table | undefined {
  let best: Table | undefined;
  for (let at = 0; at + height <= rows.length; at += 1) {
    const names = namesOf(rows.slice(at, at + height).map((row) => row.cells));
    const columns = columnsOf(names);
    if (isWhole(columns) && columns.size > (best?.columns.size ?? 0))
      best = { columns, names, startsAt: at, endsAt: at + height - 1 };
  }
  return best;
}

/** The texts of one header, column by column, the rows of a tall one joined. */
function namesOf(rows: readonly (readonly Cell[])[]): string[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    rows
      .map((cells) => cellText(cells[column]))
      .join('\n')
      .trim(),
  );
}

function columnsOf(names: readonly string[]): Map<Column, Span> {
  const columns = new Map<Column, Span>();
  const first = names.findIndex((name) => name !== '');
  names.forEach((name, from) => {
    const column = name === '' ? undefined : columnNamed(name, from === first);
    if (column && !columns.has(column)) columns.set(column, { from, to: endOf(names, from) });
  });
  return columns;
}

function endOf(names: readonly string[], from: number): number {
  const next = names.findIndex((other, at) => at > from && other !== '');
  return next === -1 ? names.length : next;
}

function isWhole(columns: ReadonlyMap<Column, Span>): boolean {
  const hasAmounts = columns.has('debit') && columns.has('credit');
  const hasMore = columns.has('balance') || columns.has('content');
  const hasDay = DAYS.some((column) => columns.has(column));
  return columns.size >= KNOWN_NAMES && hasDay && hasAmounts && hasMore;
}

/** A bank is believed where its name is printed; marks only say whose layout it looks like. */
function bankOf(above: string, header: string): Pick<Header, 'layout' | 'bin'> {
  const named = LAYOUTS.filter((layout) => says(above, layout.bank));
  const [bank] = named;
  if (bank && named.length === 1) return { layout: bank.name, bin: bank.bin };
  const marksOf = ({ marks }: StatementLayout) =>
    marks.filter((mark) => says(above, [mark]) || says(header, [mark])).length;
  const [best] = LAYOUTS.toSorted((one, other) => marksOf(other) - marksOf(one));
  return { layout: best && marksOf(best) > 0 ? best.name : UNNAMED_LAYOUT, bin: null };
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
    return typeof cell === 'string' && columnNamed(cell, false) === column;
  });
  return named.length >= KNOWN_NAMES;
}
