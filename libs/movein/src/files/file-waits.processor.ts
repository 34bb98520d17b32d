import { CodedError } from '@cho40/kernel';
import {
  Database,
  JobHandlers,
  systemActor,
  type Actor,
  type Job,
  type JobHandler,
} from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { fileOf, refuseFile, setStep, type FileFact } from './files.queries';
import { FILE_WAITS, FileRecord } from './file-record.service';
import { MoveInFiles } from './move-in-files.service';
import { readWorkbookFile } from './workbook-file';

/** Enters a file in one transaction. Killed in the middle it has done nothing, and begins anew. */
@Injectable()
export class FileWaitsProcessor implements JobHandler, OnModuleInit {
  readonly kind = FILE_WAITS;

  constructor(
    private readonly db: Database,
    private readonly files: MoveInFiles,
    private readonly record: FileRecord,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async handle({ boardId, subjectId }: Job): Promise<void> {
    const program = systemActor([boardId]);
    const file = await this.db.read(program, (tx) => fileOf(tx, subjectId ?? boardId));
    if (file?.state !== 'entering') return;
    try {
      await this.enter(file);
    } catch (error) {
      // What the books refuse today they refuse tomorrow; anything else is tried again.
      if (!(error instanceof CodedError)) throw error;
      const { code, facts } = error;
      await this.db.write(program, (tx) => refuseFile(tx, file, { code, facts }));
    }
  }

  private async enter(file: FileFact): Promise<void> {
    const actor = whoAsked(file);
    const bytes = await this.db.read(actor, (tx) => this.record.bytes(tx, file.id));
    const { book } = await readWorkbookFile({ name: file.name, bytes });
    // A transaction of its own, so that people see how far it is.
    const begins = (step: string) => this.db.write(actor, (tx) => setStep(tx, file, step));
    await this.db.write(actor, (tx) => this.files.enter(tx, file, book, begins));
    // The planner knows nothing yet of thousands of new rows: the map would take half a minute.
    await this.db.write(actor, (tx) => tx.sql('call platform.gather_statistics()'));
  }
}

/** The program acts, in the name of whoever typed in the totals. */
function whoAsked({ boardId, enteredBy, enteredByName }: FileFact): Actor {
  const program = systemActor([boardId]);
  return { ...program, userId: enteredBy, displayName: enteredByName ?? program.displayName };
}
