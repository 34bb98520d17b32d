import { vnd, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { Audit, CLOCK, Jobs, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ConflictKind, type PlannedLine, planLines } from '../domain/settlement/plan-lines';
import type { ReportLine } from '../domain/settlement/read-report';
import type { MappedReport } from '../domain/settlement/report-header';
import { bankingError } from '../errors';
import { readReportFile, type UploadedReport } from './report-file';
import {
  importedReport,
  insertConflicts,
  insertFile,
  insertLines,
  knownLines,
  provenBatches,
} from './settlement-files.queries';
import { lockWallet, type LockedWallet, walletsOf } from './wallets.queries';

/** A line that contradicts what was told before. */
export interface ReportConflict {
  readonly rowNumber: number;
  readonly transactionId: string;
  readonly amount: Vnd;
  readonly why: ConflictKind;
}

/** What a file says of one batch. */
export interface ReportedBatch {
  readonly number: string;
  readonly lines: number;
  readonly gross: Vnd;
  readonly refunds: Vnd;
  readonly fees: number;
  /** What the bank must show for it. */
  readonly net: number;
}

/** What importing a report does, or would do. */
export interface ReportImport {
  readonly walletId: Id;
  readonly walletName: string;
  readonly layout: string;
  readonly lineCount: number;
  readonly newCount: number;
  readonly knownCount: number;
  readonly skippedCount: number;
  readonly conflicts: readonly ReportConflict[];
  readonly batches: readonly ReportedBatch[];
  /** The same bytes were imported before. */
  readonly isImported: boolean;
  /** null for a preview. */
  readonly fileId: Id | null;
}

/** The fact that proving batches follows from. */
const LINES_REPORTED = 'banking.linesReported';

/** Wallets' settlement reports: the files and their lines, kept as they were told first. */
@Injectable()
export class Settlements {
  constructor(
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reads an uploaded report, away from any transaction, by the known names and those mapped by hand.
   * @throws a coded refusal of the whole file
   */
  read(
    fileName: string,
    bytes: Buffer,
    mapped: readonly MappedReport[] = [],
  ): Promise<UploadedReport> {
    return readReportFile(fileName, bytes, mapped);
  }

  /** What `commit` would do. Changes nothing. */
  async preview(tx: Reading, upload: UploadedReport, walletId: Id): Promise<ReportImport> {
    const wallet = inUse((await walletsOf(tx, { id: walletId }))[0], walletId);
    const planned = await plan(tx, wallet, upload.report.lines);
    const imported = await importedReport(tx, wallet, upload.sha256);
    return importOf({ wallet, upload, planned, isImported: imported !== null, fileId: null });
  }

  /**
   * Keeps a report: all of it or nothing. The same file, or the same lines in another one, change
   * nothing; lines told otherwise are kept beside what was told first.
   * @throws banking.walletNotFound, walletEnded
   */
  async commit(tx: Tx, upload: UploadedReport, walletId: Id): Promise<ReportImport> {
    const wallet = inUse(await lockWallet(tx, walletId), walletId);
    const planned = await plan(tx, wallet, upload.report.lines);
    const imported = await importedReport(tx, wallet, upload.sha256);
    const file = { id: imported ?? newId(), wallet, upload, at: this.clock.now() };
    if (!imported) await insertFile(tx, file);
    const fresh = planned.flatMap(({ kind, line }) => (kind === 'new' ? line : []));
    await insertLines(tx, file, fresh);
    await insertConflicts(
      tx,
      file,
      planned.filter((one) => one.kind === 'conflict'),
    );
    const isImported = imported !== null;
    const done = importOf({ wallet, upload, planned, isImported, fileId: file.id });
    if (fresh.length === 0 && isImported) return done;
    const { boardId } = wallet;
    await this.jobs.add(tx, { kind: LINES_REPORTED, boardId, key: boardId });
    await this.audit.append(tx, {
      boardId,
      act: 'banking.importSettlement',
      subject: `settlementFile:${file.id}`,
      after: { walletId, lines: done.lineCount, new: done.newCount },
    });
    return done;
  }
}

function inUse<W extends Pick<LockedWallet, 'endedAt'>>(wallet: W | undefined, id: Id): W {
  if (!wallet) throw bankingError('walletNotFound', { id });
  if (wallet.endedAt) throw bankingError('walletEnded', { id });
  return wallet;
}

async function plan(
  tx: Reading,
  wallet: Pick<LockedWallet, 'boardId' | 'id'>,
  lines: readonly ReportLine[],
): Promise<PlannedLine[]> {
  return planLines(lines, await knownLines(tx, wallet, lines), await provenBatches(tx, wallet));
}

interface Imported {
  readonly wallet: Pick<LockedWallet, 'id' | 'name'>;
  readonly upload: UploadedReport;
  readonly planned: readonly PlannedLine[];
  readonly isImported: boolean;
  readonly fileId: Id | null;
}

function importOf({ wallet, upload, planned, isImported, fileId }: Imported): ReportImport {
  const { layout, lines, skipped } = upload.report;
  const count = (kind: PlannedLine['kind']) => planned.filter((one) => one.kind === kind).length;
  return {
    walletId: wallet.id,
    walletName: wallet.name,
    layout,
    lineCount: lines.length,
    newCount: count('new'),
    knownCount: count('known'),
    skippedCount: skipped,
    conflicts: planned.flatMap((one) => (one.kind === 'conflict' ? conflictOf(one) : [])),
    batches: batchesOf(lines),
    isImported,
    fileId,
  };
}

function conflictOf({ line, why }: Extract<PlannedLine, { kind: 'conflict' }>): ReportConflict {
  const { rowNumber, transactionId, amount } = line;
  return { rowNumber, transactionId, amount, why };
}

function batchesOf(lines: readonly ReportLine[]): ReportedBatch[] {
  return [...new Set(lines.map(({ batch }) => batch))].map((number) => {
    const ofBatch = lines.filter(({ batch }) => batch === number);
    const sum = (kind: ReportLine['kind']) =>
      vnd(ofBatch.reduce((all, one) => all + (one.kind === kind ? one.amount : 0), 0));
    return {
      number,
      lines: ofBatch.length,
      gross: sum('payment'),
      refunds: sum('refund'),
      fees: ofBatch.reduce((all, { fee }) => all + fee, 0),
      net: ofBatch.reduce((all, { net }) => all + net, 0),
    };
  });
}
