import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal';

const MEGABYTE = 1024 * 1024;

/** What PostgreSQL needs at hand to start, recover and write on. */
export const ROOM_TO_RUN_MB = 48;

/**
 * @throws StartRefusal when the disk of a folder has less than so many megabytes free; running into
 *   the end of a disk would stop PostgreSQL in the middle of its work
 */
export function requireRoom(folder: string, neededMb: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / MEGABYTE);
  if (freeMb < neededMb)
    throw new StartRefusal(
      `the disk of ${folder} is full: ${freeMb} MB free, ${neededMb} MB needed; nothing was changed`,
    );
}

/** How much room a copy of a folder takes, about. */
export function sizeMb(folder: string): number {
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    // A file that is gone by now takes none.
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.size ?? 0), 0);
  return Math.ceil(bytes / MEGABYTE);
}
