import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AdminUnits, MarketsModule } from '@cho40/markets';
import { Database, migrate, projectRoot, systemActor } from '@cho40/platform';
import { printLine } from '../output';
import { withDatabase } from '../with-database';
import { withLibs } from '../with-libs';

export const usage = ['migrate [--json]'];

/** Brings the database to this release: its steps, then the country's administrative units. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const steps = await withDatabase(({ migrationUrl, databaseUrl }) =>
    migrate({ migrationUrl, appUrl: databaseUrl, folder: join(projectRoot(), 'migrations') }),
  );
  const units = await withLibs([MarketsModule], (libs) =>
    libs.get(Database).write(systemActor([]), (tx) => libs.get(AdminUnits).load(tx)),
  );
  await printLine(
    values.json
      ? JSON.stringify({ steps, units })
      : steps.length + units > 0
        ? `${steps.length} steps applied, ${units} administrative units loaded`
        : 'the database is up to date',
  );
  return 0;
}
