import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { build, cho40, startProgram, untilReady, type Program } from '../support/operator';
import { freePort } from '../support/free-port';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '../..');
const scratch = scratchFolder();
const started: Program[] = [];

function start(dataDir: string, port: string, more: Record<string, string> = {}): Program {
  const program = startProgram({ DATA_DIR: dataDir, HOST: '0.0.0.0', PORT: port, ...more });
  started.push(program);
  return program;
}

beforeAll(build);

afterAll(async () => {
  for (const program of started) program.signal('SIGKILL');
  await Promise.all(started.map((program) => program.ended));
  await until(() => postgresIn(scratch).length === 0);
  rmSync(scratch, { recursive: true, force: true });
});

/** PostgreSQL's processes that stand in a folder below this one. */
function postgresIn(folder: string): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return list
    .filter((line) => line.includes(`postgres -D ${folder}`))
    .map((line) => Number.parseInt(line, 10));
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries === 1200) throw new Error(`waited in vain for ${holds.toString()}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

async function query(dataDir: string, sql: string): Promise<unknown[]> {
  const { postgresPort } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8'));
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
  const client = new Client({
    connectionString: `postgres://cho40_migrator:${secrets.migratorPassword}@127.0.0.1:${postgresPort}/cho40`,
  });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('npm start', () => {
  const dataDir = join(scratch, 'market');
  let port: string;

  beforeAll(async () => {
    port = String(await freePort());
  });

  it('on an empty folder makes its database, answers, and prints each step and its address', async () => {
    const program = start(dataDir, port);
    await untilReady(program, port);
    await query(dataDir, 'create table public.kept (amount bigint)');
    await query(dataDir, 'insert into public.kept values (250000)');
    await until(() => program.stdout().includes(`http://127.0.0.1:${port}`));
    expect(program.stdout()).toMatch(/making the database in .*market\/pg\n/);
    expect(program.stdout()).toMatch(/database migrated to 00\d\d-/);
    expect(program.stderr()).toBe('');
  });

  it('a second time on the same folder is refused in one line, and the first goes on', async () => {
    const second = start(dataDir, String(await freePort()));
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toMatch(
      /^cho40: another program \(process \d+\) already runs on \S+market/,
    );
    expect(second.stderr().trimEnd()).not.toContain('\n');
    await untilReady(started[0] as Program, port);
  });

  it('a second time on the same port says that it already runs', async () => {
    const second = start(dataDir, port);
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toMatch(
      /^cho40: port \d+ on 0\.0\.0\.0 is in use: Chợ 4\.0 already runs/,
    );
  });

  it('ends on Ctrl-C, which npm passes on once more, with PostgreSQL and nothing left', async () => {
    const [program] = started as [Program];
    program.signal('SIGINT');
    program.signal('SIGINT');
    expect(await program.ended).toBe(0);
    expect(program.stderr()).toBe('');
    expect(postgresIn(dataDir)).toEqual([]);
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
  });

  it('after a kill -9 of the program starts again with all that was committed', async () => {
    const killed = start(dataDir, port);
    await untilReady(killed, port);
    killed.signal('SIGKILL');
    await killed.ended;
    const next = start(dataDir, port);
    await untilReady(next, port);
    expect(await query(dataDir, 'select amount from public.kept')).toEqual([{ amount: '250000' }]);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('after a kill -9 of program and PostgreSQL together starts again', async () => {
    const killed = start(dataDir, port);
    await untilReady(killed, port);
    for (const pid of postgresIn(dataDir)) process.kill(pid, 'SIGKILL');
    killed.signal('SIGKILL');
    const next = start(dataDir, port);
    await untilReady(next, port);
    expect(await query(dataDir, 'select amount from public.kept')).toEqual([{ amount: '250000' }]);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('killed with its PostgreSQL in the middle of the migrations, goes on with the rest', async () => {
    const halfDone = join(scratch, 'half-done');
    const steps = async () =>
      (await query(halfDone, 'select name from migration.step').catch(() => [])).length;
    const killed = start(halfDone, port);
    await until(async () => (await steps()) > 2);
    for (const pid of postgresIn(halfDone)) process.kill(pid, 'SIGKILL');
    killed.signal('SIGKILL');
    await killed.ended;
    const next = start(halfDone, port);
    await untilReady(next, port);
    const files = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.sql'));
    expect(await steps()).toBe(files.filter((name) => name !== 'schema.sql').length);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('leaves no PostgreSQL behind when it is killed', async () => {
    const killed = start(dataDir, port);
    await untilReady(killed, port);
    killed.signal('SIGKILL');
    await until(() => postgresIn(dataDir).length === 0);
  });
});

describe('npm start is refused in one line, with nothing made or harmed,', () => {
  let taken: Server;
  let takenPort: string;

  beforeAll(async () => {
    takenPort = String(await freePort());
    taken = createServer();
    await new Promise<void>((done) => taken.listen(Number(takenPort), '0.0.0.0', done));
  });
  afterAll(() => taken.close());

  async function refusalOf(dataDir: string, settings: Record<string, string>): Promise<string> {
    const program = start(dataDir, String(await freePort()), settings);
    expect(await program.ended).toBe(1);
    expect(program.stderr().trimEnd()).not.toContain('\n');
    return program.stderr();
  }

  it('when another program has the port', async () => {
    const dataDir = join(scratch, 'no-port');
    expect(await refusalOf(dataDir, { PORT: takenPort })).toMatch(
      /^cho40: port \d+ on 0\.0\.0\.0 is in use by another program: end it, or choose/,
    );
    expect(existsSync(dataDir)).toBe(false);
  });

  it('when a setting is wrong', async () => {
    const dataDir = join(scratch, 'no-setting');
    expect(await refusalOf(dataDir, { PORT: '3000x' })).toBe(
      'cho40: PORT: "3000x" is not a port (1 to 65535)\n',
    );
    expect(existsSync(dataDir)).toBe(false);
  });

  it('when the address is not this machine’s', async () => {
    const dataDir = join(scratch, 'no-host');
    expect(await refusalOf(dataDir, { HOST: '192.0.2.1' })).toBe(
      'cho40: HOST: 192.0.2.1 is not an address of this machine\n',
    );
  });

  it('when the data folder is damaged', async () => {
    const dataDir = join(scratch, 'damaged');
    mkdirSync(join(dataDir, 'pg/base'), { recursive: true });
    writeFileSync(join(dataDir, 'pg/base/1'), 'a table');
    expect(await refusalOf(dataDir, {})).toMatch(/PG_VERSION is missing; nothing was changed/);
    expect(readdirSync(join(dataDir, 'pg'))).toEqual(['base']);
    expect(readFileSync(join(dataDir, 'pg/base/1'), 'utf8')).toBe('a table');
  });

  it('when the data folder cannot be made', async () => {
    const file = join(scratch, 'a-file');
    writeFileSync(file, '');
    expect(await refusalOf(file, {})).toContain(`cannot write in the data folder ${file}`);
  });
});

describe('./cho40 without a running server', () => {
  it('twice at once on an empty folder: one brings the server, and both do their work', async () => {
    const dataDir = join(scratch, 'commands');
    const backup = (into: string) => cho40(['backup', into], { DATA_DIR: dataDir });
    const sticks = [join(scratch, 'stick-1'), join(scratch, 'stick-2')];
    const commands = sticks.map(backup);
    const codes = await Promise.all(commands.map(({ ended }) => ended));
    expect([codes, commands.map(({ stderr }) => stderr())]).toEqual([
      [0, 0],
      ['', ''],
    ]);
    expect(sticks.map((stick) => readdirSync(stick).length)).toEqual([1, 1]);
    expect(postgresIn(dataDir)).toEqual([]);
  });

  it('joins the program that runs on the folder and leaves it running', async () => {
    const dataDir = join(scratch, 'joined');
    const port = String(await freePort());
    const program = start(dataDir, port);
    await untilReady(program, port);
    const command = cho40(['backup', join(scratch, 'stick')], { DATA_DIR: dataDir });
    expect(await command.ended).toBe(0);
    expect(command.stdout()).toMatch(/^backed up into \S+ \(\d+ MB\)\n$/);
    await untilReady(program, port);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
  });
});
