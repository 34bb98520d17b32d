import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { scratchFolder } from '../../../../test/support/scratch';
import { type EmbeddedPostgres, FolderInUse, startEmbeddedPostgres } from './embedded-postgres';
import { joinEmbeddedPostgres } from './join';

const scratch = scratchFolder();
const made = join(scratch, 'made');
const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, isEphemeral: true });

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = (dataDir: string) =>
  Number.parseInt(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10);

// A data folder like `made`, with something broken in it; cp keeps PostgreSQL's account.
function broken(name: string, harm: (dataDir: string) => void): string {
  const dataDir = join(scratch, name);
  execFileSync('cp', ['-a', made, dataDir]);
  harm(dataDir);
  return dataDir;
}

beforeAll(async () => {
  const server = await start(made);
  await ask(server.migrationUrl, 'create schema kept');
  await server.stop();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  let server: EmbeddedPostgres;
  const dataDir = join(scratch, 'running');

  beforeAll(async () => {
    server = await start(dataDir);
  });
  afterAll(() => server.stop());

  it('lets the app and the migrator in with their passwords, and nobody without', async () => {
    const [app] = await ask<{ who: string }>(server.databaseUrl, 'select current_user as who');
    const [migrator] = await ask<{ who: string }>(
      server.migrationUrl,
      "select current_user as who where pg_has_role('cho40_owner', 'member')",
    );
    expect([app?.who, migrator?.who]).toEqual(['cho40_app', 'cho40_migrator']);
    const wrong = server.databaseUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
    const superuser = server.databaseUrl.replace(/cho40_app:[^@]+/, 'postgres:x');
    await expect(ask(superuser, 'select 1')).rejects.toThrow(/no pg_hba.conf entry/);
  });

  it('gives no program role a right above row-level security', async () => {
    const roles = await ask(
      server.databaseUrl,
      `select rolname, rolsuper or rolbypassrls or rolcreaterole as may_more from pg_roles
        where rolname like 'cho40%' order by 1`,
    );
    expect(roles).toEqual([
      { rolname: 'cho40_app', may_more: false },
      { rolname: 'cho40_migrator', may_more: false },
      { rolname: 'cho40_owner', may_more: false },
    ]);
  });

  it('sorts and compares the same on every machine', async () => {
    const [database] = await ask(
      server.databaseUrl,
      `select datlocprovider as provider, datlocale as locale from pg_database
        where datname = current_database()`,
    );
    expect(database).toEqual({ provider: 'b', locale: 'C.UTF-8' });
  });

  it('keeps its passwords to its owner', () => {
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'pg')).mode & 0o077).toBe(0);
  });

  it('refuses a second start in one line, and goes on', async () => {
    const refusal = await start(dataDir).catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(FolderInUse);
    expect(String(refusal)).toContain(`(process ${process.pid}) already runs on ${dataDir}`);
    expect(await ask(server.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('comes back on the same port when it is killed', async () => {
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    const answer = await untilAnswered(() => ask(server.databaseUrl, 'select 1 as one'));
    expect(answer).toEqual([{ one: 1 }]);
  });

  it('is joined by a command, which sees the same database', async () => {
    server.announce('http://127.0.0.1:3999');
    const joined = await joinEmbeddedPostgres(dataDir);
    expect(joined).toMatchObject({
      databaseUrl: server.databaseUrl,
      migrationUrl: server.migrationUrl,
      apiUrl: 'http://127.0.0.1:3999',
    });
    joined?.leave();
  });
});

async function untilAnswered<T>(question: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1)
    try {
      return await question();
    } catch (fault) {
      if (tries === 100) throw fault;
      await new Promise((next) => setTimeout(next, 50));
    }
}

describe('a data folder', () => {
  it('is nobody to join when no program runs on it', async () => {
    expect(await joinEmbeddedPostgres(made)).toBeUndefined();
    expect(await joinEmbeddedPostgres(join(scratch, 'never-made'))).toBeUndefined();
  });

  it('is made whole after a first start that was killed in the middle', async () => {
    const dataDir = join(scratch, 'half');
    mkdirSync(join(dataDir, 'pg.new-killed/base'), { recursive: true });
    cpSync(join(made, 'secrets.json'), join(dataDir, 'secrets.json'));
    const server = await start(dataDir);
    expect(await ask(server.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(readdirSync(dataDir).sort()).toEqual(['pg', 'secrets.json']);
  });

  it('starts although a killed server left its lock, with a number now another program has', async () => {
    const dataDir = broken('stale', (folder) =>
      writeFileSync(
        join(folder, 'pg/postmaster.pid'),
        `${process.pid}\n${join(folder, 'pg')}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`,
      ),
    );
    const server = await start(dataDir);
    expect(await ask(server.migrationUrl, "select to_regnamespace('kept')::text as kept")).toEqual([
      { kept: 'kept' },
    ]);
    await server.stop();
  });

  it('keeps a server that a command started until the last one that joined has left', async () => {
    const server = await start(made);
    const joined = await joinEmbeddedPostgres(made);
    let isEmpty = false;
    const emptied = server.empty().then(() => {
      isEmpty = true;
    });
    await new Promise((next) => setTimeout(next, 100));
    expect(isEmpty).toBe(false);
    joined?.leave();
    await emptied;
    await server.stop();
  });

  it.each<[string, (dataDir: string) => void, RegExp]>([
    [
      'without PG_VERSION',
      (dataDir) => rmSync(join(dataDir, 'pg/PG_VERSION')),
      /pg is not a whole database: .*PG_VERSION is missing; nothing was changed/,
    ],
    [
      'with a garbled PG_VERSION',
      (dataDir) => writeFileSync(join(dataDir, 'pg/PG_VERSION'), '\u0000\u0001?!'),
      /pg is not a whole database: .*PG_VERSION is damaged/,
    ],
    [
      'of another release',
      (dataDir) => writeFileSync(join(dataDir, 'pg/PG_VERSION'), '16\n'),
      /pg is a database of PostgreSQL 16, and this program brings 18/,
    ],
    [
      'without its control file',
      (dataDir) => rmSync(join(dataDir, 'pg/global/pg_control')),
      /does not open the database in .*pg: .*pg_control.*nothing was deleted/,
    ],
    [
      'without its passwords',
      (dataDir) => rmSync(join(dataDir, 'secrets.json')),
      /secrets\.json is missing; it holds the passwords/,
    ],
    [
      'with half its passwords',
      (dataDir) => writeFileSync(join(dataDir, 'secrets.json'), '{ "appPassword": "x"'),
      /secrets\.json is damaged/,
    ],
  ])('%s is refused in one line, and nothing in it is touched', async (name, harm, line) => {
    const dataDir = broken(name.replaceAll(' ', '-'), harm);
    const before = new Set(readdirSync(dataDir, { recursive: true, encoding: 'utf8' }));
    const refusal = await start(dataDir).catch((fault: Error) => fault.message);
    expect(refusal).toMatch(line);
    expect(refusal).not.toContain('\n');
    expect(new Set(readdirSync(dataDir, { recursive: true, encoding: 'utf8' }))).toEqual(before);
  });

  it('that is a file is refused in one line', async () => {
    const file = join(scratch, 'file');
    writeFileSync(file, 'kept');
    await expect(start(file)).rejects.toThrow(`cannot write in the data folder ${file}: `);
    await expect(start(join(file, 'deeper'))).rejects.toThrow('is a file, not a folder');
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });
});

// Only root may make a small disk, and not in every container.
const hasSmallDisk = process.getuid?.() === 0 && mountSmallDisk();

function mountSmallDisk(): boolean {
  const disk = join(scratch, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (hasSmallDisk)
  it('a full disk is refused in one line, and nothing is written', async () => {
    const disk = join(scratch, 'disk');
    try {
      await expect(start(disk)).rejects.toThrow(/the disk of .*disk is full: \d+ MB free/);
      expect(existsSync(join(disk, 'pg'))).toBe(false);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
