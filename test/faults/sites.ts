import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabaseForProgram, readConfig } from '@cho40/platform';
import { CuttingProxy } from '../support/cutting-proxy';
import { KeptProgram, mainOf } from './kept-program';

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

/** A site whose programs reach PostgreSQL over a line of ours. */
export type SiteOverLine = Site & { readonly proxy: CuttingProxy };

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
export function separatePrograms(plan: SitePlan): Promise<SiteOverLine> {
  return overLine(plan, (environment) => ({
    api: new KeptProgram({ name: 'api', environment }),
    worker: new KeptProgram({ name: 'worker', environment }),
  }));
}

/** The same with a bug, in one process: half of what two take to start. */
export async function withBug(
  plan: SitePlan,
  { code, settings = [] }: PlantedBug,
): Promise<SiteOverLine> {
  const lines = settings.map((setting) => `${setting}\n`).join('');
  appendFileSync(join(plan.dataDir, 'pg', 'postgresql.auto.conf'), lines);
  const bug = code ? [join(__dirname, 'bugs', code)] : [];
  return overLine(plan, (environment) => {
    const before = [...bug, mainOf('worker')];
    const program = new KeptProgram({ name: 'api', environment, before });
    return { api: program, worker: program };
  });
}

type Programs = Readonly<Record<'api' | 'worker', KeptProgram>>;

async function overLine(
  plan: SitePlan,
  start: (environment: Readonly<Record<string, string>>) => Programs,
): Promise<SiteOverLine> {
  const postgres = await openDatabaseForProgram(readConfig(environmentOf(plan)));
  const proxy = await CuttingProxy.before(Number(new URL(postgres.databaseUrl).port));
  const databaseUrl = new URL(postgres.databaseUrl);
  databaseUrl.port = String(proxy.port);
  const { api, worker } = start({
    ...environmentOf(plan),
    DATABASE_URL: databaseUrl.href,
    MIGRATION_DATABASE_URL: postgres.migrationUrl,
    LOG_LEVEL: 'fatal',
  });
  const programs = { api, worker };
  return {
    ...doors(
      plan,
      () => postgres.databaseUrl,
      () => `${api.said}\n${worker.said}`,
    ),
    pidOf: (target) => (target === 'postgres' ? postmasterPid(plan.dataDir) : programs[target].pid),
    proxy,
    stop: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await proxy.stop();
      await postgres.close();
    },
  };
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

export const environmentOf = ({ dataDir, port }: SitePlan) => ({
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
