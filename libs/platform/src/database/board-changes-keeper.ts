import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { systemActor } from '../access/actor';
import { faultOf } from '../fault';
import { BoardChanges } from './board-changes';
import { Database } from './database';

const KEEP_MS = 60_000;

/** Writes down once a minute, and at the end, which boards this process wrote to. */
@Injectable()
export class BoardChangesKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('changes');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly changes: BoardChanges,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.keep(), KEEP_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.keep();
  }

  async keep(): Promise<void> {
    const boards = this.changes.take().sort((a, b) => (a < b ? -1 : 1));
    if (boards.length === 0) return;
    try {
      await this.db.write(systemActor([]), (tx) =>
        tx.sql(
          `insert into platform.board_change (board_id, changed_at)
           select id, now() from unnest($1::uuid[]) as id
           on conflict (board_id) do update set changed_at = excluded.changed_at`,
          [boards],
        ),
      );
    } catch (error) {
      this.logger.warn({ fault: faultOf(error) });
      this.changes.note(boards);
    }
  }
}
