import { type Job, type JobHandler, JobHandlers } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SHEET_TO_DRAW } from './card-sheets.service';
import { SheetDrawing } from './drawing.service';

/** Draws the sheets that were asked for. Lost, doubled or late, a job changes only the timing. */
@Injectable()
export class SheetsToDrawProcessor implements JobHandler, OnModuleInit {
  readonly kind = SHEET_TO_DRAW;

  constructor(
    private readonly drawing: SheetDrawing,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async handle({ boardId, subjectId }: Job): Promise<void> {
    if (subjectId) await this.drawing.draw(boardId, subjectId);
  }
}
