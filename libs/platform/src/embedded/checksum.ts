import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

export interface Checksum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads a file through and sums it up. */
export async function checksumOf(file: string, copy?: FileHandle): Promise<Checksum> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.length;
    await copy?.write(part);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Copies a file, for its owner only, and sums it up; the copy is on the disk when this resolves. */
export async function copySummed(from: string, to: string): Promise<Checksum> {
  const copy = await open(to, 'w', 0o600);
  try {
    const checksum = await checksumOf(from, copy);
    await copy.sync();
    return checksum;
  } finally {
    await copy.close();
  }
}
