import { SYSTEM_BOARD, systemActor } from './access/actor';
import { Audit } from './audit/audit';
import { Jobs } from './jobs/jobs';
import { newId } from './ids';
import { Sealer } from './sealer';
import { testWorld, type TestWorld } from '../../../test/support/test-world';

describe('the platform', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  it('appends a decision to its board’s chain, each entry resting on the one before', async () => {
    const board = newId();
    const actor = systemActor([board]);
    const append = (act: string) =>
      world.db.write(actor, (tx) =>
        world.get(Audit).append(tx, { boardId: board, act, subject: 'market:1', after: { act } }),
      );
    await append('markets.open');
    await append('markets.close');
    const entries = await world.db.read(actor, (tx) =>
      tx.sql<{ seq: number; act: string; hash: Buffer; previous_hash: Buffer }>(
        'select seq, act, hash, previous_hash from platform.audit order by seq',
      ),
    );
    expect(entries.map(({ seq, act }) => [seq, act])).toEqual([
      [1, 'markets.open'],
      [2, 'markets.close'],
    ]);
    expect(entries[1]?.previous_hash).toEqual(entries[0]?.hash);
  });

  it('shows nobody the audit rows of a board outside their scope', async () => {
    const seen = await world.db.read(systemActor([SYSTEM_BOARD]), (tx) =>
      tx.sql('select 1 from platform.audit'),
    );
    expect(seen).toEqual([]);
  });

  it('writes a job once while one of its key waits', async () => {
    const board = newId();
    const add = () =>
      world.db.write(systemActor([board]), (tx) =>
        world.get(Jobs).add(tx, { kind: 'test.fact', boardId: board, key: board }),
      );
    await Promise.all([add(), add(), add()]);
    const waiting = await world.db.read(systemActor([board]), (tx) =>
      tx.sql<{ n: number }>('select count(*)::int as n from platform.job where key = $1', [board]),
    );
    expect(waiting).toEqual([{ n: 1 }]);
  });

  it('opens what it sealed and refuses a changed bit', () => {
    const sealer = world.get(Sealer);
    const sealed = sealer.seal('Nguyễn Thị Hoa 0912345678');
    expect(sealer.open(sealed)).toBe('Nguyễn Thị Hoa 0912345678');
    const at = sealed.length - 1;
    sealed.writeUInt8(sealed.readUInt8(at) ^ 1, at);
    expect(() => sealer.open(sealed)).toThrow();
  });
});
