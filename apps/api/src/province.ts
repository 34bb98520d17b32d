import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot, type Program, type ProgramDatabase } from '@cho40/platform';

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
