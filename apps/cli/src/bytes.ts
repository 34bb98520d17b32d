import { createReadStream } from 'node:fs';
import { SHEET_FILE_LIMIT } from '@cho40/platform';
import { causeOf } from './lines';
import { Refused } from './refusal';

/** A file whole: one byte more than is allowed at most, so that a huge one is refused unread. */
export async function bytesOf(file: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  try {
    for await (const part of createReadStream(file, { end: SHEET_FILE_LIMIT })) parts.push(part);
  } catch (error) {
    throw new Refused(`${file}: ${causeOf(error)}`);
  }
  return Buffer.concat(parts);
}
