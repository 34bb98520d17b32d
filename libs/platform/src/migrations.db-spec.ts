import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../../test/support/database';
import { migrate } from './migrations';

describe('migrations', () => {
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'cho40-steps-'));
    await forget();
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  const asOwner = async <Row>(sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: database.migrationUrl });
    await client.connect();
    await client.query('set role cho40_owner');
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  /** The copy carries the real steps; these tests write their own history. */
  const forget = () => asOwner('delete from migration.step');
  const step = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
  const run = () =>
    migrate({ migrationUrl: database.migrationUrl, appUrl: database.databaseUrl, folder });

  it('are applied in order, once, also by two programs that start at once', async () => {
    step('0001-first.sql', 'create table public.trail (at serial, step text)');
    step('0002-second.sql', `insert into public.trail (step) values ('second')`);
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat()).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await asOwner('select step from public.trail')).toEqual([{ step: 'second' }]);
    expect(await run()).toEqual([]);
  });

  it('leave nothing of a step that failed, and keep those before it', async () => {
    step('0001-first.sql', 'create table public.one ()');
    step('0002-second.sql', 'create table public.two (); select 1 / 0');
    await expect(run()).rejects.toMatchObject({
      code: 'platform.migrationFailed',
      facts: { step: '0002-second.sql' },
    });
    expect(
      await asOwner(`select to_regclass('public.one') as one, to_regclass('public.two') as two`),
    ).toEqual([{ one: 'one', two: null }]);
  });

  it('stop a program that is older than its database', async () => {
    step('0001-first.sql', 'select 1');
    await run();
    rmSync(join(folder, '0001-first.sql'));
    await expect(run()).rejects.toMatchObject({ code: 'platform.databaseIsNewer' });
  });

  it('stop a program whose steps were edited after they had been applied', async () => {
    step('0001-first.sql', 'select 1');
    await run();
    step('0001-first.sql', 'select 2');
    await expect(run()).rejects.toMatchObject({ code: 'platform.migrationChanged' });
  });
});
