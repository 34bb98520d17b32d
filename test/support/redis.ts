import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port';

/** A Redis server of one suite. */
export interface TestRedis {
  readonly url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * `describe` where there is a redis-server, else a skip, which `npm test` says aloud and CI counts
 * as a failure.
 */
export const describeWithRedis = redisProgram() ? describe : describe.skip;

/** Starts a private Redis that keeps nothing on the disk; on `port`, to come back after a kill. */
export async function startRedis(port?: number): Promise<TestRedis> {
  const chosen = port ?? (await freePort());
  const args = [
    '--port',
    String(chosen),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const child = spawn(redisProgram() ?? 'redis-server', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child);
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', () => done());
      child.kill(signal);
    });
  return {
    url: `redis://127.0.0.1:${chosen}`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function redisProgram(): string | undefined {
  const named = process.env['REDIS_BIN'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'redis-server')).find((at) => existsSync(at));
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let log = '';
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`redis-server ended: ${log}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (/ready to accept connections/i.test(log)) done();
    });
  });
}
