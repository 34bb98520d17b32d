import { month, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { BoardFacts, unitFact } from '../../../test/support/board-facts';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { AdoptionModule } from './adoption.module';
import type { ShareRow } from './domain/share-rows';
import { ShareReport, type Cutting } from './share-report.service';

// Two boards of the former Hà Giang, figures made by hand. Market LC lay in xã Lũng Cú (old) until
// 30 June 2025 and lies in xã Lũng Cú (new) since; DV the same with Đồng Văn, but its old commune
// was never entered. MV has moved inside today's borders: to another commune on 1 September 2026.
const OLD = '00715@2025-06';
const NEW_LC = '00715@2025-07';
const NEW_DV = '00721@2025-07';
const MOVED = '00769@2025-07';
const [bigBoard, smallBoard] = [newId(), newId()];
const [collector, otherCollector] = [newId(), newId()];
let world: TestWorld;
let report: ShareReport;
let lungCu: Id;
let dongVan: Id;
let meoVac: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [AdoptionModule] });
  world.clock.moveTo('2026-11-23T09:00:00+07:00');
  report = world.get(ShareReport);
  await world.db.write(systemActor([bigBoard, smallBoard]), async (tx) => {
    await unitFact(tx, { id: '02', level: 'province', to: '2025-06-30' });
    await unitFact(tx, { id: '08', level: 'province', from: '2025-07-01' });
    await unitFact(tx, { id: '026', level: 'district', parent: '02', to: '2025-06-30' });
    await unitFact(tx, { id: '027', level: 'district', parent: '02', to: '2025-06-30' });
    await unitFact(tx, { id: OLD, level: 'commune', parent: '026', to: '2025-06-30' });
    for (const id of [NEW_LC, NEW_DV, MOVED])
      await unitFact(tx, { id, level: 'commune', parent: '08', from: '2025-07-01' });
    await factsOfBigBoard(await BoardFacts.of(tx, bigBoard, '08'));
    await factsOfSmallBoard(await BoardFacts.of(tx, smallBoard, '08'));
  });
}, 60_000);
afterAll(() => world.close());

// Markets LC and DV, one account. June and July 2025.
async function factsOfBigBoard(board: BoardFacts): Promise<void> {
  const since = { from: '2025-07-01' };
  lungCu = await board.market('LC', {
    district: '026',
    communes: [
      { id: OLD, to: '2025-06-30' },
      { id: NEW_LC, ...since },
    ],
  });
  dongVan = await board.market('DV', { district: '026', communes: [{ id: NEW_DV, ...since }] });
  const [first, second] = [await board.lease(lungCu), await board.lease(lungCu)];
  const third = await board.lease(dongVan);
  const june = await board.bill(first, '2025-06', 300_000);
  await board.bill(second, '2025-06', 100_000);
  const juneOfThird = await board.bill(third, '2025-06', 200_000);
  await board.paidByBank(first, { amount: 100_000, on: '2025-06-30' }, june);
  await board.paidByBank(first, { amount: 150_000, on: '2025-07-01' }, june);
  await board.paidInCash(
    first,
    { amount: 100_000, on: '2025-07-02', collectorId: collector },
    undefined,
  );
  await board.paidInCash(
    second,
    { amount: 60_000, on: '2025-06-15', collectorId: collector },
    undefined,
  );
  await board.paidInCash(
    third,
    { amount: 200_000, on: '2025-06-20', collectorId: collector },
    juneOfThird,
  );
  await board.handedIn({ amount: 70_000, on: '2025-06-28', collectorId: collector });
  await board.unmatched({ amount: 40_000, on: '2025-06-10' });
  await board.unmatched({ amount: 25_000, on: '2025-06-11', marketId: lungCu });
  await board.record({ amount: 5_000, on: '2025-07-31' });
}

// Market MV alone. August and September 2026; all of August is proven.
async function factsOfSmallBoard(board: BoardFacts): Promise<void> {
  meoVac = await board.market('MV', {
    district: '027',
    communes: [
      { id: NEW_LC, from: '2025-07-01', to: '2026-08-31' },
      { id: MOVED, from: '2026-09-01' },
    ],
  });
  const lease = await board.lease(meoVac);
  const august = await board.bill(lease, '2026-08', 500_000);
  await board.paidByBank(lease, { amount: 350_000, on: '2026-08-31' }, august);
  await board.paidInCash(
    lease,
    { amount: 100_000, on: '2026-09-30', collectorId: otherCollector },
    august,
  );
  await board.paidByBank(lease, { amount: 50_000, on: '2026-10-01' }, august);
  await board.unmatched({ amount: 50_000, on: '2026-09-05' });
  await board.proven('2026-08-01', '2026-08-31');
}

