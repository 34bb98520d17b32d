import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Actor } from '../access/actor';
import { platformError } from '../errors';
import { BoardChanges } from './board-changes';
import { LIMITS, type TransactionLimits } from './limits';
import { parameterOf } from './parameters';
import { shouldRetry } from './retry';
import type { Reading, Tx } from './tx';

/** What makes a repeated request the same request. */
export interface Once {
  /** From the header Idempotency-Key. */
  key: string;
  /** Method and path pattern. */
  route: string;
  /** The request's body as received. */
  body: unknown;
}

interface Kept {
  body_hash: Buffer;
  route: string;
  answer: unknown;
}

const RETRIES = 5;

@Injectable()
export class Database {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(LIMITS) private readonly limits: TransactionLimits,
    private readonly changes: BoardChanges,
  ) {}

  /** Runs `work` in a read-only transaction that sees the actor's boards and no other. */
  read<T>(actor: Actor, work: (tx: Reading) => Promise<T>): Promise<T> {
    return this.run(actor, 'read only', work);
  }

  /**
   * Runs `work` in one transaction; all of it happens or nothing. Repeated by itself on a
   * serialization failure or deadlock, so `work` must do nothing outside of `tx`.
   */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(actor, 'read write', work);
  }

  /**
   * As `write`, for a POST that creates or moves money: the same key and body give the answer of
   * the first time and change nothing; the same key with another body is refused.
   */
  writeOnce<T>(actor: Actor, once: Once, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.write(actor, async (tx) => {
      const bodyHash = createHash('sha256')
        .update(JSON.stringify(once.body ?? null))
        .digest();
      const kept = await claimKey(tx, once, bodyHash);
      if (kept) return kept.answer as T;
      const answer = await work(tx);
      await tx.sql('update platform.idempotency set answer = $3 where actor_id = $1 and key = $2', [
        tx.actor.userId,
        once.key,
        JSON.stringify(answer ?? null),
      ]);
      return answer;
    });
  }

  private async run<T>(
    actor: Actor,
    mode: 'read only' | 'read write',
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const bells: (() => void)[] = [];
      const runner = this.source.createQueryRunner();
      try {
        const result = await this.inTransaction(runner, actor, mode, bells, work);
        if (mode === 'read write') this.changes.note(actor.boards);
        for (const ring of bells) ring();
        return result;
      } catch (error) {
        if (attempt >= RETRIES || !shouldRetry(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt));
      } finally {
        await runner.release();
      }
    }
  }

  private async inTransaction<T>(
    runner: QueryRunner,
    actor: Actor,
    mode: 'read only' | 'read write',
    bells: (() => void)[],
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    await runner.connect();
    await runner.startTransaction('READ COMMITTED');
    try {
      await runner.query(
        `select set_config('app.boards', $1, true), set_config('lock_timeout', $2, true),
                set_config('statement_timeout', $3, true),
                set_config('idle_in_transaction_session_timeout', $4, true),
                set_config('transaction_read_only', $5, true)`,
        [
          `{${actor.boards.join(',')}}`,
          this.limits.lockMs,
          this.limits.statementMs,
          this.limits.idleMs,
          mode === 'read only' ? 'on' : 'off',
        ],
      );
      const result = await work(txOf(runner, actor, bells));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}

function txOf(runner: QueryRunner, actor: Actor, bells: (() => void)[]): Tx {
  return {
    actor,
    manager: runner.manager,
    // TypeORM answers INSERT … RETURNING with rows, UPDATE and DELETE with [rows, count].
    sql: async <Row>(text: string, parameters: readonly unknown[] = []) =>
      (await runner.query(text, parameters.map(parameterOf), true)).records as Row[],
    afterCommit: (ring: () => void) => {
      bells.push(ring);
    },
  };
}

async function claimKey(tx: Tx, once: Once, bodyHash: Buffer): Promise<Kept | null> {
  const made = await tx.sql<{ key: string }>(
    `insert into platform.idempotency (actor_id, key, route, body_hash)
     values ($1, $2, $3, $4) on conflict do nothing returning key`,
    [tx.actor.userId, once.key, once.route, bodyHash],
  );
  if (made.length === 1) return null;
  const [kept] = await tx.sql<Kept>(
    'select body_hash, route, answer from platform.idempotency where actor_id = $1 and key = $2',
    [tx.actor.userId, once.key],
  );
  const isSame = kept?.route === once.route && kept.body_hash.equals(bodyHash);
  if (!kept || !isSame) throw platformError('idempotencyKeyReused', { key: once.key });
  return kept;
}
