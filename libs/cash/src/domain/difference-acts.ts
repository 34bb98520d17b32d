import type { Vnd } from '@cho40/kernel';

/**
 * What may become of a difference: a shortage is paid back by the collector; a surplus is given back
 * to them, is found to be the money of a receipt written late, or is kept by the board.
 */
export const DIFFERENCE_ACT_KINDS = ['paid-back', 'given-back', 'late-receipt', 'kept'] as const;
export type DifferenceActKind = (typeof DIFFERENCE_ACT_KINDS)[number];

/** Why an act cannot be, or null. A late receipt's money lies in the safe and still in the hand. */
export function actProblem(
  { kind, amount }: { kind: DifferenceActKind; amount: Vnd },
  open: { readonly shortage: Vnd; readonly surplus: Vnd; readonly inHand: Vnd },
): 'moreThanOpen' | 'moreThanInHand' | null {
  if (amount > (kind === 'paid-back' ? open.shortage : open.surplus)) return 'moreThanOpen';
  return kind === 'late-receipt' && amount > open.inHand ? 'moreThanInHand' : null;
}
