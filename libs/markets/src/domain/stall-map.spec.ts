import { type GridCell, readGrid } from './stall-map';

const STALLS = ['A-1', 'A-2', 'B-1'].map((code) => ({ id: `id of ${code}`, code }));

/** The cells of a drawing that hold anything; a blank is a way. */
const cellsOf = (...rows: string[]): GridCell[] =>
  rows.flatMap((line, row) =>
    line.split('|').flatMap((text, column) => {
      return text.trim() === '' ? [] : [{ row: row + 1, column: column + 1, text }];
    }),
  );

describe('a grid of stall codes', () => {
  it('gives each stall its place, ways between them, nothing around them', () => {
    const grid = readGrid(cellsOf('||||', '|| A-1 ||a-2', '||||', '||||B-1'), STALLS);
    expect(grid).toMatchObject({ rows: 3, columns: 3, faults: [], missing: [] });
    expect(grid.places.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['A-1', 1, 1],
      ['A-2', 1, 3],
      ['B-1', 3, 3],
    ]);
  });

  it('names the cells that are no stall of the market, and a stall’s second place', () => {
    const { faults, missing } = readGrid(cellsOf('A-1|Z-9', 'A-1|A-2'), STALLS);
    expect(faults).toEqual([
      { row: 1, column: 2, text: 'Z-9', why: 'noSuchStall' },
      { row: 2, column: 1, text: 'A-1', why: 'stallTwice' },
    ]);
    expect(missing).toEqual(['B-1']);
  });

  it('of nothing is an empty map', () => {
    expect(readGrid([], STALLS)).toMatchObject({ rows: 0, columns: 0, places: [] });
  });
});
