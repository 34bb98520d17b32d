import type { BodyOf, ItemOf } from '../../api/reading';
import type { Tone } from '../../parts/status-badge';

export type StallCard = ItemOf<'/api/v1/stall-cards'>;
export type FeeCard = BodyOf<'/api/v1/stalls/{id}/fee-cards'>[number];
export type Format = FeeCard['format'];
export type Reason = NonNullable<FeeCard['reason']>;

export const FORMATS = [
  'sticker-10',
  'sticker-8',
  'tent-a6',
  'tent-a5',
  'poster-a4',
] as const satisfies readonly Format[];

export const REASONS = [
  'lost',
  'damaged',
  'account-changed',
  'stall-changed',
  'forged',
  'other',
] as const satisfies readonly Reason[];

export const STALL_CARD_STATES = [
  'none',
  'valid',
  'outdated',
  'revoked',
] as const satisfies readonly StallCard['state'][];

export const TONES: Readonly<Record<StallCard['state'] | FeeCard['state'], Tone>> = {
  none: 'quiet',
  waiting: 'waiting',
  valid: 'good',
  outdated: 'attention',
  revoked: 'bad',
  replaced: 'quiet',
};

/** What is read again after cards were printed or revoked. */
export const CARD_PATHS = [
  '/api/v1/stall-cards',
  '/api/v1/stalls/{id}/fee-cards',
  '/api/v1/markets/{id}/card-sheets',
  '/api/v1/markets/{id}/card-standings',
] as const;

export const serialText = (serial: number): string => String(serial).padStart(6, '0');
