import { vnd, type Id, type Vnd } from '@cho40/kernel';

/** What a payment has left. */
export interface Rest {
  readonly paymentId: Id;
  readonly rest: Vnd;
}

/** How much is taken of which payment, in the order given; null when all of them are too little. */
export function takenOf(
  rests: readonly Rest[],
  amount: Vnd,
): { paymentId: Id; amount: Vnd }[] | null {
  let wanted: number = amount;
  const taken: { paymentId: Id; amount: Vnd }[] = [];
  for (const { paymentId, rest } of rests) {
    const part = Math.min(rest, wanted);
    if (part <= 0) continue;
    taken.push({ paymentId, amount: vnd(part) });
    wanted -= part;
  }
  return wanted === 0 ? taken : null;
}
