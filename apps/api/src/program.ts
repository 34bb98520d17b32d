import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DemoSignIns } from '@cho40/identity';
import { AdminUnits } from '@cho40/markets';
import {
  Database,
  JOB_LIMITS,
  migrate,
  NestLog,
  openDatabaseForProgram,
  openLog,
  OwnBell,
  projectRoot,
  REQUEST_LIMITS,
  requireFreePort,
  systemActor,
  WorkerModule,
  type Config,
  type PlatformOptions,
  type Program,
  type ProgramDatabase,
} from '@cho40/platform';
import type { Logger } from 'pino';
import { createApi } from './api';
import { LIBS } from './app.module';
import { loadProvinceWhenEmpty } from './province';

const POOL_SIZE = 10;
const WORKER_POOL_SIZE = 4;
const LOG_BYTES = 20_000_000;

/**
 * Opens the database, brings it up to date, and serves. Each step says one line.
 * @throws StartRefusal what an operator must do, in one line
 */
export async function startApi(program: Program): Promise<void> {
  const { config, closing, say } = program;
  await requireFreePort(config);
  const database = await openDatabaseForProgram(config, { onStep: say, onLost: closing.fail });
  closing.add(() => database.close());
  await migrateTo(database, say);
  const log = openLog(config.logLevel, database.isEmbedded ? logFile(config.dataDir) : undefined);
  const platform = platformOf(config, database);
  const app = await createApi(platform, log);
  closing.add(() => app.close());
  await loadAdminUnits(app, say);
  if (config.loadsProvince) await loadProvinceWhenEmpty(app.get(Database), database, program);
  await app.listen(config.port, config.host);
  database.announce(addressOf(config));
  say(`Chợ 4.0 answers at ${addressOf(config)}`);
  await showSignIns(app, say);
  // Nobody waits for it: what is to be done waits in its table.
  if (database.isEmbedded) await startWorkerBeside(program, platform, log);
}

function platformOf(config: Config, database: ProgramDatabase): PlatformOptions {
  return {
    databaseUrl: database.databaseUrl,
    migrationUrl: database.migrationUrl,
    dataKey: database.dataKey,
    embeddedDataDir: database.isEmbedded ? config.dataDir : undefined,
    redisUrl: config.redisUrl,
    doors: config.doors,
    publicAddress: config.publicAddress,
    bell: new OwnBell(),
    limits: REQUEST_LIMITS,
    poolSize: POOL_SIZE,
  };
}

async function migrateTo(database: ProgramDatabase, say: Program['say']): Promise<void> {
  const applied = await migrate({
    migrationUrl: database.migrationUrl,
    appUrl: database.databaseUrl,
    folder: join(projectRoot(), 'migrations'),
  });
  const [last] = applied.slice(-1);
  say(last ? `database migrated to ${last.replace(/\.sql$/, '')}` : 'database is up to date');
}

async function loadAdminUnits(app: NestFastifyApplication, say: Program['say']): Promise<void> {
  const units = await app
    .get(Database)
    .write(systemActor([]), (tx) => app.get(AdminUnits).load(tx));
  if (units > 0) say(`${units} administrative units loaded`);
}

/** The same worker as the program of its own, with its longer limits, rung without Redis. */
async function startWorkerBeside(
  { closing }: Program,
  platform: PlatformOptions,
  log: Logger,
): Promise<void> {
  const worker = await NestFactory.createApplicationContext(
    WorkerModule.forRoot({ ...platform, limits: JOB_LIMITS, poolSize: WORKER_POOL_SIZE }, LIBS),
    { logger: new NestLog(log), abortOnError: false },
  );
  closing.add(() => worker.close());
}

/** One a role, in a database that holds the believable province. */
async function showSignIns(app: NestFastifyApplication, say: Program['say']): Promise<void> {
  const signIns = await app
    .get(Database)
    .read(systemActor([]), (tx) => app.get(DemoSignIns).onePerRole(tx));
  for (const { role, username, password } of signIns)
    say(`  ${role.padEnd(18)}${username.padEnd(22)}${password}`);
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
