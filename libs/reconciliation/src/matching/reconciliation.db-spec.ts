import { PaymentCodes } from '@cho40/billing';
import { newId } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { ReconciliationModule } from '../reconciliation.module';

let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const stallCode = async (place: number) => {
  await market.write((tx) =>
    world.get(PaymentCodes).ensureForStalls(tx, market.boardId, [market.marketId]),
  );
  const [stall] = await market.write((tx) =>
    tx.sql<{ code: string }>(
      `select c.code from billing.v_payment_code c
         join tenancy.v_lease l on l.stall_id = c.stall_id where l.lease_id = $1`,
      [market.leaseIds[place]],
    ),
  );
  return stall?.code ?? '';
};

describe('a transfer with the code of a bill', () => {
  it('pays that bill first, through whatever the banks did to the text', async () => {
    const code = await market.billCode(0);
    const text = `MBVCB.3278907687.038471.${code.toLowerCase().replace(/(.{7})/, '$1 ')}.CT tu 0123`;
    const recordId = await market.arrives({ content: text, amount: 130_000 });
    expect(await market.match()).toEqual({ matched: 1, unmatched: 0, outgoing: 0, classified: 0 });
    expect(await market.standing(recordId)).toEqual({
      state: 'matched',
      reason: 'code',
      market_id: market.marketId,
      lease_id: market.leaseIds[0],
      allocated: 130_000,
    });
    expect(await market.paidOf(0)).toEqual([30_000, 100_000]);
  });

  it('that is void leaves its money with the lease', async () => {
    const code = await market.billCode(1);
    const billId = await market.billOf(1, '2026-10');
    await world.corrupt(market.boardId, [
      `update billing.bill set voided_at = now(), void_reason = 'wrong' where id = '${billId}'`,
      `insert into ledger.transfer
         (board_id, id, key, debit, credit, amount, on_date, at, reason, reverses,
          booked_month)
       select board_id, gen_random_uuid(), key || ':undo', credit, debit, amount, on_date, at,
              'void', id, booked_month from ledger.transfer where key = 'bill:${billId}:1'`,
    ]);
    const recordId = await market.arrives({ content: code, amount: 150_000 });
    await market.match();
    expect(await market.standing(recordId)).toMatchObject({
      state: 'matched',
      reason: 'billVoid',
      allocated: 100_000,
    });
  });
});

describe('a transfer with the code of a stall', () => {
  it('pays the oldest debt of who leased the stall on that day', async () => {
    const code = await stallCode(2);
    const next = newId();
    await market.write((tx) =>
      tx.sql(
        `with ended as (
           update tenancy.lease set valid_to = '2026-10-11' where id = $1 returning *)
         insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
         select board_id, $2, market_id, stall_id, vendor_id, 'next', '2026-10-12' from ended`,
        [market.leaseIds[2], next],
      ),
    );
    const before = await market.arrives({ content: code, bookedAt: '2026-10-11T23:59:59+07:00' });
    const after = await market.arrives({ content: code, bookedAt: '2026-10-12T00:00:00+07:00' });
    await market.match();
    expect(await market.standing(before)).toMatchObject({ lease_id: market.leaseIds[2] });
    expect(await market.standing(after)).toMatchObject({ lease_id: next, allocated: 0 });
    expect(await market.paidOf(2)).toEqual([100_000, 0]);
  });

  it('nobody leases waits, its market known', async () => {
    const code = await stallCode(0);
    const recordId = await market.arrives({ content: code, bookedAt: '2025-04-30T10:00:00+07:00' });
    await market.match();
    expect(await market.standing(recordId)).toMatchObject({
      state: 'unmatched',
      reason: 'stallVacant',
      market_id: market.marketId,
    });
  });
});

describe('a transfer that names nobody', () => {
  it('waits, with the reason', async () => {
    const [code, other] = [await market.billCode(0), await market.billCode(1)];
    const theirs = await (await matchingMarket(world)).billCode(0);
    const typo = code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    const reasons = [];
    for (const content of ['tien cho thang 10', `${code} ${other}`, theirs, typo]) {
      const recordId = await market.arrives({ content });
      await market.match();
      reasons.push((await market.standing(recordId))?.reason);
    }
    expect(reasons).toEqual(['noCode', 'twoCodes', 'anotherBoard', 'badCode']);
    expect(await market.paidOf(0)).toEqual([0, 0]);
  });

  it('keeps a repaired code as a suggestion and credits nobody', async () => {
    const recordId = await market.arrives({ content: (await market.billCode(0)).slice(0, -1) });
    await market.match();
    const [decision] = await market.write((tx) =>
      tx.sql<{ reason: string; evidence: { repairs: string[] } }>(
        'select reason, evidence from reconciliation.decision where record_id = $1',
        [recordId],
      ),
    );
    expect(decision?.reason).toBe('badCode');
    expect(decision?.evidence.repairs).toContain(await market.billCode(0));
    expect(await market.standing(recordId)).toMatchObject({ state: 'unmatched', lease_id: null });
  });
});

it('outgoing money stands apart, whatever its text says', async () => {
  const recordId = await market.arrives({ content: await market.billCode(0), direction: 'out' });
  expect(await market.match()).toEqual({ matched: 0, unmatched: 0, outgoing: 1, classified: 0 });
  expect(await market.standing(recordId)).toMatchObject({ state: 'outgoing', reason: 'outgoing' });
});

describe('running again', () => {
  it('decides on what is missing and leaves the rest as it stands', async () => {
    const recordId = await market.arrives({ content: 'tien cho' });
    await market.match();
    await market.arrives({ content: await market.billCode(0) });
    expect(await market.match()).toEqual({ matched: 1, unmatched: 0, outgoing: 0, classified: 0 });
    expect(await market.match()).toEqual({ matched: 0, unmatched: 0, outgoing: 0, classified: 0 });
    const decisions = await market.write((tx) =>
      tx.sql('select from reconciliation.decision where record_id = $1', [recordId]),
    );
    expect(decisions).toHaveLength(1);
  });

  it('by ten at once decides on each record once', async () => {
    const code = await market.billCode(0);
    for (let at = 0; at < 8; at += 1)
      await market.arrives({ content: at % 2 ? code : '', amount: 10_000 });
    const counts = await Promise.all(Array.from({ length: 10 }, () => market.match(3 + 5)));
    expect(counts.reduce((sum, one) => sum + one.matched, 0)).toBe(4);
    expect(counts.reduce((sum, one) => sum + one.unmatched, 0)).toBe(4);
    expect(await market.paidOf(0)).toEqual([0, 40_000]);
  });
});
