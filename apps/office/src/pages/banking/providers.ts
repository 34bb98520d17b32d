import type { ItemOf } from '../../api/reading';

export type Feed = ItemOf<'/api/v1/feeds'>;
export type Provider = Feed['provider'];

export const PROVIDERS: readonly Provider[] = ['sepay', 'casso', 'payos', 'generic'];

/** Whether a key may come along instead of a signature. */
export const hasKeyToo = (provider: Provider): boolean =>
  provider === 'sepay' || provider === 'casso';

/** Whether the provider makes the secret itself, and people copy it from there to here. */
export const isSecretTheirs = (provider: Provider): boolean =>
  provider === 'casso' || provider === 'payos';

/** What is no longer true when a feed was changed. */
export const FEEDS = ['/api/v1/feeds'];
