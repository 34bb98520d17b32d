import type { Facts } from '@cho40/kernel';
import type { Problem, ProblemCode } from './problem';
import type { TableName } from './tables';
import type { ReadWorkbook, SeenRow } from './workbook';

/** Makes problems of one table's rows. */
export const problemOf =
  (table: TableName) =>
  (row: number, field: string, code: ProblemCode, facts: Facts = {}): Problem => ({
    table,
    row,
    field,
    code,
    facts,
  });

/** The keys of a table's rows, the wrong ones' too: what refers to them is not wrong itself. */
export function keysSeen(
  { seen }: ReadWorkbook,
  table: TableName,
  keyOf: (row: SeenRow) => string,
): ReadonlySet<string> {
  return new Set(seen[table].map(keyOf));
}

/** The rows whose key stood before, each with the first row that has it. */
export function repeated<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): [again: Row, first: Row][] {
  const firsts = new Map<string, Row>();
  return rows.flatMap((row): [Row, Row][] => {
    const key = keyOf(row);
    const first = firsts.get(key);
    if (first) return [[row, first]];
    firsts.set(key, row);
    return [];
  });
}
