import { vnd, ZERO_VND, type Vnd } from '@cho40/kernel';

/** What a hand-in moves: out of the hand into the safe, and what was missing or too much. */
export interface HandInParts {
  readonly moved: Vnd;
  readonly short: Vnd;
  readonly over: Vnd;
}

/** What was expected leaves the hand; what was counted lies in the safe. */
export function handInParts({ amount, expected }: { amount: Vnd; expected: Vnd }): HandInParts {
  return {
    moved: vnd(Math.min(amount, expected)),
    short: amount < expected ? vnd(expected - amount) : ZERO_VND,
    over: amount > expected ? vnd(amount - expected) : ZERO_VND,
  };
}

/**
 * Why a count is not kept, or null. A difference is kept only when whoever counted says that very
 * difference: they counted without seeing what is expected, and now count again or confirm.
 */
export function handInProblem(counted: {
  readonly amount: Vnd;
  readonly expected: Vnd;
  readonly inHand: Vnd;
  readonly confirmedDifference: number;
}): 'nothingCounted' | 'moreThanInHand' | 'countDiffers' | null {
  const { amount, expected, inHand, confirmedDifference } = counted;
  if (amount === 0 && expected === 0) return 'nothingCounted';
  if (expected > inHand) return 'moreThanInHand';
  return amount - expected === confirmedDifference ? null : 'countDiffers';
}
