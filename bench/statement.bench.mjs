// Five statement files of one account (CSV: what 10 MB hold of 200,000 rows), each read, proven,
// linked, booked and posted in one transaction, and then matched to bills by their codes; every
// tenth row was shown by a feed before. Against one COPY of the same rows into a table without keys.
// By the wall clock: the work is the database's. Beside it, what PostgreSQL alone needs to keep the
// same rows under the same keys: eight tables' rows for each of the file's (docs/adr/0059).
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { boardWith } from './board-with.mjs';
import { secondsToKeep } from './kept-rows.mjs';

const require = createRequire(import.meta.url);
const { NestFactory } = require('@nestjs/core');
const lib = (name) => require(`../dist/libs/${name}/src/index.js`);
const {
  startEmbeddedPostgres,
} = require('../dist/libs/platform/src/embedded/embedded-postgres.js');

export const work =
  'statement files read, linked, booked and matched, against COPY of the same rows';
const GOAL = 0.2;
const MEMORY_MB = 512;
const FILES = 5;
const MONTH = '2026-05';
const AMOUNT = 45_000;
// As many as the worker takes at once.
const BATCH = 500;
const root = join(import.meta.dirname, '..');

export async function run({ size }) {
  const rows = size === 'full' ? 1_000_000 : 20_000;
  const scratch = mkdtempSync(join(tmpdir(), 'cho40-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(scratch, 'data') });
  const { databaseUrl: appUrl, migrationUrl } = postgres;
  await lib('platform').migrate({ migrationUrl, appUrl, folder: join(root, 'migrations') });
  const owner = new Client({ connectionString: migrationUrl });
  await owner.connect();
  try {
    const boardId = await boardWith(owner, rows / 20, ['space']);
    const done = await imported({ postgres, owner, boardId, rows });
    const copy = await copied(owner, rows, done.codes);
    return figuresOf(rows, done, { copy, keep: await secondsToKeep(owner) });
  } finally {
    await owner.end();
    await postgres.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function figuresOf(rows, { read, plan, imports, matched, memoryMb }, { copy, keep }) {
  const rate = (seconds) => rows / seconds;
  const row = (figure, seconds) => ({
    figure,
    ours: rate(seconds),
    other: rate(copy),
    goal: `≥ ${GOAL} ×`,
    holds: rate(seconds) >= GOAL * rate(copy),
  });
  const told = { goal: '-', holds: true };
  return [
    row('rows/s, imported', imports),
    row('rows/s, matched too', imports + matched),
    {
      figure: 'rows/s, matched too; other: kept by PostgreSQL alone',
      ours: rate(imports + matched),
      other: rate(keep),
      ...told,
    },
    { figure: 'rows/s, read and proven', ours: rate(read), other: rate(copy), ...told },
    { figure: 'rows/s, previewed', ours: rate(plan), other: rate(copy), ...told },
    {
      figure: 'MB at most',
      ours: memoryMb,
      other: null,
      goal: `< ${MEMORY_MB} MB`,
      holds: memoryMb < MEMORY_MB,
    },
  ];
}

async function imported({ postgres, owner, boardId, rows }) {
  const { PlatformModule, Database, JOB_LIMITS, systemActor } = lib('platform');
  const { BillRuns } = lib('billing');
  const { BankingModule, BankRecords, readStatementFile, Statements } = lib('banking');
  const { Reconciliation, ReconciliationModule } = lib('reconciliation');
  const clock = { now: () => new Date('2026-11-01T09:00:00+07:00') };
  const limits = { ...JOB_LIMITS, statementMs: 600_000 };
  const { databaseUrl, dataKey } = postgres;
  const options = { databaseUrl, dataKey, limits, poolSize: 2, clock };
  class Bench {}
  const module = {
    module: Bench,
    imports: [PlatformModule.forRoot(options), BankingModule, ReconciliationModule],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const [db, actor] = [app.get(Database), systemActor([boardId])];
  const write = (act) => db.write(actor, act);
  await write((tx) => app.get(BillRuns).issueBoard(tx, boardId, MONTH));
  const codes = await codesOf(owner, boardId);
  const statements = app.get(Statements);
  const seconds = { read: 0, plan: 0, imports: 0, matched: 0 };
  const memory = watchMemory();
  for (let file = 0; file < FILES; file += 1) {
    await shownByFeed({ file, rows: rows / FILES, codes }, boardId, (shown) =>
      write((tx) => app.get(BankRecords).ingest(tx, boardId, shown)),
    );
    const bytes = csvOf(linesOf(file, rows / FILES, codes));
    const read = await secondsOf(() => readStatementFile('sao-ke.csv', bytes));
    const wanted = { id: boardId };
    const preview = (tx) => statements.preview(tx, read.done, wanted);
    const plan = await secondsOf(() => db.read(actor, preview));
    const commit = await secondsOf(() => write((tx) => statements.commit(tx, read.done, wanted)));
    seconds.read += read.seconds;
    seconds.plan += plan.seconds;
    seconds.imports += read.seconds + commit.seconds;
  }
  const match = () => write((tx) => app.get(Reconciliation).matchOpen(tx, boardId, BATCH));
  const matching = await secondsOf(async () => {
    let matched = 0;
    for (let counts = await match(); counts.matched > 0; counts = await match())
      matched += counts.matched;
    return matched;
  });
  const memoryMb = memory.end();
  await app.close();
  if (matching.done !== rows) throw new Error(`${matching.done} rows matched of ${rows}`);
  return { ...seconds, matched: matching.seconds, memoryMb, codes };
}

async function codesOf(owner, boardId) {
  const { rows } = await owner.query(
    'select code from billing.payment_code where board_id = $1 order by code',
    [boardId],
  );
  return rows.map(({ code }) => code);
}

/** A month of a busy account: each line pays a bill by its code. Made one by one, and kept nowhere. */
function* linesOf(file, count, codes, every = 1) {
  for (let at = 0; at < count; at += every) {
    const day = 1 + Math.floor((at * 28) / count);
    yield {
      on: `2026-${String(6 + file).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      amount: AMOUNT + (at % 7) * 1_000,
      content: codes[(file * count + at) % codes.length],
      id: `${file}-${at}`,
    };
  }
}

/** Every tenth line, as a feed shows it before. */
async function shownByFeed({ file, rows, codes }, boardId, ingest) {
  let shown = [];
  for (const line of linesOf(file, rows, codes, 10)) {
    shown.push(seen(boardId, line));
    if (shown.length < 500) continue;
    await ingest(shown);
    shown = [];
  }
  if (shown.length > 0) await ingest(shown);
}

let balance = 0;

function csvOf(lines) {
  let text = 'Ngày,Nợ,Có,Số dư,Nội dung';
  for (const { on, amount, content } of lines) {
    balance += amount;
    text += `\n${on},,${amount},${balance},${content}`;
  }
  return Buffer.from(text);
}

function seen(accountId, { on, amount, content, id }) {
  return {
    accountId,
    source: 'sepay',
    sourceId: id,
    direction: 'in',
    amount,
    bookedAt: new Date(`${on}T08:00:00+07:00`),
    bookedOn: on,
    content: `MBVCB.${id}.${content}.CT tu 0123`,
    reference: null,
    counterAccount: null,
    counterName: null,
    virtualAccount: null,
    balanceAfter: null,
    confirms: true,
    deliveryId: null,
    statementId: null,
    rowNumber: null,
  };
}

/** The same rows, copied by nobody but PostgreSQL into a table that checks nothing. */
async function copied(owner, rows, codes) {
  await owner.query(
    `create temp table bare (account uuid, day date, direction text, amount bigint, balance bigint,
       content text)`,
  );
  let seconds = 0;
  for (let file = 0; file < FILES; file += 1) {
    const bytes = Buffer.from([...linesOf(file, rows / FILES, codes)].map(bareLine).join(''));
    const copy = await secondsOf(() => copyIn(owner, 'copy bare from stdin', bytes));
    seconds += copy.seconds;
  }
  const counted = await owner.query('select count(*)::integer as count from bare');
  if (counted.rows[0].count !== rows) throw new Error(`${counted.rows[0].count} rows copied`);
  return seconds;
}

const bareLine = ({ on, amount, content }) =>
  `00000000-0000-7000-8000-000000000001\t${on}\tin\t${amount}\t${amount}\t${content}\n`;

/** pg knows the messages of COPY, and leaves the saying of them to others. */
function copyIn(client, text, bytes) {
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection) => connection.query(text),
      handleCopyInResponse: (connection) => {
        connection.sendCopyFromChunk(bytes);
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: resolve,
      handleError: reject,
    });
  });
}

async function secondsOf(act) {
  const startedAt = performance.now();
  const done = await act();
  return { done, seconds: (performance.now() - startedAt) / 1000 };
}

function watchMemory() {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss() / 1024 / 1024);
  };
  const timer = setInterval(look, 50);
  return {
    end() {
      look();
      clearInterval(timer);
      return Math.round(most);
    },
  };
}
