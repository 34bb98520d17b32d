import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, restoreBackup } from '@cho40/platform';
import { printLine } from '../output';
import { UsageError } from '../refusal';

export const usage = ['restore DIR [--into DATA_DIR] [--json]'];

/** Puts a backup's folder into a data folder that has no database. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { into: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [from, ...others] = positionals;
  if (!from || others.length > 0) throw new UsageError('restore which backup? restore DIR');
  const dataDir = values.into ? resolve(values.into) : readConfig().dataDir;
  await restoreBackup(resolve(from), dataDir);
  await printLine(
    values.json ? JSON.stringify({ dataDir }) : `restored into ${dataDir}; start it with npm start`,
  );
  return 0;
}
