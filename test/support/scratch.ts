import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'cho40-test-';
const FORGOTTEN_AFTER_MS = 3 * 3_600_000;
const ROOM_BYTES = 2 * 1024 ** 3;

/** An empty folder for this run; the ones that killed runs left behind are removed first. */
export function scratchFolder(): string {
  const place = scratchPlace();
  for (const name of readdirSync(place).filter((one) => one.startsWith(PREFIX)))
    removeForgotten(join(place, name));
  return mkdtempSync(join(place, PREFIX));
}

// In memory a copy of the database takes 20 ms, on a disk 300.
function scratchPlace(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > ROOM_BYTES ? memory : tmpdir();
}

function removeForgotten(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  const nowMs = performance.timeOrigin + performance.now();
  if (stat && nowMs - stat.mtimeMs > FORGOTTEN_AFTER_MS)
    rmSync(folder, { recursive: true, force: true });
}
