import { businessDate, vnd, type Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { newId, systemActor, type Actor, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { codeOf } from '../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { CashModule } from './cash.module';
import { cashToday } from './cash.queries';
import { handInPage } from './hand-ins/hand-in-book.queries';
import { cashInHand } from './hand-ins/hand-ins.queries';
import { HandIns } from './hand-ins/hand-ins.service';
import { receiptOf, receiptPage } from './receipts/receipt-book.queries';
import { Receipts, type NewReceipt } from './receipts/receipts.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const cashier = { id: newId(), name: 'Lò Thị Pà' };
let world: TestWorld;
let market: BilledMarket;
let receipts: Receipts;
let handIns: HandIns;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
  receipts = world.get(Receipts);
  handIns = world.get(HandIns);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-12T10:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-09', '2026-10'] });
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const aReceipt = (change: Partial<NewReceipt> & { lease?: number } = {}): NewReceipt => {
  const { lease = 0, ...fields } = change;
  return {
    id: newId(),
    leaseId: market.leaseIds[lease] ?? newId(),
    amount: vnd(60_000),
    takenAt: new Date('2026-10-12T02:00:00Z'),
    collector,
    ...fields,
  };
};
const take = (...told: NewReceipt[]) => market.write((tx) => receipts.take(tx, told));
const count = (amount: number, change: { id?: Id; by?: typeof cashier } = {}) =>
  market.write((tx) =>
    handIns.count(tx, {
      id: change.id ?? newId(),
      boardId: market.boardId,
      collectorId: collector.id,
      amount: vnd(amount),
      cashier: change.by ?? cashier,
    }),
  );
const inHand = () => market.write((tx) => cashInHand(tx, null));
const balanceOf = async (account: string) => {
  const balances = await market.write((tx) => world.get(Ledger).balances(tx, market.boardId));
  return balances.find((one) => one.account === account)?.balance ?? 0;
};

describe('a receipt', () => {
  it('pays the oldest bill, is numbered, and lies in the collector’s hand', async () => {
    const told = aReceipt({ amount: vnd(130_000) });
    expect(await take(told)).toEqual([{ id: told.id, number: 'PT-2026-000001', outcome: 'taken' }]);
    const receipt = await market.write((tx) => receiptOf(tx, told.id));
    expect(receipt).toMatchObject({
      number: 'PT-2026-000001',
      stallCode: 'A-1',
      vendorName: 'Sùng Thị Máy',
      collectorName: 'Vàng Mí Sính',
      amountInWords: 'Một trăm ba mươi nghìn đồng',
      takenOn: '2026-10-12',
      paidFor: [
        { period: '2026-09', feeType: 'space', amount: 100_000 },
        { period: '2026-10', feeType: 'space', amount: 30_000 },
      ],
      credit: 0,
      isUndone: false,
    });
    expect(await balanceOf(`cash/collector/${collector.id}`)).toBe(130_000);
  });

  it('for a named bill pays it before older ones', async () => {
    const told = aReceipt({ billId: await market.billOf(0, '2026-10') });
    await take(told);
    const { paidFor } = await market.write((tx) => receiptOf(tx, told.id));
    expect(paidFor.map(({ period }) => period)).toEqual(['2026-10']);
  });

  it('told again is the same one, and takes no number', async () => {
    const told = aReceipt();
    const [first] = await take(told);
    expect(await take(told, aReceipt({ lease: 1 }))).toEqual([
      { ...first, outcome: 'already' },
      expect.objectContaining({ number: 'PT-2026-000002', outcome: 'taken' }),
    ]);
  });

  it('told again with another sum is refused', async () => {
    const told = aReceipt();
    await take(told);
    expect(await codeOf(take({ ...told, amount: vnd(70_000) }))).toBe('cash.receiptDiffers');
  });

  it('of twenty collectors at once, the same told twice, gets numbers without gaps', async () => {
    const told = Array.from({ length: 10 }, (_, at) => aReceipt({ lease: at % 3 }));
    await Promise.all([...told, ...told].map((one) => take(one)));
    const { items } = await market.write((tx) => receiptPage(tx, { limit: 50 }));
    expect(items.map(({ number }) => number).sort()).toEqual(
      told.map((_, at) => `PT-2026-${String(at + 1).padStart(6, '0')}`),
    );
  });

  it('leaves no gap when its transaction fails', async () => {
    const failing = market.write(async (tx: Tx) => {
      await receipts.take(tx, [aReceipt()]);
      throw new Error('the power went out');
    });
    await expect(failing).rejects.toThrow('the power went out');
    expect(await take(aReceipt())).toMatchObject([{ number: 'PT-2026-000001' }]);
  });

  it('of the old year goes on with the old year’s numbers', async () => {
    world.clock.moveTo('2027-01-02T10:00:00+07:00');
    const old = aReceipt({ takenAt: new Date('2026-12-31T16:59:59Z') });
    const fresh = aReceipt({ takenAt: new Date('2026-12-31T17:00:00Z') });
    const taken = await take(fresh, old);
    expect(taken.map(({ number }) => number)).toEqual(['PT-2027-000001', 'PT-2026-000001']);
  });

  it('of a lease out of the collector’s reach is refused like a missing one', async () => {
    const elsewhere: Actor = { ...systemActor([market.boardId]), markets: [newId()] };
    const other = await billedMarket(world);
    const foreign = aReceipt({ leaseId: other.leaseIds[0] ?? newId() });
    const work = world.db.write(elsewhere, (tx) => receipts.take(tx, [aReceipt()]));
    expect([await codeOf(work), await codeOf(take(foreign))]).toEqual([
      'cash.leaseNotFound',
      'cash.leaseNotFound',
    ]);
  });

  it('is found by number, stall and vendor, in the reach of the reader', async () => {
    await take(aReceipt(), aReceipt({ lease: 1 }));
    const found = async (q: string) => {
      const page = await market.write((tx) => receiptPage(tx, { limit: 50, q }));
      return page.items.map(({ stallCode }) => stallCode);
    };
    expect([await found('000002'), await found('a-1'), await found('sung thi')]).toEqual([
      ['A-2'],
      ['A-1'],
      ['A-2', 'A-1'],
    ]);
    const elsewhere: Actor = { ...systemActor([market.boardId]), markets: [newId()] };
    const page = await world.db.read(elsewhere, (tx) => receiptPage(tx, { limit: 50 }));
    expect(page).toEqual({ items: [], next: null, total: 0 });
  });
});

describe('a hand-in', () => {
  it('moves what the cashier counted from the hand to the safe', async () => {
    await take(aReceipt(), aReceipt({ takenAt: new Date('2026-10-12T02:30:00Z') }));
    expect(await count(50_000)).toBe('counted');
    expect(await inHand()).toEqual([
      expect.objectContaining({
        collectorName: 'Vàng Mí Sính',
        inHand: 70_000,
        oldestTakenOn: '2026-10-12',
      }),
    ]);
    expect(await balanceOf('cash/safe')).toBe(50_000);
    const { items } = await market.write((tx) => handInPage(tx, { limit: 50 }));
    expect(items).toEqual([expect.objectContaining({ amount: 50_000, cashierName: 'Lò Thị Pà' })]);
  });

  it('told again is the same one; with another sum it is refused', async () => {
    await take(aReceipt());
    const id = newId();
    await count(50_000, { id });
    expect(await count(50_000, { id })).toBe('already');
    expect(await codeOf(count(10_000, { id }))).toBe('cash.handInDiffers');
    expect(await balanceOf('cash/safe')).toBe(50_000);
  });

  it('has one slip, numbered in the order of counting and of its year', async () => {
    await take(aReceipt());
    const id = newId();
    await count(20_000, { id });
    await count(20_000, { id });
    await count(10_000);
    const slips = await market.write((tx) =>
      tx.sql('select number, amount, person_name as name from cash.v_safe_slip order by number'),
    );
    expect(slips).toEqual([
      { number: 'QT-2026-00001', amount: 20_000, name: 'Vàng Mí Sính' },
      { number: 'QT-2026-00002', amount: 10_000, name: 'Vàng Mí Sính' },
    ]);
  });

  it('is never counted by the collector, nor above what was taken', async () => {
    await take(aReceipt());
    expect(await codeOf(count(10_000, { by: collector }))).toBe('cash.countedByCollector');
    expect(await codeOf(count(60_001))).toBe('cash.moreThanInHand');
  });

  it('of two at once never hands in more than was taken', async () => {
    await take(aReceipt());
    const codes = await Promise.all([codeOf(count(40_000)), codeOf(count(40_000))]);
    expect(new Set(codes)).toEqual(new Set(['no refusal', 'cash.moreThanInHand']));
  });

  it('for a board out of reach is refused', async () => {
    const stranger = systemActor([newId()]);
    const handIn = {
      id: newId(),
      boardId: market.boardId,
      collectorId: collector.id,
      amount: vnd(1),
      cashier,
    };
    const work = world.db.write(stranger, (tx) => handIns.count(tx, handIn));
    expect(await codeOf(work)).toBe('cash.boardNotFound');
  });
});

it('today adds up what was taken, handed in and is still held', async () => {
  await take(aReceipt(), aReceipt({ takenAt: new Date('2026-10-09T02:00:00Z') }));
  await count(50_000);
  const today = await market.write((tx) => cashToday(tx, businessDate('2026-10-12'), null));
  expect(today).toEqual({
    takenTodayVnd: 60_000,
    receiptsToday: 1,
    handedInTodayVnd: 50_000,
    inHandVnd: 70_000,
    holders: 1,
    oldestTakenOn: '2026-10-09',
  });
});
