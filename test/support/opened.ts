import type { Clock, Id } from '@cho40/kernel';
import { Client } from 'pg';

/** Runs SQL as the owner, past privileges: for seeded corruptions only. */
export async function corrupt(
  url: string,
  boardId: Id,
  statements: readonly string[],
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set role cho40_owner');
    await client.query('begin');
    await client.query(`select set_config('app.boards', $1, true)`, [`{${boardId}}`]);
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** A clock a test sets. */
export function clockAt(iso: string): Clock & { moveTo(iso: string): void } {
  let now = new Date(iso);
  return {
    now: () => now,
    moveTo: (later) => {
      now = new Date(later);
    },
  };
}
