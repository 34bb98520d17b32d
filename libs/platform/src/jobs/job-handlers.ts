import { Injectable } from '@nestjs/common';
import { invariant, type Id } from '@cho40/kernel';

/** A claimed job: at least once, perhaps twice, so handling it again must change nothing. */
export interface Job {
  readonly id: Id;
  readonly kind: string;
  readonly boardId: Id;
  readonly subjectId: Id | null;
}

/** A lib's answer to one kind of job; it opens its own `db.write(systemActor([job.boardId]), …)`. */
export interface JobHandler {
  readonly kind: string;
  handle(job: Job): Promise<void>;
}

/** Each lib registers its own in `onModuleInit`. */
@Injectable()
export class JobHandlers {
  private readonly byKind = new Map<string, JobHandler>();

  register(handler: JobHandler): void {
    invariant(!this.byKind.has(handler.kind), 'two handlers of one kind', { kind: handler.kind });
    this.byKind.set(handler.kind, handler);
  }

  kinds(): string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): JobHandler {
    const handler = this.byKind.get(kind);
    invariant(handler !== undefined, 'a job without a handler', { kind });
    return handler;
  }
}
