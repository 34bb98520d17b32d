// Webhooks over HTTP into the whole program (api and worker as processes of their own): (a) verified,
// stored raw and answered after COMMIT, by 1, 32 and 128 senders; (b) until each is matched, allocated
// and posted. Against bare one-row INSERT commits of the same bytes by 32 connections of pg on the same
// PostgreSQL, which durably keeps what it answers (fsync on) for both. By the wall clock. Beside it,
// what an HTTP server of Node's answers to the same senders that keeps nothing (docs/adr/0060).
import { createHmac } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { boardWith } from './board-with.mjs';
import { requestOf, sendAll } from './http-senders.mjs';

const require = createRequire(import.meta.url);
const { NestFactory } = require('@nestjs/core');
const lib = (name) => require(`../dist/libs/${name}/src/index.js`);
const {
  startEmbeddedPostgres,
} = require('../dist/libs/platform/src/embedded/embedded-postgres.js');

export const work = 'webhooks stored and answered, and until posted, against bare INSERT commits';
const ANSWERED_GOAL = 0.8;
const POSTED_GOAL = 0.3;
const P99_GOAL_MS = 50;
const CONNECTIONS = 32;
const ACCOUNT = '0123456789';
const MONTH = '2026-10';
const root = join(import.meta.dirname, '..');
const SIZES = {
  small: { leases: 3_000, bare: 8_000, answered: { 1: 300, 32: 3_000, 128: 6_000 } },
  full: { leases: 20_000, bare: 60_000, answered: { 1: 2_000, 32: 30_000, 128: 60_000 } },
};