const everyBoard = systemActor([bigBoard, smallBoard]);
const rowsOf = async (period: string, cutting: Cutting, actor = everyBoard) => {
  const share = await world.db.read(actor, (tx) =>
    report.of(tx, { month: month(period), ...cutting }),
  );
  return share.rows;
};
const was = (by: Cutting['by']): Cutting => ({ by, as: 'was' });
const is = (by: Cutting['by']): Cutting => ({ by, as: 'is' });
const codes = (rows: readonly ShareRow[]) => rows.map((row) => row.code);

describe('June 2025 by commune', () => {
  it('as it was: Lũng Cú under its old code, Đồng Văn and the money of both not known', async () => {
    expect(await rowsOf('2025-06', was('commune'))).toEqual([
      {
        code: OLD,
        name: OLD,
        byValue: { numerator: 100_000, denominator: 160_000 },
        byCount: { numerator: 1, denominator: 2 },
        unmatchedVnd: 25_000,
        low: 0.5405,
        high: 0.6757,
        collection: { numerator: 250_000, denominator: 400_000 },
        notHandedInVnd: 0,
        final: false,
        markets: { reporting: 1, all: 1 },
      },
      {
        code: null,
        name: 'Chưa rõ',
        byValue: { numerator: 0, denominator: 200_000 },
        byCount: { numerator: 0, denominator: 1 },
        unmatchedVnd: 40_000,
        low: 0,
        high: 0.1667,
        collection: { numerator: 200_000, denominator: 200_000 },
        notHandedInVnd: 190_000,
        final: false,
        markets: { reporting: 1, all: 2 },
      },
    ]);
  });

  it('as it is: today’s communes, the money of the board in neither of its two', async () => {
    const rows = await rowsOf('2025-06', is('commune'));
    expect(
      rows.map(({ code, byValue, unmatchedVnd, markets }) => ({
        code,
        byValue,
        unmatchedVnd,
        markets,
      })),
    ).toEqual([
      {
        code: NEW_LC,
        byValue: { numerator: 100_000, denominator: 160_000 },
        unmatchedVnd: 25_000,
        markets: { reporting: 1, all: 1 },
      },
      {
        code: NEW_DV,
        byValue: { numerator: 0, denominator: 200_000 },
        unmatchedVnd: 0,
        markets: { reporting: 1, all: 1 },
      },
      {
        code: MOVED,
        byValue: { numerator: 0, denominator: 0 },
        unmatchedVnd: 0,
        markets: { reporting: 0, all: 1 },
      },
      {
        code: null,
        byValue: { numerator: 0, denominator: 0 },
        unmatchedVnd: 40_000,
        markets: { reporting: 0, all: 0 },
      },
    ]);
  });
});

describe('the two cuts', () => {
  it('differ by commune where a market moved between two months', async () => {
    expect(codes(await rowsOf('2026-08', was('commune')))).toEqual([NEW_LC, NEW_DV]);
    expect(codes(await rowsOf('2026-08', is('commune')))).toEqual([NEW_LC, NEW_DV, MOVED]);
  });

  it.each(['2025-06', '2025-07', '2026-08', '2026-09', '2026-10', '2024-01'])(
    'add up to the same totals at every level in %s',
    async (period) => {
      const totals = [];
      for (const by of ['province', 'district', 'commune', 'market'] as const)
        for (const cutting of [was(by), is(by)])
          totals.push(totalOf(await rowsOf(period, cutting)));
      for (const total of totals) expect(total).toEqual(totals[0]);
    },
  );

  it('are the same by former district, which is a label of the market', async () => {
    const rows = await rowsOf('2025-06', was('district'));
    expect(rows).toEqual(await rowsOf('2025-06', is('district')));
    expect(rows[0]).toMatchObject({ code: '026', unmatchedVnd: 65_000, low: 0.2353, high: 0.3882 });
  });

  it('name the province of the day, and of today', async () => {
    expect(codes(await rowsOf('2025-06', was('province')))).toEqual(['02', null]);
    expect(codes(await rowsOf('2025-06', is('province')))).toEqual(['08']);
  });
});

