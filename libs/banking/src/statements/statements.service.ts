import { addDays, type BusinessDate, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account as ledgerAccount, Ledger } from '@cho40/ledger';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ReceivingAccount } from '../accounts/receiving-account.entity';
import type { StatementFile } from '../domain/statement/read-statement';
import { bankingError } from '../errors';
import { BankRecords } from '../records/bank-records.service';
import type { Placement } from '../records/placement';
import { lockAccounts } from '../records/placement.queries';
import { accountOfStatement, type WantedAccount } from './statement-account';
import type { UploadedStatement } from './statement-file';
import { importedFile, insertStatement, lostByFeed } from './statement.queries';
import { seenRows } from './statement-rows';

/** A row that a person must look at. */
export interface Conflict {
  readonly kind: 'conflict' | 'two-fit';
  readonly rowNumber: number | null;
  readonly bookedOn: BusinessDate;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
}

/** What importing a file does, or would do. */
export interface StatementImport {
  readonly layout: string;
  readonly bin: string;
  readonly accountNumber: string;
  readonly accountId: Id;
  readonly fromOn: BusinessDate;
  readonly toOn: BusinessDate;
  /** null in a file of notifications, as is the closing balance. */
  readonly opening: Vnd | null;
  readonly credits: Vnd;
  readonly debits: Vnd;
  readonly closing: Vnd | null;
  readonly rowCount: number;
  /** Not seen before. */
  readonly newCount: number;
  /** In a statement imported before. */
  readonly knownCount: number;
  /** Shown before by a feed. */
  readonly linkedCount: number;
  readonly conflicts: readonly Conflict[];
  /** New rows of days on which a feed should have shown them. */
  readonly lostByFeed: number;
  /** What our books say stood on the account before the file's first day. */
  readonly booksOpening: Vnd;
  /** The same bytes were imported before: nothing is left to do. */
  readonly isImported: boolean;
  /** null for a preview. */
  readonly statementId: Id | null;
}

interface Importer {
  readonly userId: Id | null;
  readonly displayName: string;
}

@Injectable()
export class Statements {
  constructor(
    private readonly records: BankRecords,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What `commit` would do. Changes nothing. */
  async preview(
    tx: Reading,
    upload: UploadedStatement,
    wanted: WantedAccount = {},
  ): Promise<StatementImport> {
    const account = await accountOfStatement(tx, upload.statement, wanted);
    const statement = sinceOpened(upload.statement, account);
    const imported = await importedFile(tx, account, upload.sha256);
    const rows = seenRows(upload, { accountId: account.id, statementId: newId() });
    const placements = await this.records.plan(tx, account.boardId, rows);
    return this.summary(tx, { account, statement, placements, imported, statementId: null });
  }

  /**
   * Imports a file: all of it or nothing. The same file again changes nothing. `onRows` hears how
   * far it has come.
   */
  async commit(
    tx: Tx,
    upload: UploadedStatement,
    wanted: WantedAccount = {},
    by: Importer = tx.actor,
    onRows: (done: number, of: number) => void = () => undefined,
  ): Promise<StatementImport> {
    const account = await accountOfStatement(tx, upload.statement, wanted);
    const statement = sinceOpened(upload.statement, account);
    await lockAccounts(tx, [account.id]);
    const imported = await importedFile(tx, account, upload.sha256);
    const statementId = imported ?? newId();
    const rows = seenRows(upload, { accountId: account.id, statementId });
    const placements = await this.records.plan(tx, account.boardId, rows);
    const facts = { account, statement, placements, imported, statementId };
    const summary = await this.summary(tx, facts);
    if (imported) return summary;
    await insertStatement(tx, { upload, summary, account, by, at: this.clock.now() });
    await this.records.carryOut(tx, account.boardId, placements, (done) =>
      onRows(done, placements.length),
    );
    await this.recordImport(tx, account.boardId, summary);
    return summary;
  }

  private async summary(tx: Reading, facts: ImportFacts): Promise<StatementImport> {
    const { account, statement, placements, imported, statementId } = facts;
    const count = (...kinds: readonly Placement['kind'][]) =>
      placements.filter(({ kind }) => kinds.includes(kind)).length;
    const { layout, opening, credits, debits, closing } = statement;
    return {
      layout,
      bin: account.bin,
      accountNumber: account.number,
      accountId: account.id,
      fromOn: statement.from,
      toOn: statement.to,
      opening,
      credits,
      debits,
      closing,
      rowCount: placements.length,
      newCount: count('new'),
      knownCount: count('known', 'proof'),
      linkedCount: count('linked'),
      conflicts: placements.flatMap(conflictOf),
      lostByFeed: await lostByFeed(tx, account.boardId, newDays(placements)),
      booksOpening: await this.booksBefore(tx, account, statement.from),
      isImported: imported !== null,
      statementId,
    };
  }

  private async booksBefore(
    tx: Reading,
    { boardId, bin, number, openedOn, openingBalance }: ReceivingAccount,
    day: BusinessDate,
  ): Promise<Vnd> {
    if (day === openedOn) return openingBalance;
    const balances = await this.ledger.balances(tx, boardId, addDays(day, -1));
    const path = ledgerAccount.bank(bin, number);
    return balances.find((one) => one.account === path)?.balance ?? openingBalance;
  }

  private recordImport(tx: Tx, boardId: Id, summary: StatementImport): Promise<void> {
    const { statementId, accountId, fromOn, toOn, rowCount, newCount } = summary;
    return this.audit.append(tx, {
      boardId,
      act: 'banking.importStatement',
      subject: `statement:${statementId}`,
      after: { accountId, fromOn, toOn, rowCount, newCount },
    });
  }
}

interface ImportFacts {
  readonly account: ReceivingAccount;
  readonly statement: StatementFile;
  readonly placements: readonly Placement[];
  readonly imported: Id | null;
  readonly statementId: Id | null;
}

/**
 * What moved before the account was taken into use lies in its opening balance: a file may begin
 * earlier, its rows may not.
 */
function sinceOpened(statement: StatementFile, { openedOn }: ReceivingAccount): StatementFile {
  const early = statement.rows.find((row) => row.bookedOn < openedOn);
  if (early) throw bankingError('statementBeforeAccount', { row: early.rowNumber, openedOn });
  return statement.from < openedOn ? { ...statement, from: openedOn } : statement;
}

function newDays(placements: readonly Placement[]): BusinessDate[] {
  return placements.filter(({ kind }) => kind === 'new').map(({ row }) => row.bookedOn);
}

function conflictOf({ kind, row }: Placement): Conflict[] {
  if (kind !== 'conflict' && kind !== 'twoFit') return [];
  const { rowNumber, bookedOn, direction, amount } = row;
  const conflict = kind === 'twoFit' ? 'two-fit' : 'conflict';
  return [{ kind: conflict, rowNumber, bookedOn, direction, amount }];
}
