// A board's old books of 20,000 rows (markets, stalls, vendors, leases, debts), from the file's bytes
// to the committed books: read in its thread, checked, proven, entered, against one bare COPY-like
// INSERT … SELECT of as many rows into a table without keys. By the wall clock.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { Client } from 'pg';

const require = createRequire(import.meta.url);
const { NestFactory } = require('@nestjs/core');
const lib = (name) => require(`../dist/libs/${name}/src/index.js`);
const {
  startEmbeddedPostgres,
} = require('../dist/libs/platform/src/embedded/embedded-postgres.js');

export const work = 'a workbook of old books checked and entered, against a bare INSERT … SELECT';
const GOAL_S = 10;
const MARKETS = 4;
const root = join(import.meta.dirname, '..');

export async function run({ size }) {
  const rows = size === 'full' ? 20_000 : 4_000;
  const scratch = mkdtempSync(join(tmpdir(), 'cho40-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(scratch, 'data') });
  const { databaseUrl: appUrl, migrationUrl } = postgres;
  try {
    await lib('platform').migrate({ migrationUrl, appUrl, folder: join(root, 'migrations') });
    const seconds = await entered(postgres, rows);
    const bare = await bareInsert(migrationUrl, rows);
    return [
      {
        figure: `s for ${rows} rows`,
        ours: seconds.all,
        other: bare,
        goal: `≤ ${GOAL_S} s`,
        holds: seconds.all <= GOAL_S,
      },
      { figure: 's to check alone', ours: seconds.check, other: null, goal: '-', holds: true },
      { figure: 's for the same again', ours: seconds.again, other: null, goal: '-', holds: true },
    ];
  } finally {
    await postgres.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function entered({ databaseUrl, dataKey }, rows) {
  const { PlatformModule, Database, REQUEST_LIMITS, systemActor } = lib('platform');
  const { MoveInFiles, MoveInModule, readWorkbookFile } = lib('movein');
  const { Boards } = lib('markets');
  const clock = { now: () => new Date('2026-11-23T09:00:00+07:00') };
  const options = { databaseUrl, dataKey, limits: REQUEST_LIMITS, poolSize: 2, clock };
  class Bench {}
  const module = { module: Bench, imports: [PlatformModule.forRoot(options), MoveInModule] };
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const [db, files] = [app.get(Database), app.get(MoveInFiles)];
  const boardId = '00000000-0000-7000-8000-000000000001';
  const actor = systemActor([boardId]);
  await db.write(actor, (tx) => app.get(Boards).create(tx, { id: boardId, name: 'BQL chợ' }));
  const bytes = await workbook(rows);
  const read = () => readWorkbookFile({ name: 'so-cu.xlsx', bytes });
  const check = await secondsOf(async () => {
    const upload = await read();
    return db.read(actor, (tx) => files.check(tx, boardId, upload));
  });
  const enter = async () => {
    const upload = await read();
    return db.write(actor, async (tx) => {
      const { debts, total } = await files.check(tx, boardId, upload);
      return files.enterNow(tx, boardId, upload, { perMarket: debts, total });
    });
  };
  const all = await secondsOf(enter);
  const again = await secondsOf(enter);
  await app.close();
  if (check.done.problemCount > 0) throw new Error(JSON.stringify(check.done.problems.slice(0, 3)));
  return { check: check.seconds, all: all.seconds, again: again.seconds };
}

async function secondsOf(act) {
  const startedAt = performance.now();
  const done = await act();
  return { done, seconds: Math.round((performance.now() - startedAt) / 10) / 100 };
}

async function bareInsert(migrationUrl, rows) {
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  await client.query(
    'create temp table bare (id uuid, market text, code text, name text, day date)',
  );
  const { seconds } = await secondsOf(() =>
    client.query(
      `insert into bare select gen_random_uuid(), 'CHO', 'A-' || n, 'Sùng Thị Máy', '2026-11-23'
         from generate_series(1, $1::integer) n`,
      [rows],
    ),
  );
  await client.end();
  return seconds;
}

/** Of each five rows: one stall, one vendor, one lease, two debts. */
async function workbook(rows) {
  const stalls = Array.from({ length: Math.floor(rows / 5) }, (_, at) => ({
    market: `CHO-${at % MARKETS}`,
    code: `A-${at}`,
    at,
  }));
  const sheet = (name, titles, of) => ({ name, rows: [titles, ...of] });
  const fees = ['Tiền sử dụng diện tích bán hàng', 'Tiền vệ sinh'];
  const file = await writeXlsx({
    sheets: [
      sheet(
        'Chợ',
        [
          'Mã chợ',
          'Tên chợ',
          'Hạng chợ',
          'Kết cấu',
          'Họp chợ',
          'Hoạt động từ ngày',
          'Tiền tố mã thanh toán',
        ],
        Array.from({ length: MARKETS }, (_, at) => [
          `CHO-${at}`,
          `Chợ số ${at}`,
          1,
          'Kiên cố',
          'Hằng ngày',
          '01/01/2020',
          `Q${'ABCD'[at]}X`,
        ]),
      ),
      sheet(
        'Điểm kinh doanh',
        ['Mã chợ', 'Mã điểm kinh doanh', 'Mã khu', 'Diện tích (m²)', 'Ngành hàng'],
        stalls.map(({ market, code, at }) => [market, code, `K${at % 10}`, 4.5, 'Rau củ']),
      ),
      sheet(
        'Tiểu thương',
        ['Mã tiểu thương', 'Họ và tên', 'Điện thoại', 'Số căn cước', 'Mã số thuế'],
        stalls.map(({ at }) => [
          `TT-${at}`,
          `Sùng Thị ${at}`,
          `09${String(at).padStart(8, '0')}`,
          `002${String(at).padStart(9, '0')}`,
          `51${String(at).padStart(8, '0')}`,
        ]),
      ),
      sheet(
        'Hợp đồng',
        [
          'Số hợp đồng',
          'Mã chợ',
          'Mã điểm kinh doanh',
          'Mã tiểu thương',
          'Từ ngày',
          'Hình thức giao điểm',
          'Số văn bản giao điểm',
        ],
        stalls.map(({ market, code, at }) => [
          `${at}/HĐ`,
          market,
          code,
          `TT-${at}`,
          '01/01/2025',
          'Đấu giá',
          `${at}/QĐ`,
        ]),
      ),
      sheet(
        'Nợ đầu kỳ',
        ['Số hợp đồng', 'Khoản nợ', 'Nợ của tháng', 'Số tiền còn nợ'],
        stalls.flatMap(({ at }) => fees.map((fee) => [`${at}/HĐ`, fee, '09/2026', 30_000])),
      ),
    ],
  });
  return Buffer.from(file);
}
