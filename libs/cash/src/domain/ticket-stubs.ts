import { vnd, type Vnd } from '@cho40/kernel';

/** Serials that follow each other, both ends included. */
export interface Serials {
  readonly first: number;
  readonly last: number;
}

/** What becomes of stubs that a collector brings back. */
export const STUB_OUTCOMES = ['sold', 'spoiled', 'lost', 'unsold'] as const;
export type StubOutcome = (typeof STUB_OUTCOMES)[number];
export type BroughtBack = Readonly<Record<StubOutcome, readonly Serials[]>>;

export function stubCount(serials: readonly Serials[]): number {
  return serials.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** Why serials cannot be taken as they are told, or null. */
export function serialsProblem(
  serials: readonly Serials[],
): { code: 'stubsReversed' | 'stubNamedTwice'; serial: number } | null {
  const reversed = serials.find(({ first, last }) => first > last);
  if (reversed) return { code: 'stubsReversed', serial: reversed.first };
  const inOrder = [...serials].sort((one, other) => one.first - other.first);
  const twice = inOrder.find(({ first }, at) => first <= (inOrder[at - 1]?.last ?? 0));
  return twice ? { code: 'stubNamedTwice', serial: twice.first } : null;
}

/** Sold times price: what the collector is expected to hand in. */
export function expectedOf({ sold }: Pick<BroughtBack, 'sold'>, price: Vnd): Vnd {
  return vnd(stubCount(sold) * price);
}
