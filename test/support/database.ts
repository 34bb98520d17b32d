import { randomBytes } from 'node:crypto';
import { REQUEST_LIMITS } from '@cho40/platform';
import { Client, escapeIdentifier } from 'pg';

/** A migrated, empty database of one suite. */
export interface TestDatabase {
  /** As the app role, which row-level security binds. */
  readonly databaseUrl: string;
  /** As the migrator, a member of the owner. */
  readonly migrationUrl: string;
  drop(): Promise<void>;
}

const TEMPLATE = 'cho40';

/** A request's limits; but where processors are short a test's own work may take a while. */
export const PATIENT_LIMITS = { ...REQUEST_LIMITS, statementMs: 120_000, idleMs: 120_000 };

/** Copies the migrated database (20 ms). Call it in `beforeAll`, and `drop` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const quoted = escapeIdentifier(name);
  await administer(
    `create database ${quoted} template ${TEMPLATE} owner cho40_owner strategy file_copy`,
  );
  return {
    databaseUrl: urlOf('TEST_DATABASE_URL', name),
    migrationUrl: urlOf('TEST_MIGRATION_URL', name),
    drop: () => administer(`drop database ${quoted} with (force)`),
  };
}

function urlOf(variable: 'TEST_DATABASE_URL' | 'TEST_MIGRATION_URL', database: string): string {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} is not set: run the suite with jest from the root`);
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf('TEST_MIGRATION_URL', 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
