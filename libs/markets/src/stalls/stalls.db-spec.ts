import { asId, newId } from '@cho40/platform';
import {
  boardOfMarkets,
  aStall,
  type BoardOfMarkets,
} from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { MarketsModule } from '../markets.module';
import { Zones } from '../zones/zones.service';
import { Stalls } from './stalls.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let zones: Zones;
let stalls: Stalls;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  zones = world.get(Zones);
  stalls = world.get(Stalls);
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
});

describe('zones and stalls', () => {
  it('come in walking order, each after the zone it lies in', async () => {
    const { id } = await ground.market();
    const hall = newId();
    await ground.write((tx) =>
      zones.create(tx, id, [
        { code: 'N', name: 'Ngoài trời', walkingOrder: 2 },
        { id: hall, code: 'H', name: 'Nhà chính', walkingOrder: 1 },
        { parentId: hall, code: 'H2', name: 'Dãy 2', walkingOrder: 2 },
        { parentId: hall, code: 'H1', name: 'Dãy 1', walkingOrder: 1 },
      ]),
    );
    const tree = await ground.write((tx) => zones.list(tx, id));
    expect(tree.map((zone) => [zone.code, zone.depth])).toEqual([
      ['H', 0],
      ['H1', 1],
      ['H2', 1],
      ['N', 0],
    ]);
    const [inner] = tree.filter((zone) => zone.code === 'H1').map((zone) => zone.id);
    await ground.write((tx) => stalls.create(tx, id, [aStall(asId(inner ?? ''), 'H1-01')]));
    const inHall = await ground.write((tx) => stalls.list(tx, id, { zoneId: hall, limit: 50 }));
    expect(inHall.items.map((stall) => stall.code)).toEqual(['H1-01']);
  });

  it('refuse a code twice and name it, adding none of the others', async () => {
    const { id } = await ground.market();
    const zoneId = await ground.zone(id);
    await ground.write((tx) => stalls.create(tx, id, [aStall(zoneId, 'A-001')]));
    await expect(
      ground.write((tx) =>
        stalls.create(tx, id, [aStall(zoneId, 'A-002'), aStall(zoneId, 'A-001')]),
      ),
    ).rejects.toMatchObject({ code: 'markets.stallCodeTaken', facts: { code: 'A-001' } });
    expect((await ground.write((tx) => stalls.list(tx, id, { limit: 50 }))).total).toBe(1);
    await expect(
      ground.write((tx) => zones.create(tx, id, [{ code: 'A', name: 'Dãy A khác' }])),
    ).rejects.toMatchObject({ code: 'markets.zoneCodeTaken' });
  });

  it('never lie in a zone of another market', async () => {
    const [one, other] = [await ground.market(), await ground.market()];
    const elsewhere = await ground.zone(other.id);
    await expect(
      ground.write((tx) => stalls.create(tx, one.id, [aStall(elsewhere, 'A-001')])),
    ).rejects.toMatchObject({ code: 'markets.zoneMissing' });
  });

  it('are listed by page, search and order', async () => {
    const { id } = await ground.market();
    const zoneId = await ground.zone(id);
    const codes = ['A-001', 'A-002', 'A-003'];
    await ground.write((tx) =>
      stalls.create(
        tx,
        id,
        codes.map((code, at) => aStall(zoneId, code, 5 + at)),
      ),
    );
    const page = (query: object) =>
      ground.write((tx) => stalls.list(tx, id, { limit: 2, sort: '-areaM2', ...query }));
    const first = await page({});
    expect(first).toMatchObject({ total: 3, next: 'o2' });
    expect(first.items.map((stall) => stall.code)).toEqual(['A-003', 'A-002']);
    const second = await page({ cursor: first.next });
    expect(second).toMatchObject({ next: null, items: [{ code: 'A-001', areaM2: 5 }] });
    expect((await page({ q: 'tho cam' })).total).toBe(3);
    expect((await page({ q: '%' })).total).toBe(0);
  });

  it('keep their market when they are corrected, and say what they were', async () => {
    const { id } = await ground.market();
    const zoneId = await ground.zone(id);
    const [stallId = newId()] = await ground.write((tx) =>
      stalls.create(tx, id, [aStall(zoneId, 'A-001'), aStall(zoneId, 'A-002')]),
    );
    await ground.write((tx) => stalls.change(tx, stallId, { areaM2: 6.5, isCorner: true }));
    expect(await ground.write((tx) => stalls.get(tx, stallId))).toMatchObject({
      code: 'A-001',
      areaM2: 6.5,
      isCorner: true,
    });
    await expect(
      ground.write((tx) => stalls.change(tx, stallId, { code: 'A-002' })),
    ).rejects.toMatchObject({ code: 'markets.stallCodeTaken' });
  });
});
