import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';

/** A transaction that can read. SQL takes parameters as $1, $2, …; never build it from strings. */
export interface Reading {
  readonly actor: Actor;
  /** TypeORM on this transaction's connection: for screens, never for money. */
  readonly manager: EntityManager;
  sql<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A transaction that may write; handed out by `Database.write` only. */
export interface Tx extends Reading {
  /** Runs after COMMIT, for bells only: whatever must happen is a row, not a callback. */
  afterCommit(ring: () => void): void;
}
