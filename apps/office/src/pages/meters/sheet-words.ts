import type { BodyOf } from '../../api/reading';

export type MeterSheet = BodyOf<'/api/v1/markets/{id}/meter-sheet'>;
export type SheetRow = MeterSheet['rows'][number];

/** A value as somebody typed it, not kept yet. */
export interface Typed {
  text: string;
  hasRolledOver: boolean;
}

export const NOTHING_TYPED: Typed = { text: '', hasRolledOver: false };

/** `1234,5` as a number; null while it is none. */
export function valueOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}

/** What a typed value would add; null while it cannot be right. The server decides again. */
export function usageOf(row: SheetRow, { text, hasRolledOver }: Typed): number | null {
  const value = valueOf(text);
  if (value === null || value >= 10 ** row.digits) return null;
  if (!hasRolledOver && value < row.lastValue) return null;
  const reached = hasRolledOver ? value + 10 ** row.digits : value;
  return Math.round(Math.max(0, reached - row.chargedTo) * row.multiplier * 100) / 100;
}

/** Beyond ±150 % of what the meter would have used by its average, as the server tells it. */
export function isFarOff(usage: number, expected: number | null): boolean {
  if (expected === null || expected === 0) return false;
  return usage > expected * 2.5 || usage * 2.5 < expected;
}
