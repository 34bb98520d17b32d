import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_BOARD } from '../access/actor';
import { Audit } from '../audit/audit';
import type { Reading, Tx } from '../database/tx';
import { platformError } from '../errors';
import { offsetOf, pageOf, type Page, type PageQueryDto } from '../http/page.dto';
import { BELL, type Bell } from './bell';
import type { DeadJobDto } from './dead-job.dto';

type PageQuery = Pick<PageQueryDto, 'cursor' | 'limit'>;

/** The dead-letter page: what the program gave up, never forgotten. */
@Injectable()
export class DeadJobs {
  constructor(
    private readonly audit: Audit,
    @Inject(BELL) private readonly bell: Bell,
  ) {}

  async page(tx: Reading, query: PageQuery): Promise<Page<DeadJobDto>> {
    const rows = await tx.sql<DeadJobDto>(
      `select id, kind, board_id as "boardId", subject_id as "subjectId", attempts,
              last_error as "lastError", created_at as "createdAt", ended_at as "endedAt"
         from platform.job where state = 'dead' order by ended_at desc, id limit $1 offset $2`,
      [query.limit, offsetOf(query)],
    );
    return pageOf(rows, query, await this.count(tx));
  }

  async count(tx: Reading): Promise<number> {
    const [counted] = await tx.sql<{ n: number }>(
      `select count(*) as n from platform.job where state = 'dead'`,
    );
    return counted?.n ?? 0;
  }

  /** Lets the job run again from its first attempt. */
  async retry(tx: Tx, id: string): Promise<void> {
    const [job] = await tx.sql<{ kind: string; key: string }>(
      `select kind, key from platform.job where id = $1 and state = 'dead' for update`,
      [id],
    );
    if (!job) throw platformError('notFound', { id });
    // One of its key may wait already: then that one does the work.
    await tx.sql(
      `update platform.job set ended_at = null, attempts = 0, run_at = now(),
              state = case when exists (select from platform.job w
                        where w.kind = $2 and w.key = $3 and w.state = 'waiting')
                      then 'done' else 'waiting' end
        where id = $1`,
      [id, job.kind, job.key],
    );
    await this.audit.append(tx, {
      boardId: SYSTEM_BOARD,
      act: 'platform.retryJob',
      subject: `job:${id}`,
    });
    tx.afterCommit(() => this.bell.ring());
  }
}
