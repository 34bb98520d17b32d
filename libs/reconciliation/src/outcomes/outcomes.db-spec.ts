import { BillRuns, Bills, CodePrefixes } from '@cho40/billing';
import { month, vnd, type Id } from '@cho40/kernel';
import { marketToBill } from '../../../../test/support/market-to-bill';
import { newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { Corrections } from '../matching/corrections.service';
import { ReconciliationModule } from '../reconciliation.module';
import { BankRecordDesk } from '../records/bank-records.service';

let world: TestWorld;
let market: MatchingMarket;
// Codes and prefixes are nobody else's.
let place = 'A';

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());
// Bills of September and October, 100,000 đ each, issued today, which is 12 October 2026.
beforeEach(async () => {
  market = await matchingMarket(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const comes = async (content: string, amount = 100_000): Promise<Id> => {
  const id = await market.arrives({ content, amount });
  await market.match();
  return id;
};
const become = (recordId: Id) =>
  world.db.read(systemActor([market.boardId]), (tx) => world.get(BankRecordDesk).one(tx, recordId));
const outcomes = async (recordId: Id) => (await become(recordId)).outcomes;

/** The October bill of a stall of a second market of the board. */
const otherMarketsBill = () =>
  market.write(async (tx) => {
    const { boardId } = market;
    const other = await marketToBill(tx, { boardId, code: `MEO-VAC-${place}`, beside: market });
    await world.get(CodePrefixes).take(tx, { marketId: other.marketId, prefix: `MVX${place}` });
    place = 'B';
    await world.get(BillRuns).issue(tx, other.marketId, month('2026-10'));
    const [bill] = await tx.sql<{ id: Id }>('select id from billing.bill where lease_id = $1', [
      other.leaseIds[0],
    ]);
    return bill?.id ?? newId();
  });
const clerk = () => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán Hoa',
});

describe('money that came in has its outcome by name:', () => {
  it('exact, with the payer’s, the bank’s and our own date', async () => {
    const record = await become(await comes(await market.billCode(0)));
    expect(record.outcomes).toEqual(['exact']);
    expect(record.payment).toEqual({
      paidAt: new Date('2026-10-12T03:00:00Z'),
      bookedOn: '2026-10-12',
      recordedAt: new Date('2026-10-12T03:05:00Z'),
      credit: 0,
      outcomes: ['exact'],
    });
  });

  it('part: the bill still owes the rest', async () => {
    expect(await outcomes(await comes(await market.billCode(0), 40_000))).toEqual(['part']);
    expect(await market.paidOf(0)).toEqual([0, 40_000]);
  });

  it('over: the rest is credit, which pays the next bill by itself', async () => {
    const recordId = await comes(await market.billCode(0), 250_000);
    expect(await become(recordId)).toMatchObject({
      outcomes: ['over'],
      payment: { credit: 50_000 },
    });
    world.clock.moveTo('2026-11-01T08:00:00+07:00');
    await market.issue('2026-11');
    expect(await market.paidOf(0)).toEqual([100_000, 100_000, 50_000]);
  });

  it('double: a bill paid twice pays the oldest debt, then is credit', async () => {
    const code = await market.billCode(0);
    await comes(code);
    expect(await outcomes(await comes(code))).toEqual(['double']);
    const third = await become(await comes(code));
    expect(third).toMatchObject({ outcomes: ['double'], payment: { credit: 100_000 } });
  });

  it('late: after the days of grace', async () => {
    const content = await market.billCode(0);
    const recordId = await market.arrives({ content, bookedAt: '2026-12-20T08:00:00+07:00' });
    await market.match();
    expect(await outcomes(recordId)).toEqual(['exact', 'late']);
  });

  it('closed bill: it was taken back, so the money is its lease’s', async () => {
    const code = await market.billCode(0);
    const billId = await market.billOf(0, '2026-10');
    await market.write((tx) => world.get(Bills).void(tx, [billId], 'tính nhầm diện tích'));
    const record = await become(await comes(code, 150_000));
    expect(record.outcomes).toEqual(['closedBill']);
    expect(record.payment?.credit).toBe(50_000);
  });

  it('ended lease: whoever left still pays what they owe', async () => {
    await world.corrupt(market.boardId, [
      'alter table tenancy.lease disable trigger user',
      `update tenancy.lease set valid_to = '2026-10-05' where id = '${market.leaseIds[0]}'`,
      'alter table tenancy.lease enable trigger user',
    ]);
    const recordId = await comes(await market.billCode(0));
    expect(await outcomes(recordId)).toEqual(['exact', 'endedLease']);
  });

  it('another market of the board: its code is followed, the account is the board’s', async () => {
    const billId = await otherMarketsBill();
    const [bill] = await market.write((tx) =>
      tx.sql<{ code: string }>('select code from billing.bill where id = $1', [billId]),
    );
    const code = bill?.code ?? '';
    const record = await become(await comes(code));
    expect(record.outcomes).toEqual(['exact']);
    expect(record.credited).toMatchObject({ marketName: 'Chợ MEO-VAC-A', stallCode: 'A-1' });
  });

  it('another market, in part: a person splits one transfer over two markets’ bills', async () => {
    const recordId = await comes('nop cho hai cho', 150_000);
    const other = await otherMarketsBill();
    const [leaseId = newId()] = market.leaseIds;
    const parts = [{ billId: other, amount: vnd(50_000) }];
    await world.db.write(clerk(), (tx) =>
      world.get(Corrections).assign(tx, recordId, { leaseId, parts, reason: 'hai sạp' }),
    );
    expect(await outcomes(recordId)).toContain('anotherMarket');
  });

  it('another board: named as such, and credited to nobody here', async () => {
    const code = await market.billCode(0);
    market = await matchingMarket(world);
    const record = await become(await comes(code));
    expect(record).toMatchObject({ outcomes: ['anotherBoard'], credited: null, payment: null });
  });

  it('none while nobody is named', async () => {
    expect(await outcomes(await comes(`khong ma ${newId().slice(0, 4)}`))).toEqual([]);
  });
});
