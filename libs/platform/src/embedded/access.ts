import { DATABASE } from './bootstrap';
import type { Secrets } from './secrets';

/** Where the database of a data folder answers, and the key of its personal data. */
export interface DatabaseAccess {
  /** As the app role. */
  readonly databaseUrl: string;
  /** As the migrator role. */
  readonly migrationUrl: string;
  /** 32 bytes in base64. */
  readonly dataKey: string;
}

export function accessOf(port: number, secrets: Secrets): DatabaseAccess {
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return {
    databaseUrl: url('cho40_app', secrets.appPassword),
    migrationUrl: url('cho40_migrator', secrets.migratorPassword),
    dataKey: secrets.dataKey,
  };
}
