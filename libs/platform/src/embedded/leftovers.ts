import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_STEPS = 100;
const STEP_MS = 100;
const ASK_AT_STEP = 20;

/**
 * After a kill -9 PostgreSQL's processes may still be ending, or (a program killed where the
 * kernel tells nobody) running on. Waits until none is left, asking the server to end after two
 * seconds, and then removes its stale postmaster.pid: the number in it may long be another
 * program's, at which PostgreSQL would refuse to start. Call it holding the folder's lock.
 */
export async function clearTheWay(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  // Only /proc tells whose process it is; elsewhere PostgreSQL's own check decides.
  if (!existsSync(pidFile) || !existsSync('/proc/self/cwd')) return;
  for (let step = 0; step < PATIENCE_STEPS; step += 1) {
    const left = processesIn(folder);
    if (left.length === 0) return rmSync(pidFile, { force: true });
    if (step === ASK_AT_STEP) askToEnd(pidFile, left);
    await pause(STEP_MS);
  }
}

// PostgreSQL's processes all stand in its folder.
function processesIn(folder: string): number[] {
  const at = realpathSync(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isPostgresIn(name, at))
    .map(Number);
}

function isPostgresIn(pid: string, folder: string): boolean {
  try {
    const isThere = readlinkSync(`/proc/${pid}/cwd`) === folder;
    return isThere && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    // ended meanwhile, or another user's
    return false;
  }
}

function askToEnd(pidFile: string, left: readonly number[]): void {
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : 0;
  if (left.includes(pid)) process.kill(pid, 'SIGINT');
}
