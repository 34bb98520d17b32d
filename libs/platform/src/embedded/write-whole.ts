import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { refusalOf } from '../start-refusal';

/** Writes a file that is there whole or not at all, whatever ends the program, for its owner only. */
export function writeWhole(file: string, content: string | Buffer): void {
  const draft = `${file}.new`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (fault) {
    throw refusalOf(fault, `write ${file}`);
  }
}
