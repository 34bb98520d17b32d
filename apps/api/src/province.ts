import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  projectRoot,
  type Program,
  type ProgramDatabase,
  type Reading,
  systemActor,
  Database,
} from '@cho40/platform';

/**
 * Whether there is a province to load or to finish: most starts need not wait for another process
 * only to hear that there is nothing to do. `cho40 seed` decides for itself.
 */
export async function isProvinceWanted(db: Database): Promise<boolean> {
  const [row] = await db.read(systemActor([]), (tx: Reading) =>
    tx.sql<{ isWanted: boolean }>(
      `select coalesce((select not value ? 'loaded' from platform.setting where key = 'province'),
                not exists (select from identity.app_user)) as "isWanted"`,
    ),
  );
  return row?.isWanted ?? true;
}

/**
 * Loads the believable province where the database is empty, in a process of its own, which gives
 * its memory back; it prints its own progress.
 */
export async function loadProvinceWhenEmpty(
  database: ProgramDatabase,
  { closing, say }: Program,
): Promise<void> {
  const cli = join(projectRoot(), 'dist/apps/cli/src/main.js');
  const child = spawn(process.execPath, [cli, 'seed', '--when-empty'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: '/usr/bin:/bin',
      DATABASE_URL: database.databaseUrl,
      MIGRATION_DATABASE_URL: database.migrationUrl,
      DATA_KEY: database.dataKey,
    },
  });
  const ended = once(child, 'exit');
  closing.add(async () => {
    child.kill();
    await ended;
  });
  // No code: it was ended together with us.
  const [code]: (number | null)[] = await ended;
  if (code) say('the believable province could not be loaded; going on without it');
}
