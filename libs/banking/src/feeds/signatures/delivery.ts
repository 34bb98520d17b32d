import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { freshness } from '../../domain/freshness';

export type Verdict = 'verified' | 'stale' | 'bad';

/** A delivery as it came. */
export interface RawDelivery {
  /** By name in lower case; the first where there were several. */
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

/** How a provider shows that a delivery is its own, with each of the secrets that count now. */
export type Verify = (delivery: RawDelivery, secrets: readonly string[], now: Date) => Verdict;

/** Whether a hexadecimal HMAC of `parts` under any of the secrets is the one given. */
export function isSigned(
  algorithm: 'sha256' | 'sha512',
  parts: readonly (string | Buffer)[],
  given: string | undefined,
  secrets: readonly string[],
): boolean {
  const length = algorithm === 'sha256' ? 64 : 128;
  if (!given || given.length !== length || !/^[0-9a-f]+$/i.test(given)) return false;
  const signature = Buffer.from(given, 'hex');
  return secrets.some((secret) => {
    const hmac = createHmac(algorithm, secret);
    for (const part of parts) hmac.update(part);
    return timingSafeEqual(hmac.digest(), signature);
  });
}

/**
 * The way of SePay and of our own form: one header says the moment in unix seconds, another
 * `sha256=<hex>`, the HMAC-SHA256 of moment, dot and body.
 */
export function signedAtMoment(momentHeader: string, signatureHeader: string): Verify {
  return ({ header, body }, secrets, now) => {
    const moment = /^\d{1,11}$/.exec(header(momentHeader) ?? '')?.[0];
    const signature = /^sha256=(\S+)$/i.exec(header(signatureHeader)?.trim() ?? '')?.[1];
    if (!moment || !isSigned('sha256', [`${moment}.`, body], signature, secrets)) return 'bad';
    return freshness(Number(moment), now);
  };
}

/** Whether a key sent as it is, is one of the secrets. */
export function isSecret(given: string | undefined, secrets: readonly string[]): boolean {
  if (!given) return false;
  // Digests are of one length, so that comparing tells nothing of the key's.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return secrets.some((secret) => timingSafeEqual(digest(secret), digest(given)));
}
