import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { databaseUnreachable } from './database/open-source';
import { platformError } from './errors';

const OWNER = 'cho40_owner';
const DEFAULT_APP = 'cho40_app';
const LOCK = 4_004_040; // any number nobody else takes as an advisory lock in this database

export interface MigrationTarget {
  /** A login that is a member of cho40_owner; or one that may create roles, on a first start. */
  migrationUrl: string;
  /** The login of the programs: named in every grant, created with its password when missing. */
  appUrl: string;
  /** The folder with 0001-….sql, 0002-….sql, … */
  folder: string;
  onStep?: (name: string) => void;
}

/** The steps that a folder has and a database has not, by name. */
export function missingSteps(folder: string, applied: readonly string[]): string[] {
  return readSteps(folder)
    .map((step) => step.name)
    .filter((name) => !applied.includes(name));
}

interface Step {
  name: string;
  sql: string;
  sha256: string;
}

function readSteps(folder: string): Step[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

const loginOf = (url: string) => decodeURIComponent(new URL(url).username);

async function ensureRoles(client: Client, appUrl: string): Promise<void> {
  const app = loginOf(appUrl);
  const known = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any ($1)',
    [[OWNER, app]],
  );
  const missing = [OWNER, app].filter((role) => !known.rows.some((row) => row.rolname === role));
  const me = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  if (missing.length > 0 && !me.rows[0]?.may) {
    throw platformError('rolesMissing', { roles: missing.join(', ') });
  }
  if (missing.includes(OWNER)) {
    await client.query(`create role ${OWNER} nologin`);
    await client.query(`grant ${OWNER} to current_user`);
    const database = escapeIdentifier(client.database ?? '');
    await client.query(`grant create, connect on database ${database} to ${OWNER}`);
  }
  if (missing.includes(app)) {
    const password = decodeURIComponent(new URL(appUrl).password);
    // A role's password is no parameter of CREATE ROLE: format() quotes it on the server.
    const made = await client.query<{ sql: string }>(
      `select format('create role %I login password %L', $1::text, $2::text) as sql`,
      [app, password],
    );
    await client.query(made.rows[0]?.sql ?? '');
  }
}

const EXTENSIONS = ['btree_gist', 'unaccent'];

async function ensureExtensions(client: Client): Promise<void> {
  const known = await client.query<{ extname: string }>('select extname from pg_extension');
  for (const name of EXTENSIONS) {
    if (known.rows.some((row) => row.extname === name)) continue;
    await client.query(`create extension if not exists ${escapeIdentifier(name)}`);
  }
}

async function appliedSteps(client: Client, app: string): Promise<Map<string, string>> {
  await client.query(`create schema if not exists migration`);
  await client.query(`create table if not exists migration.step (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  // The programs' own health asks whether the newest step stands.
  await client.query(`grant usage on schema migration to ${escapeIdentifier(app)}`);
  await client.query(`grant select on migration.step to ${escapeIdentifier(app)}`);
  const rows = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration.step',
  );
  return new Map(rows.rows.map((row) => [row.name, row.sha256]));
}

/** An older program on a newer database, or an edited step, must not go on. */
function checkHistory(steps: Step[], applied: Map<string, string>): void {
  for (const [name, sha256] of applied) {
    const step = steps.find((each) => each.name === name);
    if (!step) throw platformError('databaseIsNewer', { step: name });
    if (step.sha256 !== sha256) throw platformError('migrationChanged', { step: name });
  }
}

async function apply(client: Client, step: Step, app: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(step.sql.replaceAll(DEFAULT_APP, escapeIdentifier(app)));
    await client.query('insert into migration.step (name, sha256) values ($1, $2)', [
      step.name,
      step.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw platformError('migrationFailed', { step: step.name, why: String(error) });
  }
}

/**
 * Brings the database to the newest step, each in its own transaction, as cho40_owner. Two at once
 * wait for each other; running it again changes nothing. Gives the names of the steps it applied.
 */
export async function migrate(target: MigrationTarget): Promise<string[]> {
  const client = new Client({ connectionString: target.migrationUrl });
  // A connection lost between two statements is told by the next one.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw databaseUnreachable(error, target.migrationUrl);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(client, target.appUrl);
    await ensureExtensions(client);
    await client.query(`set role ${OWNER}`);
    const steps = readSteps(target.folder);
    const applied = await appliedSteps(client, loginOf(target.appUrl));
    checkHistory(steps, applied);
    const missing = steps.filter((step) => !applied.has(step.name));
    for (const step of missing) {
      target.onStep?.(step.name);
      await apply(client, step, loginOf(target.appUrl));
    }
    return missing.map((step) => step.name);
  } finally {
    await client.end();
  }
}
