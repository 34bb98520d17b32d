import { mkdirSync } from 'node:fs';
import type { Config } from '../config';
import { refusalOf, StartRefusal } from '../start-refusal';
import type { DatabaseAccess } from './access';
import { FolderInUse, startEmbeddedPostgres } from './embedded-postgres';
import { joinEmbeddedPostgres, type JoinedPostgres } from './join';
import { keepSecrets } from './secrets';

/** The database a program works on, embedded or somebody else's. */
export interface ProgramDatabase extends DatabaseAccess {
  /** Whether it is the program's own PostgreSQL, which then also runs the worker and the seed. */
  readonly isEmbedded: boolean;
  /** Tells `./cho40` commands where the api answers; nothing to tell for another's server. */
  announce(apiUrl: string): void;
  close(): Promise<void>;
}

export interface ProgramDatabaseEvents {
  readonly onStep?: (line: string) => void;
  readonly onLost?: (refusal: StartRefusal) => void;
}

/**
 * Opens the database that the configuration names, or starts the program's own.
 * @throws StartRefusal one line that says what and where
 */
export async function openDatabaseForProgram(
  config: Config,
  events: ProgramDatabaseEvents = {},
): Promise<ProgramDatabase> {
  if (config.databaseUrl) return otherServer(config, config.databaseUrl);
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, ...events });
  return {
    databaseUrl: embedded.databaseUrl,
    migrationUrl: embedded.migrationUrl,
    dataKey: config.dataKey ?? embedded.dataKey,
    isEmbedded: true,
    announce: embedded.announce,
    close: embedded.stop,
  };
}

/**
 * Opens the database for one command: the configured one, else the server of the program that runs
 * on the data folder, else one of its own, which `close` ends after the last command that joined it.
 * @throws StartRefusal one line that says what and where
 */
export async function openDatabaseForCommand(config: Config): Promise<ProgramDatabase> {
  if (config.databaseUrl) return otherServer(config, config.databaseUrl);
  for (;;) {
    const joined = await joinEmbeddedPostgres(config.dataDir);
    if (joined) return guestOf(config, joined);
    try {
      return await ownForCommand(config);
    } catch (fault) {
      // Another command was quicker by a moment: join it.
      if (!(fault instanceof FolderInUse)) throw fault;
    }
  }
}

function guestOf(config: Config, joined: JoinedPostgres): ProgramDatabase {
  return {
    databaseUrl: joined.databaseUrl,
    migrationUrl: joined.migrationUrl,
    dataKey: config.dataKey ?? joined.dataKey,
    isEmbedded: true,
    announce: () => undefined,
    close: () => Promise.resolve(joined.leave()),
  };
}

async function ownForCommand(config: Config): Promise<ProgramDatabase> {
  const own = await startEmbeddedPostgres({ dataDir: config.dataDir });
  return {
    databaseUrl: own.databaseUrl,
    migrationUrl: own.migrationUrl,
    dataKey: config.dataKey ?? own.dataKey,
    isEmbedded: true,
    announce: () => undefined,
    close: async () => {
      await own.empty();
      await own.stop();
    },
  };
}

function otherServer(config: Config, databaseUrl: string): ProgramDatabase {
  return {
    databaseUrl,
    // One role for both is possible, if not advised: docs/operations.md.
    migrationUrl: config.migrationDatabaseUrl ?? databaseUrl,
    dataKey: config.dataKey ?? keptDataKey(config.dataDir),
    isEmbedded: false,
    announce: () => undefined,
    close: () => Promise.resolve(),
  };
}

// Several machines on one database need the same DATA_KEY in their environment; a single one may
// leave it to the data folder.
function keptDataKey(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  } catch (fault) {
    throw refusalOf(fault, `keep the data key in ${dataDir}`);
  }
  return keepSecrets(dataDir).dataKey;
}
