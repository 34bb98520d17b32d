import { account } from '@cho40/ledger';
import { businessDate, CodedError, month, vnd, type Id } from '@cho40/kernel';
import { brokenConstraint, newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { bankRecord } from '../../../../test/support/market-to-bill';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { BillRuns } from '../runs/bill-runs.service';
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

interface Told {
  amount?: number;
  lease?: number;
  recordId?: Id;
  firstBillId?: Id;
}

async function told({ amount = 100_000, lease = 0, recordId, firstBillId }: Told = {}) {
  const id = recordId ?? (await market.write((tx) => bankRecord(tx, market, amount)));
  return {
    id: newId(),
    boardId: market.boardId,
    marketId: market.marketId,
    leaseId: market.leaseIds[lease] ?? newId(),
    source: 'bank',
    recordId: id,
    amount: vnd(amount),
    paidAt: new Date('2026-10-12T03:00:00Z'),
    bookedOn: businessDate('2026-10-12'),
    debit: account.unmatched(),
    reason: 'code',
    evidence: {},
    ...(firstBillId ? { firstBillId } : {}),
  } satisfies NewPayment;
}
const record = (...list: NewPayment[]) => market.write((tx) => payments.record(tx, list));
const undo = (...ids: Id[]) => market.write((tx) => payments.undo(tx, ids, 'the wrong stall'));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof CodedError ? error.code : brokenConstraint(error)),
  );
/** What each month's bill of a lease has been paid, September first. */
const paidOf = async (lease = 0) => {
  const rows = await market.write((tx) =>
    tx.sql<{ paid: number }>(
      'select paid from billing.v_bill where lease_id = $1 order by period',
      [market.leaseIds[lease]],
    ),
  );
  return rows.map((row) => row.paid);
};

describe('a payment', () => {
  it('goes to the oldest bill, then to the next, and what is left is credit', async () => {
    const [recorded] = await record(await told({ amount: 230_000 }));
    expect(recorded).toMatchObject({ outcome: 'recorded', allocated: 200_000, credit: 30_000 });
    expect(await paidOf()).toEqual([100_000, 100_000]);
  });

  it('goes first to the bill that its code names', async () => {
    const firstBillId = await market.billOf(0, '2026-10');
    await record(await told({ amount: 120_000, firstBillId }));
    expect(await paidOf()).toEqual([20_000, 100_000]);
  });

  it('told again is the one that stands', async () => {
    const payment = await told();
    const [first] = await record(payment);
    const [again, twice] = await record({ ...payment, id: newId() }, payment);
    expect([again, twice]).toEqual([
      { ...first, outcome: 'already' },
      { ...first, outcome: 'already' },
    ]);
    expect(await paidOf()).toEqual([100_000, 0]);
  });

  it('told twice in one go is recorded once', async () => {
    const payment = await told();
    const outcomes = await record(payment, { ...payment, id: newId() });
    expect(outcomes.map((one) => one.outcome)).toEqual(['recorded', 'already']);
  });

  it('is refused when its record stands for another lease', async () => {
    const payment = await told();
    await record(payment);
    const elsewhere = await told({ lease: 1, recordId: payment.recordId });
    expect(await codeOf(record(elsewhere))).toBe('billing.sourceHasPayment');
  });

  it('is refused with another amount than its bank record', async () => {
    const recordId = await market.write((tx) => bankRecord(tx, market, 100_000));
    const more = await told({ amount: 100_001, recordId });
    expect(await codeOf(record(more))).toBe('billing.sourceDiffers');
  });

  it('is refused with the bank record or the lease of another board', async () => {
    const other = await billedMarket(world);
    const foreign = await other.write((tx) => bankRecord(tx, other, 100_000));
    expect(await codeOf(record(await told({ recordId: foreign })))).toBe('billing.sourceDiffers');
    const [leaseId = newId()] = other.leaseIds;
    const onTheirLease = { ...(await told()), leaseId };
    expect(await codeOf(record(onTheirLease))).toBe('billing.leaseNotFound');
  });

  it('leaves no trace when its transaction fails', async () => {
    const payment = await told();
    const failing = market.write(async (tx) => {
      await payments.record(tx, [payment]);
      throw new Error('the power went out');
    });
    await expect(failing).rejects.toThrow('the power went out');
    expect(await paidOf()).toEqual([0, 0]);
    expect(await record(payment)).toMatchObject([{ outcome: 'recorded' }]);
  });
});

