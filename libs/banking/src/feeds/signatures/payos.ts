import { isSigned, type Verify } from './delivery';

/**
 * design/bank-feeds.md, payOS: `signature` in the body is the HMAC-SHA256 of `key=value&…` over
 * `data`, keys in alphabetical order, null as nothing. It says no time, so nothing is stale: a
 * delivery sent again is the same transaction by its reference.
 */
export const signedByPayOs: Verify = ({ body }, secrets) => {
  const told = bodyOf(body);
  if (!told) return 'bad';
  return isSigned('sha256', [signedText(told.data)], told.signature, secrets) ? 'verified' : 'bad';
};

function bodyOf(body: Buffer): { data: object; signature: string } | null {
  try {
    const told: unknown = JSON.parse(body.toString('utf8'));
    if (typeof told !== 'object' || told === null) return null;
    const { data, signature } = { data: null, signature: null, ...told };
    const isWhole = typeof data === 'object' && data !== null && typeof signature === 'string';
    return isWhole ? { data, signature } : null;
  } catch {
    return null;
  }
}

function signedText(data: object): string {
  return Object.entries(data)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}=${valueText(value)}`)
    .join('&');
}

// payOS's own client writes these words for what JavaScript has no value for.
function valueText(value: unknown): string {
  if (value === null || value === undefined || value === 'null' || value === 'undefined') return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
