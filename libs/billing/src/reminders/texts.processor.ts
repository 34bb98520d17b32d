import { type Job, type JobHandler, JobHandlers } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TEXTS_TO_SEND } from './reminders.service';
import { TextSending } from './text-sending.service';

/** Sends what was just written. Lost, doubled or late, a job changes only the timing. */
@Injectable()
export class TextsProcessor implements JobHandler, OnModuleInit {
  readonly kind = TEXTS_TO_SEND;

  constructor(
    private readonly sending: TextSending,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  handle({ boardId }: Job): Promise<void> {
    return this.sending.send(boardId);
  }
}
