import { finished } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { bankingError } from '../errors';
import type { SheetRow } from '../domain/statement/sheet';
import { readSheets, XlsxUnreadable } from './xlsx-worker';

const MB = 1024 * 1024;
/** design/bank-feeds.md: 10 MB in, 50 MB unpacked, 200 entries, 200,000 rows. */
export const FILE_LIMIT = 10 * MB;
const UNPACKED_LIMIT = 50 * MB;
const ENTRY_LIMIT = 200;
const LIMITS = { rows: 200_000, columns: 40, memoryMb: 512, ms: 60_000 };

/**
 * The rows of each visible sheet. Nothing is parsed before every part of the archive was counted
 * while unpacking, since no reader is safe from a bomb alone.
 * @throws a coded refusal that says what to export instead
 */
export async function readXlsx(file: Buffer): Promise<SheetRow[][]> {
  if (file.length > FILE_LIMIT) throw bankingError('fileTooLarge', { limitMb: FILE_LIMIT / MB });
  requireZip(file);
  await checkArchive(file);
  try {
    return await readSheets(file, LIMITS);
  } catch (fault) {
    if (!(fault instanceof XlsxUnreadable)) throw fault;
    if (fault.why === 'rows') throw bankingError('fileTooManyRows', { limit: LIMITS.rows });
    throw bankingError('fileUnreadable', { why: fault.why });
  }
}

const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex');
// Excel wraps an encrypted .xlsx in the container of its old format, whose names are UTF-16.
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function requireZip(file: Buffer): void {
  if (file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return;
  if (file.subarray(0, 8).equals(OLD_EXCEL)) {
    if (file.includes(ENCRYPTED)) throw bankingError('fileEncrypted');
    throw notXlsx('xls');
  }
  throw notXlsx(textKind(file));
}

const notXlsx = (found: string) =>
  bankingError('fileNotXlsx', { found, exportInstead: 'Excel (.xlsx)' });

function textKind(file: Buffer): 'empty' | 'pdf' | 'html' | 'csv' | 'unknown' {
  if (file.length === 0) return 'empty';
  if (file.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const start = file.subarray(0, 2000);
  const text = start.toString(start[0] === 0xff || start[1] === 0 ? 'utf16le' : 'utf8');
  if (/^\uFEFF?\s*</.test(text)) return 'html';
  return /[;,\t].*[\r\n]/.test(text) ? 'csv' : 'unknown';
}

async function checkArchive(file: Buffer): Promise<void> {
  try {
    const names = await countArchive(await fromBufferPromise(file));
    if (!names.has('xl/workbook.xml')) throw notXlsx('zip');
  } catch (fault) {
    // yauzl throws plain errors for a cut, overlapping or otherwise broken archive.
    if (fault instanceof Error && fault.name === 'Error')
      throw bankingError('fileUnreadable', { why: 'archive' });
    throw fault;
  }
}

async function countArchive(zip: ZipFile): Promise<Set<string>> {
  if (zip.entryCount > ENTRY_LIMIT) throw bankingError('fileUnreadable', { why: 'entries' });
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw bankingError('fileEncrypted');
    names.add(entry.fileName);
    if (names.size > ENTRY_LIMIT) throw bankingError('fileUnreadable', { why: 'entries' });
    unpacked += await unpackedSize(zip, entry, UNPACKED_LIMIT - unpacked);
  }
  return names;
}

/** Unpacks an entry to nowhere and counts: what the archive's directory claims is not believed. */
async function unpackedSize(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  let size = 0;
  const counter = new Writable({
    write: (chunk: Buffer, _, done) => {
      size += chunk.length;
      done(size > room ? bankingError('fileUnreadable', { why: 'unpacked' }) : null);
    },
  });
  const bytes = await zip.openReadStreamPromise(entry);
  bytes.on('error', (fault) => counter.destroy(fault));
  bytes.pipe(counter);
  try {
    await finished(counter);
  } finally {
    bytes.destroy();
  }
  return size;
}
