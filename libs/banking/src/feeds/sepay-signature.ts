import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { freshness } from '../domain/freshness';

export type FeedAuth = 'hmac' | 'api-key';
export type Verdict = 'verified' | 'stale' | 'bad';

export interface SignedDelivery {
  readonly authorization?: string;
  readonly timestamp?: string;
  readonly signature?: string;
  readonly body: Buffer;
}

/**
 * Whether SePay sent this (design/bank-feeds.md): `X-SePay-Signature: sha256=<hex>` is the
 * HMAC-SHA256 of `timestamp.body`, or the key itself comes as `Authorization: Apikey <KEY>`.
 * Each of the secrets counts, two during a rotation.
 */
export function verifySePay(
  auth: FeedAuth,
  delivery: SignedDelivery,
  secrets: readonly string[],
  now: Date,
): Verdict {
  if (auth === 'api-key') return hasKey(delivery, secrets) ? 'verified' : 'bad';
  const timestamp = /^\d{1,11}$/.exec(delivery.timestamp ?? '')?.[0];
  const signature = /^sha256=([0-9a-f]{64})$/i.exec(delivery.signature?.trim() ?? '')?.[1];
  if (!timestamp || !signature) return 'bad';
  const given = Buffer.from(signature, 'hex');
  const isOurs = secrets.some((secret) => {
    const hmac = createHmac('sha256', secret).update(`${timestamp}.`).update(delivery.body);
    return timingSafeEqual(hmac.digest(), given);
  });
  return isOurs ? freshness(Number(timestamp), now) : 'bad';
}

function hasKey({ authorization }: SignedDelivery, secrets: readonly string[]): boolean {
  const key = /^apikey\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
  if (!key) return false;
  // Digests are of one length, so that comparing tells nothing of the key's.
  const given = digest(key);
  return secrets.some((secret) => timingSafeEqual(digest(secret), given));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
