import { sumVnd, type Id } from '@cho40/kernel';
import { Boards } from '@cho40/markets';
import { Audit, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { moveInError } from '../domain/errors';
import { totalDifferences, type MoveInPlan } from '../domain/plan';
import type { ReadWorkbook } from '../domain/workbook';
import { Books } from './books.service';
import { type EntryStep, MoveInEntry } from './entry.service';
import { FileRecord } from './file-record.service';
import {
  beginEntering,
  endEntering,
  fileOf,
  filesOfBoard,
  type FileFact,
  type Found,
  insertOpenings,
  type Typed,
} from './files.queries';
import type { UploadedWorkbook } from './workbook-file';

const PROBLEMS_KEPT = 500;

/** A workbook's way: checked, corrected, proven, entered, forgotten. */
@Injectable()
export class MoveInFiles {
  constructor(
    private readonly books: Books,
    private readonly entry: MoveInEntry,
    private readonly boards: Boards,
    private readonly record: FileRecord,
    private readonly audit: Audit,
  ) {}

  /** What entering the workbook would do; nothing is kept. */
  async check(tx: Reading, boardId: Id, { book }: UploadedWorkbook): Promise<Found> {
    const { plan } = await this.books.plan(tx, boardId, book);
    return foundOf(plan, book);
  }

  /** Checks a workbook and keeps it, sealed, until it is entered or another one comes. */
  async take(tx: Tx, boardId: Id, upload: UploadedWorkbook): Promise<Id> {
    requireWholeBoard(tx);
    await this.boards.get(tx, boardId);
    const found = await this.check(tx, boardId, upload);
    return this.record.keep(tx, boardId, upload, found);
  }

  /** The last files of a board, the newest first. */
  async list(tx: Reading, boardId: Id): Promise<FileFact[]> {
    requireWholeBoard(tx);
    return filesOfBoard(tx, boardId);
  }

  /** @throws movein.fileMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<FileFact> {
    requireWholeBoard(tx);
    const file = await fileOf(tx, id);
    if (!file) throw moveInError('fileMissing', { id });
    return file;
  }

  /**
   * Has a job enter the file, once its debts are proven against what the board typed in.
   * @throws movein.fileNotReady, totalDiffers
   */
  async ask(tx: Tx, id: Id, typed: Typed): Promise<void> {
    const file = await this.get(tx, id);
    requireTotals(file.found, typed);
    if (!(await beginEntering(tx, file, typed))) throw moveInError('fileNotReady');
    await this.record.ring(tx, file);
  }

  /**
   * As `take`, `ask` and the job in one go, for who waits for it.
   * @throws movein.fileNotReady where a cell is wrong, and as `enter`
   */
  async enterNow(tx: Tx, boardId: Id, upload: UploadedWorkbook, typed: Typed): Promise<Found> {
    const file = await this.get(tx, await this.take(tx, boardId, upload));
    requireTotals(file.found, typed);
    if (!(await beginEntering(tx, file, typed))) throw moveInError('fileNotReady');
    return this.enter(tx, { ...file, typed }, upload.book, async () => undefined);
  }

  /**
   * Enters a workbook, all or nothing. What was checked may have changed since: it is checked again.
   * @throws movein.booksChanged, totalDiffers, and what the libs refuse
   */
  async enter(
    tx: Tx,
    file: FileFact,
    book: ReadWorkbook,
    begins: (step: EntryStep) => Promise<void>,
  ): Promise<Found> {
    const { boardId, typed } = file;
    const { plan, known } = await this.books.plan(tx, boardId, book);
    if (plan.problems.length > 0)
      throw moveInError('booksChanged', { count: plan.problems.length });
    requireTotals(plan, typed ?? { perMarket: [], total: 0 });
    await this.entry.enter(tx, { boardId, book, plan, known }, begins);
    await insertOpenings(tx, file, provenOf(plan, book));
    if (!(await endEntering(tx, file, this.record.now()))) throw moveInError('fileNotReady');
    const found = foundOf(plan, book);
    await this.audit.append(tx, {
      boardId,
      act: 'movein.enterFile',
      subject: `file:${file.id}`,
      after: { counts: found.counts, total: found.total },
    });
    return found;
  }
}

/** A file may hold any market of the board. */
function requireWholeBoard({ actor }: Reading): void {
  if (actor.markets !== 'all') throw moveInError('wholeBoardOnly');
}

function requireTotals(plan: Pick<MoveInPlan, 'debts' | 'total'>, typed: Typed): void {
  const [first] = totalDifferences(plan, typed);
  if (!first) return;
  const place = first.marketCode ?? 'tất cả các chợ';
  throw moveInError('totalDiffers', { place, inFileVnd: first.inFile, typedVnd: first.typed });
}

function foundOf(plan: MoveInPlan, { ignored }: ReadWorkbook): Found {
  const { counts, debts, total, problems } = plan;
  return {
    counts,
    debts,
    total,
    problemCount: problems.length,
    problems: problems.slice(0, PROBLEMS_KEPT),
    ignoredSheets: ignored,
  };
}

function provenOf({ debts, fresh }: MoveInPlan, { sound }: ReadWorkbook) {
  const marketOf = new Map(sound.leases.map(({ number, marketCode }) => [number, marketCode]));
  return debts.map(({ marketCode, amount }) => ({
    marketCode,
    typed: amount,
    entered: sumVnd(
      fresh.debts
        .filter(({ leaseNumber }) => marketOf.get(leaseNumber) === marketCode)
        .map((debt) => debt.amount),
    ),
  }));
}
