import type { Id } from '@cho40/kernel';
import { brokenConstraint, newId } from '@cho40/platform';
import { boardOfMarkets, type BoardOfMarkets } from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { MarketsModule } from '../markets.module';
import { Zones } from './zones.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let zones: Zones;
let marketId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  zones = world.get(Zones);
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
  marketId = (await ground.market()).id;
});

const move = (id: Id, parentId: Id | null) =>
  ground.write((tx) => zones.change(tx, id, { parentId }));
const tree = async () =>
  (await ground.write((tx) => zones.list(tx, marketId))).map(({ code, depth }) => [code, depth]);

describe('a zone', () => {
  it('moves into another with all that lies in it, and out again', async () => {
    const [hall, row, end] = [
      await ground.zone(marketId, 'H'),
      await ground.zone(marketId, 'R'),
      await ground.zone(marketId, 'E'),
    ];
    await move(end, row);
    await move(row, hall);
    expect(await tree()).toEqual([
      ['H', 0],
      ['R', 1],
      ['E', 2],
    ]);
    await move(row, null);
    expect(await tree()).toEqual([
      ['H', 0],
      ['R', 0],
      ['E', 1],
    ]);
  });

  it('lies as deep as somebody builds', async () => {
    const ids = Array.from({ length: 12 }, () => newId());
    const deep = ids.map((id, at) => ({
      id,
      parentId: ids[at - 1] ?? null,
      code: `Z${at}`,
      name: `Khu ${at}`,
    }));
    await ground.write((tx) => zones.create(tx, marketId, deep));
    expect((await tree()).at(-1)).toEqual(['Z11', 11]);
  });

  it('never lies in itself, nor in what lies in it', async () => {
    const [outer, inner] = [await ground.zone(marketId, 'A'), await ground.zone(marketId, 'B')];
    await move(inner, outer);
    const refused = { code: 'markets.zoneInsideItself', facts: { name: 'Dãy A' } };
    await expect(move(outer, inner)).rejects.toMatchObject(refused);
    await expect(move(outer, outer)).rejects.toMatchObject(refused);
  });

  it('does not move into a zone of another market', async () => {
    const other = await ground.market();
    const elsewhere = await ground.zone(other.id);
    const zone = await ground.zone(marketId);
    await expect(move(zone, elsewhere)).rejects.toMatchObject({ code: 'markets.zoneMissing' });
  });

  it('is kept out of a ring by the database too, also when two moves meet', async () => {
    const [one, two] = [await ground.zone(marketId, 'A'), await ground.zone(marketId, 'B')];
    const put = (id: Id, parentId: Id) =>
      ground
        .write((tx) =>
          tx.sql('update markets.zone set parent_id = $2 where id = $1', [id, parentId]),
        )
        .then(
          () => 'moved',
          (error: unknown) => brokenConstraint(error),
        );
    const ends = await Promise.all([put(one, two), put(two, one)]);
    expect(ends).toEqual(expect.arrayContaining(['moved', 'zone_tree']));
  });
});
