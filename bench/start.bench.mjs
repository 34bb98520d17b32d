// A warm start of the whole program, from the command to /health/ready, against an empty NestJS
// application after a PostgreSQL started by hand (same server, same settings), in turns.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const embedded = '../dist/libs/platform/src/embedded';
const { startEmbeddedPostgres } = require(`${embedded}/embedded-postgres.js`);
const { startPostmaster } = require(`${embedded}/postmaster.js`);
const { accountForPostgres } = require(`${embedded}/os-account.js`);
const { postgresProgram } = require(`${embedded}/binaries.js`);

export const work = 'a warm start to ready, against an empty NestJS and a PostgreSQL by hand';
// docs/adr/0011: why not 1.3.
const GOAL = 3;
const root = join(import.meta.dirname, '..');

export async function run({ size }) {
  const scratch = mkdtempSync(join(tmpdir(), 'cho40-bench-'));
  try {
    const seconds = await inTurns(scratch, size === 'full' ? 15 : 5);
    const [ours, other] = [median(seconds.ours), median(seconds.other)];
    const goal = `≤ ${GOAL} ×`;
    return [{ figure: 'seconds to ready', ours, other, goal, holds: ours <= GOAL * other }];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function inTurns(scratch, rounds) {
  const dataDir = join(scratch, 'data');
  const bareDir = join(scratch, 'bare');
  await (await startEmbeddedPostgres({ dataDir: bareDir })).stop();
  const seconds = { ours: [], other: [] };
  // The first round makes the database and fills the file cache.
  for (let round = 0; round <= rounds; round += 1) {
    const figures = { ours: await programToReady(dataDir), other: await emptyToReady(bareDir) };
    if (round === 0) continue;
    seconds.ours.push(figures.ours);
    seconds.other.push(figures.other);
  }
  return seconds;
}

async function programToReady(dataDir) {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: port, PROVINCE: 'none' };
  const { child, seconds } = await toReady([join(root, 'tools/start.mjs')], port, env);
  await ended(child, 'SIGINT');
  return seconds;
}

async function emptyToReady(bareDir) {
  const startedAt = performance.now();
  const folder = join(bareDir, 'pg');
  const account = accountForPostgres([postgresProgram('postgres'), folder]);
  const postgres = await startPostmaster({ folder, account, isEphemeral: false });
  const port = await freePort();
  const { child } = await toReady([join(root, 'bench/empty-nest.cjs'), port], port, process.env);
  const seconds = (performance.now() - startedAt) / 1000;
  await ended(child, 'SIGKILL');
  await postgres.stop();
  return seconds;
}

async function toReady(args, port, env) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`${args[0]} ended with ${child.exitCode}`);
    await new Promise((next) => setTimeout(next, 5));
  }
  return { child, seconds: (performance.now() - startedAt) / 1000 };
}

function isReady(port) {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function ended(child, signal) {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return String(port);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
