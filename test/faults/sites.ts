import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabaseForProgram, readConfig } from '@cho40/platform';
import { Client } from 'pg';
import { CuttingProxy } from '../support/cutting-proxy';
import { KeptProgram } from './kept-program';

const CLI = resolve(__dirname, '../../dist/apps/cli/src/main.js');
const READY_MS = 100_000;

/** What can be killed: a program, PostgreSQL's first process, or one of its sessions. */
export type Target = 'api' | 'worker' | 'postgres' | 'session';

/** Where the programs of a market run. */
export interface Site {
  /** Of PostgreSQL, to look at the books without asking the programs. */
  databaseUrl(): string;
  /** undefined while the program is down. A session is chosen by whoever looks at the books. */
  pidOf(target: Exclude<Target, 'session'>): number | undefined;
  readonly proxy?: CuttingProxy;
  readonly url: string;
  /** Waits until the api answers that it is ready. */
  ready(): Promise<void>;
  /** Runs `./cho40 …` on the same database, past the line that is cut. */
  cho40(...args: string[]): { status: number | null; stdout: string; stderr: string };
  stop(): Promise<void>;
}

export interface SitePlan {
  readonly dataDir: string;
  readonly port: number;
}

/** A bug planted where a site is set up, for canaries; the product has no switch for it. */
export interface PlantedBug {
  /** A file of `bugs/` that changes the compiled code as it is loaded. */
  readonly code?: string;
  /** Settings of the server, as somebody wrote them into its file. */
  readonly settings?: readonly string[];
  /** What somebody did to the database by hand. */
  readonly sql?: string;
}

/** One PC: an api that runs its PostgreSQL and the worker itself. */
export function onePc({ dataDir, port }: SitePlan): Site {
  const environment = environmentOf({ dataDir, port });
  const api = new KeptProgram({ name: 'api', environment });
  const programs = { api, worker: api };
  return {
    ...doors(
      { dataDir, port },
      () => appUrl(dataDir),
      () => api.said,
    ),
    pidOf: (target) => (target === 'postgres' ? postmasterPid(dataDir) : programs[target].pid),
    stop: () => api.stop(),
  };
}

/** Programs of their own on one database, reached over a line that can be cut. */
export async function separatePrograms(
  { dataDir, port }: SitePlan,
  bug: PlantedBug = {},
): Promise<Site> {
  const settings = (bug.settings ?? []).map((setting) => `${setting}\n`).join('');
  appendFileSync(join(dataDir, 'pg', 'postgresql.auto.conf'), settings);
  const postgres = await openDatabaseForProgram(readConfig(environmentOf({ dataDir, port })));
  const proxy = await CuttingProxy.before(Number(new URL(postgres.databaseUrl).port));
  const databaseUrl = new URL(postgres.databaseUrl);
  databaseUrl.port = String(proxy.port);
  if (bug.sql) await asOwner(postgres.migrationUrl, bug.sql);
  const environment = {
    ...environmentOf({ dataDir, port }),
    DATABASE_URL: databaseUrl.href,
    MIGRATION_DATABASE_URL: postgres.migrationUrl,
    LOG_LEVEL: 'fatal',
  };
  const plan = { environment, bug: bug.code && join(__dirname, 'bugs', bug.code) };
  const programs = {
    api: new KeptProgram({ name: 'api', ...plan }),
    worker: new KeptProgram({ name: 'worker', ...plan }),
  };
  const said = () => `${programs.api.said}\n${programs.worker.said}`;
  return {
    ...doors({ dataDir, port }, () => postgres.databaseUrl, said),
    pidOf: (target) => (target === 'postgres' ? postmasterPid(dataDir) : programs[target].pid),
    proxy,
    stop: async () => {
      await Promise.all([programs.api.stop(), programs.worker.stop()]);
      await proxy.stop();
      await postgres.close();
    },
  };
}

async function asOwner(migrationUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  await client.query('set role cho40_owner');
  await client.query(statement);
  await client.end();
}

/** By which the programs and the books of a site are reached. */
function doors(plan: SitePlan, databaseUrl: () => string, said: () => string) {
  const url = `http://127.0.0.1:${plan.port}`;
  return {
    url,
    databaseUrl,
    ready: () => untilReady(url, said),
    cho40: (...args: string[]) =>
      spawnSync(process.execPath, [CLI, ...args], {
        env: { ...environmentOf(plan), DATABASE_URL: databaseUrl() },
        encoding: 'utf8',
      }),
  };
}

async function untilReady(url: string, said: () => string): Promise<void> {
  for (const deadline = performance.now() + READY_MS; performance.now() < deadline; ) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error(`the api did not get ready:\n${said()}`);
}

const environmentOf = ({ dataDir, port }: SitePlan) => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/tmp',
  DATA_DIR: dataDir,
  PORT: String(port),
  PROVINCE: 'none',
});

function postmasterPid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

/** The program on the folder has written down where its PostgreSQL answers. */
function appUrl(dataDir: string): string {
  const read = (name: string) => JSON.parse(readFileSync(join(dataDir, name), 'utf8'));
  const { postgresPort } = read('server.json') as { postgresPort: number };
  const { appPassword } = read('secrets.json') as { appPassword: string };
  return `postgres://cho40_app:${appPassword}@127.0.0.1:${postgresPort}/cho40`;
}
