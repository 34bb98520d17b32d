import { readCasso } from '../domain/feeds/casso';
import type { FeedReading } from '../domain/feeds/fields';
import { readGeneric } from '../domain/feeds/generic';
import { readPayOs } from '../domain/feeds/payos';
import { readSePay } from '../domain/feeds/sepay';
import { readSePayPull } from '../domain/feeds/sepay-pull';
import { signedByCasso, tokenOfCasso } from './signatures/casso';
import { signedAtMoment, type Verify } from './signatures/delivery';
import { signedByPayOs } from './signatures/payos';
import { keyOfSePay, signedBySePay } from './signatures/sepay';

export const PROVIDERS = ['sepay', 'casso', 'payos', 'generic'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** hmac: each delivery is signed. api-key: the key comes along, which proves less. */
export const AUTHS = ['hmac', 'api-key'] as const;
export type FeedAuth = (typeof AUTHS)[number];

interface ProviderRules {
  /** The ways in which it can show who it is. */
  readonly verify: Partial<Record<FeedAuth, Verify>>;
  readonly read: (body: string) => FeedReading;
  /** What it answers when it is asked, where it can be. */
  readonly readPulled?: (body: string) => FeedReading;
  /** Kept with the body, so that a signature can be checked again; never a key itself. */
  readonly keptHeaders: readonly string[];
  /** payOS and Casso make the secret themselves; for the others we do. */
  readonly isSecretTheirs: boolean;
  /** Whether a feed of it is of one account, which its deliveries do not name. */
  readonly isOfOneAccount: boolean;
}

/** How each provider signs and what it says (design/bank-feeds.md). */
export const providers: Readonly<Record<Provider, ProviderRules>> = {
  sepay: {
    verify: { hmac: signedBySePay, 'api-key': keyOfSePay },
    read: readSePay,
    readPulled: readSePayPull,
    keptHeaders: ['x-sepay-timestamp', 'x-sepay-signature'],
    isSecretTheirs: false,
    isOfOneAccount: false,
  },
  casso: {
    verify: { hmac: signedByCasso, 'api-key': tokenOfCasso },
    read: readCasso,
    keptHeaders: ['x-casso-signature'],
    isSecretTheirs: true,
    isOfOneAccount: false,
  },
  payos: {
    verify: { hmac: signedByPayOs },
    read: readPayOs,
    keptHeaders: [],
    isSecretTheirs: true,
    isOfOneAccount: false,
  },
  generic: {
    verify: { hmac: signedAtMoment('x-signature-timestamp', 'x-signature') },
    read: readGeneric,
    keptHeaders: ['x-signature-timestamp', 'x-signature'],
    isSecretTheirs: false,
    isOfOneAccount: true,
  },
};
