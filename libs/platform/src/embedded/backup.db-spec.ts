import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { scratchFolder } from '../../../../test/support/scratch';
import { type Backup, backupIfDue, takeBackup } from './backup';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
import { restoreBackup } from './restore';

const scratch = scratchFolder();
const dataDir = join(scratch, 'data');
const into = join(scratch, 'stick');
const takenAt = new Date('2026-11-23T20:30:05Z');

let server: EmbeddedPostgres;
let backup: Backup;
let paidBefore: number;

// Payments of one đồng, each committed before the next, as fast as they go.
async function payUntil(client: Client, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await client.query('insert into payment (note) select repeat($1, 200)', ['x']);
    // A page changed all the time is what a copy catches torn.
    await client.query('update safe set held = held + 1');
  }
}

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir });
  const client = new Client({ connectionString: server.migrationUrl });
  await client.connect();
  await client.query('create schema money');
  await client.query('set search_path = money');
  await client.query('create table payment (id bigserial primary key, note text)');
  await client.query('create table safe (held bigint)');
  await client.query('insert into safe values (0)');
  let isOver = false;
  const paying = payUntil(client, () => isOver);
  await new Promise((next) => setTimeout(next, 300));
  const [{ held }] = (await oneQuery(server, 'select held from money.safe')) as [{ held: string }];
  paidBefore = Number(held);
  backup = await takeBackup({ dataDir, migrationUrl: server.migrationUrl, into, takenAt });
  isOver = true;
  await paying;
  await client.end();
});

afterAll(async () => {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function oneQuery({ migrationUrl }: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a backup taken while payments come in', () => {
  it('stands in a folder named after its time at the market, and nothing unfinished beside it', () => {
    expect(backup.folder).toBe(join(into, 'cho40-20261124-033005'));
    expect(readdirSync(into)).toEqual(['cho40-20261124-033005']);
    expect(backup.bytes).toBeGreaterThan(20_000_000);
  });

  it('is a database that starts, with every payment made before it and none torn', async () => {
    const restored = join(scratch, 'restored');
    await restoreBackup(backup.folder, restored);
    const copy = await startEmbeddedPostgres({ dataDir: restored });
    try {
      const [row] = (await oneQuery(
        copy,
        `select held::int as held, (select count(*)::int from money.payment) as payments,
                (select max(id)::int from money.payment) as last,
                (select bool_and(length(note) = 200) from money.payment) as whole
           from money.safe`,
      )) as [{ held: number; payments: number; last: number; whole: boolean }];
      expect(row.held).toBeGreaterThanOrEqual(paidBefore);
      expect(row.payments - row.held).toBeLessThanOrEqual(1);
      expect(row).toMatchObject({ last: row.payments, whole: true });
      expect(copy.dataKey).toBe(server.dataKey);
    } finally {
      await copy.stop();
    }
  });

  it('is not put over a database', async () => {
    await expect(restoreBackup(backup.folder, dataDir)).rejects.toThrow(
      `a program runs on ${dataDir}: end it first`,
    );
    const other = join(scratch, 'other');
    const neighbour = await startEmbeddedPostgres({ dataDir: other, isEphemeral: true });
    await neighbour.stop();
    const secrets = readFileSync(join(other, 'secrets.json'), 'utf8');
    await expect(restoreBackup(backup.folder, other)).rejects.toThrow(/other is not empty: move/);
    rmSync(join(other, 'pg'), { recursive: true });
    await expect(restoreBackup(backup.folder, other)).rejects.toThrow(/other is not empty: move/);
    expect(readFileSync(join(other, 'secrets.json'), 'utf8')).toBe(secrets);
  });

  it('is not put back when a byte of it has changed, nor when it has lost its manifest', async () => {
    const bad = join(scratch, 'bad');
    const target = join(scratch, 'target');
    await takeBackup({ dataDir, migrationUrl: server.migrationUrl, into: bad, takenAt });
    const [name = ''] = readdirSync(bad);
    const folder = join(bad, name);
    appendFileSync(join(folder, 'pg/global/pg_control'), 'x');
    await expect(restoreBackup(folder, target)).rejects.toThrow(
      `${folder}/pg/global/pg_control is damaged: use another backup`,
    );
    rmSync(join(folder, 'manifest.json'));
    await expect(restoreBackup(folder, target)).rejects.toThrow('is not a whole backup');
    await expect(restoreBackup(scratch, target)).rejects.toThrow('is not a whole backup');
    expect(existsSync(target)).toBe(false);
  });

  it('is refused in one line where nothing can be written', async () => {
    const order = { dataDir, migrationUrl: server.migrationUrl, takenAt };
    const file = join(backup.folder, 'manifest.json');
    await expect(takeBackup({ ...order, into: file })).rejects.toThrow(`cannot write in ${file}: `);
  });
});

// Only root may make a small disk.
const hasSmallDisk = process.getuid?.() === 0 && mountSmallDisk();

function mountSmallDisk(): boolean {
  const disk = join(scratch, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (hasSmallDisk)
  it('a stick that is too small is refused before anything is copied to it', async () => {
    const disk = join(scratch, 'disk');
    const order = { dataDir, migrationUrl: server.migrationUrl, into: disk, takenAt };
    try {
      await expect(takeBackup(order)).rejects.toThrow(/the disk of .*disk is full: \d+ MB free/);
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

describe('the daily backup', () => {
  const day = (text: string) => ({
    dataDir,
    migrationUrl: server.migrationUrl,
    takenAt: new Date(`${text}+07:00`),
  });

  it('is taken once a day', async () => {
    expect(await backupIfDue(day('2026-11-01T01:00:00'))).toBeDefined();
    expect(await backupIfDue(day('2026-11-01T23:59:59'))).toBeUndefined();
    expect(await backupIfDue(day('2026-11-02T00:00:01'))).toBeDefined();
  });

  it('keeps the newest seven, and what is not a backup', async () => {
    const backups = join(dataDir, 'backups');
    for (let number = 10; number < 18; number += 1)
      mkdirSync(join(backups, `cho40-202610${number}-010000`));
    mkdirSync(join(backups, 'by hand'));
    await backupIfDue(day('2026-11-03T01:00:00'));
    expect(readdirSync(backups).sort()).toEqual([
      'by hand',
      'cho40-20261014-010000',
      'cho40-20261015-010000',
      'cho40-20261016-010000',
      'cho40-20261017-010000',
      'cho40-20261101-010000',
      'cho40-20261102-000001',
      'cho40-20261103-010000',
    ]);
  });
});
