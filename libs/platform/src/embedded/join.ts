import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefusal } from '../start-refusal';
import { accessOf, type DatabaseAccess } from './access';
import { visitFolder } from './folder-lock';
import { readSecrets } from './secrets';
import { readServerRecord, type ServerRecord } from './server-record';

/** The server of another program on the same data folder, used by a command. */
export interface JoinedPostgres extends DatabaseAccess {
  /** Where its api answers, if it has one. */
  readonly apiUrl?: string;
  /** Lets a command that started the server end it. */
  leave(): void;
}

const STEPS = 150;
const STEP_MS = 200;

/**
 * Joins the server that another program runs on the data folder, waiting while it starts or ends.
 * @returns undefined when none does
 * @throws StartRefusal when it is not ready within half a minute
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<JoinedPostgres | undefined> {
  if (!existsSync(dataDir)) return undefined;
  for (let step = 0; step < STEPS; step += 1) {
    const guest = await visitFolder(dataDir);
    if (guest === 'nobody') return undefined;
    const record = guest === 'leaving' ? undefined : recordOfLiving(dataDir);
    const secrets = record && readSecrets(dataDir);
    if (guest !== 'leaving' && secrets)
      return {
        ...accessOf(record.postgresPort, secrets),
        apiUrl: record.apiUrl,
        leave: guest.leave,
      };
    if (guest !== 'leaving') guest.leave();
    await pause(STEP_MS);
  }
  throw new StartRefusal(`the program on ${dataDir} is not ready yet: try again in a minute`);
}

/** The program that runs on the data folder now, if one does and has got as far as to say so. */
export async function runningServer(dataDir: string): Promise<ServerRecord | undefined> {
  if (!existsSync(dataDir)) return undefined;
  const guest = await visitFolder(dataDir);
  if (guest === 'nobody' || guest === 'leaving') return undefined;
  guest.leave();
  return recordOfLiving(dataDir);
}

// The record of a killed program stands until the next one has the lock.
function recordOfLiving(dataDir: string): ServerRecord | undefined {
  const record = readServerRecord(dataDir);
  return record && isAlive(record.pid) ? record : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    // Another user's.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
