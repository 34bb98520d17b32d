import { alignmentCentres, type Version } from './level-m';

/**
 * The modules that carry data, as they follow each other: in columns of two, up and down by turns,
 * from the right (ISO/IEC 18004, 7.7.3). Each as row × side + column.
 */
export function dataPlaces(version: Version): number[] {
  const isTaken = takenPlaces(version);
  return columnPairs(version.side).flatMap((right, turn) =>
    pairPlaces(version.side, right, turn % 2 === 0).filter((place) => !isTaken[place]),
  );
}

/** The right column of each pair; the timing pattern's column belongs to none. */
function columnPairs(side: number): number[] {
  const rights: number[] = [];
  for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2) rights.push(right);
  return rights;
}

function pairPlaces(side: number, right: number, goesUp: boolean): number[] {
  return Array.from({ length: side }, (_, step) => (goesUp ? side - 1 - step : step)).flatMap(
    (row) => [row * side + right, row * side + right - 1],
  );
}

/** What every code of the version has alike: finders, timing, alignment, format, version. */
function takenPlaces(version: Version): boolean[] {
  const { side } = version;
  const isTaken = Array.from<boolean>({ length: side * side }).fill(false);
  const take = (top: number, left: number, height: number, width: number) => {
    for (let row = top; row < top + height; row += 1)
      isTaken.fill(true, row * side + left, row * side + left + width);
  };
  take(0, 0, 9, 9);
  take(0, side - 8, 9, 8);
  take(side - 8, 0, 8, 9);
  take(6, 0, 1, side);
  take(0, 6, side, 1);
  for (const [row, column] of alignments(version)) take(row - 2, column - 2, 5, 5);
  if (version.version >= 7) {
    take(0, side - 11, 6, 3);
    take(side - 11, 0, 3, 6);
  }
  return isTaken;
}

/** Everywhere the centres cross but under the three finders. */
function alignments(version: Version): [number, number][] {
  const centres = alignmentCentres(version);
  const last = version.side - 7;
  return centres.flatMap((row) =>
    centres.flatMap((column): [number, number][] => {
      const isUnderFinder =
        (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      return isUnderFinder ? [] : [[row, column]];
    }),
  );
}
