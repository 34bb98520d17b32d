import { businessDate, type Id } from '@cho40/kernel';
import { asId, newId, systemActor, type Actor, type Tx } from '@cho40/platform';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { AdminUnits } from './admin-units/admin-units.service';
import { Boards } from './boards/boards.service';
import type { NewMarket } from './markets/market.entity';
import { Markets } from './markets/markets.service';
import { MarketsModule } from './markets.module';
import { Stalls } from './stalls/stalls.service';
import { Zones } from './zones/zones.service';

let world: TestWorld;
let boards: Boards;
let markets: Markets;
let zones: Zones;
let stalls: Stalls;
let units: AdminUnits;
let boardId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  boards = world.get(Boards);
  markets = world.get(Markets);
  zones = world.get(Zones);
  stalls = world.get(Stalls);
  units = world.get(AdminUnits);
  await world.db.write(systemActor([]), (tx) => units.load(tx));
});
afterAll(() => world.close());
beforeEach(async () => {
  boardId = newId();
  await write((tx) => boards.create(tx, { id: boardId, name: 'Ban quản lý chợ Đồng Văn' }));
});

const write = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = systemActor([boardId])) =>
  world.db.write(actor, work);
let made = 0;
function aMarket(change: Partial<NewMarket> = {}): NewMarket {
  made += 1;
  return {
    boardId,
    code: `CHO-${made}`,
    name: 'Chợ Đồng Văn',
    declaredClass: 2,
    construction: 'solid',
    meets: 'daily',
    openedOn: businessDate('2010-01-01'),
    ...change,
  };
}
const create = (change: Partial<NewMarket> = {}) =>
  write((tx) => markets.create(tx, aMarket(change)));
const aZone = async (marketId: Id, code = 'A') => {
  const [id] = await write((tx) => zones.create(tx, marketId, [{ code, name: `Dãy ${code}` }]));
  return id ?? newId();
};
const aStall = (zoneId: Id, code: string, areaM2 = 4) => ({
  zoneId,
  code,
  areaM2,
  goodsGroup: 'Vải, thổ cẩm',
});

describe('the administrative units', () => {
  it('of the whole country load only once', async () => {
    expect(await world.db.write(systemActor([]), (tx) => units.load(tx))).toBe(0);
  });

  it('are found by name without marks, on the days they stood', async () => {
    const found = await write((tx) =>
      units.list(tx, { q: 'ha giang 2', on: businessDate('2026-01-01'), limit: 10 }),
    );
    expect(found.items.map((unit) => [unit.code, unit.name, unit.parentName])).toEqual([
      ['00691', 'Phường Hà Giang 2', 'Tuyên Quang'],
    ]);
    const before = await write((tx) =>
      units.list(tx, { q: 'ha giang 2', on: businessDate('2025-06-30'), limit: 10 }),
    );
    expect(before.items).toEqual([]);
  });

  it('lead from a commune up to its province', async () => {
    const chain = await write((tx) => units.chain(tx, 'C00691'));
    expect(chain.map((unit) => unit.name)).toEqual([
      'Phường Trần Phú',
      'Thành phố Hà Giang',
      'Hà Giang',
    ]);
  });

  it('say which former districts a commune of today lies in', async () => {
    const districts = await write((tx) => units.formerDistricts(tx, 'C00691@2025-07'));
    expect(districts.map((unit) => unit.id)).toEqual(['D030', 'D024']);
  });
});

