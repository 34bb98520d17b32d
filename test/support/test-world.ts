import { randomBytes } from 'node:crypto';
import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Id } from '@cho40/kernel';
import { Database, PlatformModule, type PlatformOptions } from '@cho40/platform';
import { PATIENT_LIMITS, testDatabase, type TestDatabase } from './database';
import { clockAt, corrupt } from './opened';

/** Libs' modules on a migrated database of their own, with a clock that the test moves. */
export interface TestWorld {
  readonly db: Database;
  readonly clock: ReturnType<typeof clockAt>;
  readonly database: TestDatabase;
  /** `world.get(BillRuns)`. */
  readonly get: INestApplicationContext['get'];
  /** Runs SQL as the owner, past privileges: for seeded corruptions only. */
  corrupt(boardId: Id, statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Call it in `beforeAll` with the module of the lib under test and those it uses, and `close` in
 * `afterAll`: `const world = await testWorld({ imports: [LedgerModule] })`.
 */
export async function testWorld(
  metadata: ModuleMetadata = {},
  doors: PlatformOptions['doors'] = {},
): Promise<TestWorld> {
  const database = await testDatabase();
  const clock = clockAt('2026-11-23T09:00:00+07:00');
  const platform = PlatformModule.forRoot({
    databaseUrl: database.databaseUrl,
    dataKey: randomBytes(32).toString('base64'),
    limits: PATIENT_LIMITS,
    poolSize: 10,
    doors,
    clock,
  });
  const imports = [platform, ...(metadata.imports ?? [])];
  const module = await Test.createTestingModule({ ...metadata, imports }).compile();
  module.useLogger(false);
  await module.init();
  return {
    db: module.get(Database),
    clock,
    database,
    get: module.get.bind(module),
    corrupt: (boardId, statements) => corrupt(database.migrationUrl, boardId, statements),
    close: async () => {
      await module.close();
      await database.drop();
    },
  };
}
