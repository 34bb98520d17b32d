import { CodedError } from '@cho40/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { faultOf } from '../fault';
import { JobClaims, type ClaimedJob } from './job-claims';
import { JobHandlers } from './job-handlers';

// A third of the lease, so that two renewals may fail.
const RENEW_MS = 20_000;

@Injectable()
export class JobRunner {
  private readonly logger = new Logger('jobs');

  constructor(
    private readonly claims: JobClaims,
    private readonly handlers: JobHandlers,
  ) {}

  /** Runs the next due job; gives whether there was one. A failing job is kept for later. */
  async runNext(): Promise<boolean> {
    const job = await this.claims.next(this.handlers.kinds());
    if (!job) return false;
    await this.run(job);
    return true;
  }

  /** Runs every job that is due, also those that they make: for tests and the command line. */
  async drain(): Promise<void> {
    while (await this.runNext());
  }

  private async run(job: ClaimedJob): Promise<void> {
    const renewal = setInterval(() => {
      this.claims.renew(job).catch(() => undefined);
    }, RENEW_MS);
    try {
      await this.handlers.of(job.kind).handle(job);
      await this.claims.done(job);
    } catch (error) {
      const fault = faultOf(error);
      this.logger.error({ fault, kind: job.kind, jobId: job.id, attempts: job.attempts });
      await this.claims.failed(job, fault, isFinal(error));
    } finally {
      clearInterval(renewal);
    }
  }
}

/** Input that is refused today is refused tomorrow: it waits for a person, not for time. */
function isFinal(error: unknown): boolean {
  return error instanceof CodedError && error.kind === 'invalid';
}
