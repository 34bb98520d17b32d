import { readSheets } from '@cho40/platform';
import { readWorkbook, type ReadWorkbook } from '../domain/workbook';

/** A workbook as it was uploaded, with what was read of it. */
export interface UploadedWorkbook {
  readonly name: string;
  readonly bytes: Buffer;
  readonly book: ReadWorkbook;
}

const ROWS = 50_000;

/**
 * Reads an uploaded workbook, away from any transaction.
 * @throws a coded refusal of the whole file
 */
export async function readWorkbookFile(file: {
  name: string;
  bytes: Buffer;
}): Promise<UploadedWorkbook> {
  const book = readWorkbook(await readSheets(file.bytes, { rows: ROWS }));
  return { name: file.name.slice(0, 200), bytes: file.bytes, book };
}
