import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Cell, SheetRow } from '../domain/statement/sheet';

export interface XlsxLimits {
  readonly rows: number;
  readonly columns: number;
  readonly memoryMb: number;
  readonly ms: number;
}

/** Why the worker gave a file up. */
export class XlsxUnreadable extends Error {
  constructor(readonly why: 'rows' | 'memory' | 'time' | 'content') {
    super(why);
  }
}

type Message =
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: [number, Cell[]][] }
  | { readonly kind: 'end' }
  | { readonly kind: 'tooManyRows' };

/**
 * Reads the visible sheets of an .xlsx file in a thread of its own, which a file that asks for more
 * than its share ends without ending the program.
 * @throws XlsxUnreadable
 */
export function readSheets(bytes: Uint8Array, limits: XlsxLimits): Promise<SheetRow[][]> {
  const worker = new Worker(`(${inWorker.toString()})()`, {
    eval: true,
    workerData: { bytes, limits, reader: createRequire(__filename).resolve('hucre/xlsx') },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64 },
    execArgv: ['--no-warnings'],
  });
  const sheets: SheetRow[][] = [];
  return new Promise<SheetRow[][]>((resolve, reject) => {
    const late = setTimeout(() => reject(new XlsxUnreadable('time')), limits.ms);
    worker.on('message', (message: Message) => {
      if (message.kind === 'tooManyRows') reject(new XlsxUnreadable('rows'));
      if (message.kind === 'end') resolve(sheets);
      if (message.kind !== 'rows') return;
      const sheet = (sheets[message.sheet] ??= []);
      for (const [number, cells] of message.rows) sheet.push({ number, cells });
    });
    worker.once('error', (error) => reject(new XlsxUnreadable(whyOf(error))));
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new XlsxUnreadable('content'));
    });
  }).finally(() => void worker.terminate());
}

function whyOf(error: Error): 'memory' | 'content' {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'content';
}

// Runs alone in the thread: it is handed over as text, so it may use nothing from outside itself.
// Rows are sent in small parts, between which the program answers others.
async function inWorker(): Promise<void> {
  const { parentPort, workerData } = require('node:worker_threads');
  const { readXlsx } = require(workerData.reader);
  const { rows: mostRows, columns } = workerData.limits;
  const isVisible = (sheet: { hidden?: boolean; veryHidden?: boolean }) =>
    !sheet.hidden && !sheet.veryHidden;
  const book = await readXlsx(workerData.bytes, { sheets: isVisible, maxRows: mostRows + 1 });
  for (const [sheet, { rows }] of book.sheets.entries()) {
    if (rows.length > mostRows) return parentPort.postMessage({ kind: 'tooManyRows' });
    for (let from = 0; from < Math.max(rows.length, 1); from += 1000) {
      const part = rows.slice(from, from + 1000);
      const numbered = part.map((cells: unknown[], at: number) => [
        from + at + 1,
        cells.slice(0, columns),
      ]);
      parentPort.postMessage({ kind: 'rows', sheet, rows: numbered });
    }
  }
  parentPort.postMessage({ kind: 'end' });
}
