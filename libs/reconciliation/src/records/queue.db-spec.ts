import type { Id } from '@cho40/kernel';
import { newId, systemActor, type Actor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { ReconciliationModule } from '../reconciliation.module';
import { BankRecordDesk } from './bank-records.service';
import type { QueueOrder, QueueState } from './queue.queries';

let world: TestWorld;
let market: MatchingMarket;
let ids: Id[];

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  market = await matchingMarket(world);
  const moves = [
    { amount: 50_000, bookedAt: '2026-10-10T09:00:00+07:00' },
    { amount: 900_000, bookedAt: '2026-10-11T09:00:00+07:00' },
    { amount: 70_000, bookedAt: '2026-10-09T09:00:00+07:00' },
    { amount: 20_000, bookedAt: '2026-10-11T10:00:00+07:00', direction: 'out' as const },
  ];
  ids = [];
  for (const move of moves) ids.push(await market.arrives(move));
  await market.arrives({ content: await market.billCode(0) });
  await market.match();
});
afterAll(() => world.close());

const clerk = (markets: Actor['markets'] = 'all'): Actor => ({
  ...systemActor([market.boardId]),
  markets,
});
const queue = (
  asked: { order?: QueueOrder; state?: QueueState; after?: Id; limit?: number },
  actor = clerk(),
) =>
  world.db.read(actor, (tx) =>
    world.get(BankRecordDesk).queue(tx, { order: 'age', state: 'unmatched', limit: 10, ...asked }),
  );
const places = async (asked: Parameters<typeof queue>[0]) =>
  (await queue(asked)).items.map(({ id }) => ids.indexOf(id));

it('the queue holds what waits for a person, in the order asked for', async () => {
  expect(await places({})).toEqual([2, 0, 1]);
  expect(await places({ order: 'amount' })).toEqual([1, 2, 0]);
  expect(await places({ order: 'account' })).toEqual([2, 0, 1]);
  expect(await places({ state: 'outgoing' })).toEqual([3]);
});

it.each(['age', 'amount', 'account'] as const)(
  'the queue by %s goes on behind a record, also one that was decided on since',
  async (order) => {
    const all = await places({ order });
    const { items, next } = await queue({ order, limit: 1 });
    expect([items.map(({ id }) => ids.indexOf(id)), next]).toEqual([all.slice(0, 1), items[0]?.id]);
    expect(await places({ order, ...(next ? { after: next } : {}) })).toEqual(all.slice(1));
  },
);

it('a queue that ends says so, and does not begin behind a record nobody knows', async () => {
  expect((await queue({})).next).toBeNull();
  expect(await codeOf(queue({ after: newId() }))).toBe('reconciliation.recordNotFound');
});
