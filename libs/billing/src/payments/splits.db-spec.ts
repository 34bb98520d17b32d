import { account } from '@cho40/ledger';
import { businessDate, vnd, type Id } from '@cho40/kernel';
import { brokenConstraint, newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { bankRecord } from '../../../../test/support/market-to-bill';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { Voids } from '../bills/voids.service';
import { Payments, type NewPayment } from './payments.service';

let world: TestWorld;
let payments: Payments;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
  payments = world.get(Payments);
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

/** [the lease's place, the month, the sum] of each part. */
type Named = readonly [number, string, number];

async function split(amount: number, parts: readonly Named[], lease = 0): Promise<NewPayment> {
  const recordId = await market.write((tx) => bankRecord(tx, market, amount));
  const named = parts.map(async ([place, period, sum]) => ({
    billId: await market.billOf(place, period),
    amount: vnd(sum),
  }));
  return {
    id: newId(),
    boardId: market.boardId,
    marketId: market.marketId,
    leaseId: market.leaseIds[lease] ?? newId(),
    source: 'bank',
    recordId,
    amount: vnd(amount),
    paidAt: new Date('2026-10-12T03:00:00Z'),
    bookedOn: businessDate('2026-10-12'),
    debit: account.unmatched(),
    reason: 'person',
    evidence: {},
    parts: await Promise.all(named),
  };
}
const record = (...list: NewPayment[]) => market.write((tx) => payments.record(tx, list));
const undo = (id: Id) => market.write((tx) => payments.undo(tx, [id], 'the wrong stall'));
const voidBill = async (place: number, period: string) => {
  const billId = await market.billOf(place, period);
  await market.write((tx) => world.get(Voids).void(tx, [billId], 'the wrong tariff'));
};
/** What each lease's bills of September and October have been paid. */
const paid = async () => {
  const rows = await market.write((tx) =>
    tx.sql<{ leaseId: Id; paid: number[] }>(
      `select lease_id as "leaseId", jsonb_agg(paid order by period) as paid
         from billing.v_bill group by lease_id`,
    ),
  );
  return market.leaseIds.map((id) => rows.find(({ leaseId }) => leaseId === id)?.paid);
};
const creditOf = async (place: number) => {
  const [row] = await market.write((tx) =>
    tx.sql<{ credit: number }>(
      `select coalesce(sum(amount - allocated), 0)::bigint as credit from billing.payment
        where lease_id = $1 and undone_at is null`,
      [market.leaseIds[place]],
    ),
  );
  return row?.credit;
};

describe('a payment in parts', () => {
  it('pays the bills of several leases, and its rest the oldest of its own', async () => {
    const payment = await split(330_000, [
      [1, '2026-10', 100_000],
      [2, '2026-09', 30_000],
      [0, '2026-10', 60_000],
    ]);
    const [recorded] = await record(payment);
    expect(recorded).toMatchObject({ allocated: 330_000, credit: 0 });
    expect(await paid()).toEqual([
      [100_000, 100_000],
      [0, 100_000],
      [30_000, 0],
    ]);
  });

  it('leaves with its own lease what nobody needs', async () => {
    await record(await split(350_000, [[1, '2026-10', 100_000]]));
    expect(await creditOf(0)).toBe(50_000);
    expect(await creditOf(1)).toBe(0);
  });

  it('undone gives every bill back, and settles with others’ credit', async () => {
    const payment = await split(200_000, [
      [1, '2026-09', 100_000],
      [2, '2026-09', 100_000],
    ]);
    await record(payment);
    await record({ ...(await split(250_000, [], 1)) });
    await undo(payment.id);
    await undo(payment.id);
    expect(await paid()).toEqual([
      [0, 0],
      [100_000, 100_000],
      [0, 0],
    ]);
  });

  it('keeps its parts whatever is settled later', async () => {
    await record(await split(100_000, [[1, '2026-10', 100_000]]));
    await record(await split(40_000, [], 1));
    await market.issue('2026-11');
    expect(await paid()).toEqual([
      [0, 0, 0],
      [40_000, 100_000, 0],
      [0, 0, 0],
    ]);
  });

  it('has its money back when another lease’s bill is void', async () => {
    await record(await split(120_000, [[1, '2026-10', 100_000]]));
    await voidBill(1, '2026-10');
    expect(await paid()).toEqual([
      [100_000, 20_000],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('the books refuse', () => {
  it.each<[string, string, number, readonly Named[]]>([
    ['parts above the sum', 'billing.partsExceedPayment', 90_000, [[1, '2026-10', 100_000]]],
    ['more than a bill needs', 'billing.partExceedsBill', 300_000, [[1, '2026-10', 100_001]]],
  ])('%s', async (_, code, amount, parts) => {
    expect(await codeOf(record(await split(amount, parts)))).toBe(code);
    expect(await creditOf(0)).toBe(0);
  });

  it('a part of another board’s bill, or of a void one', async () => {
    const other = await billedMarket(world);
    const foreign = { billId: await other.billOf(0), amount: vnd(10_000) };
    const payment = { ...(await split(100_000, [])), parts: [foreign] };
    expect(await codeOf(record(payment))).toBe('billing.billNotFound');
    await voidBill(1, '2026-10');
    const onVoid = await split(100_000, [[1, '2026-10', 10_000]]);
    expect(await codeOf(record(onVoid))).toBe('billing.partExceedsBill');
  });

  it('the second of two clerks who give to one bill at once', async () => {
    const twice = await Promise.all([
      split(100_000, [[2, '2026-10', 100_000]]),
      split(100_000, [[2, '2026-10', 100_000]], 1),
    ]);
    const codes = await Promise.all(twice.map((payment) => codeOf(record(payment))));
    expect(codes.sort()).toEqual(['billing.partExceedsBill', 'no refusal']);
    expect((await paid())[2]).toEqual([0, 100_000]);
  });

  it('nothing of parts, undoing and voiding at once, in any order', async () => {
    const parts: readonly Named[] = [
      [1, '2026-09', 10_000],
      [2, '2026-09', 10_000],
      [0, '2026-09', 10_000],
    ];
    const first = await split(60_000, parts);
    await record(first);
    const others = await Promise.all(
      [2, 1, 0, 2, 1, 0].map((lease) => split(40_000, parts, lease)),
    );
    const works = [...others.map((payment) => record(payment)), undo(first.id)];
    await Promise.all([...works, voidBill(1, '2026-09')].map(codeOf));
    const rest = (await Promise.all([0, 1, 2].map(creditOf))).reduce((a = 0, b = 0) => a + b, 0);
    expect(rest).toBe(0);
  });

  it('a part that nobody named, or more than was named, whoever writes', async () => {
    const payment = await split(230_000, [[1, '2026-10', 30_000]]);
    await record(payment);
    const late = await split(250_000, [], 2);
    await record(late);
    const allocate = (paymentId: Id, billId: Id, amount: number) =>
      market
        .write((tx) =>
          tx.sql(
            `insert into billing.allocation
               (board_id, id, payment_id, bill_line_id, amount, rules_version, at)
             select $1, $2, $3, l.id, $5, 1, now() from billing.bill_line l where l.bill_id = $4`,
            [market.boardId, newId(), paymentId, billId, amount],
          ),
        )
        .then(() => 'no refusal', brokenConstraint);
    const september = await market.billOf(1, '2026-09');
    const october = await market.billOf(1, '2026-10');
    expect(await allocate(late.id, september, 1)).toBe('allocation_same_lease');
    expect(await allocate(late.id, october, 1)).toBe('allocation_same_lease');
    const more = await split(80_000, [[1, '2026-10', 20_000]], 2);
    await record(more);
    expect(await allocate(more.id, october, 1)).toBe('payment_part_not_exceeded');
  });
});
