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

/** What a row says of something that stands, beside what the books say; null: nothing. */
interface Stated {
  readonly field: string;
  readonly said: string | number | null;
  readonly inBooks: string | number | null;
  /** How a problem names what the books say, where it is not the thing itself. */
  readonly shown?: string | null;
}

/** Where a row says something and the books say another thing, or nothing. */
export function differing(table: TableName, row: number, stated: readonly Stated[]): Problem[] {
  const problem = problemOf(table);
  return stated.flatMap(({ field, said, inBooks, shown }) => {
    if (said === null || said === inBooks) return [];
    return inBooks === null
      ? [problem(row, field, 'notInBooks')]
      : [problem(row, field, 'differs', { inBooks: shown ?? inBooks })];
  });
}

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
