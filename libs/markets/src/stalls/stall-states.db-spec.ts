import { businessDate, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import {
  aStall,
  boardOfMarkets,
  type BoardOfMarkets,
} from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import type { StallState } from '../domain/stall';
import { MarketsModule } from '../markets.module';
import { StallStates } from './stall-states.service';
import { Stalls } from './stalls.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let states: StallStates;
let stalls: Stalls;
let marketId: Id;
let [first, second]: Id[] = [];

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  [states, stalls] = [world.get(StallStates), world.get(Stalls)];
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
  marketId = (await ground.market()).id;
  [first = newId(), second = newId()] = await ground.stalls(marketId, ['A-001', 'A-002']);
});

const set = (state: StallState, day: string, ids: readonly (Id | undefined)[] = [first]) =>
  ground.write((tx) =>
    states.set(
      tx,
      ids.map((stallId = newId()) => ({
        stallId,
        state,
        fromOn: businessDate(day),
        reason: 'Cháy chợ',
      })),
    ),
  );
const history = async (id = first ?? newId()) =>
  (await ground.write((tx) => states.history(tx, id))).map((row) => [row.state, row.fromOn]);

describe('the state of a stall', () => {
  it('begins with the stall and grows with what happens to it', async () => {
    await set('locked', '2026-10-01', [first, second]);
    await set('under-repair', '2026-11-02');
    expect(await history()).toEqual([
      ['under-repair', '2026-11-02'],
      ['locked', '2026-10-01'],
      ['trading', '2010-01-01'],
    ]);
    const listed = await ground.write((tx) =>
      stalls.list(tx, marketId, { state: 'locked', limit: 50 }),
    );
    expect(listed.items.map((stall) => stall.code)).toEqual(['A-002']);
  });

  it('said twice stands once', async () => {
    await set('disputed', '2026-10-01');
    await set('disputed', '2026-10-05');
    expect(await history()).toHaveLength(2);
  });

  it('never begins before the last one, and for all stalls or none', async () => {
    await set('locked', '2026-10-01', [second]);
    await expect(set('suspended', '2026-09-30', [first, second])).rejects.toMatchObject({
      code: 'markets.stateBeforeLast',
      facts: { code: 'A-002', from: '2026-10-01' },
    });
    expect(await history()).toHaveLength(1);
    await expect(set('locked', '2026-11-24')).rejects.toMatchObject({
      code: 'markets.stateInFuture',
    });
  });

  it('is said of one’s own stalls only', async () => {
    const stranger = { ...systemActor([ground.boardId]), markets: [newId()] };
    const wanted = { stallId: first ?? newId(), fromOn: businessDate('2026-10-01'), reason: 'Nợ' };
    await expect(
      ground.write((tx) => states.set(tx, [{ ...wanted, state: 'locked' }]), stranger),
    ).rejects.toMatchObject({ code: 'markets.stallMissing' });
    await expect(
      ground.write((tx) => states.history(tx, wanted.stallId), stranger),
    ).rejects.toMatchObject({ code: 'markets.stallMissing' });
  });

  it('cannot be written past its history', async () => {
    const straight = (sql: string) => ground.write((tx) => tx.sql(sql));
    await expect(straight(`update markets.stall set state = 'locked'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(straight(`update markets.stall_state set reason = 'khác'`)).rejects.toThrow();
  });
});

describe('the size of a stall', () => {
  it('below 3 m² stands only with its reason', async () => {
    const zoneId = await ground.zone(marketId);
    const small = aStall(zoneId, 'B-001', 2.5);
    const make = (stall: typeof small) =>
      ground.write((tx) => stalls.createOne(tx, marketId, stall));
    await expect(make(small)).rejects.toMatchObject({
      code: 'markets.stallTooSmall',
      facts: { code: 'B-001', areaM2: 2.5, leastM2: 3 },
    });
    const reason = { smallAreaReason: 'Có từ năm 1998' };
    expect(await make({ ...small, ...reason })).toMatchObject({ areaM2: 2.5, ...reason });
    await expect(
      ground.write((tx) => stalls.change(tx, first ?? newId(), { areaM2: 2 })),
    ).rejects.toMatchObject({ code: 'markets.stallTooSmall' });
  });

  it('with its sides and goods is found by any of its goods', async () => {
    const zoneId = await ground.zone(marketId);
    const made = await ground.write((tx) =>
      stalls.createOne(tx, marketId, {
        ...aStall(zoneId, 'C-001', 6),
        lengthM: 2,
        widthM: 3,
        isCorner: true,
        rowGrade: 2,
        otherGoodsGroups: [' Giày dép ', 'Giày dép', ''],
      }),
    );
    expect(made).toMatchObject({
      lengthM: 2,
      widthM: 3,
      rowGrade: 2,
      otherGoodsGroups: ['Giày dép'],
    });
    const found = await ground.write((tx) =>
      stalls.list(tx, marketId, { goodsGroup: 'Giày dép', limit: 50 }),
    );
    expect(found.items.map((stall) => stall.code)).toEqual(['C-001']);
    expect(await ground.write((tx) => stalls.goodsGroups(tx, marketId))).toEqual([
      { name: 'Giày dép', stallCount: 1 },
      { name: 'Vải, thổ cẩm', stallCount: 3 },
    ]);
  });
});
