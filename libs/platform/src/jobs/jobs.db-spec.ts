import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { CuttingProxy } from '../../../../test/support/cutting-proxy';
import { describeWithRedis, startRedis, type TestRedis } from '../../../../test/support/redis';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { SYSTEM_BOARD, systemActor } from '../access/actor';
import { Database } from '../database/database';
import { JOB_LIMITS } from '../database/limits';
import { newId } from '../ids';
import type { PlatformOptions } from '../options';
import { PlatformModule } from '../platform.module';
import { WorkerModule } from '../worker.module';
import { DeadJobs } from './dead-jobs';
import { JobClaims } from './job-claims';
import { JobHandlers, type Job } from './job-handlers';
import { Jobs } from './jobs';

function optionsFor({ databaseUrl }: TestDatabase, redisUrl?: string): PlatformOptions {
  const dataKey = randomBytes(32).toString('base64');
  return { databaseUrl, dataKey, redisUrl, limits: JOB_LIMITS, poolSize: 8 };
}

/** Everything that must hold whichever bell rings. */
function jobSuite(redisUrl: () => string | undefined): void {
  let database: TestDatabase;
  let worker: INestApplicationContext;
  let db: Database;
  let claims: JobClaims;
  const handled: Job[] = [];
  let fail: ((job: Job) => void) | undefined;
  const boardId = newId();
  const actor = systemActor([boardId, SYSTEM_BOARD]);

  beforeAll(async () => {
    database = await testDatabase();
    worker = await NestFactory.createApplicationContext(
      WorkerModule.forRoot(optionsFor(database, redisUrl()), []),
      { logger: false },
    );
    db = worker.get(Database);
    claims = worker.get(JobClaims);
    worker.get(JobHandlers).register({
      kind: 'test.fact',
      handle: async (job) => {
        handled.push(job);
        fail?.(job);
      },
    });
  });
  afterAll(async () => {
    await worker.close();
    await database.drop();
  });
  beforeEach(() => {
    handled.length = 0;
    fail = undefined;
  });

  const add = (key: string, subjectId = newId()) =>
    db.write(actor, (tx) =>
      worker.get(Jobs).add(tx, { kind: 'test.fact', boardId, subjectId, key }),
    );
  const stateOf = async (key: string) =>
    db.read(actor, (tx) =>
      tx.sql<{ id: string; state: string; attempts: number; last_error: string | null }>(
        'select id, state, attempts, last_error from platform.job where key = $1 order by created_at',
        [key],
      ),
    );
  const until = async (isTrue: () => boolean | Promise<boolean>) => {
    for (let round = 0; round < 3000; round += 1) {
      if (await isTrue()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('waited a minute in vain');
  };
  const makeDue = (key: string) =>
    db.write(actor, (tx) =>
      tx.sql(`update platform.job set run_at = now() where key = $1 and state = 'waiting'`, [key]),
    );

  it('runs work after the fact is committed, once', async () => {
    await add('bill');
    await until(async () => (await stateOf('bill'))[0]?.state === 'done');
    expect(handled).toHaveLength(1);
    expect(handled[0]).toMatchObject({ kind: 'test.fact', boardId });
  });

  it('forgets work whose fact was rolled back', async () => {
    const rolledBack = db.write(actor, async (tx) => {
      await worker.get(Jobs).add(tx, { kind: 'test.fact', boardId, key: 'undone' });
      throw new Error('the fact did not come about');
    });
    await expect(rolledBack).rejects.toThrow('the fact');
    expect(await stateOf('undone')).toEqual([]);
  });

  it('tries again what failed, with the fault’s place and no personal words', async () => {
    fail = () => {
      throw new TypeError('Giàng Thị Mỷ, 0912345678');
    };
    await add('again');
    await until(async () => (await stateOf('again'))[0]?.last_error !== null);
    const [failed] = await stateOf('again');
    expect(failed).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(failed?.last_error).toMatch(/^TypeError/);
    expect(failed?.last_error).not.toMatch(/Giàng|0912/);
    fail = undefined;
    await makeDue('again');
    await until(async () => (await stateOf('again'))[0]?.state === 'done');
  });

  it('gives up at last on the dead-letter page, from where a person sends it on', async () => {
    fail = () => {
      throw new Error('never');
    };
    await add('dead');
    await until(async () => (await stateOf('dead'))[0]?.attempts === 1);
    await db.write(actor, (tx) =>
      tx.sql(`update platform.job set attempts = 11, run_at = now() where key = 'dead'`),
    );
    await until(async () => (await stateOf('dead'))[0]?.state === 'dead');
    const deadJobs = worker.get(DeadJobs);
    const page = await db.read(actor, (tx) => deadJobs.page(tx, { limit: 50 }));
    expect(page).toMatchObject({ total: 1, next: null });
    fail = undefined;
    await db.write(actor, (tx) => deadJobs.retry(tx, page.items[0]?.id ?? ''));
    await until(async () => (await stateOf('dead'))[0]?.state === 'done');
  });

  it('takes over from a worker that died, and lets the dead one end nothing', async () => {
    // Claimed by somebody who knows the kind; this worker does not.
    await db.write(actor, (tx) =>
      worker.get(Jobs).add(tx, { kind: 'test.other', boardId, key: 'taken' }),
    );
    const dead = await claims.next(['test.other']);
    expect(await claims.next(['test.other'])).toBeUndefined();
    await db.write(actor, (tx) =>
      tx.sql(`update platform.job set lease_until = now() where key = 'taken'`),
    );
    const heir = await claims.next(['test.other']);
    expect(heir).toMatchObject({ id: dead?.id, attempts: 2 });
    if (!dead || !heir) throw new Error('nothing was claimed');
    await claims.done(dead);
    expect((await stateOf('taken'))[0]?.state).toBe('running');
    await claims.done(heir);
    expect((await stateOf('taken'))[0]?.state).toBe('done');
  });

  it('does not run two jobs of one key at once, and leaves what failed to the next at once', async () => {
    const other = (key: string) =>
      db.write(actor, (tx) => worker.get(Jobs).add(tx, { kind: 'test.other', boardId, key }));
    await other('board');
    const first = await claims.next(['test.other']);
    await other('board');
    expect(await claims.next(['test.other'])).toBeUndefined();
    if (!first) throw new Error('nothing was claimed');
    await claims.failed(first, 'Error');
    const states = (await stateOf('board')).map(({ state, attempts }) => [state, attempts]);
    expect(states).toEqual([
      ['done', 1],
      ['waiting', 1],
    ]);
    expect(await claims.next(['test.other'])).toMatchObject({ key: 'board', attempts: 2 });
  });

  it('loses none of 200 facts and doubles none, added by many at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, at) => add(`many-${at}`)));
    await until(() => handled.length >= 200);
    expect(new Set(handled.map((job) => job.id)).size).toBe(200);
    expect(handled).toHaveLength(200);
  });
}

describe('jobs with the process’s own bell', () => jobSuite(() => undefined));

describeWithRedis('jobs with Bull', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  jobSuite(() => redis.url);
});

