import { randomBytes } from 'node:crypto';
import { newId, systemActor } from '@cho40/platform';
import { BoardFacts } from '../support/board-facts';
import { unitFact } from '../support/unit-fact';
import { build, cho40 } from '../support/operator';
import { testWorld, type TestWorld } from '../support/test-world';

describe('cho40 report share', () => {
  let world: TestWorld;

  beforeAll(async () => {
    build();
    world = await testWorld();
    const boardId = newId();
    await world.db.write(systemActor([boardId]), async (tx) => {
      await unitFact(tx, { id: '08', level: 'province' });
      await unitFact(tx, { id: '026', level: 'district', parent: '08' });
      const board = await BoardFacts.of(tx, boardId, '08');
      const market = await board.market('DV-01', { district: '026' });
      const lease = await board.lease(market);
      const bill = await board.bill(lease, '2026-10', 250_000);
      await board.paidByBank(lease, { amount: 150_000, on: '2026-10-05' }, bill);
      const cash = { amount: 50_000, on: '2026-10-06', collectorId: newId() };
      await board.paidInCash(lease, cash, bill);
      await board.unmatched({ amount: 100_000, on: '2026-10-07' });
      await board.proven('2026-10-01', '2026-10-31');
    });
  }, 120_000);
  afterAll(() => world.close());

  const report = async (...args: string[]) => {
    const program = cho40(['report', 'share', ...args], {
      DATABASE_URL: world.database.databaseUrl,
      MIGRATION_DATABASE_URL: world.database.migrationUrl,
      DATA_KEY: randomBytes(32).toString('base64'),
    });
    const code = await program.ended;
    return { code, stdout: program.stdout(), stderr: program.stderr() };
  };
  const october = ['--month', '2026-10', '--by', 'district', '--as', 'is'];

  it('prints the month as one line of JSON, both parts of every figure in it', async () => {
    const { code, stdout } = await report(...october, '--json');
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 1]);
    expect(JSON.parse(stdout)).toEqual({
      month: '2026-10',
      by: 'district',
      as: 'is',
      rows: [
        {
          code: '026',
          name: '026',
          byValue: { numerator: 150_000, denominator: 200_000 },
          byCount: { numerator: 1, denominator: 1 },
          unmatchedVnd: 100_000,
          low: 0.5,
          high: 0.8333,
          collection: { numerator: 200_000, denominator: 250_000 },
          notHandedInVnd: 50_000,
          final: true,
          markets: { reporting: 1, all: 1 },
        },
      ],
    });
  });

  it('prints a table for people', async () => {
    const { stdout } = await report(...october);
    expect(stdout).toContain('50.0 % to 83.3 %');
    expect(stdout).toContain('150.000 đ of 200.000 đ');
    expect(stdout).toMatch(/^code .*\n026 .*final\n$/);
  });

  it('says no data, not 0, of a month without any', async () => {
    const { stdout } = await report('--month', '2026-09', '--by', 'market', '--as', 'was');
    expect(stdout).toContain('no data');
  });

  it.each([
    [['--month', '2026-13', '--by', 'district', '--as', 'is'], '--month: "2026-13"'],
    [['--month', '2026-10', '--by', 'hamlet', '--as', 'is'], '--by: one of province'],
    [['--month', '2026-10', '--by', 'market'], '--as: one of was, is'],
  ])('refuses %j in one line', async (args, line) => {
    const { code, stdout, stderr } = await report(...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(line);
  });
});
