import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx';
import { newId } from '../ids';
import { BELL, type Bell } from './bell';

/** Work that follows from a fact. Ids only: a job row is outside row-level security. */
export interface NewJob {
  /** lib.fact: `banking.recordConfirmed`. */
  readonly kind: string;
  readonly boardId: string;
  readonly subjectId?: string;
  /** Of one kind and key at most one job waits: a second one would do the same work. */
  readonly key: string;
}

/** Writes work to be done in the transaction of the fact it follows from, and rings after COMMIT. */
@Injectable()
export class Jobs {
  constructor(@Inject(BELL) private readonly bell: Bell) {}

  /**
   * Where such a job waits already, its row is locked until our COMMIT rather than left alone, so
   * that nobody claims it before the new fact can be seen.
   */
  async add(tx: Tx, job: NewJob): Promise<void> {
    await tx.sql(
      `insert into platform.job (id, kind, board_id, subject_id, key) values ($1, $2, $3, $4, $5)
       on conflict (kind, key) where state = 'waiting'
       do update set run_at = least(job.run_at, excluded.run_at)`,
      [newId(), job.kind, job.boardId, job.subjectId ?? null, job.key],
    );
    tx.afterCommit(() => this.bell.ring());
  }
}
