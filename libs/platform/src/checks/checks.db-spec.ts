import type { Id } from '@cho40/kernel';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { systemActor } from '../access/actor';
import { BoardList } from '../access/board-list';
import { Audit } from '../audit/audit';
import { BoardChangesKeeper } from '../database/board-changes-keeper';
import { newId } from '../ids';
import { lastResults } from './check.queries';
import { Checks, isStopped } from './checks.service';

describe('verify', () => {
  let world: TestWorld;
  const [dongVan, meoVac] = [newId(), newId()];

  beforeAll(async () => {
    world = await testWorld();
    world.get(BoardList).register(async () => [dongVan, meoVac]);
    for (const board of [dongVan, meoVac])
      for (const act of ['markets.open', 'markets.rename', 'markets.close'])
        await append(board, act);
  });
  afterAll(() => world.close());

  const append = (boardId: Id, act: string) =>
    world.db.write(systemActor([boardId]), (tx) =>
      world.get(Audit).append(tx, { boardId, act, subject: 'market:1', after: { act } }),
    );
  const stopped = (board: Id) => world.db.read(systemActor([board]), (tx) => isStopped(tx, board));
  const found = async () => (await world.get(Checks).runAll()).violations;
  /** Undoes the append-only guard, changes something, and puts the guard back. */
  const tamper = (board: Id, statement: string) =>
    world.corrupt(board, [
      'alter table platform.audit disable trigger append_only',
      statement,
      'alter table platform.audit enable always trigger append_only',
    ]);

  it('finds nothing where nothing is wrong', async () => {
    const report = await world.get(Checks).runAll();
    expect(report.violations).toEqual([]);
    expect(report.boards).toBe(3);
    expect(report.checks).toBeGreaterThanOrEqual(3);
  });

  it('keeps what each check last said of a board, also where it found nothing', async () => {
    const checks = world.get(Checks);
    await checks.run([dongVan]);
    const results = await world.db.read(systemActor([dongVan, meoVac]), (tx) =>
      lastResults(tx, ['platform.auditChainHolds', 'platform.never']),
    );
    expect(results).toMatchObject([
      { invariant: 'platform.auditChainHolds', violations: 0, checkedAt: expect.any(Date) },
      { invariant: 'platform.never', boards: 0, checkedAt: null },
    ]);
  });

  it('looks only at boards that were written to since', async () => {
    await world.get(BoardChangesKeeper).keep();
    await world.get(Checks).runChanged();
    await append(meoVac, 'markets.paint');
    await world.get(BoardChangesKeeper).keep();
    expect((await world.get(Checks).runChanged()).boards).toBe(1);
    expect((await world.get(Checks).runChanged()).boards).toBe(0);
  });

  const corruptions: [string, string, string][] = [
    ['an edited word', `update platform.audit set act = 'markets.nothing' where seq = 2`, '2'],
    ['another actor', `update platform.audit set actor_id = board_id where seq = 1`, '1'],
    ['a cut tail', 'delete from platform.audit where seq = 3', 'head'],
    ['a missing entry', 'delete from platform.audit where seq = 2', '3'],
  ];
  it.each(corruptions)(
    'finds %s in the audit chain of that board alone',
    async (_, sql, rowKey) => {
      const board = newId();
      for (const act of ['a.one', 'a.two', 'a.three']) await append(board, act);
      await tamper(board, sql);
      const { violations } = await world.get(Checks).run([board, dongVan]);
      expect(violations).toContainEqual(
        expect.objectContaining({ boardId: board, invariant: 'platform.auditChainHolds', rowKey }),
      );
      expect(violations.filter((each) => each.boardId === dongVan)).toEqual([]);
      expect([await stopped(board), await stopped(dongVan)]).toEqual([true, false]);
    },
  );

  it('keeps a violation’s first sight, and lets the board go on when it is mended', async () => {
    const board = newId();
    await append(board, 'a.one');
    await world.corrupt(board, ['update platform.audit_head set seq = 9']);
    const checks = world.get(Checks);
    await checks.run([board]);
    await checks.run([board]);
    const rows = await world.db.read(systemActor([board]), (tx) =>
      tx.sql('select 1 from platform.violation where board_id = $1', [board]),
    );
    expect(rows).toHaveLength(1);
    await world.corrupt(board, ['update platform.audit_head set seq = 1']);
    await checks.run([board]);
    expect(await stopped(board)).toBe(false);
    expect(await found()).toEqual([]);
  });
});
