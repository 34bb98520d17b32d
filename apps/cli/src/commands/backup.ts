import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, systemClock, takeBackup } from '@cho40/platform';
import { printLine } from '../output';
import { Refused, UsageError } from '../refusal';
import { withDatabase } from '../with-database';

export const usage = ['backup DIR [--json]'];

/** Copies the running embedded database into a new folder of DIR. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [into, ...others] = positionals;
  if (!into || others.length > 0) throw new UsageError('backup into which folder? backup DIR');
  const { databaseUrl, dataDir } = readConfig();
  if (databaseUrl)
    throw new Refused('DATABASE_URL is set: back that server up with its own tools (pg_dump)');
  const { folder, bytes } = await withDatabase(({ migrationUrl }) =>
    takeBackup({ dataDir, migrationUrl, into: resolve(into), takenAt: systemClock.now() }),
  );
  const megabytes = (bytes / 1024 / 1024).toFixed(0);
  await printLine(
    values.json ? JSON.stringify({ folder, bytes }) : `backed up into ${folder} (${megabytes} MB)`,
  );
  return 0;
}
