import { createRequire } from 'node:module';
import { Worker, type MessagePort } from 'node:worker_threads';
import { cellAddress, type Sheet, type SheetCell, type SheetRow } from './sheet';

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  readonly memoryMb: number;
  readonly ms: number;
}

export type SheetSource =
  | { readonly kind: 'xlsx'; readonly bytes: Uint8Array }
  | { readonly kind: 'csv'; readonly bytes: Uint8Array; readonly separator: string };

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
/** What the thread tells of a file, in its order. */
export type SheetPart =
  | { kind: 'sheet'; name: string; formulas: [row: number, column: number][]; merges: Merge[] }
  | { kind: 'rows'; rows: [number, SheetCell[]][] }
  | { kind: 'end' };
type Message = SheetPart | { kind: 'tooManyRows' };
type OpenSheet = Sheet & { rows: SheetRow[] };

const PARSERS = { xlsx: 'hucre/xlsx', csv: 'csv-parse' } as const;

/**
 * Reads a file in a thread of its own, which a file that asks for more than its share ends without
 * ending the program.
 * @throws SheetUnreadable
 */
export async function readInWorker(source: SheetSource, limits: SheetLimits): Promise<Sheet[]> {
  const sheets: OpenSheet[] = [];
  await inWorker(source, limits, { take: (part) => take(part, sheets) });
  return sheets;
}

/**
 * As `readInWorker`, but each part goes to another thread through `port` as it is read: nothing of
 * the file stays here.
 */
export function sendFromWorker(
  source: SheetSource,
  limits: SheetLimits,
  port: MessagePort,
): Promise<void> {
  return inWorker(source, limits, { port });
}

interface Reader {
  readonly take?: (part: SheetPart) => void;
  readonly port?: MessagePort;
}

function inWorker(
  source: SheetSource,
  limits: SheetLimits,
  { take: taken, port }: Reader,
): Promise<void> {
  const parser = createRequire(__filename).resolve(PARSERS[source.kind]);
  const read = source.kind === 'xlsx' ? readXlsxInWorker : readCsvInWorker;
  const worker = new Worker(`${[tellSheet, sendSheet, read].join(';')};(${read.name})()`, {
    eval: true,
    workerData: { source, limits, parser, port },
    transferList: port ? [port] : [],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 16 },
    execArgv: ['--no-warnings'],
  });
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new SheetUnreadable('time')), limits.ms);
    worker.on('message', (message: Message) => {
      if (message.kind === 'tooManyRows') reject(new SheetUnreadable('rows'));
      else if (message.kind === 'end') resolve();
      else taken?.(message);
    });
    worker.once('error', (error) => reject(new SheetUnreadable(whyOf(error))));
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new SheetUnreadable('content'));
    });
  }).finally(() => void worker.terminate());
}

function take(message: SheetPart, sheets: OpenSheet[]): void {
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
function tellSheet(message: object): void {
  const { parentPort, workerData } = require('node:worker_threads');
  (workerData.port ?? parentPort).postMessage(message);
}

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
  tellSheet({ kind: 'sheet', name, formulas, merges });
  for (let from = 0; from < rows.length; from += 1000) {
    const part = rows.slice(from, from + 1000);
    const numbered = part.map((row, at) => [from + at + 1, row.slice(0, columns)]);
    tellSheet({ kind: 'rows', rows: numbered });
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
  if (!book.sheets.every(sendSheet)) return;
  tellSheet({ kind: 'end' });
  parentPort.postMessage({ kind: 'end' });
}

async function readCsvInWorker(): Promise<void> {
  const { Readable } = require('node:stream');
  const { parentPort, workerData } = require('node:worker_threads');
  const { parse } = require(workerData.parser);
  const { source, limits } = workerData;
  const pieces = function* () {
    for (let from = 0; from < source.bytes.length; from += 65_536)
      yield source.bytes.subarray(from, from + 65_536);
  };
  const parser = parse({
    delimiter: source.separator,
    to: limits.rows + 1,
    relax_column_count: true,
    // A payer's words may hold a quotation mark.
    relax_quotes: true,
    skip_empty_lines: false,
  });
  tellSheet({ kind: 'sheet', name: '', formulas: [], merges: [] });
  let [part, number]: [unknown[], number] = [[], 0];
  for await (const row of Readable.from(pieces()).pipe(parser)) {
    number += 1;
    part.push([number, row.slice(0, limits.columns)]);
    if (part.length < 1000) continue;
    tellSheet({ kind: 'rows', rows: part });
    part = [];
  }
  if (number > limits.rows) return parentPort.postMessage({ kind: 'tooManyRows' });
  tellSheet({ kind: 'rows', rows: part });
  tellSheet({ kind: 'end' });
  parentPort.postMessage({ kind: 'end' });
}
