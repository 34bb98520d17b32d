/** A stall's place on the map of its market, counted from 1 at the top left. */
export interface MapPlace {
  stallId: string;
  code: string;
  row: number;
  column: number;
}

export interface GridCell {
  /** As the spreadsheet program counts: the first row and the first column are 1. */
  row: number;
  column: number;
  text: string;
}

export interface GridFault extends GridCell {
  why: 'noSuchStall' | 'stallTwice';
}

export interface GridOfStalls {
  rows: number;
  columns: number;
  places: MapPlace[];
  faults: GridFault[];
  /** Codes of stalls that the grid does not show. */
  missing: string[];
}

/**
 * Reads a grid of stall codes: each cell that holds anything is a stall, an empty one is a way. The
 * empty rows and columns around the stalls are no part of the map.
 */
export function readGrid(
  cells: readonly GridCell[],
  stalls: readonly { id: string; code: string }[],
): GridOfStalls {
  const ids = new Map(stalls.map(({ id, code }) => [code, id]));
  const placed = new Map<string, MapPlace>();
  const faults: GridFault[] = [];
  const [top, left] = [leastOf(cells, 'row'), leastOf(cells, 'column')];
  for (const cell of cells) {
    const code = cell.text.trim().toUpperCase();
    const stallId = ids.get(code);
    if (!stallId) faults.push({ ...cell, why: 'noSuchStall' });
    else if (placed.has(code)) faults.push({ ...cell, why: 'stallTwice' });
    else {
      const [row, column] = [cell.row - top + 1, cell.column - left + 1];
      placed.set(code, { stallId, code, row, column });
    }
  }
  return {
    rows: extentOf(cells, 'row', top),
    columns: extentOf(cells, 'column', left),
    places: [...placed.values()],
    faults,
    missing: stalls.flatMap(({ code }) => (placed.has(code) ? [] : [code])),
  };
}

const leastOf = (cells: readonly GridCell[], of: 'row' | 'column') =>
  cells.reduce((least, cell) => Math.min(least, cell[of]), Infinity);

const extentOf = (cells: readonly GridCell[], of: 'row' | 'column', first: number) =>
  cells.reduce((most, cell) => Math.max(most, cell[of] - first + 1), 0);
