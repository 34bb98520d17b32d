import type { Vnd } from '@cho40/kernel';

/** A figure is never a percentage alone. Rolled up by adding both parts. */
export interface Ratio<Part extends number = number> {
  readonly numerator: Part;
  readonly denominator: Part;
}

/** Between which two shares the truth lies, as fractions of 1; null without any money. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

// The Department sets it; hiding cash raises a share, and this is what stops it (adoption.md).
const COLLECTED_FOR_FINAL_PERCENT = 80;

// Four decimals of a fraction are two of a percentage: enough to print, stable to compare.
const rounded = (fraction: number) => Math.round(fraction * 10_000) / 10_000;

/**
 * Money nobody is named for may turn out to be fees or not: low counts it against the share, high
 * for it.
 */
export function interval(byValue: Ratio<Vnd>, unmatched: Vnd): Interval {
  const all = byValue.denominator + unmatched;
  if (all === 0) return { low: null, high: null };
  return {
    low: rounded(byValue.numerator / all),
    high: rounded((byValue.numerator + unmatched) / all),
  };
}

/** A month is final, no longer provisional, when its bank days are proven and enough is collected. */
export function isFinal(areDaysProven: boolean, collection: Ratio<Vnd>): boolean {
  const { numerator, denominator } = collection;
  return (
    areDaysProven && denominator > 0 && numerator * 100 >= denominator * COLLECTED_FOR_FINAL_PERCENT
  );
}
