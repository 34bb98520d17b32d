import { invariant } from './invariant';

declare const vndBrand: unique symbol;
/** Whole đồng: a safe integer, negative where a difference is meant. Never a float, never a string. */
export type Vnd = number & { readonly [vndBrand]: 'Vnd' };

export const ZERO_VND = 0 as Vnd;

/** Takes a number of đồng; throws a bug (not a refusal) when it is no safe integer. */
export function vnd(amount: number): Vnd {
  invariant(Number.isSafeInteger(amount), 'not a whole number of đồng', { amount });
  return (amount === 0 ? 0 : amount) as Vnd;
}

/** The sum in đồng; throws when it leaves the safe integers. */
export function sumVnd(amounts: Iterable<Vnd>): Vnd {
  let total = 0;
  for (const amount of amounts) total = vnd(total + amount);
  return vnd(total);
}

/**
 * Rounds đồng half away from zero: 2.5 → 3, −2.5 → −3. The one place where a product of a price
 * and a quantity becomes money. `amount` is in đồng with a fraction.
 */
export function roundToVnd(amount: number): Vnd {
  invariant(Number.isFinite(amount), 'not a finite sum', { amount });
  // 1e-6 đồng absorbs binary noise such as 40000 × 3.1 = 124000.00000000001 and 2.4999999999.
  const size = Math.floor(Math.abs(amount) + 0.5 + 1e-6);
  return vnd(Math.sign(amount) * size);
}

/**
 * Splits `total` over `weights` so that the parts add up to it exactly: largest remainder, earlier
 * parts first where remainders tie. Weights are ≥ 0 and not all zero.
 */
export function allocate(total: Vnd, weights: readonly number[]): Vnd[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  invariant(whole > 0 && weights.every((weight) => weight >= 0), 'weights must be ≥ 0, not all 0', {
    weights,
  });
  const sign = total < 0 ? -1 : 1;
  const exact = weights.map((weight) => (Math.abs(total) * weight) / whole);
  const parts = exact.map(Math.floor);
  let left = Math.abs(total) - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    parts[at] = (parts[at] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => vnd(sign * part));
}

/** `1250000` → `1.250.000 đ`, as on Vietnamese paper. */
export function formatVnd(amount: Vnd): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '−' : ''}${digits} đ`;
}
