import type { ShareRow } from './domain/share-rows';
import {
  codes,
  is,
  MOVED,
  NEW_DV,
  NEW_LC,
  OLD,
  twoBoards,
  type TwoBoards,
  was,
} from '../../../test/support/two-boards';

let boards: TwoBoards;
beforeAll(async () => {
  boards = await twoBoards();
}, 60_000);
afterAll(() => boards.world.close());

describe('June 2025 by commune', () => {
  it('as it was: Lũng Cú under its old code, Đồng Văn and the money of both not known', async () => {
    expect(await boards.rowsOf('2025-06', was('commune'))).toEqual([
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
    const rows = await boards.rowsOf('2025-06', is('commune'));
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
    expect(codes(await boards.rowsOf('2026-08', was('commune')))).toEqual([NEW_LC, NEW_DV]);
    expect(codes(await boards.rowsOf('2026-08', is('commune')))).toEqual([NEW_LC, NEW_DV, MOVED]);
  });

  it.each(['2025-06', '2025-07', '2026-08', '2026-09', '2026-10', '2024-01'])(
    'add up to the same totals at every level in %s',
    async (period) => {
      const totals = [];
      for (const by of ['province', 'district', 'commune', 'market'] as const)
        for (const cutting of [was(by), is(by)])
          totals.push(totalOf(await boards.rowsOf(period, cutting)));
      for (const total of totals) expect(total).toEqual(totals[0]);
    },
  );

  it('are the same by former district, which is a label of the market', async () => {
    const rows = await boards.rowsOf('2025-06', was('district'));
    expect(rows).toEqual(await boards.rowsOf('2025-06', is('district')));
    expect(rows[0]).toMatchObject({ code: '026', unmatchedVnd: 65_000, low: 0.2353, high: 0.3882 });
  });

  it('name the province of the day, and of today', async () => {
    expect(codes(await boards.rowsOf('2025-06', was('province')))).toEqual(['02', null]);
    expect(codes(await boards.rowsOf('2025-06', is('province')))).toEqual(['08']);
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
