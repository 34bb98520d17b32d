import { businessDate } from '@cho40/kernel';
import { systemActor } from '@cho40/platform';
import { boardOfMarkets, type BoardOfMarkets } from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { MarketsModule } from '../markets.module';
import { AdminUnits } from './admin-units.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let units: AdminUnits;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  units = world.get(AdminUnits);
  await world.db.write(systemActor([]), (tx) => units.load(tx));
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
});

describe('the administrative units', () => {
  it('of the whole country load only once', async () => {
    expect(await world.db.write(systemActor([]), (tx) => units.load(tx))).toBe(0);
  });

  it('are found by name without marks, on the days they stood', async () => {
    const found = await ground.write((tx) =>
      units.list(tx, { q: 'ha giang 2', on: businessDate('2026-01-01'), limit: 10 }),
    );
    expect(found.items.map((unit) => [unit.code, unit.name, unit.parentName])).toEqual([
      ['00691', 'Phường Hà Giang 2', 'Tuyên Quang'],
    ]);
    const before = await ground.write((tx) =>
      units.list(tx, { q: 'ha giang 2', on: businessDate('2025-06-30'), limit: 10 }),
    );
    expect(before.items).toEqual([]);
  });

  it('lead from a commune up to its province', async () => {
    const chain = await ground.write((tx) => units.chain(tx, 'C00691'));
    expect(chain.map((unit) => unit.name)).toEqual([
      'Phường Trần Phú',
      'Thành phố Hà Giang',
      'Hà Giang',
    ]);
  });

  it('say which former districts a commune of today lies in', async () => {
    const districts = await ground.write((tx) => units.formerDistricts(tx, 'C00691@2025-07'));
    expect(districts.map((unit) => unit.id)).toEqual(['D030', 'D024']);
  });
});
