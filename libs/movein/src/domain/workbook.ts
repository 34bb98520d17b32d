import { cellText, plainWords, readCell, type Cell, type CellValue } from './cells';
import type { Column } from './columns';
import { moveInError } from './errors';
import type { Problem, ProblemCode } from './problem';
import { TABLE_NAMES, TABLES, type TableName, type TableRows } from './tables';

export interface WorkbookRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A sheet as it lies in the file; addresses as the spreadsheet program shows them. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly WorkbookRow[];
  readonly formulas: readonly string[];
  readonly merged: readonly string[];
}

/** A row with whatever of it could be read: its keys are known even where its rest is wrong. */
export type SeenRow = Readonly<Record<string, CellValue | null>> & { readonly row: number };

/** Where a table stands in its sheet; fields that the sheet has no column for are not in it. */
export interface TablePlace {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, number>;
}

export interface ReadWorkbook {
  /** Rows without a wrong cell. */
  readonly sound: TableRows;
  readonly seen: Readonly<Record<TableName, readonly SeenRow[]>>;
  readonly places: Readonly<Partial<Record<TableName, TablePlace>>>;
  readonly problems: readonly Problem[];
  /** Sheets that are no table. */
  readonly ignored: readonly string[];
}

/** Sheets of ours that hold no rows to enter. */
export const PROSE_SHEETS = ['Hướng dẫn', 'Ví dụ', 'Lỗi'];
const HEADER_WITHIN = 20;

/**
 * Reads a move-in workbook: five sheets by their names, columns by their titles, in any order.
 * @throws sheetMissing, columnMissing, columnTwice, nothingInIt
 */
export function readWorkbook(sheets: readonly WorkbookSheet[]): ReadWorkbook {
  const byName = new Map(sheets.map((sheet) => [plainWords(sheet.name), sheet]));
  const sound: Record<TableName, object[]> = emptyTables();
  const seen: Record<TableName, SeenRow[]> = emptyTables();
  const places: Partial<Record<TableName, TablePlace>> = {};
  const problems: Problem[] = [];
  for (const table of TABLE_NAMES) {
    const sheet = byName.get(plainWords(TABLES[table].sheet));
    if (!sheet) throw missingSheet(TABLES[table].sheet, sheets);
    const place = placeOf(table, sheet);
    if (!place) continue;
    places[table] = place;
    const read = readTable(table, sheet, place);
    sound[table] = read.filter(({ wrong }) => wrong.length === 0).map(({ seenRow }) => seenRow);
    seen[table] = read.map(({ seenRow }) => seenRow);
    problems.push(...read.flatMap(({ wrong }) => wrong));
  }
  if (TABLE_NAMES.every((table) => seen[table].length === 0)) throw moveInError('nothingInIt');
  // readTable made each row of its table's own columns.
  return { sound: sound as TableRows, seen, places, problems, ignored: ignoredOf(sheets) };
}

function emptyTables<Row>(): Record<TableName, Row[]> {
  return { markets: [], stalls: [], vendors: [], leases: [], debts: [] };
}

function missingSheet(sheet: string, sheets: readonly WorkbookSheet[]) {
  const found = sheets.map(({ name }) => name.trim()).join(', ');
  return moveInError('sheetMissing', { sheet, found: found.slice(0, 200) });
}

function ignoredOf(sheets: readonly WorkbookSheet[]): string[] {
  const ours = [...PROSE_SHEETS, ...TABLE_NAMES.map((table) => TABLES[table].sheet)];
  const known = new Set(ours.map(plainWords));
  return sheets.map(({ name }) => name.trim()).filter((name) => !known.has(plainWords(name)));
}

const isBlank = ({ cells }: WorkbookRow) => cells.every((cell) => cellText(cell) === '');

/** The row of titles, among the first of the sheet, that names most columns; null: an empty sheet. */
function placeOf(table: TableName, { rows }: WorkbookSheet): TablePlace | null {
  const { sheet, columns } = TABLES[table];
  const filled = rows.filter((row) => !isBlank(row));
  if (filled.length === 0) return null;
  const titles = new Map(
    Object.entries(columns).map(([field, column]) => [plainWords(column.title), field]),
  );
  const named = filled.slice(0, HEADER_WITHIN).map((row) => titlesIn(row, titles));
  const best = named.reduce((one, other) => (other.found.length > one.found.length ? other : one));
  const placed = new Map(best.found);
  if (placed.size < best.found.length) {
    const [field = ''] =
      best.found.find(([one], at) => best.found.findIndex(([other]) => other === one) !== at) ?? [];
    throw moveInError('columnTwice', { sheet, column: titleOf(columns, field) });
  }
  const missing = Object.entries<Column>(columns).find(
    ([field, column]) => !column.optional && !placed.has(field),
  );
  if (missing) throw moveInError('columnMissing', { sheet, column: missing[1].title });
  return { headerRow: best.row, columns: placed };
}

const titleOf = (columns: Readonly<Record<string, Column>>, field: string) =>
  columns[field]?.title ?? field;

function titlesIn(row: WorkbookRow, titles: ReadonlyMap<string, string>) {
  const found = row.cells.flatMap((cell, at): [string, number][] => {
    const field = titles.get(plainWords(cellText(cell)));
    return field === undefined ? [] : [[field, at]];
  });
  return { row: row.number, found };
}

interface ReadRow {
  readonly seenRow: SeenRow;
  readonly wrong: readonly Problem[];
}

function readTable(table: TableName, sheet: WorkbookSheet, place: TablePlace): ReadRow[] {
  const barred = barredCells(sheet);
  return sheet.rows
    .filter((row) => row.number > place.headerRow && !isBlank(row))
    .map((row) => readRow(table, row, place, barred));
}

function readRow(
  table: TableName,
  { number: row, cells }: WorkbookRow,
  place: TablePlace,
  barred: ReadonlyMap<string, Barred>,
): ReadRow {
  const values: Record<string, CellValue | null> = {};
  const wrong: Problem[] = [];
  for (const [field, column] of Object.entries<Column>(TABLES[table].columns)) {
    const at = place.columns.get(field);
    const bar = at === undefined ? undefined : barred.get(`${row},${at}`);
    if (bar) {
      wrong.push({ table, row, field, ...bar });
      continue;
    }
    const read = readCell(column, at === undefined ? null : cells[at]);
    if ('wrong' in read)
      wrong.push({ table, row, field, code: read.wrong, facts: read.facts ?? {} });
    else values[field] = read.value;
  }
  return { seenRow: { ...values, row }, wrong };
}

interface Barred {
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Cells that are not read as they stand: formulas, and the first of merged ones. */
function barredCells({ formulas, merged }: WorkbookSheet): ReadonlyMap<string, Barred> {
  const barred = new Map<string, Barred>();
  for (const range of merged) {
    const first = placeOfAddress(range.split(':')[0] ?? '');
    barred.set(first, { code: 'merged', facts: { range } });
  }
  for (const address of formulas)
    barred.set(placeOfAddress(address), { code: 'formula', facts: {} });
  return barred;
}

/** `C7` → `7,2`: the row as shown, the column from 0. */
function placeOfAddress(address: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column =
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return `${row},${column}`;
}
