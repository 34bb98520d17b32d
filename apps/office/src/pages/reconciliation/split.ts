/** What of a bill is to be paid out of a record. */
export interface SplitPart {
  readonly billId: string;
  readonly amount: number;
}

export interface SplitSums {
  readonly given: number;
  /** What the parts leave; below nothing when they give too much. */
  readonly rest: number;
}

export function splitSums(amount: number, parts: readonly SplitPart[]): SplitSums {
  const given = parts.reduce((sum, part) => sum + part.amount, 0);
  return { given, rest: amount - given };
}

/** As much of a bill as what is left pays: what a click on it fills in. */
export const fillIn = (rest: number, due: number): number => Math.max(0, Math.min(rest, due));
