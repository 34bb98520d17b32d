import { Injectable } from '@nestjs/common';
import type { Id } from '@cho40/kernel';
import { systemActor } from '../access/actor';
import { Database } from '../database/database';
import { brokenConstraint } from '../database/retry';
import { afterFailure } from '../domain/retry-of-job';
import { newId } from '../ids';
import type { Job } from './job-handlers';

/** A job that is ours until its lease ends. */
export interface ClaimedJob extends Job {
  readonly key: string;
  readonly attempts: number;
  /** Who holds the lease; a claim that lost it cannot end the job any more. */
  readonly claim: Id;
}

const LEASE_S = 60;
const anybody = systemActor([]);

/** The job table's moves. Its times are the database's, so that many workers agree. */
@Injectable()
export class JobClaims {
  /**
   * Claims of ours whose last answer never came. They may hold a job that nobody works on, which
   * would wait for the end of its lease.
   */
  private readonly doubtful = new Set<Id>();

  constructor(private readonly db: Database) {}

  /** The next due job of one of the kinds, or one whose worker died; none of a key that runs. */
  async next(kinds: readonly string[]): Promise<ClaimedJob | undefined> {
    const claim = newId();
    const doubtful = [...this.doubtful];
    const job = await this.orDoubt(claim, () => this.claim(kinds, claim, doubtful));
    if (!job) for (const each of doubtful) this.doubtful.delete(each);
    return job;
  }

  private async claim(
    kinds: readonly string[],
    claim: Id,
    doubtful: readonly Id[],
  ): Promise<ClaimedJob | undefined> {
    const [job] = await this.db.write(anybody, (tx) =>
      tx.sql<ClaimedJob>(
        `update platform.job set state = 'running', attempts = attempts + 1, leased_by = $2,
                lease_until = now() + make_interval(secs => $3)
          where id = (
            select j.id from platform.job j
             where j.kind = any ($1)
               and (j.state = 'waiting' and j.run_at <= now() and not exists (
                      select from platform.job r where r.state = 'running'
                         and r.lease_until > now() and r.kind = j.kind and r.key = j.key)
                    or j.state = 'running'
                       and (j.lease_until <= now() or j.leased_by = any ($4)))
             order by j.run_at limit 1 for update skip locked)
         returning id, kind, board_id as "boardId", subject_id as "subjectId", key, attempts,
                   leased_by as claim`,
        [kinds, claim, LEASE_S, doubtful],
      ),
    );
    return job;
  }

  private async orDoubt<T>(claim: Id, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.doubtful.add(claim);
      throw error;
    }
  }

  async renew({ id, claim }: ClaimedJob): Promise<void> {
    await this.db.write(anybody, (tx) =>
      tx.sql(
        `update platform.job set lease_until = now() + make_interval(secs => $3)
          where id = $1 and leased_by = $2 and state = 'running'`,
        [id, claim, LEASE_S],
      ),
    );
  }

  async done({ id, claim }: ClaimedJob): Promise<void> {
    await this.db.write(anybody, (tx) =>
      tx.sql(
        `update platform.job set state = 'done', lease_until = null, last_error = null,
                ended_at = now()
          where id = $1 and leased_by = $2 and state = 'running'`,
        [id, claim],
      ),
    );
  }

  /** @param fault a code and a place, no message: job rows carry no personal data */
  failed(job: ClaimedJob, fault: string, isFinal = false): Promise<void> {
    return this.orDoubt(job.claim, () => this.keepFailure(job, fault, isFinal));
  }

  private async keepFailure(job: ClaimedJob, fault: string, isFinal: boolean): Promise<void> {
    const next = afterFailure(job.attempts);
    if (isFinal || next.kind === 'dead') return this.end(job, 'dead', fault);
    try {
      await this.db.write(anybody, (tx) =>
        tx.sql(
          `update platform.job set state = 'waiting', lease_until = null, last_error = $3,
                  run_at = now() + make_interval(secs => $4)
            where id = $1 and leased_by = $2 and state = 'running'`,
          [job.id, job.claim, fault, next.afterS],
        ),
      );
    } catch (error) {
      if (brokenConstraint(error) !== 'job_one_waiting') throw error;
      await this.giveWay(job, fault);
    }
  }

  /**
   * Another job of the key already waits: it does the same work, and inherits the count of failures.
   * Its facts are fresh and are tried when they came for, as where a job waits already (`Jobs.add`):
   * so often as facts come, and no oftener.
   */
  private async giveWay(job: ClaimedJob, fault: string): Promise<void> {
    await this.db.write(anybody, async (tx) => {
      await tx.sql(
        `update platform.job set attempts = greatest(attempts, $3), last_error = $4
          where kind = $1 and key = $2 and state = 'waiting'`,
        [job.kind, job.key, job.attempts, fault],
      );
    });
    await this.end(job, 'done', fault);
  }

  private async end({ id, claim }: ClaimedJob, state: 'dead' | 'done', fault: string) {
    await this.db.write(anybody, (tx) =>
      tx.sql(
        `update platform.job set state = $3, lease_until = null, last_error = $4, ended_at = now()
          where id = $1 and leased_by = $2 and state = 'running'`,
        [id, claim, state, fault],
      ),
    );
  }
}