function totalOf(rows: readonly ShareRow[]) {
  const sum = (figure: (row: ShareRow) => number) =>
    rows.reduce((total, row) => total + figure(row), 0);
  return {
    throughAccount: sum((row) => row.byValue.numerator),
    fees: sum((row) => row.byValue.denominator),
    cashless: sum((row) => row.byCount.numerator),
    paid: sum((row) => row.byCount.denominator),
    unmatched: sum((row) => row.unmatchedVnd),
    collected: sum((row) => row.collection.numerator),
    billed: sum((row) => row.collection.denominator),
    notHandedIn: sum((row) => row.notHandedInVnd),
    reporting: sum((row) => row.markets.reporting),
    markets: sum((row) => row.markets.all),
  };
}

describe('a row', () => {
  const row = async (period: string, code: string, cutting = is('market')) =>
    (await rowsOf(period, cutting)).find((each) => each.code === code);

  it('has no share, rather than 0, where a market has no data', async () => {
    expect(await row('2026-08', 'LC')).toMatchObject({
      low: null,
      high: null,
      markets: { reporting: 0, all: 1 },
      final: false,
    });
  });

  it('is final when every day is proven and 80 % came by the end of the next month', async () => {
    expect(await row('2026-08', 'MV')).toMatchObject({
      collection: { numerator: 450_000, denominator: 500_000 },
      final: true,
    });
  });

  it('keeps the unnamed money of a board with one market on that market', async () => {
    expect(await row('2026-09', 'MV')).toMatchObject({ unmatchedVnd: 50_000, final: false });
  });

  it('counts a confirmed record that matching has not come to as not known', async () => {
    expect(await row('2025-07', '026', is('district'))).toMatchObject({ unmatchedVnd: 5_000 });
  });

  it('lays cash still held at the end of the month on the newest receipts', async () => {
    expect(await row('2025-06', 'LC')).toMatchObject({ notHandedInVnd: 0 });
    expect(await row('2025-06', 'DV')).toMatchObject({ notHandedInVnd: 190_000 });
    expect(await row('2025-07', 'LC')).toMatchObject({ notHandedInVnd: 100_000 });
  });

  it('forgets a payment that was undone', async () => {
    const rollback = new Error('undo of the test');
    await world.db
      .write(systemActor([smallBoard]), async (tx) => {
        await tx.sql(`update billing.payment set undone_at = now(), undone_reason = 'x'
          where booked_on = '2025-07-02' or allocated = 0`);
        const { rows } = await report.of(tx, { month: month('2026-09'), ...is('market') });
        expect(rows[0]?.byValue).toEqual({ numerator: 0, denominator: 100_000 });
        throw rollback;
      })
      .catch((error: unknown) => expect(error).toBe(rollback));
  });
});

describe('a reader', () => {
  it('sees the markets of the own boards only', async () => {
    const rows = await rowsOf('2026-08', is('market'), systemActor([smallBoard]));
    expect(codes(rows)).toEqual(['MV']);
  });

  it('of one market sees that market, and its board’s unnamed money without a market', async () => {
    const actor = { ...systemActor([bigBoard]), markets: [dongVan] };
    const rows = await rowsOf('2025-06', is('market'), actor);
    expect(rows.map((row) => [row.code, row.byValue.denominator, row.unmatchedVnd])).toEqual([
      ['DV', 200_000, 0],
      [null, 0, 40_000],
    ]);
  });
});

describe('a trend', () => {
  const trend = (cutting: Cutting, length = 3) =>
    world.db.read(everyBoard, (tx) =>
      report.trend(tx, { until: month('2026-10'), length, ...cutting }),
    );

  it('has a point for every unit and month, open where nothing came', async () => {
    const { months, rows } = await trend(is('district'));
    expect(months).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(rows).toEqual([
      {
        code: '027',
        name: '027',
        points: [
          { month: '2026-08', numerator: 350_000, denominator: 350_000, low: 1, high: 1 },
          { month: '2026-09', numerator: 0, denominator: 100_000, low: 0, high: 0.3333 },
          { month: '2026-10', numerator: 50_000, denominator: 50_000, low: 1, high: 1 },
        ],
      },
    ]);
  });

  it('says of each month what the report of that month says', async () => {
    const { rows } = await trend(was('commune'), 18);
    for (const period of ['2025-06', '2025-07', '2026-09']) {
      for (const reported of await rowsOf(period, was('commune'))) {
        const point = rows
          .find((row) => row.code === reported.code)
          ?.points.find((each) => each.month === period);
        const { numerator, denominator } = reported.byValue;
        const { low, high } = reported;
        if (low !== null)
          expect(point).toEqual({ month: period, numerator, denominator, low, high });
      }
    }
  });
});
