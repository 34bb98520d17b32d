import { testWorld, type TestWorld } from '../../../../test/support/test-world';
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
});
