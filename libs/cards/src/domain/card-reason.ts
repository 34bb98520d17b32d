/** Why a card is printed again, or revoked. */
export const CARD_REASONS = [
  'lost',
  'damaged',
  'account-changed',
  'stall-changed',
  'forged',
  'other',
] as const;
export type CardReason = (typeof CARD_REASONS)[number];

/** How a card stands; those not yet delivered and those replaced count no more. */
export const CARD_STATES = ['waiting', 'valid', 'outdated', 'revoked', 'replaced'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** Why a card is out of date. */
export const OUTDATED_BY = ['account-changed', 'stall-renamed', 'stall-ended'] as const;
export type OutdatedBy = (typeof OUTDATED_BY)[number];

/** The last card of a format that was delivered for a stall. */
export interface LastCard {
  readonly state: 'valid' | 'outdated' | 'revoked';
  readonly why: OutdatedBy | null;
  readonly revokedReason: CardReason | null;
}

/**
 * Why a stall's card is printed now: null for its first, what somebody said, or what is known of
 * the last one. 'missing' where the last one is good and nobody said why another is wanted.
 */
export function reasonToPrint(
  last: LastCard | null,
  said: CardReason | undefined,
): CardReason | null | 'missing' {
  if (last === null) return null;
  if (said !== undefined) return said;
  if (last.state === 'valid') return 'missing';
  if (last.state === 'revoked') return last.revokedReason;
  return last.why === 'account-changed' ? 'account-changed' : 'stall-changed';
}

/** Whether a stall still needs a card of the format. */
export const needsCard = (last: LastCard | null): boolean => last?.state !== 'valid';