describe('a market', () => {
  it('shows the class declared and the class its points give it', async () => {
    const { id } = await create({ declaredClass: 1 });
    const zoneId = await aZone(id);
    const codes = Array.from({ length: 201 }, (_, at) => `A-${at + 1}`);
    await write((tx) =>
      stalls.create(
        tx,
        id,
        codes.map((code, at) =>
          at === 0
            ? { ...aStall(zoneId, code, 2.9), smallAreaReason: 'Có từ năm 1998' }
            : aStall(zoneId, code, 3),
        ),
      ),
    );
    expect(await write((tx) => markets.get(tx, id))).toMatchObject({
      declaredClass: 1,
      computedClass: 2,
      stallCount: 201,
      pointCount: 200,
    });
  });

  it('is made once, however often the request comes', async () => {
    const market = aMarket({ id: newId() });
    await write((tx) => markets.create(tx, market));
    await write((tx) => markets.create(tx, market));
    const listed = await write((tx) => markets.list(tx, { limit: 50 }));
    expect(listed.total).toBe(1);
  });

  it('does not take the code of another board’s market', async () => {
    const { code } = await create();
    const otherBoard = newId();
    const actor = systemActor([otherBoard]);
    await write((tx) => boards.create(tx, { id: otherBoard, name: 'Ban khác' }), actor);
    await expect(
      write((tx) => markets.create(tx, aMarket({ boardId: otherBoard, code })), actor),
    ).rejects.toMatchObject({ code: 'markets.marketCodeTaken', facts: { code } });
  });

  it('of another board, or beyond one’s right, is as missing as one that never was', async () => {
    const { id } = await create();
    const other = { ...systemActor([boardId]), markets: [newId()] };
    const missing = { code: 'markets.marketMissing' };
    const get = (actor: Actor, market = id) => write((tx) => markets.get(tx, market), actor);
    await expect(get(systemActor([newId()]))).rejects.toMatchObject(missing);
    await expect(get(other)).rejects.toMatchObject(missing);
    await expect(get(other, newId())).rejects.toMatchObject(missing);
    await expect(write((tx) => stalls.list(tx, id, { limit: 1 }), other)).rejects.toMatchObject(
      missing,
    );
    expect(await write((tx) => markets.list(tx, { limit: 50 }), other)).toMatchObject({ total: 0 });
  });

  it('lies in the commune of the day, and nowhere known before somebody entered it', async () => {
    const { id } = await create({ communeId: 'C00691@2025-07' });
    expect(await write((tx) => markets.get(tx, id))).toMatchObject({
      communeName: 'Phường Hà Giang 2',
    });
    await write((tx) => markets.setCommune(tx, id, 'C00694@2025-07', businessDate('2026-03-01')));
    const stays = await write((tx) => markets.communeStays(tx, id));
    expect(stays).toEqual([
      {
        communeId: 'C00691@2025-07',
        communeName: 'Phường Hà Giang 2',
        validFrom: '2025-07-01',
        validTo: '2026-02-28',
      },
      {
        communeId: 'C00694@2025-07',
        communeName: 'Phường Hà Giang 1',
        validFrom: '2026-03-01',
        validTo: null,
      },
    ]);
    expect(await brokenInvariants(world, boardId)).toEqual([]);
  });

  it('is found by the unit it lies in, today or formerly', async () => {
    const { id } = await create({ communeId: 'C00715@2025-07', formerDistrictId: 'D026' });
    await create();
    for (const unitId of ['C00715@2025-07', 'D026', 'P08']) {
      const found = await write((tx) => markets.list(tx, { unitId, limit: 50 }));
      expect(found.items.map((market) => market.id)).toEqual([id]);
    }
  });

  it('carries no commune as its former district', async () => {
    await expect(create({ formerDistrictId: 'C00715@2025-07' })).rejects.toMatchObject({
      code: 'markets.notADistrict',
    });
  });

  it('changes its due day with a trace of who changed what', async () => {
    const { id } = await create();
    const changed = await write((tx) => markets.change(tx, id, { dueDay: 15, graceDays: 5 }));
    expect(changed).toMatchObject({ dueDay: 15, graceDays: 5, name: 'Chợ Đồng Văn' });
    const [entry] = await write((tx) =>
      tx.sql<{ before: { dueDay: number }; after: object }>(
        `select before, after from platform.audit where act = 'markets.changeMarket'`,
      ),
    );
    expect(entry?.before.dueDay).toBe(10);
    expect(entry?.after).toEqual({ dueDay: 15, graceDays: 5 });
  });
});

