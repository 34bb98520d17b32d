import { type Job, type JobHandler, JobHandlers } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BILLS_TO_PRINT, BillPrints } from './bill-prints.service';

/** Makes the files that were asked for. Lost, doubled or late, a job changes only the timing. */
@Injectable()
export class BillsToPrintProcessor implements JobHandler, OnModuleInit {
  readonly kind = BILLS_TO_PRINT;

  constructor(
    private readonly prints: BillPrints,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async handle({ boardId, subjectId }: Job): Promise<void> {
    if (subjectId) await this.prints.make(boardId, subjectId);
  }
}
