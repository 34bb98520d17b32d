import { businessDate, month, vnd, type Id } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { newId, systemActor } from '@cho40/platform';
import { decodeVietQr } from '@cho40/vietqr';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BillingModule } from '../billing.module';
import { LeaseAccounts } from '../leases/lease-accounts.service';
import { Payments } from '../payments/payments.service';
import { billingToday } from '../today/billing-today.queries';
import { Bills } from './bills.service';

let world: TestWorld;
let bills: Bills;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
  bills = world.get(Bills);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-09-01T09:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-09', '2026-10'], stalls: 12 });
  world.clock.moveTo('2026-10-12T10:00:00+07:00');
});

const pay = (place: number, amount: number) =>
  market.write((tx) =>
    world.get(Payments).record(tx, [
      {
        id: newId(),
        boardId: market.boardId,
        marketId: market.marketId,
        leaseId: market.leaseIds[place] ?? newId(),
        source: 'cash',
        receiptId: newId(),
        amount: vnd(amount),
        paidAt: world.clock.now(),
        bookedOn: businessDate('2026-10-12'),
        debit: account.cashOfCollector(newId()),
        reason: 'receipt',
        evidence: {},
      },
    ]),
  );
const list = (filter: Parameters<Bills['list']>[1]) => market.write((tx) => bills.list(tx, filter));
const stalls = async (filter: Omit<Parameters<Bills['list']>[1], 'limit'>) =>
  (await list({ ...filter, limit: 50 })).items.map((bill) => bill.stallCode);

describe('the bills of a market', () => {
  it('stand in the order people count stalls, page by page', async () => {
    const filter = { month: month('2026-10') };
    const first = await list({ ...filter, limit: 10 });
    expect(first.items.map((bill) => bill.stallCode).slice(0, 3)).toEqual(['A-1', 'A-2', 'A-3']);
    expect([first.total, first.next]).toEqual([12, 'o10']);
    const second = await list({ ...filter, limit: 10, cursor: 'o10' });
    expect(second.items.map((bill) => bill.stallCode)).toEqual(['A-11', 'A-12']);
    expect(second.next).toBeNull();
  });

  it('are sorted by what is still due, or by stall from the last', async () => {
    await pay(3, 190_000);
    expect((await stalls({ sort: 'due' })).slice(0, 2)).toEqual(['A-4', 'A-4']);
    expect((await stalls({ sort: '-due' })).at(-1)).toBe('A-4');
    expect((await stalls({ sort: '-stallCode' })).slice(0, 3)).toEqual(['A-12', 'A-12', 'A-11']);
  });

  it('are open, paid, or overdue once the ten days of grace are over', async () => {
    await pay(0, 200_000);
    await pay(1, 150_000);
    const states = async () => [
      (await list({ state: 'paid', limit: 1 })).total,
      (await list({ state: 'open', limit: 1 })).total,
      (await list({ state: 'overdue', limit: 1 })).total,
    ];
    expect(await states()).toEqual([3, 11, 10]);
    world.clock.moveTo('2026-10-20T23:00:00+07:00');
    expect(await states()).toEqual([3, 11, 10]);
    world.clock.moveTo('2026-10-21T00:30:00+07:00');
    expect(await states()).toEqual([3, 0, 21]);
  });

  it('are found by stall, by vendor without marks, and by code', async () => {
    expect(await stalls({ q: 'a-12' })).toEqual(['A-12', 'A-12']);
    expect((await list({ q: 'sung thi may', limit: 1 })).total).toBe(24);
    const [bill] = (await list({ q: 'A-3', limit: 1 })).items;
    expect(await stalls({ q: bill?.code.toLowerCase() ?? '' })).toEqual(['A-3']);
  });

  it('are not seen by another board, nor by whom the right reaches another market', async () => {
    const other = await billedMarket(world);
    const id = await market.billOf(0);
    expect(await codeOf(other.write((tx) => bills.get(tx, id)))).toBe('billing.billNotFound');
    const actor = { ...systemActor([market.boardId]), markets: [newId()] };
    const seen = world.db.read(actor, (tx) => bills.list(tx, { limit: 50 }));
    expect((await seen).items).toEqual([]);
  });
});

