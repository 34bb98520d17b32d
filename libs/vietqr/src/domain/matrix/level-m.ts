/** How a code of level M is laid out, by version 1 to 40 (ISO/IEC 18004, table 9). */
export interface Version {
  readonly version: number;
  readonly side: number;
  readonly blocks: number;
  readonly correctionPerBlock: number;
}

const CORRECTION_PER_BLOCK = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26,
  28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/** The version of a code so many modules wide; null where no code is. */
export function versionOf(side: number): Version | null {
  const version = (side - 17) / 4;
  const blocks = BLOCKS[version - 1];
  const correctionPerBlock = CORRECTION_PER_BLOCK[version - 1];
  if (blocks === undefined || correctionPerBlock === undefined) return null;
  return { version, side, blocks, correctionPerBlock };
}

/** Where alignment patterns have their centres, across and down (annex E). */
export function alignmentCentres({ version, side }: Version): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  // Even steps, counted back from the last; version 32 rounds otherwise than the rest.
  const step = version === 32 ? 26 : Math.ceil((side - 13) / (2 * (count - 1))) * 2;
  const rest = Array.from({ length: count - 1 }, (_, at) => side - 7 - step * (count - 2 - at));
  return [6, ...rest];
}
