import { createHash } from 'node:crypto';
import {
  platformError,
  readCsv,
  readSheets,
  SHEET_FILE_LIMIT,
  SHEET_ROWS_LIMIT,
  textOf,
} from '@cho40/platform';
import { type Looked, SCANNED_ROWS } from '../domain/statement/header';
import type { MappedLayout } from '../domain/statement/mapped';
import { looksLikeMt940 } from '../domain/statement/mt940';
import { provenFile, type ProvenStatement, type TakenApart } from './proven-statement';
import { provenSheets, provenText } from './statement-reader';

/** A file as it was uploaded, with the statement it holds. */
export interface UploadedStatement extends ProvenStatement {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/**
 * Reads an uploaded file, away from any transaction, by the known layouts and those mapped by hand.
 * @throws a coded refusal of the whole file
 */
export async function readStatementFile(
  fileName: string,
  bytes: Buffer,
  mapped: readonly MappedLayout[] = [],
): Promise<UploadedStatement> {
  const sha256 = createHash('sha256').update(bytes).digest();
  const read = await proven(bytes, mapped);
  if (read.statement.rows.length > SHEET_ROWS_LIMIT)
    throw platformError('fileTooManyRows', { limit: SHEET_ROWS_LIMIT });
  return { fileName: fileName.slice(0, 200), bytes, sha256, ...read };
}

/** A file's sheets; a message of a bank has none. */
export async function sheetsIn(bytes: Buffer): Promise<readonly Looked[]> {
  const file = await takeApart(bytes, []);
  return file.kind === 'sheets' ? file.sheets : [];
}

/** The first rows of a file's sheets, for whoever maps their columns. */
export async function shownRows(bytes: Buffer): Promise<Looked[]> {
  return (await sheetsIn(bytes)).map(({ name, rows }) => ({
    name,
    rows: rows.filter(({ number }) => number <= SCANNED_ROWS),
  }));
}

const ZIP = 'PK\u0003\u0004';
const LOOKED_AT = 4_000;
// A statement's movements, and what stands above and below them.
const LIMITS = { rows: SHEET_ROWS_LIMIT + 200 };

// What is smaller is read in less time than a thread takes to begin.
const SMALL_FILE = 100_000;

async function proven(bytes: Buffer, mapped: readonly MappedLayout[]): Promise<ProvenStatement> {
  if (bytes.length <= SMALL_FILE) return provenFile(await takeApart(bytes, mapped));
  const form = formOf(bytes);
  if (form === 'mt940' || form === 'camt') return provenText({ kind: form, text: textOf(bytes) });
  return provenSheets({ kind: form, bytes, rows: LIMITS.rows, mapped });
}

async function takeApart(bytes: Buffer, mapped: readonly MappedLayout[]): Promise<TakenApart> {
  const form = formOf(bytes);
  if (form === 'xlsx') return { kind: 'sheets', sheets: await readSheets(bytes, LIMITS), mapped };
  if (form === 'csv') return { kind: 'sheets', sheets: [await readCsv(bytes, LIMITS)], mapped };
  return { kind: form, text: textOf(bytes) };
}

/**
 * By what stands in it, never by its name: banks call web pages .xls. What is no text of a bank is
 * taken for an Excel file, where it is refused with what to export instead.
 */
function formOf(bytes: Buffer): 'xlsx' | 'csv' | 'camt' | 'mt940' {
  const start = textOf(bytes.subarray(0, LOOKED_AT));
  const isCamt = looksLikeXml(start);
  const isOther = start.startsWith(ZIP) || !isText(start) || (/^\s*</.test(start) && !isCamt);
  if (bytes.length > SHEET_FILE_LIMIT || isOther) return 'xlsx';
  if (isCamt) return 'camt';
  return looksLikeMt940(textOf(bytes)) ? 'mt940' : 'csv';
}

/** A document that may be camt; a web page and Excel's own XML are not. */
const looksLikeXml = (start: string) =>
  /^\s*<(?:\?xml|!DOCTYPE|(?:\w+:)?Document\b)/i.test(start) &&
  !/<!DOCTYPE html|<html|<Workbook/i.test(start);

/** Old Excel and PDF hold signs that no text does; both are told what to export instead. */
function isText(start: string): boolean {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return start.trim() !== '' && !start.includes('%PDF-') && !/[\0-\u0008]/.test(start);
}
