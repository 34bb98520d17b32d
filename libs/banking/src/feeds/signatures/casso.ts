import { freshness } from '../../domain/freshness';
import { isSecret, isSigned, type Verify } from './delivery';

/**
 * design/bank-feeds.md, Casso v2: `X-Casso-Signature: t=<ms>,v1=<hex>` is the HMAC-SHA512 of `t`, a
 * dot and the body's JSON with the keys of every level in order.
 */
export const signedByCasso: Verify = ({ header, body }, secrets, now) => {
  const given = header('x-casso-signature') ?? '';
  const [, t, signature] = /^t=(\d{1,14}),\s*v1=([0-9a-f]+)$/i.exec(given.trim()) ?? [];
  const text = sortedJson(body);
  if (!t || text === null || !isSigned('sha512', [`${t}.${text}`], signature, secrets))
    return 'bad';
  return freshness(Number(t) / 1000, now);
};

/** Casso v1: the key itself comes, as `secure-token`. */
export const tokenOfCasso: Verify = ({ header }, secrets) =>
  isSecret(header('secure-token')?.trim(), secrets) ? 'verified' : 'bad';

function sortedJson(body: Buffer): string | null {
  try {
    return JSON.stringify(sorted(JSON.parse(body.toString('utf8'))));
  } catch {
    // No JSON, or nested deeper than the machine can follow: nothing that Casso sends.
    return null;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
