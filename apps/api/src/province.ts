import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  projectRoot,
  type Program,
  type ProgramDatabase,
  type Reading,
  systemActor,
  Database,
} from '@cho40/platform';

/**
 * Loads the believable province where the database is empty, or what is missing of one, in a process
 * of its own, which gives its memory back; it prints its own progress. Most starts need no such
 * process to hear that there is nothing to do.
 */
export async function loadProvinceWhenEmpty(
  db: Database,
  database: ProgramDatabase,
  { closing, say }: Program,
): Promise<void> {
  const isWhole = await asFarAsItGets(
    () => patiently(() => stepsDone(db)),
    () => runSeed(database, closing),
  );
  if (!isWhole) say('the believable province is not whole; the next start goes on with it');
}

/** How a load ended: done, asked to stop, or broken off, as when PostgreSQL was killed under it. */
export type LoadEnd = 'done' | 'stopped' | 'broken';

/**
 * Repeats a load that is broken off, as long as each attempt gets further than the last.
 * @param stepsDone null: there is nothing to load
 * @returns false: what is missing is left to the next start
 */
export async function asFarAsItGets(
  stepsDone: () => Promise<number | null>,
  load: () => Promise<LoadEnd>,
): Promise<boolean> {
  for (let before = -1; ; ) {
    const done = await stepsDone();
    if (done === null) return true;
    if (done <= before) return false;
    before = done;
    if ((await load()) !== 'broken') return true;
  }
}

/** How many steps of the province are done; null: it is whole, or none is to be loaded. */
async function stepsDone(db: Database): Promise<number | null> {
  const [row] = await db.read(systemActor([]), (tx: Reading) =>
    tx.sql<{ done: number | null }>(
      `select case when p.value is null then case when u.is_empty then 0 end
                   when not p.value ? 'loaded' then jsonb_array_length(p.value->'done') end as done
         from (select not exists (select from identity.app_user) as is_empty) as u
         left join platform.setting p on p.key = 'province'`,
    ),
  );
  return row?.done ?? null;
}

const ATTEMPTS = 60;
const ATTEMPT_MS = 500;

/** Asks again while PostgreSQL comes back after it was killed. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
    await pause(ATTEMPT_MS);
  }
}

async function runSeed(database: ProgramDatabase, closing: Program['closing']): Promise<LoadEnd> {
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
  let isAsked = false;
  closing.add(async () => {
    isAsked = true;
    child.kill();
    await ended;
  });
  const [code]: (number | null)[] = await ended;
  if (isAsked) return 'stopped';
  return code === 0 ? 'done' : 'broken';
}
