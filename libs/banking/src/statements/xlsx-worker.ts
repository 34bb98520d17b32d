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
      if (message.kind === 'end') resolve(sheets.filter((sheet) => sheet !== undefined));
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
  const { readXlsx, streamXlsxRows } = require(workerData.reader);
  const { bytes, limits } = workerData;
  const visible: number[] = [];
  const look = (sheet: { index: number; hidden?: boolean; veryHidden?: boolean }) => {
    if (!sheet.hidden && !sheet.veryHidden) visible.push(sheet.index);
    return false;
  };
  await readXlsx(bytes, { sheets: look });
  let count = 0;
  for (const sheet of visible) {
    let rows: [number, unknown[]][] = [];
    const send = () => parentPort.postMessage({ kind: 'rows', sheet, rows });
    for await (const row of streamXlsxRows(bytes, { sheet })) {
      count += 1;
      if (count > limits.rows) return parentPort.postMessage({ kind: 'tooManyRows' });
      rows.push([row.index + 1, row.values.slice(0, limits.columns)]);
      if (rows.length < 1000) continue;
      send();
      rows = [];
    }
    send();
  }
  parentPort.postMessage({ kind: 'end' });
}