describe('zones and stalls', () => {
  it('come in walking order, each after the zone it lies in', async () => {
    const { id } = await create();
    const hall = newId();
    await write((tx) =>
      zones.create(tx, id, [
        { code: 'N', name: 'Ngoài trời', walkingOrder: 2 },
        { id: hall, code: 'H', name: 'Nhà chính', walkingOrder: 1 },
        { parentId: hall, code: 'H2', name: 'Dãy 2', walkingOrder: 2 },
        { parentId: hall, code: 'H1', name: 'Dãy 1', walkingOrder: 1 },
      ]),
    );
    const tree = await write((tx) => zones.list(tx, id));
    expect(tree.map((zone) => [zone.code, zone.depth])).toEqual([
      ['H', 0],
      ['H1', 1],
      ['H2', 1],
      ['N', 0],
    ]);
    const [inner] = tree.filter((zone) => zone.code === 'H1').map((zone) => zone.id);
    await write((tx) => stalls.create(tx, id, [aStall(asId(inner ?? ''), 'H1-01')]));
    const inHall = await write((tx) => stalls.list(tx, id, { zoneId: hall, limit: 50 }));
    expect(inHall.items.map((stall) => stall.code)).toEqual(['H1-01']);
  });

  it('refuse a code twice and name it, adding none of the others', async () => {
    const { id } = await create();
    const zoneId = await aZone(id);
    await write((tx) => stalls.create(tx, id, [aStall(zoneId, 'A-001')]));
    await expect(
      write((tx) => stalls.create(tx, id, [aStall(zoneId, 'A-002'), aStall(zoneId, 'A-001')])),
    ).rejects.toMatchObject({ code: 'markets.stallCodeTaken', facts: { code: 'A-001' } });
    expect((await write((tx) => stalls.list(tx, id, { limit: 50 }))).total).toBe(1);
    await expect(
      write((tx) => zones.create(tx, id, [{ code: 'A', name: 'Dãy A khác' }])),
    ).rejects.toMatchObject({ code: 'markets.zoneCodeTaken' });
  });

  it('never lie in a zone of another market', async () => {
    const [one, other] = [await create(), await create()];
    const elsewhere = await aZone(other.id);
    await expect(
      write((tx) => stalls.create(tx, one.id, [aStall(elsewhere, 'A-001')])),
    ).rejects.toMatchObject({ code: 'markets.zoneMissing' });
  });

  it('are listed by page, search and order', async () => {
    const { id } = await create();
    const zoneId = await aZone(id);
    const codes = ['A-001', 'A-002', 'A-003'];
    await write((tx) =>
      stalls.create(
        tx,
        id,
        codes.map((code, at) => aStall(zoneId, code, 5 + at)),
      ),
    );
    const page = (query: object) =>
      write((tx) => stalls.list(tx, id, { limit: 2, sort: '-areaM2', ...query }));
    const first = await page({});
    expect(first).toMatchObject({ total: 3, next: 'o2' });
    expect(first.items.map((stall) => stall.code)).toEqual(['A-003', 'A-002']);
    const second = await page({ cursor: first.next });
    expect(second).toMatchObject({ next: null, items: [{ code: 'A-001', areaM2: 5 }] });
    expect((await page({ q: 'tho cam' })).total).toBe(3);
    expect((await page({ q: '%' })).total).toBe(0);
  });

  it('keep their market when they are corrected, and say what they were', async () => {
    const { id } = await create();
    const zoneId = await aZone(id);
    const [stallId = newId()] = await write((tx) =>
      stalls.create(tx, id, [aStall(zoneId, 'A-001'), aStall(zoneId, 'A-002')]),
    );
    await write((tx) => stalls.change(tx, stallId, { areaM2: 6.5, isCorner: true }));
    expect(await write((tx) => stalls.get(tx, stallId))).toMatchObject({
      code: 'A-001',
      areaM2: 6.5,
      isCorner: true,
    });
    await expect(
      write((tx) => stalls.change(tx, stallId, { code: 'A-002' })),
    ).rejects.toMatchObject({ code: 'markets.stallCodeTaken' });
  });
});

describe('verify finds', () => {
  async function broken(...statements: string[]) {
    await world.corrupt(boardId, statements);
    return brokenInvariants(world, boardId);
  }

  it('a stall in a zone of another market', async () => {
    const [one, other] = [await create(), await create()];
    await aZone(one.id);
    const zoneId = await aZone(other.id);
    await write((tx) => stalls.create(tx, other.id, [aStall(zoneId, 'A-001')]));
    const names = await broken(
      'alter table markets.stall drop constraint stall_board_id_market_id_zone_id_fkey',
      `update markets.stall set market_id = '${one.id}'`,
    );
    expect(names).toEqual(['markets.stallInZoneOfItsMarket']);
  });

  it('a market in two communes on one day', async () => {
    const { id } = await create({ communeId: 'C00691@2025-07' });
    const names = await broken(
      'alter table markets.market_commune drop constraint market_commune_one_a_day',
      `insert into markets.market_commune values
         ('${boardId}', '${id}', 'C00694@2025-07', '2025-09-01', '2025-10-01')`,
    );
    expect(names).toEqual(['markets.oneCommunePerDay']);
  });

  it('a market in a commune that was abolished', async () => {
    const { id } = await create();
    const names = await broken(
      `insert into markets.market_commune values ('${boardId}', '${id}', 'C00691', null, null)`,
    );
    expect(names).toEqual(['markets.communeStoodThen']);
  });

  it('a registry that shows a market at another place', async () => {
    const { id } = await create({ formerDistrictId: 'D026' });
    const names = await broken(
      `update markets.market_registry set former_district_id = 'D027' where market_id = '${id}'`,
    );
    expect(names).toEqual(['markets.registryAgrees']);
  });
});
