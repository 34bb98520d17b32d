import { businessDate } from '@cho40/kernel';
import { newId, systemActor, type Actor } from '@cho40/platform';
import {
  boardOfMarkets,
  aMarket,
  aStall,
  type BoardOfMarkets,
} from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { AdminUnits } from '../admin-units/admin-units.service';
import { Boards } from '../boards/boards.service';
import { MarketsModule } from '../markets.module';
import { Stalls } from '../stalls/stalls.service';
import { Markets } from './markets.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let units: AdminUnits;
let boards: Boards;
let markets: Markets;
let stalls: Stalls;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  units = world.get(AdminUnits);
  boards = world.get(Boards);
  markets = world.get(Markets);
  stalls = world.get(Stalls);
  await world.db.write(systemActor([]), (tx) => units.load(tx));
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
});

describe('a market', () => {
  it('shows the class declared and the class its points give it', async () => {
    const { id } = await ground.market({ declaredClass: 1 });
    const zoneId = await ground.zone(id);
    const codes = Array.from({ length: 201 }, (_, at) => `A-${at + 1}`);
    await ground.write((tx) =>
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
    expect(await ground.write((tx) => markets.get(tx, id))).toMatchObject({
      declaredClass: 1,
      computedClass: 2,
      stallCount: 201,
      pointCount: 200,
    });
  });

  it('is made once, however often the request comes', async () => {
    const market = aMarket(ground.boardId, { id: newId() });
    await ground.write((tx) => markets.create(tx, market));
    await ground.write((tx) => markets.create(tx, market));
    const listed = await ground.write((tx) => markets.list(tx, { limit: 50 }));
    expect(listed.total).toBe(1);
  });

  it('does not take the code of another board’s market', async () => {
    const { code } = await ground.market();
    const otherBoard = newId();
    const actor = systemActor([otherBoard]);
    await ground.write((tx) => boards.create(tx, { id: otherBoard, name: 'Ban khác' }), actor);
    await expect(
      ground.write((tx) => markets.create(tx, aMarket(otherBoard, { code })), actor),
    ).rejects.toMatchObject({ code: 'markets.marketCodeTaken', facts: { code } });
  });

  it('of another board, or beyond one’s right, is as missing as one that never was', async () => {
    const { id } = await ground.market();
    const other = { ...systemActor([ground.boardId]), markets: [newId()] };
    const missing = { code: 'markets.marketMissing' };
    const get = (actor: Actor, market = id) => ground.write((tx) => markets.get(tx, market), actor);
    await expect(get(systemActor([newId()]))).rejects.toMatchObject(missing);
    await expect(get(other)).rejects.toMatchObject(missing);
    await expect(get(other, newId())).rejects.toMatchObject(missing);
    await expect(
      ground.write((tx) => stalls.list(tx, id, { limit: 1 }), other),
    ).rejects.toMatchObject(missing);
    expect(await ground.write((tx) => markets.list(tx, { limit: 50 }), other)).toMatchObject({
      total: 0,
    });
  });

  it('lies in the commune of the day, and nowhere known before somebody entered it', async () => {
    const { id } = await ground.market({ communeId: 'C00691@2025-07' });
    expect(await ground.write((tx) => markets.get(tx, id))).toMatchObject({
      communeName: 'Phường Hà Giang 2',
    });
    await ground.write((tx) =>
      markets.setCommune(tx, id, 'C00694@2025-07', businessDate('2026-03-01')),
    );
    const stays = await ground.write((tx) => markets.communeStays(tx, id));
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
    expect(await brokenInvariants(world, ground.boardId)).toEqual([]);
  });

  it('is found by the unit it lies in, today or formerly', async () => {
    const { id } = await ground.market({ communeId: 'C00715@2025-07', formerDistrictId: 'D026' });
    await ground.market();
    for (const unitId of ['C00715@2025-07', 'D026', 'P08']) {
      const found = await ground.write((tx) => markets.list(tx, { unitId, limit: 50 }));
      expect(found.items.map((market) => market.id)).toEqual([id]);
    }
  });

  it('carries no commune as its former district', async () => {
    await expect(ground.market({ formerDistrictId: 'C00715@2025-07' })).rejects.toMatchObject({
      code: 'markets.notADistrict',
    });
  });

  it('changes its due day with a trace of who changed what', async () => {
    const { id } = await ground.market();
    const changed = await ground.write((tx) =>
      markets.change(tx, id, { dueDay: 15, graceDays: 5 }),
    );
    expect(changed).toMatchObject({ dueDay: 15, graceDays: 5, name: 'Chợ Đồng Văn' });
    const [entry] = await ground.write((tx) =>
      tx.sql<{ before: { dueDay: number }; after: object }>(
        `select before, after from platform.audit where act = 'markets.changeMarket'`,
      ),
    );
    expect(entry?.before.dueDay).toBe(10);
    expect(entry?.after).toEqual({ dueDay: 15, graceDays: 5 });
  });
});
