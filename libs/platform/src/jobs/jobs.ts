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
  add(tx: Tx, job: NewJob): Promise<void> {
    return this.addAll(tx, [job]);
  }

  /** No two of one kind and key; in the order of their keys, so that two callers never wait in a ring. */
  async addAll(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await tx.sql(
      `insert into platform.job (id, kind, board_id, subject_id, key)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[])
                  as j (id, kind, board_id, subject_id, key)
        order by kind, key
       on conflict (kind, key) where state = 'waiting'
       do update set run_at = least(job.run_at, excluded.run_at)`,
      [
        jobs.map(() => newId()),
        jobs.map(({ kind }) => kind),
        jobs.map(({ boardId }) => boardId),
        jobs.map(({ subjectId }) => subjectId ?? null),
        jobs.map(({ key }) => key),
      ],
    );
    tx.afterCommit(() => this.bell.ring());
  }
}
