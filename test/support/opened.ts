import { systemActor, Database, type Tx } from '@cho40/platform';
import type { Clock, Id } from '@cho40/kernel';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { REQUEST_LIMITS } from '../../libs/platform/src/database/limits';
import { setTypeParsers } from '../../libs/platform/src/database/types';
import { testDatabase } from './database';

/** A suite's database, opened as the programs open it. */
export interface Opened {
  readonly db: Database;
  readonly source: DataSource;
  /** Writes as the program itself for one board. */
  write<T>(boardId: Id, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs SQL as the owner, past triggers and row-level security: for seeded corruptions only. */
  corrupt(boardId: Id, statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openTestDatabase(): Promise<Opened> {
  const database = await testDatabase();
  setTypeParsers();
  const source = new DataSource({ type: 'postgres', url: database.databaseUrl, poolSize: 12 });
  await source.initialize();
  const db = new Database(source, REQUEST_LIMITS);
  return {
    db,
    source,
    write: (boardId, work) => db.write(systemActor([boardId]), work),
    corrupt: (boardId, statements) => corrupt(database.migrationUrl, boardId, statements),
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}

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
