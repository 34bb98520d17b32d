import { accessSync, constants, mkdirSync } from 'node:fs';
import { refusalOf, StartRefusal } from '../start-refusal';
import { postgresProgram } from './binaries';
import { accessOf, type DatabaseAccess } from './access';
import { clusterFolder, isClusterMade, makeCluster } from './cluster';
import { lockFolder, type FolderLock } from './folder-lock';
import { accountForPostgres } from './os-account';
import { requireRoom, ROOM_TO_RUN_MB } from './room';
import { keepSecrets, readSecrets, secretsFile, type Secrets } from './secrets';
import { readServerRecord, removeServerRecord, writeServerRecord } from './server-record';
import { supervise } from './supervisor';

/** PostgreSQL run by this process. It ends with this process, however that ends. */
export interface EmbeddedPostgres extends DatabaseAccess {
  /** Whether this start made the database. */
  readonly isNew: boolean;
  /** Tells `./cho40` commands where the api answers. */
  announce(apiUrl: string): void;
  /** Waits until the commands that joined have left; then none may join any more. */
  empty(): Promise<void>;
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

const ROOM_FOR_NEW_MB = 160;

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (fault) {
    throw refusalOf(fault, `write in the data folder ${dataDir}`);
  }
}

/** Another program holds the data folder: a command joins it instead. */
export class FolderInUse extends StartRefusal {}

function inUse(dataDir: string): FolderInUse {
  const record = readServerRecord(dataDir);
  const where = record?.apiUrl ? ` and answers at ${record.apiUrl}` : '';
  const who = record ? ` (process ${record.pid})` : '';
  return new FolderInUse(`another program${who} already runs on ${dataDir}${where}`);
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
    empty: lock.empty,
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
