import { businessDate, vnd, type Id } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { Bills } from '../bills/bills.service';
import { Payments } from '../payments/payments.service';
import { Reliefs } from '../reliefs/reliefs.service';
import { LeaseStatements } from '../statements/lease-statements.service';
import { Arrears } from './arrears.service';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
// Three stalls at 100,000 đ a month; August is due on 10 August, and so on.
beforeEach(async () => {
  world.clock.moveTo('2026-08-01T09:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-08'] });
  for (const [day, month] of [
    ['2026-09-01', '2026-09'],
    ['2026-10-01', '2026-10'],
  ] as const) {
    world.clock.moveTo(`${day}T09:00:00+07:00`);
    await market.issue(month);
  }
});

async function pay(place: number, amount: number, bookedOn: string): Promise<Id> {
  const id = newId();
  await market.write((tx) =>
    world.get(Payments).record(tx, [
      {
        id,
        boardId: market.boardId,
        marketId: market.marketId,
        leaseId: market.leaseIds[place] ?? newId(),
        source: 'cash',
        receiptId: newId(),
        amount: vnd(amount),
        paidAt: world.clock.now(),
        bookedOn: businessDate(bookedOn),
        debit: account.cashOfCollector(newId()),
        reason: 'receipt',
        evidence: {},
      },
    ]),
  );
  return id;
}

const arrears = (asOf: string, rest: { by?: 'lease' | 'zone' | 'market'; minDays?: 31 } = {}) =>
  market.write((tx) =>
    world.get(Arrears).list(tx, { by: 'lease', limit: 50, asOf: businessDate(asOf), ...rest }),
  );
const receivableOn = async (asOf: string) => {
  const balances = await market.write((tx) =>
    world.get(Ledger).balances(tx, market.boardId, businessDate(asOf)),
  );
  return balances
    .filter((one) => one.account.startsWith('receivable/'))
    .reduce((sum, one) => sum + one.balance, 0);
};

