import { businessDate, type Id } from '@cho40/kernel';
import { boardOfMarkets, type BoardOfMarkets } from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import type { DatedRule } from '../domain/market-days';
import { Markets } from '../markets/markets.service';
import { MarketsModule } from '../markets.module';
import { MarketDays } from './market-days.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let days: MarketDays;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  days = world.get(MarketDays);
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
});

const [first, last] = [businessDate('2026-11-01'), businessDate('2026-11-30')];
const november = async (marketId: Id) =>
  (await ground.write((tx) => days.between(tx, marketId, first, last)))?.map((day) => day.slice(8));
const setRule = (marketId: Id, rule: Partial<DatedRule>) =>
  ground.write((tx) =>
    days.setRule(tx, marketId, {
      validFrom: businessDate('2020-01-01'),
      weekdays: [],
      branches: [],
      lunarDays: [],
      ...rule,
    }),
  );

describe('a board', () => {
  const ofBoard = async (boardId: Id) => {
    const boards = await ground.write((tx) => days.ofBoards(tx, [boardId], first, last));
    return boards.get(boardId)?.map((day) => day.slice(8)) ?? null;
  };

  it('meets on the days of any of its markets that is open, and on none that is not known', async () => {
    expect(await ofBoard(ground.boardId)).toBeNull();
    const zodiac = await ground.market({ meets: 'market-days' });
    expect(await ofBoard(ground.boardId)).toBeNull();
    await setRule(zodiac.id, { branches: ['dragon', 'dog'] });
    const sundays = await ground.market({ meets: 'market-days' });
    await setRule(sundays.id, { weekdays: [7] });
    await ground.write((tx) =>
      days.except(tx, sundays.id, {
        kind: 'off',
        from: businessDate('2026-11-08'),
        to: businessDate('2026-11-15'),
        reason: 'Lễ hội',
      }),
    );
    // The eighth is a day off on Sundays, and the zodiac market's own.
    expect(await ofBoard(ground.boardId)).toEqual(['01', '02', '08', '14', '20', '22', '26', '29']);
    const closed = await ground.market();
    await ground.write((tx) =>
      tx.sql(`update markets.market set closed_on = '2026-11-29' where id = $1`, [closed.id]),
    );
    expect(await ofBoard(ground.boardId)).toHaveLength(8);
    await ground.market();
    expect(await ofBoard(ground.boardId)).toHaveLength(30);
  });
});

describe('a market', () => {
  it('that meets daily has every day; one that meets on market days none until they are entered', async () => {
    const daily = await ground.market();
    expect(await november(daily.id)).toHaveLength(30);
    const highland = await ground.market({ meets: 'market-days' });
    expect(await november(highland.id)).toBeUndefined();
  });

  it('meets on its zodiac days but for days off, and on extra days', async () => {
    const { id } = await ground.market({ meets: 'market-days' });
    await setRule(id, { branches: ['snake', 'pig'] });
    const except = (kind: 'off' | 'extra', day: string, to?: string) =>
      ground.write((tx) =>
        days.except(tx, id, {
          kind,
          from: businessDate(day),
          ...(to && { to: businessDate(to) }),
          reason: 'Lễ hội',
        }),
      );
    await except('off', '2026-11-08', '2026-11-10');
    await except('extra', '2026-11-22');
    expect(await november(id)).toEqual(['03', '15', '21', '22', '27']);
    const listed = await ground.write((tx) => days.exceptions(tx, id, { kind: 'off', limit: 2 }));
    expect(listed).toMatchObject({ total: 3, next: 'o2', items: [{ on: '2026-11-10' }, {}] });
    await ground.write((tx) => days.removeException(tx, id, businessDate('2026-11-09')));
    expect(await november(id)).toEqual(['03', '09', '15', '21', '22', '27']);
  });

  it('that changes its days keeps those before, and can take a mistake back', async () => {
    const { id } = await ground.market();
    await setRule(id, { lunarDays: [2, 7, 12, 17, 22, 27] });
    await setRule(id, { weekdays: [7], validFrom: businessDate('2026-11-16') });
    expect(await november(id)).toEqual(['05', '10', '15', '22', '29']);
    const market = await ground.write((tx) => world.get(Markets).get(tx, id));
    expect(market.meets).toBe('market-days');
    await ground.write((tx) => days.removeRule(tx, id, businessDate('2026-11-16')));
    expect(await november(id)).toEqual(['05', '10', '15', '20', '25', '30']);
  });

  it('with entered days is not called daily; a rule names at least one day', async () => {
    const { id } = await ground.market();
    await expect(setRule(id, {})).rejects.toMatchObject({ code: 'markets.ruleWithoutDays' });
    await setRule(id, { weekdays: [1] });
    await expect(
      ground.write((tx) => world.get(Markets).change(tx, id, { meets: 'daily' })),
    ).rejects.toMatchObject({ code: 'markets.marketHasDayRules' });
  });

  it('is asked for at most 400 days at once', async () => {
    const { id } = await ground.market();
    const asked = ground.write((tx) => days.between(tx, id, first, businessDate('2028-01-01')));
    await expect(asked).rejects.toMatchObject({ code: 'markets.spanTooLong' });
  });
});
