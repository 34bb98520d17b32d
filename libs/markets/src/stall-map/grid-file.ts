import { readCsv, readSheets } from '@cho40/platform';
import type { GridCell } from '../domain/stall-map';

// A market's hall drawn on squared paper; more is a mistake.
const LIMITS = { rows: 500, columns: 500 };

/** The cells of a grid's first sheet that hold anything; .xlsx or CSV, by its content. */
export async function readGridFile(bytes: Buffer): Promise<GridCell[]> {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const sheet = isZip ? (await readSheets(bytes, LIMITS))[0] : await readCsv(bytes, LIMITS);
  return (sheet?.rows ?? []).flatMap(({ number, cells }) =>
    cells.flatMap((cell, at) => {
      const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
      return text === '' ? [] : [{ row: number, column: at + 1, text }];
    }),
  );
}