describe('a worker whose line to the database is cut', () => {
  let database: TestDatabase;
  let proxy: CuttingProxy;
  let program: INestApplicationContext;
  beforeAll(async () => {
    database = await testDatabase();
    proxy = await CuttingProxy.before(Number(new URL(database.databaseUrl).port));
    const databaseUrl = Object.assign(new URL(database.databaseUrl), { port: proxy.port }).href;
    // Without the worker's own looks, which would lose their answer in place of ours.
    program = await NestFactory.createApplicationContext(
      PlatformModule.forRoot({ ...optionsFor(database), databaseUrl }),
      { logger: false },
    );
  });
  afterAll(async () => {
    await program.close();
    await proxy.stop();
    await database.drop();
  });

  it('takes up at once what it claimed without being told so', async () => {
    const boardId = newId();
    const job = { kind: 'test.other', boardId, key: 'cut' };
    await program
      .get(Database)
      .write(systemActor([boardId]), (tx) => program.get(Jobs).add(tx, job));
    const claims = program.get(JobClaims);
    proxy.cutNext(1);
    await expect(claims.next([job.kind])).rejects.toThrow();
    expect(await claims.next([job.kind])).toMatchObject({ key: 'cut', attempts: 2 });
    expect(await claims.next([job.kind])).toBeUndefined();
  });
});

describeWithRedis('jobs while Redis is away', () => {
  it('are written without waiting for it, and done a second later', async () => {
    const redis = await startRedis();
    const database = await testDatabase();
    const worker = await NestFactory.createApplicationContext(
      WorkerModule.forRoot(optionsFor(database, redis.url), []),
      { logger: false },
    );
    const handled: string[] = [];
    worker.get(JobHandlers).register({
      kind: 'test.fact',
      handle: async ({ id }) => void handled.push(id),
    });
    await redis.kill();
    const boardId = newId();
    for (let at = 0; at < 20; at += 1)
      await worker
        .get(Database)
        .write(systemActor([boardId]), (tx) =>
          worker.get(Jobs).add(tx, { kind: 'test.fact', boardId, key: `away-${at}` }),
        );
    while (handled.length < 20) await new Promise((again) => setTimeout(again, 50));
    expect(new Set(handled).size).toBe(20);
    await worker.close();
    await database.drop();
  });
});
