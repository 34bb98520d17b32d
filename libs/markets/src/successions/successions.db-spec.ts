import { businessDate, type Id } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import {
  aStall,
  boardOfMarkets,
  type BoardOfMarkets,
} from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { Markets } from '../markets/markets.service';
import { MarketsModule } from '../markets.module';
import { StallMaps } from '../stall-map/stall-map.service';
import { Stalls } from '../stalls/stalls.service';
import { type NewSuccession, Successions } from './successions.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let successions: Successions;
let marketId: Id;
let zoneId: Id;
let ids: Id[];

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  successions = world.get(Successions);
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
  marketId = (await ground.market()).id;
  zoneId = await ground.zone(marketId, 'N');
  ids = await ground.stalls(marketId, ['A-001', 'A-002', 'A-003']);
});

const succeed = (change: Partial<NewSuccession>) =>
  ground.write((tx) =>
    successions.succeed(tx, marketId, {
      kind: 'split',
      fromIds: ids.slice(0, 1),
      to: [{ ...aStall(zoneId, 'A-001A', 4), areaM2: 3 }],
      beginsOn: businessDate('2026-11-01'),
      reason: 'Theo đơn của hộ kinh doanh',
      ...change,
    }),
  );
const standing = async (of: 'now' | 'ended') => {
  const list = { standing: of, limit: 50 };
  const { items } = await ground.write((tx) => world.get(Stalls).list(tx, marketId, list));
  return items.map((stall) => [stall.code, stall.validFrom, stall.validTo]);
};
const merged = { kind: 'merge', to: [] as NewSuccession['to'] } as const;

describe('stalls', () => {
  it('merged end the day before, and the one that comes after them stands', async () => {
    const act = await succeed({
      ...merged,
      fromIds: ids.slice(0, 2),
      to: [aStall(zoneId, 'A-001M', 8)],
    });
    expect(act).toMatchObject({
      from: [{ code: 'A-001' }, { code: 'A-002' }],
      to: [{ code: 'A-001M' }],
    });
    expect(await standing('ended')).toEqual([
      ['A-001', '2010-01-01', '2026-10-31'],
      ['A-002', '2010-01-01', '2026-10-31'],
    ]);
    expect(await standing('now')).toEqual([
      ['A-001M', '2026-11-01', null],
      ['A-003', '2010-01-01', null],
    ]);
    const market = await ground.write((tx) => world.get(Markets).get(tx, marketId));
    expect(market).toMatchObject({ stallCount: 2, pointCount: 2 });
    expect(await brokenInvariants(world, ground.boardId)).toEqual([]);
  });

  it('split take the place of the old one on the map, the first of them', async () => {
    const maps = world.get(StallMaps);
    await ground.write((tx) => maps.place(tx, marketId, [{ row: 2, column: 2, text: 'A-001' }]));
    const parts = ['A-001A', 'A-001B'].map((code) => ({
      ...aStall(zoneId, code, 2),
      smallAreaReason: 'Tách cho hai chị em',
    }));
    await succeed({ to: parts });
    const { stalls } = await ground.write((tx) => maps.get(tx, marketId));
    const placed = stalls.filter((stall) => stall.row !== null);
    expect(placed).toMatchObject([{ code: 'A-001A', row: 1, column: 1 }]);
  });

  it('succeed once, however often the request comes', async () => {
    const wanted = { id: newId(), kind: 'relocate', to: [aStall(zoneId, 'C-09')] } as const;
    await succeed(wanted);
    await succeed(wanted);
    const listed = await ground.write((tx) =>
      successions.list(tx, marketId, { limit: 50, q: 'c-09' }),
    );
    expect(listed).toMatchObject({ total: 1, items: [{ kind: 'relocate', actorName: null }] });
    const [of] = await ground
      .write((tx) => world.get(Stalls).list(tx, marketId, { limit: 1 }))
      .then((page) => page.items);
    expect(of?.code).toBe('A-002');
  });

  it.each<[string, () => Partial<NewSuccession>, string]>([
    [
      'with parts beyond the whole',
      () => ({ to: [aStall(zoneId, 'X'), aStall(zoneId, 'Y')] }),
      'partsBeyondWhole',
    ],
    [
      'under an old code',
      () => ({ kind: 'relocate', to: [aStall(zoneId, 'A-001')] }),
      'stallCodeTaken',
    ],
    [
      'of another market',
      () => ({ ...merged, fromIds: [newId(), newId()], to: [aStall(zoneId, 'X')] }),
      'stallMissing',
    ],
    ['into one', () => ({}), 'successionCounts'],
  ])('are not split %s', async (_how, change, code) => {
    await expect(succeed(change())).rejects.toMatchObject({ code: `markets.${code}` });
    expect(await standing('ended')).toEqual([]);
  });

  it('closed end the day before, and nothing comes after them', async () => {
    const closed = { kind: 'close', fromIds: ids.slice(0, 2), to: [] } as const;
    const act = await succeed({ ...closed, reason: 'Mở rộng đường vào chợ' });
    expect(act.from.map(({ code }) => code)).toEqual(['A-001', 'A-002']);
    expect(act.to).toEqual([]);
    expect(await standing('now')).toEqual([['A-003', expect.anything(), null]]);
    expect(await brokenInvariants(world, ground.boardId)).toEqual([]);
  });

  it('end only once', async () => {
    const relocated = (code: string) => succeed({ kind: 'relocate', to: [aStall(zoneId, code)] });
    await relocated('C-01');
    await expect(relocated('C-02')).rejects.toMatchObject({ code: 'markets.stallMissing' });
  });
});
