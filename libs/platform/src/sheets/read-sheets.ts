import type { MessagePort } from 'node:worker_threads';
import { platformError } from '../errors';
import { separatorOf, textOf } from './text-of';
import type { Sheet } from './sheet';
import {
  readInWorker,
  sendFromWorker,
  type SheetLimits,
  type SheetSource,
  SheetUnreadable,
} from './sheet-worker';
import { checkZip } from './zip-check';

const MB = 1024 * 1024;
/** design/bank-feeds.md: 10 MB in, 50 MB unpacked, 200 entries, 200,000 rows. */
export const SHEET_FILE_LIMIT = 10 * MB;
const ZIP_LIMITS = { unpackedBytes: 50 * MB, entries: 200 };
export const SHEET_ROWS_LIMIT = 200_000;
const SHEET_LIMITS: SheetLimits = {
  rows: SHEET_ROWS_LIMIT,
  columns: 40,
  memoryMb: 512,
  ms: 60_000,
};

/**
 * The visible sheets of an .xlsx file, read in a thread with its own limits.
 * @throws a coded refusal that says what to export instead
 */
export async function readSheets(
  file: Buffer,
  limits: Partial<SheetLimits> = {},
): Promise<Sheet[]> {
  return guarded(limits, readInWorker, await xlsxSource(file));
}

/**
 * A CSV file as one sheet of texts: UTF-8 with or without its mark, UTF-16 or Windows-1258, columns
 * parted by whatever its first line parts them with.
 * @throws a coded refusal that says what to export instead
 */
export async function readCsv(file: Buffer, limits: Partial<SheetLimits> = {}): Promise<Sheet> {
  const [sheet] = await guarded(limits, readInWorker, csvSource(file));
  return sheet ?? { name: '', rows: [], formulas: [], merged: [] };
}

/**
 * As `readSheets` or `readCsv`, but part by part to another thread: of a large file nothing stays in
 * this one. The port is the reading thread's from now on.
 */
export async function sendSheets(
  file: Buffer,
  kind: SheetSource['kind'],
  port: MessagePort,
  limits: Partial<SheetLimits> = {},
): Promise<void> {
  const source = kind === 'csv' ? csvSource(file) : await xlsxSource(file);
  await guarded(limits, (one, all) => sendFromWorker(one, all, port), source);
}

async function xlsxSource(file: Buffer): Promise<SheetSource> {
  requireSize(file);
  requireZip(file);
  const names = await checkZip(file, ZIP_LIMITS);
  if (!names.has('xl/workbook.xml')) throw notXlsx('zip');
  return { kind: 'xlsx', bytes: file };
}

function csvSource(file: Buffer): SheetSource {
  requireSize(file);
  const found = kindOf(file);
  if (found !== 'csv' && found !== 'unknown')
    throw platformError('fileNotCsv', { found, exportInstead: 'CSV (.csv)' });
  const text = textOf(file);
  return { kind: 'csv', bytes: Buffer.from(text), separator: separatorOf(text) };
}

async function guarded<Read>(
  wanted: Partial<SheetLimits>,
  read: (source: SheetSource, limits: SheetLimits) => Promise<Read>,
  source: SheetSource,
): Promise<Read> {
  const limits = { ...SHEET_LIMITS, ...wanted };
  try {
    return await read(source, limits);
  } catch (fault) {
    if (!(fault instanceof SheetUnreadable)) throw fault;
    if (fault.why === 'rows') throw platformError('fileTooManyRows', { limit: limits.rows });
    throw platformError('fileUnreadable', { why: fault.why });
  }
}

const ZIP = Buffer.from('PK\u0003\u0004');
const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex');
// Excel wraps an encrypted .xlsx in the container of its old format, whose names are UTF-16.
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function requireSize(file: Buffer): void {
  if (file.length > SHEET_FILE_LIMIT)
    throw platformError('fileTooLarge', { limitMb: SHEET_FILE_LIMIT / MB });
}

function requireZip(file: Buffer): void {
  const found = kindOf(file);
  if (found === 'xls' && file.includes(ENCRYPTED)) throw platformError('fileEncrypted');
  if (found !== 'zip') throw notXlsx(found);
}

const notXlsx = (found: string) =>
  platformError('fileNotXlsx', { found, exportInstead: 'Excel (.xlsx)' });

function kindOf(file: Buffer): 'empty' | 'zip' | 'xls' | 'pdf' | 'html' | 'csv' | 'unknown' {
  if (file.length === 0) return 'empty';
  if (file.subarray(0, 4).equals(ZIP)) return 'zip';
  if (file.subarray(0, 8).equals(OLD_EXCEL)) return 'xls';
  if (file.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const text = textOf(file.subarray(0, 2000));
  if (/^\s*</.test(text)) return 'html';
  return /[;,\t].*[\r\n]/.test(text) ? 'csv' : 'unknown';
}
