import type { Id } from '@cho40/kernel';
import { Invariants, systemActor } from '@cho40/platform';
import type { TestWorld } from './test-world';

/** The names of the invariants that find a violation on a board, as `verify` would run them. */
export async function brokenInvariants(
  world: Pick<TestWorld, 'db' | 'get'>,
  boardId: Id,
): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, sql } of world.get(Invariants).all()) {
    const rows = await world.db.read(systemActor([boardId]), (tx) => tx.sql(sql));
    if (rows.length > 0) broken.push(name);
  }
  return broken;
}
