import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { cellAddress, type Sheet, type SheetCell, type SheetRow } from './sheet';

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  readonly memoryMb: number;
  readonly ms: number;
}

type Source =
  | { readonly kind: 'xlsx'; readonly bytes: Uint8Array }
  | { readonly kind: 'csv'; readonly text: string; readonly separator: string };

/** Why the worker gave a file up. */
export class SheetUnreadable extends Error {
  constructor(readonly why: 'rows' | 'memory' | 'time' | 'content') {
    super(why);
  }
}

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}
type Message =
  | { kind: 'sheet'; name: string; formulas: [row: number, column: number][]; merges: Merge[] }
  | { kind: 'rows'; rows: [number, SheetCell[]][] }
  | { kind: 'end' }
  | { kind: 'tooManyRows' };
type OpenSheet = Sheet & { rows: SheetRow[] };

const PARSERS = { xlsx: 'hucre/xlsx', csv: 'csv-parse/sync' } as const;

/**
 * Reads a file in a thread of its own, which a file that asks for more than its share ends without
 * ending the program.
 * @throws SheetUnreadable
 */
export function readInWorker(source: Source, limits: SheetLimits): Promise<Sheet[]> {
  const parser = createRequire(__filename).resolve(PARSERS[source.kind]);
  const read = source.kind === 'xlsx' ? readXlsxInWorker : readCsvInWorker;
  const worker = new Worker(`${sendSheet.toString()};(${read.toString()})()`, {
    eval: true,
    workerData: { source, limits, parser },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64 },
    execArgv: ['--no-warnings'],
  });
  const sheets: OpenSheet[] = [];
  return new Promise<Sheet[]>((resolve, reject) => {
    const late = setTimeout(() => reject(new SheetUnreadable('time')), limits.ms);
    worker.on('message', (message: Message) => {
      if (message.kind === 'tooManyRows') reject(new SheetUnreadable('rows'));
      if (message.kind === 'end') resolve(sheets);
      take(message, sheets);
    });
    worker.once('error', (error) => reject(new SheetUnreadable(whyOf(error))));
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new SheetUnreadable('content'));
    });
  }).finally(() => void worker.terminate());
}

function take(message: Message, sheets: OpenSheet[]): void {
  if (message.kind === 'sheet') {
    const { name, formulas, merges } = message;
    const merged = merges.map(
      (one) =>
        `${cellAddress(one.startRow + 1, one.startCol)}:${cellAddress(one.endRow + 1, one.endCol)}`,
    );
    const addresses = formulas.map(([row, column]) => cellAddress(row + 1, column));
    sheets.push({ name, rows: [], formulas: addresses, merged });
  }
  if (message.kind === 'rows')
    for (const [number, cells] of message.rows) sheets.at(-1)?.rows.push({ number, cells });
}

function whyOf(error: Error): 'memory' | 'content' {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'content';
}

// What follows runs alone in the thread: it is handed over as text, so it may use nothing from
// outside itself but each other. Rows are sent in small parts, between which the program answers
// others.
function sendSheet(sheet: {
  name: string;
  rows: unknown[][];
  cells?: Map<string, { formula?: string }>;
  merges?: unknown[];
}): boolean {
  const { parentPort, workerData } = require('node:worker_threads');
  const { rows: mostRows, columns } = workerData.limits;
  const { name, rows, cells = new Map(), merges = [] } = sheet;
  if (rows.length > mostRows) {
    parentPort.postMessage({ kind: 'tooManyRows' });
    return false;
  }
  const formulas = [...cells]
    .filter(([, cell]) => cell.formula !== undefined)
    .map(([at]) => at.split(',').map(Number));
  parentPort.postMessage({ kind: 'sheet', name, formulas, merges });
  for (let from = 0; from < rows.length; from += 1000) {
    const part = rows.slice(from, from + 1000);
    const numbered = part.map((row, at) => [from + at + 1, row.slice(0, columns)]);
    parentPort.postMessage({ kind: 'rows', rows: numbered });
  }
  return true;
}

async function readXlsxInWorker(): Promise<void> {
  const { parentPort, workerData } = require('node:worker_threads');
  const { readXlsx } = require(workerData.parser);
  const isVisible = (sheet: { hidden?: boolean; veryHidden?: boolean }) =>
    !sheet.hidden && !sheet.veryHidden;
  const maxRows = workerData.limits.rows + 1;
  const book = await readXlsx(workerData.source.bytes, { sheets: isVisible, maxRows });
  if (book.sheets.every(sendSheet)) parentPort.postMessage({ kind: 'end' });
}

function readCsvInWorker(): void {
  const { parentPort, workerData } = require('node:worker_threads');
  const { parse } = require(workerData.parser);
  const { text, separator } = workerData.source;
  const rows = parse(text, {
    delimiter: separator,
    to: workerData.limits.rows + 1,
    relax_column_count: true,
    // A payer's words may hold a quotation mark.
    relax_quotes: true,
    skip_empty_lines: false,
  });
  if (sendSheet({ name: '', rows })) parentPort.postMessage({ kind: 'end' });
}
