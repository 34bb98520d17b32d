import { vnd, type Vnd } from '@cho40/kernel';

/** What two people counted in the safe, and what they said of it. */
export interface SaidOfSafe {
  readonly counted: Vnd;
  readonly inside: Vnd;
  /** Counted less booked: said only after the program told that there is one. */
  readonly confirmedDifference: number;
  readonly remark: string;
  readonly cashierName: string;
  readonly witnessName: string;
}

/**
 * Why a count is not kept, or null. It is blind: the books are told only once it is there, and a
 * difference is kept when whoever counted says that very difference and why.
 */
export function safeCountProblem(
  said: SaidOfSafe,
): 'witnessIsCashier' | 'safeDiffers' | 'remarkMissing' | null {
  const { counted, inside, confirmedDifference, remark, cashierName, witnessName } = said;
  if (nameOf(cashierName) === nameOf(witnessName)) return 'witnessIsCashier';
  if (counted - inside !== confirmedDifference) return 'safeDiffers';
  return counted !== inside && remark.trim().length < 3 ? 'remarkMissing' : null;
}

/** What a count moves: out of the safe what is missing, into it what is too much; or nothing. */
export function safeCountMove({ counted, inside }: { counted: Vnd; inside: Vnd }) {
  if (counted === inside) return null;
  return counted < inside
    ? ({ kind: 'out', purpose: 'count-short', amount: vnd(inside - counted) } as const)
    : ({ kind: 'in', purpose: 'count-over', amount: vnd(counted - inside) } as const);
}

const nameOf = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
