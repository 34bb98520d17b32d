import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface PackedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

// The instant of packing stands in the manifest; here it would only make equal packs differ.
const ENTRY = { mtime: new Date('2026-01-01T00:00:00Z'), forceDosTimestamp: true } as const;

/** The files as a ZIP archive; the same files give the same bytes. */
export async function zipped(files: readonly PackedFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, ENTRY);
  zip.end();
  return buffer(zip.outputStream);
}
