import type { paths } from '../../api/schema.gen';

/** The first rows of one sheet of a file. */
export type ShownSheet =
  paths['/api/v1/statements/rows']['post']['responses'][200]['content']['application/json'][number];
export type ShownRow = ShownSheet['rows'][number];

const STATEMENT_COLUMNS = [
  'date',
  'content',
  'debit',
  'credit',
  'amount',
  'direction',
  'balance',
  'document',
  'counterAccount',
  'counterName',
] as const;
const REPORT_COLUMNS = [
  'transaction',
  'time',
  'amount',
  'fee',
  'net',
  'content',
  'order',
  'batch',
  'settledOn',
  'status',
  'type',
  'original',
] as const;

/** What is mapped: a bank's statement, or a wallet's settlement report. */
export type LayoutKind = 'statement' | 'settlement';
export type MappedColumn = (typeof STATEMENT_COLUMNS | typeof REPORT_COLUMNS)[number];

/** What a column of such a file may hold. */
export const COLUMNS_OF: Readonly<Record<LayoutKind, readonly MappedColumn[]>> = {
  statement: STATEMENT_COLUMNS,
  settlement: REPORT_COLUMNS,
};

const namesIn = ({ cells }: ShownRow) =>
  cells.filter((cell) => cell.trim() !== '' && !/\d/.test(cell)).length;

/** The row that most looks like a header: the one with the most words that are no figures. */
export function guessHeader(rows: readonly ShownRow[]): ShownRow | undefined {
  return rows.reduce<ShownRow | undefined>(
    (best, row) => (namesIn(row) > (best ? namesIn(best) : 2) ? row : best),
    undefined,
  );
}

/** What stands under a header's name first, so that a person sees what the column holds. */
export function exampleUnder(rows: readonly ShownRow[], header: ShownRow, place: number): string {
  const below = rows.filter(({ number }) => number > header.number);
  return below.map(({ cells }) => cells[place] ?? '').find((cell) => cell !== '') ?? '';
}