describe('a bill', () => {
  it('opens down to its lines, the decision behind the price, and what was paid', async () => {
    await pay(0, 130_000);
    const bill = await market.write(async (tx) => bills.get(tx, await market.billOf(0, '2026-10')));
    expect(bill).toMatchObject({ total: 100_000, paid: 30_000, due: 70_000, state: 'open' });
    expect(bill.lines).toMatchObject([
      { feeType: 'space', quantity: 1, unit: 'point-month', amount: 100_000, paid: 30_000 },
    ]);
    expect(bill.payments).toMatchObject([{ source: 'cash', amount: 30_000 }]);
  });

  const qrOf = (id: Id) => market.write((tx) => bills.qr(tx, id));

  it('is paid by a QR with the exact sum still due and its code first', async () => {
    await pay(0, 130_000);
    const id = await market.billOf(0, '2026-10');
    const { code } = await market.write((tx) => bills.get(tx, id));
    const qr = await qrOf(id);
    expect(decodeVietQr(qr.payload)).toMatchObject({
      ok: true,
      bin: '970436',
      account: qr.account,
      amount: 70_000,
      initiation: 'dynamic',
      purpose: `${code} A1 T10`,
      warnings: [],
    });
    expect(qr.bank).toBe('Vietcombank');
  });

  it('has no QR when it is paid, or while its board has no account in use', async () => {
    await pay(0, 200_000);
    expect(await codeOf(qrOf(await market.billOf(0)))).toBe('billing.billPaid');
    await world.corrupt(market.boardId, [
      `update banking.receiving_account set closed_on = '2026-10-11'`,
    ]);
    expect(await codeOf(qrOf(await market.billOf(1)))).toBe('billing.noReceivingAccount');
  });

  it('is asked for into no account before it is live', async () => {
    await world.corrupt(market.boardId, [
      'alter table banking.receiving_account disable trigger guarded',
      `update banking.receiving_account set live_at = '2030-01-01'`,
      'alter table banking.receiving_account enable trigger guarded',
    ]);
    expect(await codeOf(qrOf(await market.billOf(0)))).toBe('billing.noReceivingAccount');
  });
});

describe('the account of a lease', () => {
  it('says what was billed, paid, is due, and what waits as credit', async () => {
    await pay(0, 230_000);
    await pay(1, 50_000);
    const of = (place: number) =>
      market.write((tx) => world.get(LeaseAccounts).of(tx, market.leaseIds[place] ?? newId()));
    expect(await of(0)).toMatchObject({ billed: 200_000, paid: 230_000, due: 0, credit: 30_000 });
    expect(await of(1)).toMatchObject({ billed: 200_000, paid: 50_000, due: 150_000, credit: 0 });
    expect((await of(1)).bills.map((bill) => bill.period)).toEqual(['2026-10', '2026-09']);
    expect((await of(0)).payments).toMatchObject([{ amount: 230_000, allocated: 200_000 }]);
  });
});

describe('today', () => {
  it('shows this month’s bills, all that is due, and which market was not issued', async () => {
    await pay(0, 150_000);
    const today = (day: string) => market.write((tx) => billingToday(tx, businessDate(day)));
    expect(await today('2026-10-12')).toEqual({
      month: '2026-10',
      billed: 1_200_000,
      paid: 50_000,
      billCount: 12,
      due: 2_250_000,
      overdue: 1_100_000,
      overdueLeases: 11,
      toIssue: [],
    });
    const { billed, toIssue } = await today('2026-11-02');
    expect(billed).toBe(0);
    expect(toIssue).toMatchObject([{ id: market.marketId }]);
  });
});
