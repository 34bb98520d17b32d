import { isSigned, type Verify } from './delivery';

/**
 * design/bank-feeds.md, payOS: `signature` in the body is the HMAC-SHA256 of `key=value&…` over
 * `data`, keys in alphabetical order, null as nothing. It says no time, so nothing is stale: a
 * delivery sent again is the same transaction by its reference.
 */
export const signedByPayOs: Verify = ({ body }, secrets) => {
  const told = toldBy(body);
  if (!told) return 'bad';
  return isSigned('sha256', [told.text], told.signature, secrets) ? 'verified' : 'bad';
};

function toldBy(body: Buffer): { text: string; signature: string } | null {
  try {
    const told: unknown = JSON.parse(body.toString('utf8'));
    if (typeof told !== 'object' || told === null) return null;
    const { data, signature } = { data: null, signature: null, ...told };
    const isWhole = typeof data === 'object' && data !== null && typeof signature === 'string';
    return isWhole ? { text: signedText(data), signature } : null;
  } catch {
    // No JSON, or nested deeper than the machine can follow: nothing that payOS sends.
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
