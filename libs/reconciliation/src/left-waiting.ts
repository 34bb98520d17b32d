import type { Id } from '@cho40/kernel';
import { Database, isStopped, Jobs, Schedules, systemActor, type Tx } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { waitingRecords } from './matching/open-records.queries';
import { SECOND_LOOK, SecondLook } from './matching/second-look.service';
import { RECORD_CONFIRMED } from './record-confirmed.processor';

/** Rings again for what was left waiting: while its board was stopped, or by a dead job. */
@Injectable()
export class LeftWaiting implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly secondLook: SecondLook,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'reconciliation.leftWaiting',
      rhythm: { kind: 'every', minutes: 5 },
      run: () => this.ringAgain(),
    });
  }

  async ringAgain(): Promise<void> {
    const boards = await this.db.read(systemActor([]), (tx) =>
      tx.sql<{ boardId: Id }>(
        'select board_id as "boardId" from markets.v_board_registry order by board_id',
      ),
    );
    for (const { boardId } of boards)
      await this.db.write(systemActor([boardId]), (tx) => this.ringFor(tx, boardId));
  }

  private async ringFor(tx: Tx, boardId: Id): Promise<void> {
    if (await isStopped(tx, boardId)) return;
    const [waiting] = await waitingRecords(tx, boardId, 1);
    if (waiting) await this.jobs.add(tx, { kind: RECORD_CONFIRMED, boardId, key: boardId });
    if (await this.secondLook.isDue(tx, boardId))
      await this.jobs.add(tx, { kind: SECOND_LOOK, boardId, key: boardId });
  }
}
