import type { Id } from '@cho40/kernel';
import { BoardList, Database, Schedules, systemActor } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Reminders } from './reminders.service';
import { TextSending } from './text-sending.service';

/** By the clock: the morning's texts are written, and what has to be tried again is sent. */
@Injectable()
export class TextRounds implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly db: Database,
    private readonly boards: BoardList,
    private readonly reminders: Reminders,
    private readonly sending: TextSending,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'billing.remind',
      rhythm: { kind: 'daily', at: '08:00' },
      run: () =>
        this.each((boardId) =>
          this.db.write(systemActor([boardId]), (tx) => this.reminders.remind(tx)),
        ),
    });
    this.schedules.register({
      name: 'billing.sendTexts',
      rhythm: { kind: 'every', minutes: 1 },
      run: () => this.each((boardId) => this.sending.send(boardId)),
    });
  }

  private async each(work: (boardId: Id) => Promise<unknown>): Promise<void> {
    const boards = await this.db.read(systemActor([]), (tx) => this.boards.ids(tx));
    for (const boardId of boards) await work(boardId);
  }
}
