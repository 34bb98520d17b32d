import { BoardList, Database, Schedules, systemActor } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketCourse } from './ticket-course.service';

/** By the clock: tickets that were sold ahead are earned when their day has come. */
@Injectable()
export class TicketDays implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly db: Database,
    private readonly boards: BoardList,
    private readonly course: TicketCourse,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'billing.earnTickets',
      rhythm: { kind: 'daily', at: '00:10' },
      run: () => this.earnAll(),
    });
  }

  async earnAll(): Promise<void> {
    const boards = await this.db.read(systemActor([]), (tx) => this.boards.ids(tx));
    for (const boardId of boards)
      await this.db.write(systemActor([boardId]), (tx) => this.course.earn(tx, boardId));
  }
}
