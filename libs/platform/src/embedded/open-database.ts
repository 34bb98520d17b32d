import { mkdirSync } from 'node:fs';
import type { Config } from '../config';
import { refusalOf, StartRefusal } from '../start-refusal';
import { startEmbeddedPostgres, type DatabaseAccess } from './embedded-postgres';
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
