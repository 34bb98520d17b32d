/** 64 bits: the low word, the high word. */
export type Key = readonly [number, number];

const COMPRESSION_ROUNDS = 2;
const FINAL_ROUNDS = 4;

/**
 * HalfSipHash-2-4 (Aumasson and Bernstein): 32 bits that only who has the key can foretell. Key
 * and words are of 32 bits each, in little endian.
 */
export function halfSipHash([low, high]: Key, words: readonly number[]): number {
  const state = Int32Array.of(low, high, low ^ 0x6c796765, high ^ 0x74656462);
  for (const word of words) absorb(state, word);
  // The last block carries the number of bytes in its top byte.
  absorb(state, (words.length * 4) << 24);
  state[2] = at(state, 2) ^ 0xff;
  turn(state, FINAL_ROUNDS);
  return (at(state, 1) ^ at(state, 3)) >>> 0;
}

function absorb(state: Int32Array, word: number): void {
  state[3] = at(state, 3) ^ word;
  turn(state, COMPRESSION_ROUNDS);
  state[0] = at(state, 0) ^ word;
}

function turn(state: Int32Array, rounds: number): void {
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  for (let round = 0; round < rounds; round += 1) {
    a = (a + b) | 0;
    b = rotated(b, 5) ^ a;
    a = rotated(a, 16);
    c = (c + d) | 0;
    d = rotated(d, 8) ^ c;
    a = (a + d) | 0;
    d = rotated(d, 7) ^ a;
    c = (c + b) | 0;
    b = rotated(b, 13) ^ c;
    c = rotated(c, 16);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function at(state: Int32Array, place: number): number {
  return state[place] ?? 0;
}
