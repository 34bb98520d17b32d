export interface Serials {
  first: number;
  last: number;
}

const RANGE = /^(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?$/;

/** `1-17, 19, 21-25` as ranges; null where a part of it is none. */
export function serialsOf(text: string): Serials[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const ranges = parts.map((part) => RANGE.exec(part));
  return ranges.every((range) => range !== null)
    ? ranges.map(([, first, last]) => ({ first: Number(first), last: Number(last ?? first) }))
    : null;
}

export const countOf = (serials: readonly Serials[]): number =>
  serials.reduce((sum, { first, last }) => sum + Math.max(0, last - first + 1), 0);
