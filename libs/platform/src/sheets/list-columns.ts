import { businessDateOf, formatDate } from '@cho40/kernel';
import type { SheetColumn, WrittenCell } from './write-sheets';

/** A column of a list's file; `of` gives its cell where the row's own value is not what to read. */
export interface ListColumn<Row, Value> extends SheetColumn {
  of?(value: Value, row: Row): WrittenCell;
}

/** The columns of a list's file by the rows' own names, in the order in which they stand. */
export type ListColumns<Row> = {
  readonly [Name in keyof Row]?: SaidColumn<Row, Row[Name]>;
};

/** One value may fill several columns. */
type SaidColumn<Row, Value> = string | ListColumn<Row, Value> | readonly ListColumn<Row, Value>[];

/** The columns of whatever list, once it is known which. */
export type AnyColumns = Readonly<Record<string, SaidColumn<object, unknown> | undefined>>;

function columnsOf(said: AnyColumns[string]): readonly ListColumn<object, unknown>[] {
  if (said === undefined) return [];
  if (typeof said === 'string') return [{ title: said }];
  return 'title' in said ? [said] : said;
}

export function listColumns(columns: AnyColumns): SheetColumn[] {
  return Object.values(columns).flatMap(columnsOf);
}

/** The rows' cells in the order of the columns. */
export function* listCells(
  columns: AnyColumns,
  rows: readonly object[],
): Generator<readonly WrittenCell[]> {
  const read = Object.entries(columns).flatMap(([name, said]) =>
    columnsOf(said).map(({ of }) => ({ name, of })),
  );
  for (const row of rows) {
    const values = new Map<string, unknown>(Object.entries(row));
    yield read.map(({ name, of }) => (of ? of(values.get(name), row) : cellOf(values.get(name))));
  }
}

/** What a value of the wire is in a cell: yes as a cross, an instant as Vietnamese clocks show it. */
function cellOf(value: unknown): WrittenCell {
  if (value === true) return 'x';
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) return `${formatDate(businessDateOf(value))} ${clockOf(value)}`;
  return null;
}

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const clockOf = (at: Date) => CLOCK.format(at);
