import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefusal } from '../start-refusal';
import { postgresProgram } from './binaries';
import type { OsAccount } from './os-account';
import { clearTheWay } from './leftovers';
import { systemFaultIn } from './postgres-log';

/** A running PostgreSQL server of ours. */
export interface Postmaster {
  readonly port: number;
  /** Resolves with what it printed when it ends, asked or not. */
  readonly ended: Promise<string>;
  /** Ends all sessions and writes everything down; within 5 seconds. */
  stop(): Promise<void>;
}

export interface PostmasterPlan {
  readonly folder: string;
  readonly account: OsAccount;
  readonly isEphemeral: boolean;
  /** The port of the last start, when PostgreSQL comes back under a running program. */
  readonly port?: number;
}

const BUSY = /lock file "postmaster.pid"|pre-existing shared memory block/;
const PORT_TAKEN = /could not bind|could not create any TCP/;
const ATTEMPTS = 60;

/**
 * Starts PostgreSQL on a free port of this machine only. What is left of a killed one is waited
 * for and cleared away first.
 * @throws StartRefusal with PostgreSQL's own reason when it gives up
 */
export async function startPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  await clearTheWay(plan.folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = plan.port ?? (await freePort());
    const child = spawnPostgres(plan, port);
    const log = collectLog(child);
    const ended = new Promise<string>((done) => child.once('close', () => done(log.text())));
    const failure = await Promise.race([log.ready, ended]);
    if (failure === undefined) return { port, ended, stop: () => stop(child, ended) };
    const mayPass = BUSY.test(failure) || PORT_TAKEN.test(failure);
    if (!mayPass || attempt === ATTEMPTS) throw gaveUp(plan.folder, failure);
    await pause(250);
  }
}

function gaveUp(folder: string, log: string): StartRefusal {
  return new StartRefusal(
    `PostgreSQL does not open the database in ${folder}: ${systemFaultIn(log)}; ` +
      'nothing was deleted',
  );
}

// A session of its own, so that Ctrl-C reaches the program alone, which then ends PostgreSQL after
// the last request; should the program die, the kernel ends it (OsAccount).
function spawnPostgres(plan: PostmasterPlan, port: number): ChildProcess {
  const options = settings(plan.isEphemeral).flatMap((setting) => ['-c', setting]);
  const where = ['-D', plan.folder, '-p', String(port)];
  const [file, args] = plan.account.command(postgresProgram('postgres'), [...where, ...options]);
  return spawn(file, args, {
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
}

function settings(isEphemeral: boolean): string[] {
  const always = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=256MB',
    // Failed statements and their values are personal data: the log carries the server's own life.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
  ];
  const forTests = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  // What is written while a backup copies must still be there when it ends. And a first bill run
  // fills empty tables: the planner should hear of them within seconds.
  const forKeeps = ['wal_keep_size=512MB', 'autovacuum_naptime=15s'];
  return [...always, ...(isEphemeral ? forTests : forKeeps)];
}

const KEPT_LOG = 8_000;

function collectLog(child: ChildProcess): { ready: Promise<undefined>; text: () => string } {
  let text = '';
  const ready = new Promise<undefined>((done) => {
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-KEPT_LOG);
      if (text.includes('database system is ready to accept connections')) done(undefined);
    });
    child.once('error', (fault) => {
      text += `FATAL: ${fault.message}`;
    });
  });
  return { ready, text: () => text };
}

// Fast shutdown first; then the one that recovers at the next start; both lose nothing committed.
async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 3_500],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 500],
  ] as const) {
    child.kill(signal);
    const isEnded = await Promise.race([ended.then(() => true), unhurried(patienceMs)]);
    if (isEnded) return;
  }
}

// A timer that does not keep the program alive once PostgreSQL has ended.
const unhurried = (ms: number) => pause(ms, false, { ref: false });

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
