import './faces';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../libs/platform/src/embedded/embedded-postgres';
import { slowLine } from './slow-line';
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
  const isSlow = process.env['SLOW_LINE'] === 'true';
  const port = isSlow ? await slowLine(Number(new URL(server.databaseUrl).port)) : undefined;
  process.env['TEST_DATABASE_URL'] = through(server.databaseUrl, port);
  process.env['TEST_MIGRATION_URL'] = through(server.migrationUrl, port);
  Object.assign(globalThis, { testServer: { server, folder } satisfies TestServer });
}

const through = (url: string, port: number | undefined) =>
  port ? Object.assign(new URL(url), { port: String(port) }).href : url;
