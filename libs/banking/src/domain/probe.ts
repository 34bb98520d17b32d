import { normalContent } from './content';

// Without 0/O, 1/I and the like: a person types it into a banking app.
const LETTERS = '23456789ACDEFGHJKLMNPQRTUVWXY';
const LENGTH = 6;

/** design/security.md: a probe payment of 1,000 đ. Any sum with the code will do. */
export const PROBE_AMOUNT = 1_000;

/** What a probe payment's text must carry, made of random bytes: `KT7H2K9M`, and no payment code. */
export function probeCodeOf(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]);
  return `KT${letters.join('')}`;
}

/** Whether a payment's text carries the code, whatever its bank put around or between. */
export const carriesProbe = (content: string, code: string): boolean =>
  normalContent(content).includes(code);
