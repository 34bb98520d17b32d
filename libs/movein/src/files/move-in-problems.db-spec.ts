import type { MoveInRows } from '../../../../test/support/move-in-workbook';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { MoveInModule } from '../movein.module';
import { MoveInFiles } from './move-in-files.service';
import { aMarket, codesOf, MovingIn } from './test/moving-in';

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
    const { found } = await board.take(spoil(aMarket(3, 1).rows));
    expect(codesOf(found)[0]).toEqual(first);
  });

  it('and what the books say otherwise is never changed by a file', async () => {
    const { rows } = aMarket(3);
    const { id, found } = await board.take(rows);
    await board.enter(id, found);
    const larger = rows.stalls.map((stall) => ({ ...stall, 'Diện tích (m²)': 9 }));
    const again = await board.take({ ...rows, stalls: larger.slice(0, 1) });
    expect(codesOf(again.found)).toEqual([['stalls', 2, 'areaM2', 'differs']]);
    const ask = board.write((tx) =>
      world.get(MoveInFiles).ask(tx, again.id, { perMarket: [], total: 0 }),
    );
    await expect(ask).rejects.toMatchObject({ code: 'movein.totalDiffers' });
  });

  it('another board’s market is not to be had', async () => {
    const { rows } = aMarket(2);
    const first = await board.take(rows);
    await board.enter(first.id, first.found);
    board = await MovingIn.aBoard(world);
    const { found } = await board.take(rows);
    expect(codesOf(found)[0]).toEqual(['markets', 2, 'code', 'otherBoardsMarket']);
  });
});
