import type { Column } from './columns';
import { statementError } from './errors';
import type { Signs } from './header';
import { cellText, words, type Cell } from './sheet';

/** The columns that a person may point out, with their places counted from 0. */
export const MAPPED_COLUMNS = [
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
] as const satisfies Column[];
export type MappedColumn = (typeof MAPPED_COLUMNS)[number];
export type Mapping = Readonly<Partial<Record<MappedColumn, number>>>;

/** A layout that was mapped by hand. */
export interface MappedLayout {
  readonly name: string;
  /** What `headerPrint` makes of its header. */
  readonly fingerprint: string;
  readonly columns: Mapping;
  readonly signs: Signs;
}

const LONGEST_NAME = 60;

/** What a header is known by again: its names folded, in their places. */
export function headerPrint(cells: readonly Cell[]): string {
  return cells
    .map((cell) => words(cellText(cell)).trim().slice(0, LONGEST_NAME))
    .join('|')
    .replace(/\|+$/, '');
}

/**
 * Checks that a mapping says what a movement is: its day, and its amount in two columns or in one.
 * @throws layoutIncomplete
 */
export function requireMapping(columns: Mapping, width: number): void {
  const places = Object.values(columns);
  const isTwice = new Set(places).size < places.length;
  if (isTwice || places.some((place) => place >= width))
    throw statementError('layoutIncomplete', { missing: 'place' });
  if (columns.date === undefined) throw statementError('layoutIncomplete', { missing: 'date' });
  const hasTwo = columns.debit !== undefined && columns.credit !== undefined;
  const hasSide = columns.debit !== undefined || columns.credit !== undefined;
  const hasOne = columns.amount !== undefined;
  if (hasOne ? hasSide : !hasTwo) throw statementError('layoutIncomplete', { missing: 'amount' });
  if (columns.direction !== undefined && !hasOne)
    throw statementError('layoutIncomplete', { missing: 'amount' });
}
