import { newId, SYSTEM_BOARD, systemActor } from '@cho40/platform';
import { BoardFacts } from '../support/board-facts';
import { unitFact } from '../support/unit-fact';
import { corrupt } from '../support/opened';
import { testApi, type Person, type TestApi } from '../support/test-api';

interface Today {
  readonly openViolations: number;
  readonly stoppedBoards: string[];
  readonly deadJobs: number;
}

describe('operating the program', () => {
  let api: TestApi;
  let admin: Person;
  let head: Person;
  let headOfOther: Person;
  const [boardId, otherId] = [newId(), newId()];

  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([boardId, otherId, SYSTEM_BOARD]), async (tx) => {
      await unitFact(tx, { id: 'P08', level: 'province' });
      const facts = await BoardFacts.of(tx, boardId, 'P08');
      const lease = await facts.lease(await facts.market('DONG-VAN', {}));
      await facts.bill(lease, '2026-10', 200_000);
      await BoardFacts.of(tx, otherId, 'P08');
    });
    admin = await api.person('systemAdmin', { kind: 'system', id: 'system' });
    head = await api.person('boardHead', { kind: 'board', id: boardId });
    headOfOther = await api.person('boardHead', { kind: 'board', id: otherId });
  });
  afterAll(() => api.close());

  const today = async (person: Person) =>
    (await person.get('/api/v1/platform/today')).json<Today>();

  it('shows a broken invariant to its own board, stops it alone, and lets it go on when mended', async () => {
    const paid = (amount: number) =>
      corrupt(api.database.migrationUrl, boardId, [
        `update billing.bill_line set paid = ${amount} where board_id = '${boardId}'`,
      ]);
    const before = await today(head);
    await paid(7);
    const found = await admin.post('/api/v1/checks/run');
    expect(found.json<{ violations: { invariant: string }[] }>().violations).toContainEqual(
      expect.objectContaining({ boardId, invariant: 'billing.countersEqualSums' }),
    );
    expect((await today(head)).openViolations).toBeGreaterThan(before.openViolations);
    expect((await today(head)).stoppedBoards).toEqual([boardId]);
    expect((await today(headOfOther)).stoppedBoards).toEqual([]);
    await paid(0);
    await admin.post('/api/v1/checks/run');
    const mended = (await head.get('/api/v1/checks')).json<{ violations: object[] }>();
    expect(JSON.stringify(mended.violations)).not.toContain('countersEqualSums');
  });

  it('keeps a dead job on its page until a person sends it on', async () => {
    const id = newId();
    await api.db.write(systemActor([boardId]), (tx) =>
      tx.sql(
        `insert into platform.job (id, kind, board_id, key, state, attempts, last_error, ended_at)
         values ($1, 'banking.recordConfirmed', $2, 'dead', 'dead', 12, 'Error 57014', now())`,
        [id, boardId],
      ),
    );
    expect((await today(admin)).deadJobs).toBe(1);
    const page = await admin.get('/api/v1/jobs/dead');
    expect(page.json()).toMatchObject({ total: 1, items: [{ id, lastError: 'Error 57014' }] });
    expect((await admin.post(`/api/v1/jobs/${id}/retry`)).status).toBe(204);
    await api.drainJobs();
    expect((await today(admin)).deadJobs).toBe(0);
    expect((await admin.post(`/api/v1/jobs/${id}/retry`)).status).toBe(404);
    const audit = await admin.get(`/api/v1/audit?subject=job:${id}`);
    expect(audit.json()).toMatchObject({ total: 1, items: [{ act: 'platform.retryJob' }] });
  });
});
