import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { SYSTEM_BOARD, systemActor } from '../access/actor';
import { Schedules } from './schedules';

describe('scheduled work', () => {
  let world: TestWorld;
  let nights = 0;
  let minutes = 0;
  beforeAll(async () => {
    world = await testWorld();
    const schedules = world.get(Schedules);
    schedules.register({
      name: 'test.night',
      rhythm: { kind: 'daily', at: '02:30' },
      run: async () => (nights += 1),
    });
    schedules.register({
      name: 'test.often',
      rhythm: { kind: 'every', minutes: 5 },
      run: async () => {
        minutes += 1;
        throw new Error('not this time');
      },
    });
  });
  afterAll(() => world.close());

  it('is done once, however many workers ask at once', async () => {
    const { clock } = world;
    clock.moveTo('2026-11-23T21:00:00+07:00');
    const schedules = world.get(Schedules);
    await Promise.all([schedules.runDue(), schedules.runDue(), schedules.runDue()]);
    expect([nights, minutes]).toEqual([0, 1]);
    clock.moveTo('2026-11-24T02:30:00+07:00');
    await Promise.all([schedules.runDue(), schedules.runDue(), schedules.runDue()]);
    expect([nights, minutes]).toEqual([1, 2]);
  });

  it('that failed is done again at its next time', async () => {
    world.clock.moveTo('2026-11-24T02:34:00+07:00');
    expect(await world.get(Schedules).runDue()).not.toContain('test.often');
    world.clock.moveTo('2026-11-24T02:35:00+07:00');
    expect(await world.get(Schedules).runDue()).toContain('test.often');
  });

  it('tells the planner of tables that have doubled, and of no other', async () => {
    const anybody = systemActor([]);
    const known = () =>
      world.db.read(anybody, async (tx) => {
        const [found] = await tx.sql<{ rows: number }>(
          `select reltuples::integer as rows from pg_class where oid = 'platform.job'::regclass`,
        );
        return found?.rows;
      });
    const addJobs = (from: number, to: number) =>
      world.db.write(anybody, (tx) =>
        tx.sql(
          `insert into platform.job (id, kind, board_id, key)
           select gen_random_uuid(), 'test.nothing', $3::uuid, n
             from generate_series($1::integer, $2::integer) as n`,
          [from, to, SYSTEM_BOARD],
        ),
      );
    const minutesLater = async (minute: number) => {
      world.clock.moveTo(`2026-11-24T03:${minute}:00+07:00`);
      await world.get(Schedules).runDue();
    };
    await addJobs(1, 1_000);
    await minutesLater(10);
    expect(await known()).toBe(1_000);
    await addJobs(1_001, 1_200);
    await minutesLater(11);
    expect(await known()).toBe(1_000);
    await addJobs(1_201, 2_500);
    await minutesLater(12);
    expect(await known()).toBe(2_500);
  });
});
