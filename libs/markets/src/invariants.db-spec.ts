import { systemActor } from '@cho40/platform';
import {
  boardOfMarkets,
  aStall,
  type BoardOfMarkets,
} from '../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { AdminUnits } from './admin-units/admin-units.service';
import { MarketsModule } from './markets.module';
import { Stalls } from './stalls/stalls.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let units: AdminUnits;
let stalls: Stalls;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  units = world.get(AdminUnits);
  stalls = world.get(Stalls);
  await world.db.write(systemActor([]), (tx) => units.load(tx));
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
});

describe('verify finds', () => {
  async function broken(...statements: string[]) {
    await world.corrupt(ground.boardId, statements);
    return brokenInvariants(world, ground.boardId);
  }

  it('a stall in a zone of another market', async () => {
    const [one, other] = [await ground.market(), await ground.market()];
    await ground.zone(one.id);
    const zoneId = await ground.zone(other.id);
    await ground.write((tx) => stalls.create(tx, other.id, [aStall(zoneId, 'A-001')]));
    const names = await broken(
      'alter table markets.stall drop constraint stall_board_id_market_id_zone_id_fkey',
      `update markets.stall set market_id = '${one.id}'`,
    );
    expect(names).toEqual(['markets.stallInZoneOfItsMarket']);
  });

  it('a market in two communes on one day', async () => {
    const { id } = await ground.market({ communeId: 'C00691@2025-07' });
    const names = await broken(
      'alter table markets.market_commune drop constraint market_commune_one_a_day',
      `insert into markets.market_commune values
         ('${ground.boardId}', '${id}', 'C00694@2025-07', '2025-09-01', '2025-10-01')`,
    );
    expect(names).toEqual(['markets.oneCommunePerDay']);
  });

  it('a market in a commune that was abolished', async () => {
    const { id } = await ground.market();
    const names = await broken(
      `insert into markets.market_commune values ('${ground.boardId}', '${id}', 'C00691', null, null)`,
    );
    expect(names).toEqual(['markets.communeStoodThen']);
  });

  it('a registry that shows a market at another place', async () => {
    const { id } = await ground.market({ formerDistrictId: 'D026' });
    const names = await broken(
      `update markets.market_registry set former_district_id = 'D027' where market_id = '${id}'`,
    );
    expect(names).toEqual(['markets.registryAgrees']);
  });

  it('zones that lie in each other', async () => {
    const { id } = await ground.market();
    const [outer, inner] = [await ground.zone(id, 'A'), await ground.zone(id, 'B')];
    const names = await broken(
      'alter table markets.zone disable trigger tree',
      `update markets.zone set parent_id = '${outer}' where id = '${inner}'`,
      `update markets.zone set parent_id = '${inner}' where id = '${outer}'`,
      'alter table markets.zone enable trigger tree',
    );
    expect(names).toEqual(['markets.zonesMakeATree']);
  });

  it('a stall below 3 m² without a reason', async () => {
    const { id } = await ground.market();
    await ground.stalls(id, ['A-001']);
    const names = await broken(
      'alter table markets.stall drop constraint stall_is_a_point',
      `update markets.stall set area_m2 = 2.5 where market_id = '${id}'`,
    );
    expect(names).toEqual(['markets.pointsHaveThreeSquareMetres']);
  });

  it('a stall whose state is not what its history says', async () => {
    const { id } = await ground.market();
    await ground.stalls(id, ['A-001']);
    const names = await broken(
      `update markets.stall set state = 'locked' where market_id = '${id}'`,
    );
    expect(names).toEqual(['markets.stateIsTheLastOfItsHistory']);
  });

  it('a state that was taken out of the middle', async () => {
    const { id } = await ground.market();
    const [stallId] = await ground.stalls(id, ['A-001']);
    const names = await broken(
      `insert into markets.stall_state values
         ('${ground.boardId}', '${stallId}', 3, 'locked', '2026-01-01', 'nợ kéo dài', null, now())`,
    );
    expect(names).toEqual(['markets.statesFollowEachOther']);
  });

  it('a stall that ended and has no successor', async () => {
    const { id } = await ground.market();
    await ground.stalls(id, ['A-001']);
    const names = await broken(
      `update markets.stall set valid_to = '2026-01-31' where market_id = '${id}'`,
    );
    expect(names).toEqual(['markets.successorsBeginAsTheOldEnd']);
  });

  it('a day on which two parties collect', async () => {
    const { id } = await ground.market();
    const contract = `('${ground.boardId}', gen_random_uuid(), '${id}', 'HTX', 1, 'month', 'HĐ 1',
                       '2026-01-01', '2026-12-31')`;
    const names = await broken(
      'alter table markets.collection_contract drop constraint collection_contract_one_a_day',
      `insert into markets.collection_contract
         (board_id, id, market_id, party, amount, per, document, valid_from, valid_to)
       values ${contract}, ${contract}`,
    );
    expect(names).toEqual(['markets.oneCollectorPerDay']);
  });
});
