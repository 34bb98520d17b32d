import type { Clock, Id } from '@cho40/kernel';
import { type Actor, CLOCK, Database, newId } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { beginImport, failImport, forgetImport, tellImport } from './import-progress.queries';
import { accountOfStatement, type WantedAccount } from './statement-account';
import type { UploadedStatement } from './statement-file';

type OnRows = (done: number) => void;

// Fewer are imported before anybody would look.
const WORTH_TELLING = 1_000;
const TELL_MS = 1_000;

/**
 * Tells how far the import of a large file has come, to whoever looks, in transactions of its own.
 * It is a courtesy: an import never fails because of it.
 */
@Injectable()
export class ImportProgress {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async follow<T>(
    actor: Actor,
    upload: UploadedStatement,
    wanted: WantedAccount,
    work: (onRows: OnRows) => Promise<T>,
  ): Promise<T> {
    if (upload.statement.rows.length < WORTH_TELLING) return work(() => undefined);
    const id = await this.begin(actor, upload, wanted);
    const telling = this.tellAgainAndAgain(actor, id);
    let isDone = false;
    try {
      const done = await work(telling.onRows);
      isDone = true;
      return done;
    } finally {
      await telling.end();
      const last = isDone ? forgetImport : failImport;
      await this.db.write(actor, (tx) => last(tx, id)).catch(() => undefined);
    }
  }

  private begin(actor: Actor, upload: UploadedStatement, wanted: WantedAccount): Promise<Id> {
    const { statement, fileName, sha256 } = upload;
    return this.db.write(actor, async (tx) => {
      const account = await accountOfStatement(tx, statement, wanted);
      const id = newId();
      const file = { fileName, sha256, rowCount: statement.rows.length };
      const { boardId, id: accountId } = account;
      await beginImport(tx, { id, boardId, accountId, at: this.clock.now(), ...file });
      return id;
    });
  }

  /** Also while no row is written: that somebody is at work is what is told first. */
  private tellAgainAndAgain(actor: Actor, id: Id) {
    let done = 0;
    let telling: Promise<void> | undefined;
    const tell = () => {
      telling ??= this.db
        .write(actor, (tx) => tellImport(tx, id, done))
        .catch(() => undefined)
        .finally(() => {
          telling = undefined;
        });
    };
    const timer = setInterval(tell, TELL_MS);
    return {
      onRows: (rows: number) => {
        done = rows;
      },
      end: () => {
        clearInterval(timer);
        return telling;
      },
    };
  }
}
