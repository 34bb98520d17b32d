import { BoardList, Database, Schedules, systemActor } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Pulling } from './pulling.service';
import { Pulls } from './pulls.service';

// So many providers' answers are waited for at a time: other schedules wait behind this one.
const AT_ONCE = 8;

/** Every five minutes, every feed that is asked (design/bank-feeds.md: webhooks stop after 33). */
@Injectable()
export class PullRounds implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly boards: BoardList,
    private readonly schedules: Schedules,
    private readonly pulls: Pulls,
    private readonly pulling: Pulling,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'banking.pull',
      rhythm: { kind: 'every', minutes: 5 },
      run: () => this.pullDue(),
    });
  }

  /** What fails for one feed is tried in the next round, and keeps no other from being asked. */
  private async pullDue(): Promise<void> {
    const boards = await this.db.read(systemActor([]), (tx) => this.boards.ids(tx));
    const due = await this.db.read(systemActor(boards), (tx) => this.pulls.due(tx));
    const faults: unknown[] = [];
    const lane = async () => {
      for (let next = due.shift(); next; next = due.shift())
        await this.pulling.pull(next).catch((fault: unknown) => faults.push(fault));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (faults.length > 0) throw faults[0];
  }
}
