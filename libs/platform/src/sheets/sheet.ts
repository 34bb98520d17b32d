/** What a spreadsheet cell may hold. A Date carries its wall clock time in the UTC fields. */
export type SheetCell = string | number | boolean | Date | null | undefined;

export interface SheetRow {
  /** As the spreadsheet program shows it: the first row is 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Cells that hold a formula, by address: `C7`. What it gave last stands in the row. */
  readonly formulas: readonly string[];
  /** Merged cells, by address: `A3:C3`. Only the first of them holds anything. */
  readonly merged: readonly string[];
}

/** The letters over a column: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A cell's address as the spreadsheet program shows it; rows count from 1, columns from 0. */
export const cellAddress = (row: number, column: number) => `${columnLetters(column)}${row}`;
