import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  BankingModule,
  Layouts,
  readStatementFile,
  Statements,
  type StatementImport,
} from '@cho40/banking';
import { formatDate, formatVnd } from '@cho40/kernel';
import { Boards, MarketsModule } from '@cho40/markets';
import { Database, systemActor } from '@cho40/platform';
import { bytesOf } from '../bytes';
import { printLine } from '../output';
import { UsageError } from '../refusal';
import { withLibs } from '../with-libs';

export const usage = ['import-statement FILE [--account BIN/NUMBER] [--commit] [--json]'];

interface Wanted {
  readonly bin?: string;
  readonly number?: string;
}

interface Order {
  readonly name: string;
  readonly bytes: Buffer;
  readonly wanted: Wanted;
  readonly isCommitted: boolean;
}

/**
 * Shows what importing a bank's statement would do; with --commit, imports all of it or nothing, and
 * says on the error output how far it has come.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      account: { type: 'string' },
      commit: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`one FILE: ${usage[0]}`);
  const wanted = wantedAccount(values.account);
  const bytes = await bytesOf(file);
  const isCommitted = values.commit ?? false;
  const done = await importIt({ name: basename(file), bytes, wanted, isCommitted });
  await printLine(values.json ? JSON.stringify(done) : linesOf(done).join('\n'));
  return 0;
}

function wantedAccount(text: string | undefined): Wanted {
  if (text === undefined) return {};
  const [, bin, number] = /^(\d{6})\/([A-Z0-9]{1,19})$/i.exec(text) ?? [];
  if (!bin || !number)
    throw new UsageError(`--account: ${JSON.stringify(text)} is not like 970436/0123456789`);
  return { bin, number: number.toUpperCase() };
}

function importIt({ name, bytes, wanted, isCommitted }: Order): Promise<StatementImport> {
  return withLibs([MarketsModule, BankingModule], async (libs) => {
    const db = libs.get(Database);
    const statements = libs.get(Statements);
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    const actor = systemActor(boards);
    const mapped = await db.read(actor, (tx) => libs.get(Layouts).known(tx, wanted));
    const upload = await readStatementFile(name, bytes, mapped);
    return isCommitted
      ? db.write(actor, (tx) => statements.commit(tx, upload, wanted, tx.actor, tellProgress))
      : db.read(actor, (tx) => statements.preview(tx, upload, wanted));
  });
}

function tellProgress(done: number, of: number): void {
  process.stderr.write(`${done} of ${of} rows\n`);
}

function linesOf(done: StatementImport): string[] {
  const { bin, accountNumber, rowCount, newCount, knownCount, linkedCount, conflicts } = done;
  return [
    `${done.layout} ${bin}/${accountNumber} ${formatDate(done.fromOn)} to ${formatDate(done.toOn)}`,
    sumsOf(done),
    `${rowCount} rows: ${newCount} new, ${knownCount} known, ${linkedCount} shown by a feed, ` +
      `${conflicts.length} for a person`,
    outcomeOf(done),
  ];
}

function sumsOf({ opening, credits, debits, closing }: StatementImport): string {
  const moved = `+ ${formatVnd(credits)} − ${formatVnd(debits)}`;
  if (opening === null || closing === null) return `${moved}; no balances: a file of notifications`;
  return `${formatVnd(opening)} ${moved} = ${formatVnd(closing)}`;
}

function outcomeOf({ isImported, statementId }: StatementImport): string {
  if (isImported) return 'imported before: nothing was changed';
  return statementId ? 'imported' : 'a preview: nothing was changed; --commit imports it';
}
