import type { QrMatrix } from '@cho40/kernel';
import { dataOf } from './codewords';
import { type Version, versionOf } from './level-m';
import { textOfData } from './segments';
import { dataPlaces } from './walk';

/**
 * Reads a code of level M from its modules, by ISO/IEC 18004 alone: not with the package that draws
 * them, which would repeat its own mistake. Nothing is mended: a code that differs in one module
 * from what was meant is null, as is one of another level or whose text is not ASCII.
 */
export function readQrMatrix({ side, isDark }: QrMatrix): string | null {
  const version = versionOf(side);
  if (!version || isDark.length !== side * side || !hasItsPatterns(side, isDark)) return null;
  const isFlipped = maskOf(side, isDark);
  if (!isFlipped) return null;
  const codewords = codewordsOf(placesOf(version), (place) => {
    const [row, column] = [Math.floor(place / side), place % side];
    return (isDark[place] ?? false) !== isFlipped(row, column);
  });
  const bytes = dataOf(codewords, version);
  return bytes && textOfData(bytes, version.version);
}

// A sheet's codes are of one or two versions.
const placesByVersion = new Map<number, readonly number[]>();

function placesOf(version: Version): readonly number[] {
  const known = placesByVersion.get(version.version) ?? dataPlaces(version);
  placesByVersion.set(version.version, known);
  return known;
}

function codewordsOf(places: readonly number[], isOne: (place: number) => boolean): number[] {
  const codewords: number[] = [];
  for (let at = 0; at + 8 <= places.length; at += 8) {
    let codeword = 0;
    for (let bit = 0; bit < 8; bit += 1)
      codeword = codeword * 2 + (isOne(places[at + bit] ?? 0) ? 1 : 0);
    codewords.push(codeword);
  }
  return codewords;
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
// Level M with mask 0 to 7, checked and masked as annex C has it.
const FORMATS = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];

/** The mask both copies of the format name; null where they differ or name another level. */
function maskOf(side: number, isDark: readonly boolean[]) {
  const at = (row: number, column: number) => (isDark[row * side + column] ? 1 : 0);
  let near = 0;
  let far = 0;
  for (let bit = 14; bit >= 0; bit -= 1) {
    const [row, column] = nearPlace(bit);
    near = near * 2 + at(row, column);
    far = far * 2 + (bit < 8 ? at(8, side - 1 - bit) : at(side - 15 + bit, 8));
  }
  return near === far ? (MASKS[FORMATS.indexOf(near)] ?? null) : null;
}

/** Around the upper left finder, past the timing pattern. */
function nearPlace(bit: number): [row: number, column: number] {
  if (bit < 6) return [bit, 8];
  if (bit < 8) return [bit + 1, 8];
  return bit === 8 ? [8, 7] : [8, 14 - bit];
}

/** The three finders, and the module that is dark in every code: what a camera looks for. */
function hasItsPatterns(side: number, isDark: readonly boolean[]): boolean {
  const corners: [number, number][] = [
    [0, 0],
    [0, side - 7],
    [side - 7, 0],
  ];
  const isFinder = ([top, left]: [number, number]) => {
    for (let row = 0; row < 7; row += 1) {
      for (let column = 0; column < 7; column += 1) {
        const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
        if (isDark[(top + row) * side + left + column] !== (ring !== 2)) return false;
      }
    }
    return true;
  };
  return corners.every(isFinder) && isDark[(side - 8) * side + 8] === true;
}
