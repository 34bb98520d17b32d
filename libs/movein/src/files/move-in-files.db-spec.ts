import { vnd, type Id } from '@cho40/kernel';
import { JobRunner, newId, systemActor } from '@cho40/platform';
import {
  moveInXlsx,
  oldBooks,
  together,
  type MoveInRows,
} from '../../../../test/support/move-in-workbook';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { MoveInModule } from '../movein.module';
import type { Found } from './files.queries';
import { MoveInFiles } from './move-in-files.service';
import { readWorkbookFile } from './workbook-file';

let world: TestWorld;
let boardId: Id;
let markets = 0;

beforeAll(async () => {
  world = await testWorld({ imports: [MoveInModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  boardId = newId();
  await write((tx) => tx.sql(`insert into markets.board (id, name) values ($1, 'BQL')`, [boardId]));
});
afterEach(async () => {
  expect(await brokenInvariants(world, boardId)).toEqual([]);
});

const actor = () => ({ ...systemActor([boardId]), displayName: 'Trưởng ban' });
const write = <T>(work: Parameters<typeof world.db.write<T>>[1]) => world.db.write(actor(), work);

/** A market with a code and a prefix of its own. */
function aMarket(stalls: number, owesEach = 2) {
  markets += 1;
  const letters = String.fromCharCode(65 + Math.floor(markets / 26), 65 + (markets % 26));
  return oldBooks({ code: `CHO-${markets}`, prefix: `Q${letters}X`, stalls, owesEach });
}

const take = async (rows: Partial<MoveInRows>): Promise<{ id: Id; found: Found }> => {
  const upload = await readWorkbookFile({ name: 'so-cu.xlsx', bytes: await moveInXlsx(rows) });
  return write(async (tx) => {
    const id = await world.get(MoveInFiles).take(tx, boardId, upload);
    return { id, found: (await world.get(MoveInFiles).get(tx, id)).found };
  });
};
const enter = async (id: Id, { debts, total }: Pick<Found, 'debts' | 'total'>) => {
  await write((tx) => world.get(MoveInFiles).ask(tx, id, { perMarket: debts, total }));
  await world.get(JobRunner).drain();
  return write((tx) => world.get(MoveInFiles).get(tx, id));
};
const count = async (table: string) => {
  const all: Record<string, string> = {
    stalls: 'select count(*) as n from markets.stall where board_id = $1',
    vendors: 'select count(*) as n from tenancy.vendor where board_id = $1',
    leases: 'select count(*) as n from tenancy.lease where board_id = $1',
    bills: 'select count(*) as n from billing.bill where board_id = $1',
  };
  const [row] = await write((tx) => tx.sql<{ n: number }>(all[table] ?? '', [boardId]));
  return row?.n;
};
const codesOf = ({ problems }: Found) =>
  problems.map(({ table, row, field, code }) => [table, row, field, code]);

describe('moving the old books in', () => {
  it('makes a market with its zones, stalls, people, leases and proven debts', async () => {
    const { rows, total } = aMarket(12, 3);
    const { id, found } = await take(rows);
    expect(codesOf(found)).toEqual([]);
    expect(found).toMatchObject({ total, counts: { stalls: { rows: 12, new: 12, known: 0 } } });
    expect(await enter(id, found)).toMatchObject({ state: 'done', step: null });
    expect(await Promise.all(['stalls', 'vendors', 'leases', 'bills'].map(count))).toEqual([
      12, 12, 12, 4,
    ]);
    const owed = await write((tx) =>
      tx.sql<{ owed: number }>(
        `select sum(due)::bigint as owed from billing.v_bill where board_id = $1`,
        [boardId],
      ),
    );
    expect(owed).toEqual([{ owed: total }]);
  });

  it('the same file twice changes nothing', async () => {
    const { rows } = aMarket(6);
    const first = await take(rows);
    await enter(first.id, first.found);
    const again = await take(rows);
    expect(codesOf(again.found)).toEqual([]);
    expect(again.found.counts).toMatchObject({
      markets: { new: 0, known: 1 },
      stalls: { new: 0, known: 6 },
      vendors: { new: 0, known: 6 },
      leases: { new: 0, known: 6 },
      debts: { new: 0, known: 6 },
    });
    expect(await enter(again.id, again.found)).toMatchObject({ state: 'done' });
    expect(await Promise.all(['stalls', 'vendors', 'leases', 'bills'].map(count))).toEqual([
      6, 6, 6, 3,
    ]);
  });

  it('a second file adds to what the first one brought', async () => {
    const books = aMarket(6);
    const half = { ...books.rows, leases: [], debts: [] };
    const first = await take(half);
    await enter(first.id, first.found);
    const { id, found } = await take({ ...books.rows, markets: [], stalls: [], vendors: [] });
    expect(codesOf(found)).toEqual([]);
    expect(await enter(id, found)).toMatchObject({ state: 'done' });
    expect(await count('leases')).toBe(6);
  });

  it('knows a person without a code by name and whole number', async () => {
    const { rows } = aMarket(3, 5);
    const vendors = rows.vendors.map((vendor) => ({ ...vendor, 'Mã tiểu thương': null }));
    const leases = rows.leases.map((lease, at) => ({
      ...lease,
      'Mã tiểu thương': null,
      'Họ và tên': rows.vendors[at]?.['Họ và tên'] ?? null,
      'Điện thoại': rows.vendors[at]?.['Điện thoại'] ?? null,
    }));
    const first = await take({ ...rows, vendors, leases });
    expect(codesOf(first.found)).toEqual([]);
    await enter(first.id, first.found);
    const again = await take({ ...rows, vendors, leases });
    expect(again.found.counts.vendors).toMatchObject({ new: 0, known: 3 });
  });

  it('takes several markets of a board at once', async () => {
    const [one, other] = [aMarket(3), aMarket(4)];
    const { id, found } = await take(together([one.rows, other.rows]));
    expect(found.total).toBe(one.total + other.total);
    expect(await enter(id, found)).toMatchObject({ state: 'done' });
    expect(await count('stalls')).toBe(7);
  });
});

describe('what is wrong is told cell by cell', () => {
  it.each<[string, (rows: MoveInRows) => Partial<MoveInRows>, unknown[]]>([
    [
      'a stall in a market that is nowhere',
      (rows) => ({
        ...rows,
        stalls: [{ ...rows.stalls[0], 'Mã chợ': 'KHONG' }],
        leases: [],
        debts: [],
      }),
      ['stalls', 2, 'marketCode', 'unknownMarket'],
    ],
    [
      'a stall that stands twice',
      (rows) => ({ ...rows, stalls: [...rows.stalls, ...rows.stalls.slice(0, 1)] }),
      ['stalls', 5, 'code', 'twice'],
    ],
    [
      'two leases of a stall on one day',
      (rows) => ({
        ...rows,
        leases: [...rows.leases, { ...rows.leases[0], 'Số hợp đồng': 'HD-999' }],
      }),
      ['leases', 5, 'stallCode', 'overlaps'],
    ],
    [
      'a lease of nobody',
      (rows) => ({ ...rows, vendors: rows.vendors.slice(1) }),
      ['leases', 2, 'vendorCode', 'unknownVendor'],
    ],
    [
      'a debt of a lease that is nowhere',
      (rows) => ({ ...rows, debts: [{ ...rows.debts[0], 'Số hợp đồng': 'HD-999' }] }),
      ['debts', 2, 'leaseNumber', 'unknownLease'],
    ],
    [
      'a fee that nobody charges',
      (rows) => ({ ...rows, debts: [{ ...rows.debts[0], 'Khoản nợ': 'Tiền lạ' }] }),
      ['debts', 2, 'fee', 'unknownFee'],
    ],
    [
      'a debt of a month to come',
      (rows) => ({ ...rows, debts: [{ ...rows.debts[0], 'Nợ của tháng': '12/2026' }] }),
      ['debts', 2, 'month', 'debtNotYet'],
    ],
    [
      'debts of a market without letters for its codes',
      (rows) => ({
        ...rows,
        markets: rows.markets.map((one) => ({ ...one, 'Tiền tố mã thanh toán': null })),
        debts: rows.debts.slice(0, 1),
      }),
      ['debts', 2, 'leaseNumber', 'prefixMissing'],
    ],
    [
      'a vendor by whom nothing is known again',
      (rows) => ({
        ...rows,
        vendors: [{ 'Họ và tên': 'Sùng Thị Máy' }],
        leases: [],
        debts: [],
      }),
      ['vendors', 2, 'code', 'vendorUnnamed'],
    ],
    [
      'a stall below 3 m² without a reason',
      (rows) => ({
        ...rows,
        stalls: rows.stalls.map((one) => ({ ...one, 'Diện tích (m²)': 2.5 })),
      }),
      ['stalls', 2, 'areaM2', 'tooSmall'],
    ],
  ])('%s', async (_, spoil, first) => {
    const { found } = await take(spoil(aMarket(3, 1).rows));
    expect(codesOf(found)[0]).toEqual(first);
  });

  it('and what the books say otherwise is never changed by a file', async () => {
    const { rows } = aMarket(3);
    const { id, found } = await take(rows);
    await enter(id, found);
    const larger = rows.stalls.map((stall) => ({ ...stall, 'Diện tích (m²)': 9 }));
    const again = await take({ ...rows, stalls: larger.slice(0, 1) });
    expect(codesOf(again.found)).toEqual([['stalls', 2, 'areaM2', 'differs']]);
    const ask = write((tx) =>
      world.get(MoveInFiles).ask(tx, again.id, { perMarket: [], total: 0 }),
    );
    await expect(ask).rejects.toMatchObject({ code: 'movein.totalDiffers' });
  });

  it('another board’s market is not to be had', async () => {
    const { rows } = aMarket(2);
    const first = await take(rows);
    await enter(first.id, first.found);
    boardId = newId();
    await write((tx) =>
      tx.sql(`insert into markets.board (id, name) values ($1, 'BQL khác')`, [boardId]),
    );
    const { found } = await take(rows);
    expect(codesOf(found)[0]).toEqual(['markets', 2, 'code', 'otherBoardsMarket']);
  });
});

describe('nothing is entered', () => {
  it('while the typed total is another than the file’s, to the đồng', async () => {
    const { rows } = aMarket(4);
    const { id, found } = await take(rows);
    const { debts, total } = found;
    for (const typed of [
      { debts, total: vnd(total + 1) },
      { debts: debts.map((one) => ({ ...one, amount: vnd(one.amount - 1) })), total },
    ])
      await expect(enter(id, typed)).rejects.toMatchObject({
        code: 'movein.totalDiffers',
      });
    expect(await count('stalls')).toBe(0);
  });

  it('where the books changed between the check and the entry', async () => {
    const { rows } = aMarket(3);
    const [one, other] = [
      await take(rows),
      await readWorkbookFile({ name: 'b', bytes: await moveInXlsx(rows) }),
    ];
    await write((tx) =>
      world
        .get(MoveInFiles)
        .ask(tx, one.id, { perMarket: one.found.debts, total: one.found.total }),
    );
    // Another board takes the code before the job comes to it.
    const rival = newId();
    await world.db.write(systemActor([rival]), async (tx) => {
      await tx.sql(`insert into markets.board (id, name) values ($1, 'BQL khác')`, [rival]);
      await tx.sql(
        `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
           opened_on) values ($1, $2, $3, 'Chợ khác', 2, 'solid', 'daily', '2025-01-01')`,
        [rival, newId(), other.book.sound.markets[0]?.code],
      );
    });
    await world.get(JobRunner).drain();
    const file = await write((tx) => world.get(MoveInFiles).get(tx, one.id));
    expect(file).toMatchObject({ state: 'refused', refusal: { code: 'movein.booksChanged' } });
    expect(await count('stalls')).toBe(0);
  });

  it('of what was half done when the program was killed; the job then does all of it', async () => {
    const { rows } = aMarket(4);
    const { id, found } = await take(rows);
    const files = world.get(MoveInFiles);
    await write((tx) => files.ask(tx, id, { perMarket: found.debts, total: found.total }));
    const { book } = await readWorkbookFile({ name: 'so-cu.xlsx', bytes: await moveInXlsx(rows) });
    const file = await write((tx) => files.get(tx, id));
    const killed = write((tx) =>
      files.enter(tx, file, book, async (step) => {
        if (step === 'debts') await tx.sql('select pg_terminate_backend(pg_backend_pid())');
      }),
    );
    await expect(killed).rejects.toThrow();
    expect(await count('stalls')).toBe(0);
    await world.get(JobRunner).drain();
    expect(await write((tx) => files.get(tx, id))).toMatchObject({ state: 'done' });
    expect(await count('stalls')).toBe(4);
  });

  it('twice, when the job comes twice', async () => {
    const { rows } = aMarket(3);
    const { id, found } = await take(rows);
    await enter(id, found);
    await world.get(JobRunner).drain();
    expect(await count('stalls')).toBe(3);
    await expect(enter(id, found)).rejects.toMatchObject({ code: 'movein.fileNotReady' });
  });
});
