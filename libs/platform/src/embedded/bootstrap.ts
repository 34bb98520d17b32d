import type { Secrets } from './secrets';

export const DATABASE = 'cho40';

// Run by `postgres --single`, the only thing the bootstrap superuser ever does. There a statement
// ends with a semicolon and an empty line. The words below hold no outside value but the two
// passwords, which are of the alphabet A-Z a-z 0-9 - _.
const statements = (...sql: readonly string[]) => sql.map((one) => `${one};\n\n`).join('');

/**
 * The three roles: the owner of everything cannot log in, the migrator may act as the owner, the
 * app is a member of nothing. None may bypass row-level security.
 */
export function bootstrapRoles(secrets: Secrets): string {
  return statements(
    'CREATE ROLE cho40_owner NOLOGIN',
    `CREATE ROLE cho40_migrator LOGIN PASSWORD '${secrets.migratorPassword}' IN ROLE cho40_owner`,
    `CREATE ROLE cho40_app LOGIN PASSWORD '${secrets.appPassword}'`,
    'CREATE DATABASE cho40 OWNER cho40_owner',
    'REVOKE ALL ON DATABASE cho40 FROM PUBLIC',
    'GRANT CONNECT, TEMPORARY ON DATABASE cho40 TO cho40_migrator, cho40_app',
  );
}

/** What only a superuser may do inside the database. */
export function bootstrapDatabase(): string {
  return statements(
    'CREATE EXTENSION btree_gist',
    'CREATE EXTENSION pg_trgm',
    'CREATE EXTENSION unaccent',
    'CREATE EXTENSION pgcrypto',
    // For the online backup.
    'GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean) TO cho40_migrator',
    'GRANT EXECUTE ON FUNCTION pg_backup_stop(boolean) TO cho40_migrator',
  );
}

/** For tests only: each suite gets its own copy of the migrated database and drops it. */
export function mayCopyDatabases(): string {
  return statements(
    'ALTER ROLE cho40_migrator CREATEDB',
    'GRANT pg_signal_backend TO cho40_migrator',
  );
}
