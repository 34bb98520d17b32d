import { createHash } from 'node:crypto';
import { CodedError } from '@cho40/kernel';
import { statementError } from '../domain/statement/errors';
import { readStatement, type StatementFile } from '../domain/statement/read-statement';
import type { SheetRow } from '../domain/statement/sheet';
import { readXlsx } from './xlsx-file';

/** A file as it was uploaded, with the statement it holds. */
export interface UploadedStatement {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  readonly statement: StatementFile;
}

/**
 * Reads an uploaded file, away from any transaction.
 * @throws a coded refusal of the whole file
 */
export async function readStatementFile(
  fileName: string,
  bytes: Buffer,
): Promise<UploadedStatement> {
  const sheets = await readXlsx(bytes);
  const sha256 = createHash('sha256').update(bytes).digest();
  return { fileName: fileName.slice(0, 200), bytes, sha256, statement: firstStatement(sheets) };
}

/** The first sheet with a known header; the others may be a cover or a list of branches. */
function firstStatement(sheets: readonly SheetRow[][]): StatementFile {
  let refusal: unknown;
  for (const sheet of sheets) {
    try {
      return readStatement(sheet);
    } catch (fault) {
      if (!isUnknownLayout(fault)) throw fault;
      refusal ??= fault;
    }
  }
  throw refusal ?? statementError('statementLayoutUnknown', { banks: '' });
}

function isUnknownLayout(fault: unknown): boolean {
  return fault instanceof CodedError && fault.code === 'banking.statementLayoutUnknown';
}
