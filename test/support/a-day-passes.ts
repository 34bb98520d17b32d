import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/**
 * Lets a day pass for the receiving accounts of a running program, whose clock nobody moves: what was
 * decided of them, and when they are live, lies a day further back.
 */
export async function aDayPasses(dataDir: string): Promise<void> {
  const read = (name: string) => JSON.parse(readFileSync(join(dataDir, name), 'utf8'));
  const { postgresPort } = read('server.json') as { postgresPort: number };
  const { migratorPassword } = read('secrets.json') as { migratorPassword: string };
  const address = `127.0.0.1:${postgresPort}/cho40`;
  const client = new Client(`postgres://cho40_migrator:${migratorPassword}@${address}`);
  await client.connect();
  try {
    await client.query('set role cho40_owner');
    await client.query('begin');
    await client.query(
      `select set_config('app.boards', array_agg(distinct board_id)::text, true)
         from banking.feed_registry`,
    );
    await client.query('alter table banking.receiving_account disable trigger guarded');
    await client.query(
      `update banking.receiving_account
          set created_at = created_at - interval '1 day', live_at = live_at - interval '1 day',
              approved_at = approved_at - interval '1 day'`,
    );
    await client.query('alter table banking.receiving_account enable trigger guarded');
    await client.query('commit');
  } finally {
    await client.end();
  }
}
