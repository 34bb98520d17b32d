import { createHash } from 'node:crypto';
import { CodedError } from '@cho40/kernel';
import { readSheets, type Sheet } from '@cho40/platform';
import { statementError } from '../domain/statement/errors';
import { readStatement, type StatementFile } from '../domain/statement/read-statement';

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
  const sheets = await readSheets(bytes);
  const sha256 = createHash('sha256').update(bytes).digest();
  return { fileName: fileName.slice(0, 200), bytes, sha256, statement: firstStatement(sheets) };
}

/** The first sheet with a known header; the others may be a cover or a list of branches. */
function firstStatement(sheets: readonly Sheet[]): StatementFile {
  let refusal: unknown;
  for (const { rows } of sheets) {
    try {
      return readStatement(rows);
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
