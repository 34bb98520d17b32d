import { vnd } from '@cho40/kernel';
import { JobRunner, newId, systemActor } from '@cho40/platform';
import { together } from '../../../../test/support/move-in-workbook';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { MoveInModule } from '../movein.module';
import { MoveInFiles } from './move-in-files.service';
import { aMarket, codesOf, MovingIn, uploadOf } from './test/moving-in';

let world: TestWorld;
let board: MovingIn;

beforeAll(async () => {
  world = await testWorld({ imports: [MoveInModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  board = await MovingIn.aBoard(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, board.boardId)).toEqual([]);
});

describe('moving the old books in', () => {
  it('makes a market with its zones, stalls, people, leases and proven debts', async () => {
    const { rows, total } = aMarket(12, 3);
    const { id, found } = await board.take(rows);
    expect(codesOf(found)).toEqual([]);
    expect(found).toMatchObject({ total, counts: { stalls: { rows: 12, new: 12, known: 0 } } });
    expect(await board.enter(id, found)).toMatchObject({ state: 'done', step: null });
    expect(
      await Promise.all(
        (['stalls', 'vendors', 'leases', 'bills'] as const).map((one) => board.count(one)),
      ),
    ).toEqual([12, 12, 12, 4]);
    const owed = await board.write((tx) =>
      tx.sql<{ owed: number }>(
        `select sum(due)::bigint as owed from billing.v_bill where board_id = $1`,
        [board.boardId],
      ),
    );
    expect(owed).toEqual([{ owed: total }]);
  });

  it('the same file twice changes nothing', async () => {
    const { rows } = aMarket(6);
    const first = await board.take(rows);
    await board.enter(first.id, first.found);
    const again = await board.take(rows);
    expect(codesOf(again.found)).toEqual([]);
    expect(again.found.counts).toMatchObject({
      markets: { new: 0, known: 1 },
      stalls: { new: 0, known: 6 },
      vendors: { new: 0, known: 6 },
      leases: { new: 0, known: 6 },
      debts: { new: 0, known: 6 },
    });
    expect(await board.enter(again.id, again.found)).toMatchObject({ state: 'done' });
    expect(
      await Promise.all(
        (['stalls', 'vendors', 'leases', 'bills'] as const).map((one) => board.count(one)),
      ),
    ).toEqual([6, 6, 6, 3]);
  });

  it('a second file adds to what the first one brought', async () => {
    const books = aMarket(6);
    const half = { ...books.rows, leases: [], debts: [] };
    const first = await board.take(half);
    await board.enter(first.id, first.found);
    const { id, found } = await board.take({ ...books.rows, markets: [], stalls: [], vendors: [] });
    expect(codesOf(found)).toEqual([]);
    expect(await board.enter(id, found)).toMatchObject({ state: 'done' });
    expect(await board.count('leases')).toBe(6);
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
    const first = await board.take({ ...rows, vendors, leases });
    expect(codesOf(first.found)).toEqual([]);
    await board.enter(first.id, first.found);
    const again = await board.take({ ...rows, vendors, leases });
    expect(again.found.counts.vendors).toMatchObject({ new: 0, known: 3 });
  });

  it('takes several markets of a board at once', async () => {
    const [one, other] = [aMarket(3), aMarket(4)];
    const { id, found } = await board.take(together([one.rows, other.rows]));
    expect(found.total).toBe(one.total + other.total);
    expect(await board.enter(id, found)).toMatchObject({ state: 'done' });
    expect(await board.count('stalls')).toBe(7);
  });
});

describe('nothing is entered', () => {
  it('while the typed total is another than the file’s, to the đồng', async () => {
    const { rows } = aMarket(4);
    const { id, found } = await board.take(rows);
    const { debts, total } = found;
    for (const typed of [
      { debts, total: vnd(total + 1) },
      { debts: debts.map((one) => ({ ...one, amount: vnd(one.amount - 1) })), total },
    ])
      await expect(board.enter(id, typed)).rejects.toMatchObject({
        code: 'movein.totalDiffers',
      });
    expect(await board.count('stalls')).toBe(0);
  });

  it('where the books changed between the check and the entry', async () => {
    const { rows } = aMarket(3);
    const [one, other] = [await board.take(rows), await uploadOf(rows)];
    await board.write((tx) =>
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
    const file = await board.write((tx) => world.get(MoveInFiles).get(tx, one.id));
    expect(file).toMatchObject({ state: 'refused', refusal: { code: 'movein.booksChanged' } });
    expect(await board.count('stalls')).toBe(0);
  });

  it('of what was half done when the program was killed; the job then does all of it', async () => {
    const { rows } = aMarket(4);
    const { id, found } = await board.take(rows);
    const files = world.get(MoveInFiles);
    await board.write((tx) => files.ask(tx, id, { perMarket: found.debts, total: found.total }));
    const { book } = await uploadOf(rows);
    const file = await board.write((tx) => files.get(tx, id));
    const killed = board.write((tx) =>
      files.enter(tx, file, book, async (step) => {
        if (step === 'debts') await tx.sql('select pg_terminate_backend(pg_backend_pid())');
      }),
    );
    await expect(killed).rejects.toThrow();
    expect(await board.count('stalls')).toBe(0);
    await world.get(JobRunner).drain();
    expect(await board.write((tx) => files.get(tx, id))).toMatchObject({ state: 'done' });
    expect(await board.count('stalls')).toBe(4);
  });

  it('twice, when the job comes twice', async () => {
    const { rows } = aMarket(3);
    const { id, found } = await board.take(rows);
    await board.enter(id, found);
    await world.get(JobRunner).drain();
    expect(await board.count('stalls')).toBe(3);
    await expect(board.enter(id, found)).rejects.toMatchObject({ code: 'movein.fileNotReady' });
  });
});