describe('credit', () => {
  it('pays the next month’s bill when it is issued', async () => {
    await record(await told({ amount: 260_000 }));
    await market.write((tx) => world.get(BillRuns).issue(tx, market.marketId, month('2026-11')));
    expect(await paidOf()).toEqual([100_000, 100_000, 60_000]);
  });

  it('never stays beside an open bill when a payment and the next month come at once', async () => {
    const list = await Promise.all([0, 1, 2].map((lease) => told({ lease, amount: 260_000 })));
    await Promise.all([
      ...list.map((payment) => record(payment)),
      market.write((tx) => world.get(BillRuns).issue(tx, market.marketId, month('2026-11'))),
    ]);
    expect(await paidOf(2)).toEqual([100_000, 100_000, 60_000]);
  });
});

describe('many at once', () => {
  it('forty payments on one lease never pay a bill more than it needs', async () => {
    const list = await Promise.all(Array.from({ length: 40 }, () => told({ amount: 7_000 })));
    const outcomes = await Promise.all(list.map((payment) => record(payment)));
    expect(await paidOf()).toEqual([100_000, 100_000]);
    const credit = outcomes.flat().reduce((sum, one) => sum + one.credit, 0);
    expect(credit).toBe(80_000);
  });

  it('one record told by twenty is one payment', async () => {
    const payment = await told();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => record({ ...payment, id: newId() })),
    );
    expect(outcomes.flat().filter((one) => one.outcome === 'recorded')).toHaveLength(1);
    expect(await paidOf()).toEqual([100_000, 0]);
  });

  it('payments over the leases of a market in opposite orders do not lock each other', async () => {
    const list = await Promise.all([0, 1, 2].map((lease) => told({ lease })));
    const back = await Promise.all([2, 1, 0].map((lease) => told({ lease })));
    await Promise.all([record(...list), record(...back)]);
    expect(await paidOf(1)).toEqual([100_000, 100_000]);
  });
});

describe('an undone payment', () => {
  it('is mirrored, gives its bills back and lets its record be paid to the right lease', async () => {
    const payment = await told({ amount: 150_000 });
    await record(payment);
    await undo(payment.id);
    expect(await paidOf()).toEqual([0, 0]);
    await record(await told({ amount: 150_000, lease: 1, recordId: payment.recordId }));
    expect(await paidOf(1)).toEqual([100_000, 50_000]);
  });

  it('undone again, or by ten at once, is undone once', async () => {
    const payment = await told();
    await record(payment);
    await Promise.all(Array.from({ length: 10 }, () => undo(payment.id)));
    await undo(payment.id);
    const mirrors = await market.write((tx) =>
      tx.sql('select from billing.allocation where reverses is not null'),
    );
    expect(mirrors).toHaveLength(1);
  });

  it('leaves its bills to the credit of others', async () => {
    const first = await told({ amount: 200_000 });
    await record(first);
    await record(await told({ amount: 50_000 }));
    await undo(first.id);
    expect(await paidOf()).toEqual([50_000, 0]);
  });

  it('must exist', async () => {
    expect(await codeOf(undo(newId()))).toBe('billing.paymentNotFound');
  });
});

describe('the database refuses, whoever writes', () => {
  const allocate = (paymentId: Id, billId: Id, amount: number) =>
    market.write((tx) =>
      tx.sql(
        `insert into billing.allocation
           (board_id, id, payment_id, bill_line_id, amount, rules_version, at)
         select $1, $2, $3, l.id, $5, 1, now() from billing.bill_line l where l.bill_id = $4`,
        [market.boardId, newId(), paymentId, billId, amount],
      ),
    );

  it('giving out more than a payment has', async () => {
    const payment = await told({ amount: 230_000 });
    await record(payment);
    await market.write((tx) => world.get(BillRuns).issue(tx, market.marketId, month('2026-11')));
    const november = await market.billOf(0, '2026-11');
    expect(await codeOf(allocate(payment.id, november, 1))).toBe('payment_not_overallocated');
  });

  it('paying a bill more than it needs', async () => {
    const payment = await told({ amount: 230_000 });
    await record(payment);
    const october = await market.billOf(0, '2026-10');
    expect(await codeOf(allocate(payment.id, october, 1))).toBe('bill_line_not_overpaid');
  });

  it('paying the bill of a neighbour', async () => {
    const payment = await told({ amount: 230_000 });
    await record(payment);
    const neighbours = await market.billOf(1, '2026-10');
    expect(await codeOf(allocate(payment.id, neighbours, 1))).toBe('allocation_same_lease');
  });
});
