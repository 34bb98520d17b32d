import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot, type ProgramDatabase } from '@cho40/platform';
import type { Closing } from './closing';

/**
 * Loads the believable province where the database is empty, in a process of its own, which gives
 * its memory back; it prints its own progress.
 */
export async function loadProvinceWhenEmpty(
  database: ProgramDatabase,
  closing: Closing,
  say: (line: string) => void,
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
  const [code] = await ended;
  if (code !== 0)
    say('the believable province could not be loaded; the program goes on without it');
}
