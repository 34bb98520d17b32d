import { createHash } from 'node:crypto';
import { readSheets } from '@cho40/platform';
import type { ProvenStatement } from './proven-statement';
import { proven } from './statement-reader';

/** A file as it was uploaded, with the statement it holds. */
export interface UploadedStatement extends ProvenStatement {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/**
 * Reads an uploaded file, away from any transaction.
 * @throws a coded refusal of the whole file
 */
export async function readStatementFile(
  fileName: string,
  bytes: Buffer,
): Promise<UploadedStatement> {
  const sha256 = createHash('sha256').update(bytes).digest();
  const read = await proven(await readSheets(bytes));
  return { fileName: fileName.slice(0, 200), bytes, sha256, ...read };
}
