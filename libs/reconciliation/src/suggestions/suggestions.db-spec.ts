import type { Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { learnedPayerPage } from '../payers/learned-payers.queries';
import { LearnedPayers } from '../payers/learned-payers.service';
import { ReconciliationModule } from '../reconciliation.module';
import { Suggestions } from './suggestions.service';

let world: TestWorld;
let market: MatchingMarket;
let payers: LearnedPayers;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  payers = world.get(LearnedPayers);
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});

const accountant = () => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán',
});
const leaseAt = (place: number): Id => market.leaseIds[place] ?? newId();
const waiting = async (content: string, amount = 33_000) => {
  const recordId = await market.arrives({ content, amount });
  await market.match();
  return recordId;
};
const suggested = async (recordId: Id, actor = accountant()) => {
  const all = await world.db.read(actor, (tx) => world.get(Suggestions).of(tx, recordId));
  return all.map(({ leaseId, billId, evidence, against, tiedWith }) => ({
    place: market.leaseIds.indexOf(leaseId),
    billId,
    kinds: [...evidence, ...against].map(({ kind }) => kind).join(' '),
    tiedWith,
  }));
};

describe('for a record that waits', () => {
  it('the lease of the code that was mistyped stands first, its bill named', async () => {
    const code = await market.billCode(1);
    const recordId = await waiting(code.replace(/.$/, (last) => String((Number(last) + 1) % 10)));
    const [first] = await suggested(recordId);
    expect(first).toEqual({
      place: 1,
      billId: await market.billOf(1, '2026-10'),
      kinds: 'repairedCode amountDiffers',
      tiedWith: 0,
    });
  });

  it('leases that owe the same sum are a tie', async () => {
    const ties = await suggested(await waiting('tien cho', 100_000));
    expect(ties).toHaveLength(3);
    expect(new Set(ties.map(({ tiedWith }) => tiedWith))).toEqual(new Set([2]));
  });

  it('both leases of two codes are told', async () => {
    const recordId = await waiting(`${await market.billCode(0)} ${await market.billCode(2)}`);
    expect((await suggested(recordId)).map(({ place }) => place).toSorted((a, b) => a - b)).toEqual(
      [0, 2],
    );
  });

  it('nothing is said of one that was decided, nor of one out of reach', async () => {
    const recordId = await market.arrives({ content: await market.billCode(0) });
    await market.match();
    expect(await suggested(recordId)).toEqual([]);
    const other = await waiting('tien cho', 100_000);
    expect(await suggested(other, { ...accountant(), markets: [newId()] })).toEqual([]);
    expect(await suggested(newId())).toEqual([]);
  });
});

describe('a payer that was learned', () => {
  const learn = (recordId: Id, place: number) =>
    world.db.write(accountant(), (tx) => payers.learn(tx, { recordId, leaseId: leaseAt(place) }));
  const learned = () =>
    world.db.read(accountant(), (tx) => learnedPayerPage(tx, { limit: 50 }, null));

  it('ranks the lease first, credits nobody, and is switched off by name', async () => {
    await learn(await waiting('tien cho'), 2);
    await learn(await waiting('tien cho'), 2);
    const { items } = await learned();
    expect(items).toEqual([
      expect.objectContaining({ accountLast4: '6789', learnedByName: 'Kế toán', offAt: null }),
    ]);
    const recordId = await waiting('tien cho T11');
    expect(await market.standing(recordId)).toMatchObject({ state: 'unmatched' });
    expect(await suggested(recordId)).toEqual([
      expect.objectContaining({ place: 2, kinds: 'learnedPayer amountDiffers' }),
    ]);
    const payerId = items[0]?.id ?? newId();
    await world.db.write(accountant(), (tx) => payers.switchOff(tx, payerId));
    expect(await suggested(recordId)).toEqual([]);
    expect((await learned()).items[0]).toMatchObject({ offByName: 'Kế toán' });
    const again = world.db.write(accountant(), (tx) => payers.switchOff(tx, payerId));
    expect(await codeOf(again)).toBe('reconciliation.payerNotFound');
  });

  it('lies sealed, and its number in no audit row', async () => {
    await learn(await waiting('tien cho'), 0);
    const [kept] = await market.write((tx) =>
      tx.sql<{ rows: string }>(
        `select (select string_agg(p::text, '') from reconciliation.learned_payer p)
             || (select string_agg(a::text, '') from platform.audit a) as rows`,
      ),
    );
    expect(kept?.rows).not.toContain('0123456789');
  });

  it('is of a lease within reach', async () => {
    const recordId = await waiting('tien cho');
    expect(await codeOf(learn(recordId, 9))).toBe('reconciliation.recordNotFound');
  });
});