export async function run({ size }) {
  const scratch = mkdtempSync(join(tmpdir(), 'cho40-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(scratch, 'data') });
  const { databaseUrl: appUrl, migrationUrl } = postgres;
  const owner = new Client({ connectionString: migrationUrl });
  try {
    await lib('platform').migrate({ migrationUrl, appUrl, folder: join(root, 'migrations') });
    await owner.connect();
    const wanted = SIZES[size === 'full' ? 'full' : 'small'];
    return await measure({ postgres, owner, ...wanted });
  } finally {
    await owner.end();
    await postgres.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measure({ postgres, owner, leases, bare, answered }) {
  const boardId = await boardWith(owner, leases, ['space', 'sanitation']);
  const { feed, bills } = await billed(postgres, boardId);
  const other = await bareCommits(postgres.migrationUrl, bare);
  const port = await freePort();
  const figures = [await bareAnswers(feed, answered[128], other)];
  const api = await started('api', postgres, port);
  try {
    let rate = 0;
    await sendAll(port, tests(feed, 500), { senders: 32 });
    for (const [senders, count] of Object.entries(answered)) {
      const { seconds } = await sendAll(port, tests(feed, count), { senders: Number(senders) });
      rate = count / seconds;
      figures.push(rateOf(`answered/s, ${senders} senders`, rate, other, goalOf(senders)));
    }
    const paced = { senders: 128, perSecond: rate / 2 };
    const { milliseconds } = await sendAll(port, tests(feed, answered[128] / 2), paced);
    figures.push(p99Of(milliseconds));
    figures.push(...(await posted({ postgres, owner, port, feed, bills, other })));
  } finally {
    api.kill('SIGTERM');
  }
  return figures;
}

const BARE_SERVER = `
  const server = require('node:http').createServer((request, reply) => {
    request.resume().once('end', () => reply.end('{"success":true}'));
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

/** A server that looks at nothing and keeps nothing: the most that one process of Node answers here. */
async function bareAnswers(feed, count, other) {
  const server = spawn(process.execPath, ['-e', BARE_SERVER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = await once(server.stdout, 'data');
    await sendAll(Number(said), tests(feed, 2_000), { senders: 32 });
    const { seconds } = await sendAll(Number(said), tests(feed, count), { senders: 128 });
    const figure = 'answered/s by Node that keeps nothing, 128 senders';
    return rateOf(figure, count / seconds, other, null);
  } finally {
    server.kill('SIGTERM');
  }
}

const goalOf = (senders) => (senders === '128' ? ANSWERED_GOAL : null);

function rateOf(figure, ours, other, goal) {
  if (goal === null) return { figure, ours, other, goal: '-', holds: true };
  return { figure, ours, other, goal: `≥ ${goal} ×`, holds: ours >= goal * other };
}

function p99Of(milliseconds) {
  const ours = Math.round(milliseconds[Math.floor(milliseconds.length * 0.99)] * 10) / 10;
  const goal = `< ${P99_GOAL_MS}`;
  return { figure: 'p99 ms, half load', ours, other: null, goal, holds: ours < P99_GOAL_MS };
}

/**
 * From the first transfer sent until the last is a believed record (booked), and until the last is a
 * payment in the ledger (posted).
 */
async function posted({ postgres, owner, port, feed, bills, other }) {
  const worker = await started('worker', postgres);
  try {
    // What (a) left is read first: tests, which book nothing.
    await until(owner, NOTHING_WAITS);
    const startedAt = performance.now();
    const rateNow = () => (bills.length * 1000) / (performance.now() - startedAt);
    await sendAll(port, transfers(feed, bills), { senders: 128 });
    await until(owner, NOTHING_WAITS);
    const booked = rateNow();
    await until(owner, 'select count(*) >= $1 from billing.payment', [bills.length]);
    const rate = rateNow();
    const { rows } = await owner.query(
      'select count(*) as n from billing.v_bill where paid < total',
    );
    if (Number(rows[0].n) > 0) throw new Error(`${rows[0].n} bills are not paid`);
    return [
      rateOf('booked/s, 128 senders', booked, other, null),
      rateOf('posted/s, 128 senders', rate, other, POSTED_GOAL),
    ];
  } finally {
    worker.kill('SIGTERM');
  }
}

const NOTHING_WAITS = `
  select not exists (select from banking.reading where state = 'waiting')`;

async function until(client, sql, values = []) {
  for (;;) {
    const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
    if (rows[0][0]) return;
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** The board's month, issued: whom transfers may pay; and the door they come through. */
async function billed({ databaseUrl, dataKey }, boardId) {
  const { PlatformModule, Database, JOB_LIMITS, systemActor } = lib('platform');
  const { BillingModule, BillRuns } = lib('billing');
  const { BankingModule, Feeds } = lib('banking');
  const clock = { now: () => new Date('2026-10-01T09:00:00+07:00') };
  const options = { databaseUrl, dataKey, limits: JOB_LIMITS, poolSize: 2, clock };
  class Bench {}
  const imports = [PlatformModule.forRoot(options), BankingModule, BillingModule];
  const app = await NestFactory.createApplicationContext(
    { module: Bench, imports },
    { logger: false },
  );
  const [db, actor] = [app.get(Database), systemActor([boardId])];
  await db.write(actor, (tx) => app.get(BillRuns).issueBoard(tx, boardId, MONTH));
  const opened = await db.write(actor, (tx) =>
    app.get(Feeds).open(tx, { boardId, provider: 'sepay', auth: 'hmac' }),
  );
  const bills = await db.read(actor, (tx) =>
    tx.sql('select code, total from billing.v_bill order by bill_id'),
  );
  await app.close();
  return { feed: opened, bills };
}

/** Deliveries that are verified and kept like any other, and book nothing. */
const tests = (feed, count) =>
  Array.from({ length: count }, () => signed(feed, { id: 0, amount: 0, content: 'thu' }));

const transfers = (feed, bills) =>
  bills.map(({ code, total }, at) =>
    signed(feed, { id: at + 1, amount: total, content: `MBVCB.${at}.${code} A-1.CT tu 0123` }),
  );

function signed({ feedId, secret }, { id, amount, content }) {
  const body = Buffer.from(
    JSON.stringify({
      id,
      gateway: 'Vietcombank',
      transactionDate: '2026-10-05 14:02:37',
      accountNumber: ACCOUNT,
      code: null,
      content,
      transferType: 'in',
      transferAmount: amount,
      accumulated: 0,
      subAccount: null,
      referenceCode: `FT${id}`,
      description: '',
    }),
  );
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-sepay-timestamp': timestamp,
    'x-sepay-signature': `sha256=${hmac}`,
  };
  return requestOf({ path: `/api/v1/feeds/${feedId}/sepay`, headers, body });
}

/** Commits of one row each, by as many connections as the goal names. */
async function bareCommits(url, count) {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  await clients[0].query('set role cho40_owner');
  await clients[0].query('create table public.bare (id bigint, at timestamptz, body bytea)');
  const body = Buffer.alloc(330, 'x');
  const text = 'insert into public.bare values ($1, now(), $2)';
  let next = 0;
  const commit = async (client) => {
    await client.query('set role cho40_owner');
    for (let at = next++; at < count; at = next++)
      await client.query({ name: 'bare', text, values: [at, body] });
  };
  const startedAt = performance.now();
  await Promise.all(clients.map(commit));
  const seconds = (performance.now() - startedAt) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return count / seconds;
}

/** A program of its own on the bench's database, once it is ready. */
async function started(name, { databaseUrl, migrationUrl, dataKey }, port) {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: migrationUrl,
    DATA_KEY: dataKey,
    LOG_LEVEL: 'silent',
    ...(port ? { PORT: String(port) } : {}),
  };
  const child = spawn(process.execPath, [join(root, `dist/apps/${name}/src/main.js`)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the ${name} ended with ${code}`)));
    child.stdout.on('data', (said) => {
      if (/answers at|is at work/.test(said)) ready();
    });
  });
  return child;
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
