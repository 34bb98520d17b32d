import { businessDate, vnd, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { boardOfMarkets, type BoardOfMarkets } from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { MarketsModule } from '../markets.module';
import { CollectionContracts } from './collection-contracts.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let contracts: CollectionContracts;
let marketId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  contracts = world.get(CollectionContracts);
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
  marketId = (await ground.market()).id;
});

const sign = (from: string, to: string, id = newId()) =>
  ground.write((tx) =>
    contracts.sign(tx, marketId, {
      id,
      party: 'Hợp tác xã chợ Mèo Vạc',
      amount: vnd(18_000_000),
      per: 'month',
      document: 'HĐ 02/2026',
      validFrom: businessDate(from),
      validTo: businessDate(to),
    }),
  );

describe('a market whose collection is contracted out', () => {
  it('has one party on a day', async () => {
    const { id } = await sign('2026-01-01', '2026-12-31');
    expect(await sign('2026-01-01', '2026-12-31', id)).toMatchObject({ id, amount: 18_000_000 });
    await expect(sign('2026-12-31', '2027-12-31')).rejects.toMatchObject({
      code: 'markets.contractOverlaps',
      facts: { party: 'Hợp tác xã chợ Mèo Vạc', from: '2026-01-01', to: '2026-12-31' },
    });
    await expect(sign('2027-02-01', '2027-01-01')).rejects.toMatchObject({
      code: 'markets.contractDaysReversed',
    });
  });

  it('may end it early, with the reason, and have another party the day after', async () => {
    const { id } = await sign('2026-01-01', '2026-12-31');
    const end = (day: string) =>
      ground.write((tx) =>
        contracts.end(tx, marketId, id, { on: businessDate(day), reason: 'Bên nhận khoán bỏ thu' }),
      );
    await expect(end('2026-12-31')).rejects.toMatchObject({ code: 'markets.contractEndsLater' });
    expect(await end('2026-06-30')).toMatchObject({
      validTo: '2026-06-30',
      endedReason: 'Bên nhận khoán bỏ thu',
    });
    await sign('2026-07-01', '2026-12-31');
    const on = businessDate('2026-11-23');
    const inForce = await ground.write((tx) => contracts.list(tx, marketId, { on, limit: 50 }));
    expect(inForce).toMatchObject({ total: 1, items: [{ validFrom: '2026-07-01' }] });
  });

  it('does not show it to who has no right to the market', async () => {
    const { id } = await sign('2026-01-01', '2026-12-31');
    const stranger = { ...systemActor([ground.boardId]), markets: [newId()] };
    await expect(ground.write((tx) => contracts.get(tx, id), stranger)).rejects.toMatchObject({
      code: 'markets.contractMissing',
    });
  });
});