describe('arrears', () => {
  it('stand in the column of their age', async () => {
    await pay(1, 200_000, '2026-10-02');
    const { items, sums } = await arrears('2026-10-15');
    expect(items.map(({ stallCode, total, bills }) => [stallCode, total, bills])).toEqual([
      ['A-1', 300_000, 3],
      ['A-2', 100_000, 1],
      ['A-3', 300_000, 3],
    ]);
    // 10 October is 5 days past, 10 September 35, 10 August 66.
    expect(items[0]).toMatchObject({ upTo30: 100_000, upTo60: 100_000, upTo90: 100_000 });
    expect(sums).toMatchObject({ upTo30: 300_000, upTo60: 200_000, upTo90: 200_000 });
    expect(sums).toMatchObject({ over90: 0, total: 700_000, receivable: 700_000, credit: 0 });
  });

  it('are not yet due until their day, which is the first of the column 0–30', async () => {
    expect((await arrears('2026-08-09')).sums).toMatchObject({ notDue: 300_000, upTo30: 0 });
    expect((await arrears('2026-08-10')).sums).toMatchObject({ notDue: 0, upTo30: 300_000 });
    expect((await arrears('2026-09-09')).sums).toMatchObject({ notDue: 300_000, upTo30: 300_000 });
    expect((await arrears('2026-09-10')).sums).toMatchObject({ upTo30: 300_000, upTo60: 300_000 });
  });

  it('add up by zone and by market, and are left out when younger than asked', async () => {
    expect((await arrears('2026-10-15', { by: 'zone' })).items).toMatchObject([
      { zoneName: 'A', leases: 3, bills: 9, total: 900_000, stallCode: null },
    ]);
    expect((await arrears('2026-10-15', { by: 'market' })).items).toMatchObject([
      { leases: 3, total: 900_000, zoneName: null },
    ]);
    expect((await arrears('2026-10-15', { minDays: 31 })).sums.total).toBe(600_000);
  });

  it('of a past day are what the ledger’s receivable was on that day, come what may', async () => {
    world.clock.moveTo('2026-10-12T10:00:00+07:00');
    const late = await pay(0, 150_000, '2026-08-20');
    await pay(1, 450_000, '2026-09-15');
    await pay(2, 30_000, '2026-10-11');
    world.clock.moveTo('2026-10-20T10:00:00+07:00');
    await market.write((tx) => world.get(Payments).undo(tx, [late], 'mistaken'));
    for (const day of ['2026-08-05', '2026-08-25', '2026-09-20', '2026-10-13', '2026-10-20']) {
      const { sums } = await arrears(day);
      expect(sums.receivable).toBe(await receivableOn(day));
      expect(sums.total - sums.credit).toBe(sums.receivable);
    }
    // The statement that came late stands against the oldest debt of its day.
    const [first] = (await arrears('2026-08-25')).items;
    expect(first).toMatchObject({ stallCode: 'A-2', total: 100_000 });
    expect((await arrears('2026-08-25')).sums.credit).toBe(50_000);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('are less by what was let off and void, from that day on', async () => {
    const [maker, approver] = [newId(), newId()];
    const as = <T>(userId: Id, work: (tx: Tx) => Promise<T>) =>
      world.db.write({ ...systemActor([market.boardId]), userId }, work);
    world.clock.moveTo('2026-10-12T10:00:00+07:00');
    const flood = await as(maker, (tx) =>
      world.get(Reliefs).propose(tx, market.marketId, {
        document: '12/QĐ-BQL',
        documentOn: businessDate('2026-10-11'),
        reason: 'Ngập lụt khu A',
        percent: 50,
        fromOn: businessDate('2026-09-01'),
        toOn: businessDate('2026-09-30'),
      }),
    );
    await as(approver, (tx) => world.get(Reliefs).approve(tx, flood));
    await market.write(async (tx) =>
      world.get(Bills).void(tx, [await market.billOf(2, '2026-08')], 'Phát hành nhầm'),
    );
    expect((await arrears('2026-10-11')).sums.total).toBe(900_000);
    const { sums, items } = await arrears('2026-10-12');
    expect(items.map(({ total }) => total)).toEqual([250_000, 250_000, 150_000]);
    expect(sums).toMatchObject({ total: 650_000, receivable: 650_000, credit: 0 });
    const leaseId = market.leaseIds[2] ?? newId();
    expect(await market.write((tx) => world.get(LeaseStatements).of(tx, leaseId))).toMatchObject({
      billed: 200_000,
      relieved: 50_000,
      balance: 150_000,
    });
  });

  it('are nobody else’s to see', async () => {
    const other = await billedMarket(world);
    const seen = await world.db.read(systemActor([other.boardId]), (tx) =>
      world.get(Arrears).list(tx, { by: 'lease', limit: 50 }),
    );
    expect(seen.items.map(({ marketId }) => marketId)).not.toContain(market.marketId);
  });
});

describe('a lease’s statement of account', () => {
  const statement = (place: number, asOf: string) =>
    market.write((tx) =>
      world.get(LeaseStatements).of(tx, market.leaseIds[place] ?? newId(), businessDate(asOf)),
    );

  it('says what was due, paid and left on a past day, entry by entry', async () => {
    await pay(0, 130_000, '2026-09-05');
    const then = await statement(0, '2026-09-30');
    expect(then).toMatchObject({ billed: 200_000, paid: 130_000, relieved: 0, balance: 70_000 });
    expect(then.items.map(({ on, kind, balance }) => [on, kind, balance])).toEqual([
      ['2026-08-01', 'billed', 100_000],
      ['2026-09-01', 'billed', 200_000],
      ['2026-09-05', 'paid', 70_000],
    ]);
    expect(then.items[0]?.words).toMatch(/^Phải nộp kỳ 08\/2026 \(X..W\d{10}\)$/);
    expect((await statement(0, '2026-10-15')).balance).toBe(170_000);
  });

  it('shows an undone payment as taken back on the day of its undoing', async () => {
    const id = await pay(0, 100_000, '2026-09-05');
    world.clock.moveTo('2026-10-08T09:00:00+07:00');
    await market.write((tx) => world.get(Payments).undo(tx, [id], 'Nhầm quầy'));
    expect(await statement(0, '2026-10-07')).toMatchObject({ paid: 100_000, balance: 200_000 });
    const now = await statement(0, '2026-10-08');
    expect(now).toMatchObject({ paid: 0, balance: 300_000 });
    expect(now.items.at(-1)?.words).toBe('Hủy: Đã nộp: Nhầm quầy');
  });
});
