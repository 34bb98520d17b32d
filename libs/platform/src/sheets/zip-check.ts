import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { isNativeError } from 'node:util/types';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { platformError } from '../errors';

export interface ZipLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
}

/**
 * The names of an archive's parts, after each of them was counted while unpacking, since no reader
 * is safe from a bomb alone.
 * @throws fileUnreadable, fileEncrypted
 */
export async function checkZip(file: Buffer, limits: ZipLimits): Promise<ReadonlySet<string>> {
  try {
    return await countParts(await fromBufferPromise(file), limits);
  } catch (fault) {
    // yauzl and zlib throw plain errors for a cut, overlapping or otherwise broken archive.
    if (isNativeError(fault) && fault.name === 'Error')
      throw platformError('fileUnreadable', { why: 'archive' });
    throw fault;
  }
}

async function countParts(zip: ZipFile, limits: ZipLimits): Promise<Set<string>> {
  const tooMany = () => platformError('fileUnreadable', { why: 'entries' });
  if (zip.entryCount > limits.entries) throw tooMany();
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw platformError('fileEncrypted');
    names.add(entry.fileName);
    if (names.size > limits.entries) throw tooMany();
    unpacked += await unpackedSize(zip, entry, limits.unpackedBytes - unpacked);
  }
  return names;
}

/** Unpacks an entry to nowhere and counts: what the archive's directory claims is not believed. */
async function unpackedSize(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  let size = 0;
  const counter = new Writable({
    write: (chunk: Buffer, _, done) => {
      size += chunk.length;
      done(size > room ? platformError('fileUnreadable', { why: 'unpacked' }) : null);
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
