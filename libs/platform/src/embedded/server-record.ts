import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-whole';

/** Where the running program of a data folder is found; `./cho40` reads it to join. */
export interface ServerRecord {
  /** The program's process. */
  readonly pid: number;
  readonly postgresPort: number;
  /** Once it answers. */
  readonly apiUrl?: string;
}

const fileOf = (dataDir: string) => join(dataDir, 'server.json');

export function writeServerRecord(dataDir: string, record: ServerRecord): void {
  writeWhole(fileOf(dataDir), `${JSON.stringify(record)}\n`);
}

/** What stands there may be a killed program's: ask the folder's lock first. */
export function readServerRecord(dataDir: string): ServerRecord | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

export function removeServerRecord(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}
