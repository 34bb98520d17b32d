// A month of all markets of a board, rehearsed and issued in one pass (prices, codes, lines, postings,
// every key and check of the database), against one bare INSERT … SELECT of the rows it made into
// tables without keys, which nothing is logged of; and against the same INSERT into tables with the
// same indexes and checks, which no program that keeps them can undercut (docs/adr/0061). By the wall
// clock: the work is the database's.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { boardWith } from './board-with.mjs';

const require = createRequire(import.meta.url);
const { NestFactory } = require('@nestjs/core');
const lib = (name) => require(`../dist/libs/${name}/src/index.js`);
const {
  startEmbeddedPostgres,
} = require('../dist/libs/platform/src/embedded/embedded-postgres.js');

export const work = 'a board’s month issued, against one bare INSERT … SELECT of the same rows';
const GOAL = 0.3;
const FEES = ['space', 'electricity', 'water', 'sanitation', 'security'];
const MONTH = '2026-10';
const root = join(import.meta.dirname, '..');

export async function run({ size }) {
  // A province's 20,000 leases with five fees each; or five times as many with four.
  const [leases, fees] = size === 'full' ? [100_000, FEES.slice(0, 4)] : [20_000, FEES];
  const scratch = mkdtempSync(join(tmpdir(), 'cho40-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(scratch, 'data') });
  const { databaseUrl: appUrl, migrationUrl } = postgres;
  try {
    await lib('platform').migrate({ migrationUrl, appUrl, folder: join(root, 'migrations') });
    const owner = new Client({ connectionString: migrationUrl });
    await owner.connect();
    const boardId = await boardWith(owner, leases, fees);
    const seconds = await issued(postgres, boardId, leases);
    const bare = await bareInsert(owner, leases * fees.length);
    const guarded = await guardedInsert(owner);
    await owner.end();
    return figuresOf(leases, seconds, { bare, guarded });
  } finally {
    await postgres.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function figuresOf(leases, { rehearsal, issue, again, memoryMb }, { bare, guarded }) {
  const ours = leases / issue;
  const noSlower = { goal: '≤ 1 × the issue', holds: rehearsal <= issue };
  const beside = (figure, other) => ({
    figure,
    ours,
    other,
    goal: `≥ ${GOAL} ×`,
    holds: ours >= GOAL * other,
  });
  return [
    beside('bills/s', leases / bare),
    beside('bills/s, guarded rows', leases / guarded),
    { figure: 's to rehearse', ours: hundredths(rehearsal), other: hundredths(issue), ...noSlower },
    { figure: 's to issue again', ours: hundredths(again), other: null, goal: '-', holds: true },
    { figure: 'MB at most', ours: memoryMb, other: null, goal: '-', holds: true },
  ];
}

const hundredths = (seconds) => Math.round(seconds * 100) / 100;

async function issued({ databaseUrl, dataKey }, boardId, leases) {
  const { PlatformModule, Database, JOB_LIMITS, systemActor } = lib('platform');
  const { BillingModule, BillRuns } = lib('billing');
  const clock = { now: () => new Date('2026-10-01T09:00:00+07:00') };
  const limits = { ...JOB_LIMITS, statementMs: 600_000 };
  const options = { databaseUrl, dataKey, limits, poolSize: 2, clock };
  class Bench {}
  const module = { module: Bench, imports: [PlatformModule.forRoot(options), BillingModule] };
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const [db, runs] = [app.get(Database), app.get(BillRuns)];
  const actor = systemActor([boardId]);
  const rehearse = () => db.read(actor, (tx) => runs.rehearseBoard(tx, boardId, MONTH));
  const issue = () => db.write(actor, (tx) => runs.issueBoard(tx, boardId, MONTH));
  const rehearsal = await secondsOf(rehearse);
  const first = await secondsOf(issue);
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const again = await secondsOf(issue);
  const { markets } = await issue();
  const made = markets.reduce((count, { billCount }) => count + billCount, 0);
  if (made !== leases) throw new Error(`${made} bills of ${leases} leases`);
  await app.close();
  return { rehearsal, issue: first, again, memoryMb };
}

async function secondsOf(act) {
  const startedAt = performance.now();
  await act();
  return (performance.now() - startedAt) / 1000;
}

const MADE = ['billing.bill', 'billing.payment_code', 'billing.bill_line', 'ledger.transfer'];

/** The same rows into tables with the same indexes and checks: the floor of who keeps them. */
async function guardedInsert(owner) {
  await owner.query('create schema guarded');
  const guarded = (table) => `guarded.${table.replace('.', '_')}`;
  for (const table of MADE)
    await owner.query(`create table ${guarded(table)} (like ${table} including all)`);
  return secondsOf(async () => {
    for (const table of MADE)
      await owner.query(`insert into ${guarded(table)} select * from ${table}`);
  });
}

/** The same rows, written by nobody but PostgreSQL into tables that check nothing. */
async function bareInsert(owner, lines) {
  const bare = (table) => `pg_temp.${table.replace('.', '_')}`;
  for (const table of MADE)
    await owner.query(`create temp table ${bare(table).slice(8)} (like ${table})`);
  const inserts = MADE.map((table, at) =>
    at === MADE.length - 1
      ? `insert into ${bare(table)} select * from ${table}`
      : `made_${at} as (insert into ${bare(table)} select * from ${table})`,
  );
  const last = inserts.pop();
  const seconds = await secondsOf(() => owner.query(`with ${inserts.join(', ')} ${last}`));
  const { rows } = await owner.query(`select count(*)::integer as count from ${bare(MADE[2])}`);
  if (rows[0].count !== lines) throw new Error(`${rows[0].count} lines of ${lines}`);
  return seconds;
}
