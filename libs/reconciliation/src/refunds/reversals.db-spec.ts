import { type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { Classifications } from '../classes/classifications.service';
import { Corrections } from '../matching/corrections.service';
import { ReconciliationModule } from '../reconciliation.module';
import { possibleOriginals } from './reversals.queries';
import { Reversals } from './reversals.service';

let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});

const accountant = () => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán Hoa',
});
const comes = async (content: string, amount = 100_000) => {
  const id = await market.arrives({ content, amount });
  await market.match();
  return id;
};
const takenBack = async (amount = 100_000, bookedAt = '2026-10-13T09:00:00+07:00') => {
  const id = await market.arrives({ direction: 'out', content: 'HOAN TRA', amount, bookedAt });
  await market.match();
  return id;
};
const tie = (recordId: Id, originalId: Id) =>
  world.db.write(accountant(), (tx) =>
    world.get(Reversals).tie(tx, recordId, originalId, 'ngân hàng báo chuyển nhầm'),
  );
const end = (recordId: Id) =>
  world.db.write(accountant(), (tx) => world.get(Reversals).end(tx, recordId, 'gắn nhầm'));
const broken = () => brokenInvariants(world, market.boardId);
const books = async () => {
  const rows = await market.write((tx) =>
    tx.sql<{ account: string; sum: number }>(
      `select account, sum(amount)::bigint as sum from ledger.v_posting
        where account ~ '^(unmatched|outgoing)' group by account having sum(amount) <> 0`,
    ),
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
};

describe('a transfer that the bank took back', () => {
  it('has its payment undone: the lease owes again and the books hold nothing of it', async () => {
    const original = await comes(await market.billCode(0));
    expect(await market.paidOf(0)).toEqual([0, 100_000]);
    const out = await takenBack();
    await tie(out, original);
    expect(await market.paidOf(0)).toEqual([0, 0]);
    expect(await books()).toEqual({});
    for (const id of [original, out])
      expect(await market.standing(id)).toMatchObject({ state: 'classified' });
    expect(await broken()).toEqual([]);
  });

  it('may have been nobody’s; it waits for nobody any more', async () => {
    const [original, out] = [await comes('khong ma'), await takenBack()];
    await tie(out, original);
    expect([await books(), await broken()]).toEqual([{}, []]);
  });

  it('is told by account, sum and day: nothing else fits', async () => {
    const other = await comes('khong ma', 90_000);
    const out = await takenBack();
    const later = await market.arrives({ bookedAt: '2026-10-14T09:00:00+07:00' });
    await market.match();
    const original = await comes('khong ma');
    const found = await market.write((tx) => possibleOriginals(tx, out));
    expect(found.map(({ recordId }) => recordId)).toEqual([original]);
    for (const wrong of [other, later, out])
      expect(await codeOf(tie(out, wrong))).toBe('reconciliation.originalDiffers');
    expect(await codeOf(tie(out, newId()))).toBe('reconciliation.recordNotFound');
  });

  it('is tied once, by one of two', async () => {
    const original = await comes(await market.billCode(0));
    const [one, other] = [await takenBack(), await takenBack()];
    const codes = await Promise.all([codeOf(tie(one, original)), codeOf(tie(other, original))]);
    expect(new Set(codes)).toEqual(new Set(['no refusal', 'reconciliation.originalTaken']));
    expect(await broken()).toEqual([]);
  });

  it('is not said, nor taken back, by hand', async () => {
    const [original, out] = [await comes('khong ma'), await takenBack()];
    const byHand = world.db.write(accountant(), (tx) =>
      world.get(Classifications).classify(tx, { recordId: out, as: 'reversed', reason: 'tay' }),
    );
    expect(await codeOf(byHand)).toBe('reconciliation.reversalByHand');
    await tie(out, original);
    const taken = world.db.write(accountant(), (tx) =>
      world.get(Classifications).unclassify(tx, original, 'tay'),
    );
    expect(await codeOf(taken)).toBe('reconciliation.reversalByHand');
  });

  it('was another one: both wait again, and the money can be given to its lease anew', async () => {
    const original = await comes(await market.billCode(0));
    const out = await takenBack();
    await tie(out, original);
    await end(out);
    expect(await books()).toEqual({ unmatched: -100_000, 'outgoing/unclassified': 100_000 });
    expect(await codeOf(end(out))).toBe('reconciliation.reversalNotFound');
    const leaseId = market.leaseIds[0] ?? newId();
    await world.db.write(accountant(), (tx) =>
      world.get(Corrections).assign(tx, original, { leaseId, reason: 'tiền vẫn còn' }),
    );
    expect(await market.paidOf(0)).toEqual([100_000, 0]);
    expect(await broken()).toEqual([]);
  });
});

describe('verify finds', () => {
  const corrupt = (...statements: string[]) => world.corrupt(market.boardId, statements);
  beforeEach(async () => {
    const original = await comes(await market.billCode(0));
    await tie(await takenBack(), original);
  });

  it('a record taken back that nothing took back', async () => {
    await corrupt(`update reconciliation.reversal set ended_at = now(), end_reason = 'x'`);
    expect(await broken()).toEqual(['reconciliation.reversalsMatch']);
  });

  it('a taking back that the books have on one side only', async () => {
    await corrupt(
      'alter table ledger.transfer disable trigger append_only',
      `delete from ledger.transfer where credit = 'outgoing/reversed'`,
      'alter table ledger.transfer enable always trigger append_only',
    );
    expect(await broken()).toEqual(
      expect.arrayContaining(['reconciliation.reversalsCancelInTheBooks']),
    );
  });
});
