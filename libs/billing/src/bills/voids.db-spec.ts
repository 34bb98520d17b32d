import { CodedError, month } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { cashPaid } from '../../../../test/support/cash-paid';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { Payments } from '../payments/payments.service';
import { BillRuns } from '../runs/bill-runs.service';
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
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-09', '2026-10'] });
});

const write = <T>(work: (tx: Tx) => Promise<T>) => market.write(work);
const voidBill = async (place: number, period: string) => {
  const id = await market.billOf(place, period);
  await write((tx) => bills.void(tx, [id], 'sai diện tích'));
  return id;
};
const issueAgain = (period = '2026-09') =>
  write((tx) => world.get(BillRuns).issue(tx, market.marketId, month(period)));
const standing = (place: number) =>
  write((tx) =>
    tx.sql<{ period: string; paid: number; due: number }>(
      `select period, paid, due from billing.v_bill
        where lease_id = $1 and voided_at is null order by period`,
      [market.leaseIds[place]],
    ),
  );
const holds = async () => expect(await brokenInvariants(world, market.boardId)).toEqual([]);

describe('a void bill', () => {
  it('gives its money to the lease’s next oldest bill', async () => {
    await cashPaid(world, market, 0, 130_000);
    await voidBill(0, '2026-09');
    expect(await standing(0)).toEqual([{ period: '2026-10', paid: 100_000, due: 0 }]);
    await holds();
  });

  it('is issued anew for the same month, with another code, and takes the credit that is left', async () => {
    await cashPaid(world, market, 0, 130_000);
    const oldId = await voidBill(0, '2026-09');
    const { billCount } = await issueAgain();
    expect(billCount).toBe(4);
    expect(await standing(0)).toEqual([
      { period: '2026-09', paid: 30_000, due: 70_000 },
      { period: '2026-10', paid: 100_000, due: 0 },
    ]);
    const codes = await write((tx) =>
      tx.sql<{ bill_id: string }>(
        `select bill_id from billing.v_payment_code where lease_id = $1`,
        [market.leaseIds[0]],
      ),
    );
    expect(codes.map((row) => row.bill_id)).toContain(oldId);
    expect(codes).toHaveLength(3);
    await holds();
  });

  it('voided again, and by ten at once, is mirrored once', async () => {
    await cashPaid(world, market, 0, 60_000);
    const id = await market.billOf(0, '2026-09');
    await Promise.all(
      Array.from({ length: 10 }, () => write((tx) => bills.void(tx, [id], 'sai diện tích'))),
    );
    const mirrors = await write((tx) =>
      tx.sql(`select from ledger.transfer where key = 'bill:' || $1::uuid || ':1:undo'`, [id]),
    );
    expect(mirrors).toHaveLength(1);
    await holds();
  });

  it('stays readable with its reason, owes nothing and has no QR', async () => {
    const id = await voidBill(0, '2026-09');
    const bill = await write((tx) => bills.get(tx, id));
    expect([bill.state, bill.due, bill.voidReason]).toEqual(['void', 0, 'sai diện tích']);
    const refused = await write((tx) => bills.qr(tx, id)).catch((error: unknown) => error);
    expect(refused instanceof CodedError && refused.code).toBe('billing.billVoid');
  });

  it('lets the payment that paid it be undone like any other', async () => {
    const [paid] = await cashPaid(world, market, 0, 130_000);
    await voidBill(0, '2026-09');
    await write((tx) => world.get(Payments).undo(tx, [paid?.paymentId ?? newId()], 'nhầm người'));
    expect(await standing(0)).toEqual([{ period: '2026-10', paid: 0, due: 100_000 }]);
    await holds();
  });

  it('comes out right whoever is first: payments, voids and runs that meet', async () => {
    const id = await market.billOf(1, '2026-09');
    await Promise.all([
      write((tx) => bills.void(tx, [id], 'sai diện tích')),
      ...Array.from({ length: 4 }, () => cashPaid(world, market, 1, 40_000)),
      issueAgain(),
      issueAgain(),
    ]);
    await issueAgain();
    const paid = (await standing(1)).map((bill) => bill.paid);
    expect(new Set(paid)).toEqual(new Set([60_000, 100_000]));
    await holds();
  });
});
