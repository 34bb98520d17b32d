import { createHash } from 'node:crypto';
import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, Jobs, newId, Sealer, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { moveInError } from '../domain/errors';
import { type FileFact, type Found, insertFile, sealedFile } from './files.queries';
import type { UploadedWorkbook } from './workbook-file';

/** A file waits to be entered. */
export const FILE_WAITS = 'movein.fileWaits';

/** The row of a file and the job that follows from it. */
@Injectable()
export class FileRecord {
  constructor(
    private readonly sealer: Sealer,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keep(tx: Tx, boardId: Id, { name, bytes }: UploadedWorkbook, found: Found): Promise<Id> {
    const id = newId();
    const sha256 = createHash('sha256').update(bytes).digest();
    const sealed = this.sealer.seal(bytes.toString('base64'));
    await insertFile(tx, { id, boardId, name, sha256, sealed, found, at: this.now() });
    return id;
  }

  /** @throws movein.fileErased */
  async bytes(tx: Reading, id: Id): Promise<Buffer> {
    const sealed = await sealedFile(tx, id);
    if (!sealed) throw moveInError('fileErased');
    return Buffer.from(this.sealer.open(sealed), 'base64');
  }

  ring(tx: Tx, { boardId, id }: FileFact): Promise<void> {
    return this.jobs.add(tx, { kind: FILE_WAITS, boardId, subjectId: id, key: id });
  }

  now(): Date {
    return this.clock.now();
  }
}
