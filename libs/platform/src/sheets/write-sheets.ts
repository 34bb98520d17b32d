import { formatDate, isBusinessDate, type BusinessDate } from '@cho40/kernel';
import { writeXlsx as writeBook, writeXlsxStream, type CellStyle } from 'hucre/xlsx';
import type { Cell, CellValue, ColumnDef, WriteSheet } from 'hucre/xlsx';
import { Readable } from 'node:stream';
import { columnLetters } from './sheet';
import { neutral } from './neutral';

export type ColumnKind = 'text' | 'money' | 'number' | 'day';

export interface SheetColumn {
  readonly title: string;
  /** `text` without it. Money is đồng, a day a BusinessDate. */
  readonly kind?: ColumnKind;
  /** In letters. */
  readonly width?: number;
  /** What the cells may hold: a drop-down list. */
  readonly choices?: readonly string[];
}

export type WrittenCell = string | number | boolean | null | undefined;

/** What is said about a cell: its colour and the note that opens over it. */
export interface CellMark {
  /** As printed: counts from 1, the row of titles included. */
  readonly row: number;
  /** Counts from 0. */
  readonly column: number;
  /** RGB, six hexadecimal digits. */
  readonly fill: string;
  readonly note?: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly WrittenCell[]>;
}

export interface MarkedSheet extends WrittenSheet {
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly marks?: readonly CellMark[];
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 24, money: 16, number: 12, day: 13 };
const FORMATS: Partial<Record<ColumnKind, string>> = {
  text: '@',
  money: '#,##0',
  day: 'dd/mm/yyyy',
};
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBE3' } },
  alignment: { wrapText: true, vertical: 'center' },
};
/** To which row a drop-down list reaches. */
const LAST_CHOICE_ROW = 20_001;

/** A workbook of several sheets, with colours, notes and drop-down lists; held in memory. */
export async function writeXlsx(sheets: readonly MarkedSheet[]): Promise<Buffer> {
  return Buffer.from(await writeBook({ sheets: sheets.map(bookSheet) }));
}

/** A workbook of one sheet, made while it is read: its rows are never all in the file at once. */
export function streamXlsx({ name, columns, rows }: WrittenSheet): Readable {
  const definitions = columns.map((column) => ({ ...definition(column), header: column.title }));
  const options = { name: sheetName(name), columns: definitions, freezePane: { rows: 1 } };
  return Readable.from(chunksOf(writeXlsxStream(xlsxRows(columns, rows), options)));
}

/**
 * A CSV file. Columns are parted by semicolons and the file begins with the mark of UTF-8, since
 * that is what Excel on Vietnamese Windows, where the comma is the decimal sign, opens into columns
 * with its letters right.
 */
export function streamCsv({ columns, rows }: WrittenSheet): Readable {
  return Readable.from(csvLines(columns, rows));
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

function* xlsxRows(columns: readonly SheetColumn[], rows: WrittenSheet['rows']) {
  for (const row of rows) yield columns.map((column, at) => xlsxCell(column, row[at]));
}

function* csvLines(columns: readonly SheetColumn[], rows: WrittenSheet['rows']) {
  yield `\uFEFF${columns.map(({ title }) => quoted(title)).join(';')}\r\n`;
  for (const row of rows)
    yield `${columns.map((column, at) => quoted(csvCell(column, row[at]))).join(';')}\r\n`;
}

const isDay = (cell: WrittenCell): cell is BusinessDate =>
  typeof cell === 'string' && isBusinessDate(cell);

function xlsxCell({ kind }: SheetColumn, cell: WrittenCell): CellValue {
  if (kind === 'day' && isDay(cell)) return new Date(`${cell}T00:00:00Z`);
  return neutral(cell) ?? null;
}

function csvCell({ kind }: SheetColumn, cell: WrittenCell): string {
  if (kind === 'day' && isDay(cell)) return formatDate(cell);
  return String(neutral(cell) ?? '');
}

const quoted = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function definition({ kind = 'text', width = WIDTHS[kind] }: SheetColumn): ColumnDef {
  const numFmt = FORMATS[kind];
  return { width, ...(numFmt ? { numFmt } : {}) };
}

// Excel allows no more, and none of these signs.
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

function bookSheet({ name, columns, rows, marks = [] }: MarkedSheet): WriteSheet {
  const titles = columns.map(({ title }) => title);
  const heads = titles.map((value, at) => [`0,${at}`, headCell(value)] as const);
  const all = [titles, ...rows];
  const marked = marks.map((mark) => {
    const value = all[mark.row - 1]?.[mark.column];
    return [
      `${mark.row - 1},${mark.column}`,
      markedCell(columns[mark.column], value, mark),
    ] as const;
  });
  return {
    name: sheetName(name),
    columns: columns.map(definition),
    rows: [titles, ...xlsxRows(columns, rows)],
    cells: new Map([...heads, ...marked]),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(choicesOf),
  };
}

const headCell = (value: string): Partial<Cell> => ({ value, type: 'string', style: HEAD });

function markedCell(
  column: SheetColumn | undefined,
  value: WrittenCell,
  { fill, note }: CellMark,
): Partial<Cell> {
  const numFmt = FORMATS[column?.kind ?? 'text'];
  return {
    value: column ? xlsxCell(column, value) : null,
    style: {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } },
      ...(numFmt ? { numFmt } : {}),
    },
    ...(note ? { comment: { author: 'Chợ 4.0', text: note } } : {}),
  };
}

function choicesOf({ choices }: SheetColumn, at: number) {
  if (!choices) return [];
  const letters = columnLetters(at);
  return [
    {
      type: 'list' as const,
      values: [...choices],
      allowBlank: true,
      range: `${letters}2:${letters}${LAST_CHOICE_ROW}`,
    },
  ];
}
