import { Client } from 'pg';
import { testDatabase } from './database';

async function withClient<T>(connectionString: string, use: (client: Client) => Promise<T>) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

describe('the database of a suite', () => {
  it('carries the migrated schema, in which the app owns nothing and bypasses nothing', async () => {
    const database = await testDatabase();
    const rows = await withClient(database.databaseUrl, async (client) => {
      const answer = await client.query(
        `select current_user as who, rolbypassrls, rolsuper,
                (select count(*) from pg_class where relowner = r.oid)::int as owned,
                to_regclass('billing.bill') is not null as is_migrated
           from pg_roles r where rolname = current_user`,
      );
      return answer.rows;
    });
    await database.drop();
    expect(rows).toEqual([
      { who: 'cho40_app', rolbypassrls: false, rolsuper: false, owned: 0, is_migrated: true },
    ]);
  });

  it('is dropped even while a forgotten connection is open', async () => {
    const database = await testDatabase();
    const forgotten = new Client({ connectionString: database.databaseUrl });
    const ended = new Promise((done) => forgotten.on('error', done));
    await forgotten.connect();
    await database.drop();
    expect(String(await ended)).toMatch(/terminat/);
  });
});
