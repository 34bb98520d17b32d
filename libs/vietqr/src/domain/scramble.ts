import { halfSipHash, type Key } from './half-sip-hash';

/** Serials, and the digits they become, lie below this: seven digits. */
export const SERIALS = 10_000_000;

// 2500 × 4000 = 10,000,000, so the two halves of the Feistel network need no cycle-walking.
const LEFT = 2500;
const RIGHT = 4000;
// Two keyed steps a round, ten in all, as NIST SP 800-38G takes for the same kind of network.
const ROUNDS = 5;

/**
 * Seven digits for a serial: a permutation of 0..9,999,999 that only the key tells, another one for
 * each `tweak`. So every serial has its own digits, and one says nothing about the next.
 */
export function scrambled(serial: number, tweak: number, key: number): number {
  const words: Key = [key % 2 ** 32, Math.floor(key / 2 ** 32)];
  let left = Math.floor(serial / RIGHT);
  let right = serial % RIGHT;
  for (let round = 0; round < ROUNDS; round += 1) {
    left = (left + halfSipHash(words, [tweak, 2 * round, right])) % LEFT;
    right = (right + halfSipHash(words, [tweak, 2 * round + 1, left])) % RIGHT;
  }
  return left * RIGHT + right;
}
