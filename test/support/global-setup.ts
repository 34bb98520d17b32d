import './faces';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../libs/platform/src/embedded/embedded-postgres';
import { migratedFolder } from './template';

/** What the global teardown finds again. */
export interface TestServer {
  readonly server: EmbeddedPostgres;
  readonly folder: string;
}

/** One PostgreSQL for the whole run; each suite copies its migrated database (database.ts). */
export default async function startTestServer(): Promise<void> {
  const folder = await migratedFolder();
  const server = await startEmbeddedPostgres({ dataDir: folder, isEphemeral: true });
  process.env['TEST_DATABASE_URL'] = server.databaseUrl;
  process.env['TEST_MIGRATION_URL'] = server.migrationUrl;
  Object.assign(globalThis, { testServer: { server, folder } satisfies TestServer });
}
