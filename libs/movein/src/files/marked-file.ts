import {
  cellAddress,
  columnLetters,
  type CellMark,
  type MarkedSheet,
  type SheetCell,
  type SheetColumn,
  type WrittenCell,
  writeXlsx,
} from '@cho40/platform';
import type { Column } from '../domain/columns';
import { problemText, type Problem } from '../domain/problem';
import { TABLE_NAMES, TABLES, type TableName } from '../domain/tables';
import type { TablePlace, WorkbookSheet } from '../domain/workbook';
import { plainWords } from '../domain/cells';
import { tableColumns, type Fees } from './template';

const WRONG = 'FFC7CE';
const REASON: SheetColumn = { title: 'Lý do', width: 60 };

interface Marked {
  readonly sheets: readonly WorkbookSheet[];
  readonly places: Readonly<Partial<Record<TableName, TablePlace>>>;
  readonly problems: readonly Problem[];
  readonly fees: Fees;
}

/**
 * The workbook as it came, in the template's columns: wrong cells coloured, each with its reason in
 * a note and at the end of its row; a sheet beside them lists all of them.
 */
export function writeMarkedFile(marked: Marked): Promise<Buffer> {
  const list = {
    name: 'Lỗi',
    columns: LIST,
    rows: marked.problems.map((one) => listed(one, marked)),
  };
  return writeXlsx([list, ...TABLE_NAMES.map((table) => markedSheet(table, marked))]);
}

const LIST: readonly SheetColumn[] = [
  { title: 'Trang', width: 20 },
  { title: 'Ô', width: 8 },
  { title: 'Dòng', kind: 'number', width: 8 },
  { title: 'Cột', width: 24 },
  REASON,
];

function listed(problem: Problem, marked: Marked): readonly WrittenCell[] {
  const { table, field } = problem;
  const { sheet, columns } = TABLES[table];
  const shift = shiftOf(table, marked);
  const row = problem.row - shift;
  const title = titleOf(columns, field);
  return [sheet, cellAddress(row, columnOf(table, field)), row, title, reasonOf(problem, shift)];
}

const titleOf = (columns: Readonly<Record<string, Column>>, field: string) =>
  columns[field]?.title ?? field;
const columnOf = (table: TableName, field: string) =>
  Object.keys(TABLES[table].columns).indexOf(field);

/** By how many rows the titles stand lower in the file that came. */
const shiftOf = (table: TableName, { places }: Marked) => (places[table]?.headerRow ?? 1) - 1;

function reasonOf({ code, facts }: Problem, shift: number): string {
  const { row } = facts;
  return problemText({
    code,
    facts: typeof row === 'number' ? { ...facts, row: row - shift } : facts,
  });
}

function markedSheet(table: TableName, marked: Marked): MarkedSheet {
  const columns = tableColumns(table, marked.fees);
  const shift = shiftOf(table, marked);
  const problems = marked.problems.filter((one) => one.table === table);
  const reasons = new Map<number, string[]>();
  for (const problem of problems) {
    const row = problem.row - shift;
    const reason = `${columnLetters(columnOf(table, problem.field))}: ${reasonOf(problem, shift)}`;
    reasons.set(row, [...(reasons.get(row) ?? []), reason]);
  }
  const marks: CellMark[] = problems.map((problem) => ({
    row: problem.row - shift,
    column: columnOf(table, problem.field),
    fill: WRONG,
    note: reasonOf(problem, shift),
  }));
  const rows = rowsOf(table, marked).map((cells, at) => [
    ...cells,
    reasons.get(at + 2)?.join(' ') ?? null,
  ]);
  return { name: TABLES[table].sheet, columns: [...columns, REASON], rows, marks };
}

/** The rows below the titles as they came, in the template's columns; blank rows keep their place. */
function rowsOf(table: TableName, { sheets, places }: Marked): WrittenCell[][] {
  const place = places[table];
  const sheet = sheets.find(({ name }) => plainWords(name) === plainWords(TABLES[table].sheet));
  if (!place || !sheet) return [];
  const fields = Object.keys(TABLES[table].columns).map((field) => place.columns.get(field));
  const below = sheet.rows.filter(({ number }) => number > place.headerRow);
  const rows: WrittenCell[][] = Array.from(
    { length: (below.at(-1)?.number ?? place.headerRow) - place.headerRow },
    () => [],
  );
  for (const { number, cells } of below)
    rows[number - place.headerRow - 1] = fields.map((at) =>
      at === undefined ? null : written(cells[at]),
    );
  return rows;
}

function written(cell: SheetCell): WrittenCell {
  if (typeof cell === 'object' && cell !== null) return cell.toISOString().slice(0, 10);
  return cell;
}
