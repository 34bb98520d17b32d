import type { Version } from './level-m';

// GF(256) of ISO/IEC 18004: powers of 2 modulo x^8 + x^4 + x^3 + x^2 + 1.
const POWER: number[] = [];
const LOG: number[] = [];
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  POWER[exponent] = value;
  LOG[value] = exponent;
  value = value > 127 ? (value * 2) ^ 0x11d : value * 2;
}

/** The data of all blocks in their order; null where a block is not exactly as it was made. */
export function dataOf(codewords: readonly number[], version: Version): number[] | null {
  const blocks = blocksOf(codewords, version);
  if (!blocks.every((block) => isWhole(block, version.correctionPerBlock))) return null;
  return blocks.flatMap((block) => block.slice(0, block.length - version.correctionPerBlock));
}

/** Codewords stand by turns, one of each block; the last blocks may have one more of data. */
function blocksOf(codewords: readonly number[], version: Version): number[][] {
  const { blocks: count, correctionPerBlock } = version;
  const shortData = Math.floor(codewords.length / count) - correctionPerBlock;
  const longer = codewords.length % count;
  const blocks: number[][] = Array.from({ length: count }, () => []);
  let next = 0;
  const deal = (to: readonly number[][]) => {
    for (const block of to) block.push(codewords[next++] ?? 0);
  };
  for (let at = 0; at < shortData; at += 1) deal(blocks);
  deal(blocks.slice(count - longer));
  for (let at = 0; at < correctionPerBlock; at += 1) deal(blocks);
  return blocks;
}

/** Reed and Solomon's syndromes, all of them nothing: no module differs from what was meant. */
function isWhole(block: readonly number[], correction: number): boolean {
  for (let root = 0; root < correction; root += 1) {
    let sum = 0;
    for (const codeword of block) {
      sum = (sum === 0 ? 0 : (POWER[((LOG[sum] ?? 0) + root) % 255] ?? 0)) ^ codeword;
    }
    if (sum !== 0) return false;
  }
  return true;
}
