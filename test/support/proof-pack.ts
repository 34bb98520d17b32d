import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Manifest } from '@cho40/closing';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { scratchFolder } from './scratch';

const SCRIPT = join(__dirname, '../../tools/verify-proof-pack.mjs');

interface Change {
  file: string;
  from: string;
  to: string;
}

/** What the stand-alone script says of a pack; after one change in one of its files, where named. */
export async function verifiedPack(zip: Buffer, change?: Change) {
  const files = await filesOf(zip);
  const folder = scratchFolder();
  try {
    const path = join(folder, 'pack.zip');
    writeFileSync(path, change ? await changed(files, change) : zip);
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, path], { encoding: 'utf8' });
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as Manifest;
    return { code: status, output: stdout, manifest };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function filesOf(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(archive);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

async function changed(files: Map<string, Buffer>, { file, from, to }: Change): Promise<Buffer> {
  const text = files.get(file)?.toString() ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  const zip = new ZipFile();
  for (const [name, bytes] of files)
    zip.addBuffer(name === file ? Buffer.from(text.replace(from, to)) : bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}
