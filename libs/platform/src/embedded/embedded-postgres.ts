import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { refusalOf, StartRefusal } from '../start-refusal';
import { postgresProgram } from './binaries';
import { DATABASE } from './bootstrap';
import { clusterFolder, isClusterMade, makeCluster } from './cluster';
import { isFolderLocked, lockFolder, type FolderLock } from './folder-lock';
import { accountForPostgres } from './os-account';
import { keepSecrets, readSecrets, secretsFile, type Secrets } from './secrets';
import {
  readServerRecord,
  removeServerRecord,
  writeServerRecord,
  type ServerRecord,
} from './server-record';
import { supervise } from './supervisor';

/** Where the database of a data folder answers, and the key of its personal data. */
export interface DatabaseAccess {
  /** As the app role. */
  readonly databaseUrl: string;
  /** As the migrator role. */
  readonly migrationUrl: string;
  /** 32 bytes in base64. */
  readonly dataKey: string;
}

/** PostgreSQL run by this process. It ends with this process, however that ends. */
export interface EmbeddedPostgres extends DatabaseAccess {
  /** Whether this start made the database. */
  readonly isNew: boolean;
  /** Tells `./cho40` commands where the api answers. */
  announce(apiUrl: string): void;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** For tests: nothing is flushed to the disk, and the migrator may copy the database. */
  readonly isEphemeral?: boolean;
  /** Told in one line what is being done. */
  readonly onStep?: (line: string) => void;
  /** PostgreSQL died and does not come back: the program should end. */
  readonly onLost?: (refusal: StartRefusal) => void;
}

/**
 * Starts the project's own PostgreSQL on a data folder, making the folder and the database where
 * there are none. A server that dies under the program is started again on the same port.
 * @throws StartRefusal one line: the folder is in use, damaged, not writable, the disk is full
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir } = options;
  prepareFolder(dataDir);
  const lock = await lockFolder(dataDir);
  if (!lock) throw inUse(dataDir);
  try {
    return await startLocked(options, lock);
  } catch (fault) {
    await lock.release();
    throw refusalOf(fault, `start on ${dataDir}`);
  }
}

/**
 * Joins the server that another program runs on the data folder, waiting while it is starting.
 * @returns undefined when none does
 */
export async function joinEmbeddedPostgres(
  dataDir: string,
): Promise<(DatabaseAccess & { readonly apiUrl?: string }) | undefined> {
  for (let step = 0; step < JOIN_STEPS && (await isHeld(dataDir)); step += 1) {
    const record = readServerRecord(dataDir);
    const secrets = record && readSecrets(dataDir);
    if (record && secrets)
      return { ...accessOf(record.postgresPort, secrets), apiUrl: record.apiUrl };
    await pause(JOIN_STEP_MS);
  }
  if (await isHeld(dataDir)) throw new StartRefusal(`the program on ${dataDir} is not ready yet`);
  return undefined;
}

/** The program that runs on the data folder now, if one does and has got as far as to say so. */
export async function runningServer(dataDir: string): Promise<ServerRecord | undefined> {
  return (await isHeld(dataDir)) ? readServerRecord(dataDir) : undefined;
}

const JOIN_STEPS = 150;
const JOIN_STEP_MS = 200;
const MEGABYTE = 1024 * 1024;
const ROOM_TO_RUN_MB = 48;
const ROOM_FOR_NEW_MB = 160;

async function isHeld(dataDir: string): Promise<boolean> {
  try {
    return await isFolderLocked(dataDir);
  } catch {
    return false;
  }
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (fault) {
    throw refusalOf(fault, `write in the data folder ${dataDir}`);
  }
}

function inUse(dataDir: string): StartRefusal {
  const record = readServerRecord(dataDir);
  const where = record?.apiUrl ? ` and answers at ${record.apiUrl}` : '';
  const who = record ? ` (process ${record.pid})` : '';
  return new StartRefusal(`another program${who} already runs on ${dataDir}${where}`);
}

async function startLocked(options: EmbeddedOptions, lock: FolderLock): Promise<EmbeddedPostgres> {
  const { dataDir, isEphemeral = false, onStep } = options;
  // What stands there is a killed program's; nobody may join it.
  removeServerRecord(dataDir);
  const folder = clusterFolder(dataDir);
  const account = accountForPostgres([postgresProgram('postgres'), folder]);
  const isNew = !isClusterMade(dataDir);
  requireRoom(dataDir, isNew ? ROOM_FOR_NEW_MB : ROOM_TO_RUN_MB);
  const secrets = isNew ? keepSecrets(dataDir) : requireSecrets(dataDir);
  if (isNew) {
    onStep?.(`making the database in ${folder}`);
    await makeCluster({ dataDir, account, secrets, isEphemeral });
  }
  const server = await supervise({ folder, account, isEphemeral }, options.onLost);
  onStep?.(`PostgreSQL answers on port ${server.port}`);
  writeServerRecord(dataDir, { pid: process.pid, postgresPort: server.port });
  return {
    ...accessOf(server.port, secrets),
    isNew,
    announce: (apiUrl) =>
      writeServerRecord(dataDir, { pid: process.pid, postgresPort: server.port, apiUrl }),
    stop: async () => {
      removeServerRecord(dataDir);
      await server.stop();
      await lock.release();
    },
  };
}

function requireSecrets(dataDir: string): Secrets {
  const secrets = readSecrets(dataDir);
  if (secrets) return secrets;
  throw new StartRefusal(
    `${secretsFile(dataDir)} is missing; it holds the passwords of the database beside it: ` +
      'put it back from a backup',
  );
}

function requireRoom(dataDir: string, neededMb: number): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const freeMb = Math.floor((bavail * bsize) / MEGABYTE);
  if (freeMb < neededMb)
    throw new StartRefusal(
      `the disk of ${dataDir} is full: ${freeMb} MB free, ${neededMb} MB needed; nothing was changed`,
    );
}

function accessOf(port: number, secrets: Secrets): DatabaseAccess {
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return {
    databaseUrl: url('cho40_app', secrets.appPassword),
    migrationUrl: url('cho40_migrator', secrets.migratorPassword),
    dataKey: secrets.dataKey,
  };
}
