import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  isLoopback,
  migrate,
  openDatabaseForProgram,
  openLog,
  projectRoot,
  REQUEST_LIMITS,
  requireFreePort,
  type Config,
  type PlatformOptions,
  type ProgramDatabase,
} from '@cho40/platform';
import { createApi } from './api';
import type { Closing } from './closing';
import { loadProvinceWhenEmpty } from './province';

type Say = (line: string) => void;

const POOL_SIZE = 10;
const LOG_BYTES = 20_000_000;

/**
 * Opens the database, brings it up to date, and serves. Each step says one line.
 * @throws StartRefusal what an operator must do, in one line
 */
export async function startProgram(config: Config, closing: Closing, say: Say): Promise<void> {
  await requireFreePort(config);
  const database = await openDatabaseForProgram(config, { onStep: say, onLost: closing.fail });
  closing.add(() => database.close());
  await bringUpToDate(database, say);
  if (database.isEmbedded && isLoopback(config.host))
    await loadProvinceWhenEmpty(database, closing, say);
  const platform: PlatformOptions = {
    databaseUrl: database.databaseUrl,
    dataKey: database.dataKey,
    redisUrl: config.redisUrl,
    limits: REQUEST_LIMITS,
    poolSize: POOL_SIZE,
  };
  const log = openLog(config.logLevel, database.isEmbedded ? logFile(config.dataDir) : undefined);
  const app = await createApi(platform, log);
  closing.add(() => app.close());
  await app.listen(config.port, config.host);
  const url = addressOf(config);
  database.announce(url);
  say(`Chợ 4.0 answers at ${url}`);
}

async function bringUpToDate(database: ProgramDatabase, say: Say): Promise<void> {
  const applied = await migrate({
    migrationUrl: database.migrationUrl,
    appUrl: database.databaseUrl,
    folder: join(projectRoot(), 'migrations'),
  });
  const [last] = applied.slice(-1);
  say(last ? `database migrated to ${last.replace(/\.sql$/, '')}` : 'database is up to date');
}

/** The log of the embedded mode stays out of the terminal; one older file of it is kept. */
function logFile(dataDir: string): string {
  const file = join(dataDir, 'api.log');
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  return file;
}

function addressOf({ host, port }: Config): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
