import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal';
import { POSTGRES_MAJOR, postgresProgram } from './binaries';
import { bootstrapDatabase, bootstrapRoles, DATABASE, mayCopyDatabases } from './bootstrap';
import type { OsAccount } from './os-account';
import { systemFaultIn } from './postgres-log';
import type { Secrets } from './secrets';

/** PostgreSQL's own folder inside the data folder. */
export const clusterFolder = (dataDir: string) => join(dataDir, 'pg');

/**
 * Looks at PostgreSQL's folder before anything touches it.
 * @returns whether a database stands there
 * @throws StartRefusal when what stands there is not a database of this release
 */
export function isClusterMade(dataDir: string): boolean {
  const folder = clusterFolder(dataDir);
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const versionFile = join(folder, 'PG_VERSION');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'missing';
  if (version === String(POSTGRES_MAJOR)) return true;
  const problem = /^\d{1,2}(\.\d+)?$/.test(version)
    ? `is a database of PostgreSQL ${version}, and this program brings ${POSTGRES_MAJOR}`
    : `is not a whole database: ${versionFile} ${version === 'missing' ? 'is missing' : 'is damaged'}`;
  throw new StartRefusal(
    `${folder} ${problem}; nothing was changed. Move it away and run ./cho40 restore BACKUP`,
  );
}

export interface NewCluster {
  readonly dataDir: string;
  readonly account: OsAccount;
  readonly secrets: Secrets;
  readonly isEphemeral: boolean;
}

/**
 * Makes a database with its roles. It is made beside its place and renamed as the last step, so
 * that a start that was killed leaves a draft, which a later one throws away.
 */
export async function makeCluster(made: NewCluster): Promise<void> {
  const folder = clusterFolder(made.dataDir);
  const draft = makeClusterDraft(made.dataDir, made.account);
  await run(made, 'initdb', initArguments(draft, made.isEphemeral));
  const single = ['--single', '-j', '-D', draft, '-c', 'log_min_error_statement=panic'];
  await run(made, 'postgres', [...single, 'template1'], bootstrapRoles(made.secrets));
  await run(made, 'postgres', [...single, DATABASE], bootstrapDatabase());
  if (made.isEphemeral) await run(made, 'postgres', [...single, DATABASE], mayCopyDatabases());
  const rules = accessRules(made.isEphemeral ? 'all' : DATABASE);
  writeFileSync(join(draft, 'pg_hba.conf'), rules, { flush: true });
  renameSync(draft, folder);
}

const DRAFT = 'pg.new-';

/** A folder beside the database's place, to be renamed to it; drafts of killed starts go. */
export function makeClusterDraft(dataDir: string, account: OsAccount): string {
  removeDrafts(dataDir);
  // A name of its own: what a killed start began may still be writing into its draft.
  const draft = mkdtempSync(join(dataDir, DRAFT));
  account.own(draft);
  return draft;
}

function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((one) => one.startsWith(DRAFT)))
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Still written into by what was killed: the next start's to remove.
    }
}

function initArguments(folder: string, isEphemeral: boolean): string[] {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  // No server ever runs with `trust`: the rules are replaced before the folder gets its name.
  const args = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', ...locale];
  return [...args, '--no-instructions', ...(isEphemeral ? ['--no-sync'] : [])];
}

// The superuser has no password and no rule: nobody can log in as it.
function accessRules(databases: string): string {
  return `host ${databases} cho40_migrator,cho40_app 127.0.0.1/32 scram-sha-256\n`;
}

function run(
  { account, dataDir }: NewCluster,
  name: 'initdb' | 'postgres',
  args: readonly string[],
  input = '',
): Promise<void> {
  const [file, fileArgs] = account.command(postgresProgram(name), args);
  return new Promise((done, failed) => {
    const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
    const child = execFile(file, fileArgs, { env }, (fault, stdout, stderr) => {
      // In single-user mode a failed statement is reported, and the program goes on.
      const log = `${stdout}\n${stderr}`;
      if (!fault && !/\b(ERROR|FATAL|PANIC):/.test(log)) return done();
      failed(new StartRefusal(`cannot make the database in ${dataDir}: ${systemFaultIn(log)}`));
    });
    child.stdin?.end(input);
  });
}
