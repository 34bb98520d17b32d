// A month of all markets of a board, rehearsed and issued in one pass (prices, codes, lines, postings,
// every key and check of the database), against one bare INSERT … SELECT of the rows it made into
// tables without keys. By the wall clock: the work is the database's.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const require = createRequire(import.meta.url);
const { NestFactory } = require('@nestjs/core');
const lib = (name) => require(`../dist/libs/${name}/src/index.js`);
const {
  startEmbeddedPostgres,
} = require('../dist/libs/platform/src/embedded/embedded-postgres.js');

export const work = 'a board’s month issued, against one bare INSERT … SELECT of the same rows';
const GOAL = 0.3;
const MARKETS = 20;
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
    await owner.end();
    return figuresOf(leases, seconds, bare);
  } finally {
    await postgres.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function figuresOf(leases, { rehearsal, issue, again }, bare) {
  const [ours, other] = [leases / issue, leases / bare];
  const noSlower = { goal: '≤ 1 × the issue', holds: rehearsal <= issue };
  return [
    { figure: 'bills/s', ours, other, goal: `≥ ${GOAL} ×`, holds: ours >= GOAL * other },
    { figure: 's to rehearse', ours: hundredths(rehearsal), other: hundredths(issue), ...noSlower },
    { figure: 's to issue again', ours: hundredths(again), other: null, goal: '-', holds: true },
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
  const again = await secondsOf(issue);
  const { markets } = await issue();
  const made = markets.reduce((count, { billCount }) => count + billCount, 0);
  if (made !== leases) throw new Error(`${made} bills of ${leases} leases`);
  await app.close();
  return { rehearsal, issue: first, again };
}

async function secondsOf(act) {
  const startedAt = performance.now();
  await act();
  return (performance.now() - startedAt) / 1000;
}

/** A board whose markets share the leases; every stall has the same fees. */
async function boardWith(owner, leases, fees) {
  await owner.query('set role cho40_owner');
  const { rows } = await owner.query('select gen_random_uuid() as board');
  const [{ board }] = rows;
  await owner.query(`select set_config('app.boards', $1, false)`, [`{${board}}`]);
  for (const [sql, ...values] of seed(board, leases, fees)) await owner.query(sql, values);
  await owner.query('reset role');
  await owner.query('analyze');
  await owner.query('set role cho40_owner');
  return board;
}

const ID = `md5($1::uuid::text || s.n)::uuid`;

const seed = (board, leases, fees) => [
  [`insert into markets.board (id, name) values ($1, 'Ban quản lý chợ')`, board],
  [`insert into markets.admin_unit (id, code, level, name) values ('P08', '08', 'province', 'TQ')`],
  [
    `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
       opened_on)
     select $1, md5($1::uuid::text || 'm' || n)::uuid, 'CHO-' || n, 'Chợ ' || n, 1, 'solid', 'daily',
            '2025-05-01' from generate_series(1, $2::integer) n`,
    board,
    MARKETS,
  ],
  [
    `insert into markets.zone (board_id, id, market_id, code, name)
     select board_id, id, id, 'A', 'A' from markets.market where board_id = $1`,
    board,
  ],
  [
    `insert into billing.code_prefix (prefix, board_id, market_id, scramble_key)
     select 'Q' || chr(65 + n / 26) || chr(65 + n % 26) || 'Z', $1,
            md5($1::uuid::text || 'm' || n)::uuid, 7 + n from generate_series(1, $2::integer) n`,
    board,
    MARKETS,
  ],
  [
    `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
     select $1, ${ID}, md5($1::uuid::text || 'm' || s.n % $3::integer + 1)::uuid,
            md5($1::uuid::text || 'm' || s.n % $3::integer + 1)::uuid, 'A-' || s.n, 3 + s.n % 7,
            'food'
       from generate_series(1, $2::integer) as s (n)`,
    board,
    leases,
    MARKETS,
  ],
  [
    `insert into tenancy.vendor (board_id, id, name)
     select board_id, id, 'Sùng Thị Máy' from markets.stall where board_id = $1`,
    board,
  ],
  [
    `insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
     select board_id, id, market_id, id, id, 'HD-' || code, '2026-01-01'
       from markets.stall where board_id = $1`,
    board,
  ],
  [
    `insert into tariffs.decision (id, province_id, number, issuer, title, issued_on, effective_from)
     values ($1, 'P08', '12/QĐ', 'UBND', 'Giá', '2025-01-01', '2025-01-01')`,
    board,
  ],
  [
    `insert into tariffs.decision_price (decision_id, line_number, description, fee_type, unit, price)
     select $1, n, f.fee, f.fee, 'm2-month', 45000
       from unnest($2::text[]) with ordinality as f (fee, n)`,
    board,
    fees,
  ],
  [
    `insert into tariffs.tariff (board_id, id, market_id, decision_id, decision_line, ceiling,
       fee_type, unit, price, valid_from, created_by, approved_by, approved_at)
     select $1, gen_random_uuid(), m.id, $1, p.line_number, p.price, p.fee_type, p.unit,
            p.price - 1000 * p.line_number, '2025-05-01', $1, m.id, now()
       from tariffs.decision_price p cross join markets.market m where m.board_id = $1`,
    board,
  ],
  [
    `insert into banking.receiving_account (board_id, id, bin, number, holder_name, opening_balance,
       opened_on, created_by, created_at, approved_by, approved_at, proof, live_at)
     values ($1, $1, '970436', '0123456789', 'BAN QUAN LY CHO', 0, '2025-01-01', $1, '2024-12-20',
       gen_random_uuid(), '2024-12-20', 'earlier', '2024-12-21')`,
    board,
  ],
];

const MADE = ['billing.bill', 'billing.payment_code', 'billing.bill_line', 'ledger.transfer'];

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
