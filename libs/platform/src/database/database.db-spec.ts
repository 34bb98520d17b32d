import type { Id } from '@cho40/kernel';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { systemActor } from '../access/actor';
import { newId } from '../ids';
import type { Reading, Tx } from './tx';

describe('a transaction', () => {
  let world: TestWorld;
  const [dongVan, meoVac] = [newId(), newId()];
  const nameOf = (id: string) => `BQL ${id.slice(-4)}`;

  beforeAll(async () => {
    world = await testWorld();
    for (const id of [dongVan, meoVac])
      await world.db.write(systemActor([id]), (tx) => found(tx, id));
  });
  afterAll(() => world.close());

  const found = (tx: Tx, id: Id) =>
    tx.sql('insert into markets.board (id, name) values ($1, $2)', [id, nameOf(id)]);
  const boards = async (tx: Reading) =>
    (await tx.sql<{ id: Id }>('select id from markets.board order by id')).map(({ id }) => id);
  const setting = async (key: string) => {
    const [row] = await world.db.read(systemActor([]), (tx) =>
      tx.sql<{ value: number }>('select value from platform.setting where key = $1', [key]),
    );
    return row?.value;
  };

  it('sees the boards of its actor and no other', async () => {
    const { db } = world;
    expect(await db.read(systemActor([dongVan]), boards)).toEqual([dongVan]);
    expect(await db.read(systemActor([dongVan, meoVac]), boards)).toEqual([dongVan, meoVac]);
    expect(await db.read(systemActor([]), boards)).toEqual([]);
  });

  it('leaves nothing of its scope to the next one on the connection', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        world.db.read(systemActor(at % 2 ? [dongVan] : []), boards),
      ),
    );
    expect(seen.filter((list) => list.length === 0)).toHaveLength(20);
  });

  it('writes no row of another board', async () => {
    const other = newId();
    const writing = world.db.write(systemActor([dongVan]), (tx) => found(tx, other));
    await expect(writing).rejects.toThrow('row-level security');
  });

  it('that only reads cannot write', async () => {
    const writing = world.db.read(systemActor([dongVan]), (tx) =>
      tx.sql(`insert into platform.setting values ('read', '1')`),
    );
    await expect(writing).rejects.toThrow('read-only');
  });

  it('takes arrays as they are, whatever stands in their texts', async () => {
    const texts = ['Chợ "Lùi"', 'a\\b', 'a,b}', '', 'NULL', "'", 'dòng\nsau', '\t', null, '😀'];
    for (const sent of [texts, texts.filter((text) => !/[\n\t]/.test(text ?? '')), []]) {
      const [row] = await world.db.read(systemActor([]), (tx) =>
        tx.sql('select $1::text[] as texts, $2::bigint[]::text as sums', [sent, [0, -5, null]]),
      );
      expect(row).toEqual({ texts: sent, sums: '{0,-5,NULL}' });
    }
  });

  it('happens whole or not at all, and rings only when it happened', async () => {
    let rung = 0;
    const write = (fails: boolean) =>
      world.db.write(systemActor([]), async (tx) => {
        await tx.sql(`insert into platform.setting values ('whole', '1')`);
        tx.afterCommit(() => (rung += 1));
        if (fails) throw new Error('half way');
      });
    await expect(write(true)).rejects.toThrow('half way');
    expect([await setting('whole'), rung]).toEqual([undefined, 0]);
    await write(false);
    expect([await setting('whole'), rung]).toEqual([1, 1]);
  });

  it('is done again after a deadlock, so that both come through', async () => {
    await world.db.write(systemActor([]), (tx) =>
      tx.sql(`insert into platform.setting values ('a', '0'), ('b', '0')`),
    );
    const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
    const add = (tx: Tx, key: string) =>
      tx.sql('update platform.setting set value = to_jsonb(value::int + 1) where key = $1', [key]);
    const both = (first: string, second: string) =>
      world.db.write(systemActor([]), async (tx) => {
        await add(tx, first);
        await pause();
        await add(tx, second);
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect([await setting('a'), await setting('b')]).toEqual([2, 2]);
  });

  describe('that is sent again with its key', () => {
    const actor = { ...systemActor([]), userId: newId() };
    const send = (key: string, body: object) =>
      world.db.writeOnce(actor, { key, route: 'POST /receipts', body }, async (tx) => {
        const [row] = await tx.sql<{ value: number }>(
          `insert into platform.setting values ($1, '1')
           on conflict (key) do update set value = to_jsonb(setting.value::int + 1) returning value`,
          [key],
        );
        return { times: row?.value, at: world.clock.now() };
      });

    it('gives the first answer and changes nothing, also twenty at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => send('key-twenty', { amount: 1 })),
      );
      expect(new Set(answers.map(({ times }) => times))).toEqual(new Set([1]));
      expect(await setting('key-twenty')).toBe(1);
    });

    it('is refused with another body', async () => {
      await send('key-body', { amount: 1 });
      await expect(send('key-body', { amount: 2 })).rejects.toMatchObject({
        code: 'platform.idempotencyKeyReused',
      });
    });

    it('is another person’s own request with the same key', async () => {
      await send('key-person', { amount: 1 });
      const other = { ...actor, userId: newId() };
      const once = { key: 'key-person', route: 'POST /receipts', body: { amount: 2 } };
      expect(await world.db.writeOnce(other, once, async () => 'mine')).toBe('mine');
    });

    it('is done again when it failed the first time', async () => {
      const once = { key: 'key-failed', route: 'POST /receipts', body: {} };
      const failing = world.db.writeOnce(actor, once, async () => {
        throw new Error('the power went');
      });
      await expect(failing).rejects.toThrow('power');
      expect(await world.db.writeOnce(actor, once, async () => 'done')).toBe('done');
    });
  });
});
