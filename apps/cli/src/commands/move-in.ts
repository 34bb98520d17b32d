import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { formatVnd, isId, type Id } from '@cho40/kernel';
import { Boards, MarketsModule } from '@cho40/markets';
import {
  type FoundInFile,
  MoveInFiles,
  MoveInModule,
  problemText,
  readWorkbookFile,
} from '@cho40/movein';
import { Database, SHEET_FILE_LIMIT, systemActor } from '@cho40/platform';
import { causeOf } from '../lines';
import { printLine } from '../output';
import { Refused, UsageError } from '../refusal';
import { withLibs } from '../with-libs';

export const usage = [
  'move-in FILE --check [--board ID] [--json]',
  'move-in FILE --commit --total N [--market CODE=N …] [--board ID] [--json]',
];

interface Wanted {
  readonly board: string | undefined;
  /** undefined: nothing is entered. */
  readonly total: number | undefined;
  readonly perMarket: { marketCode: string; amount: number }[];
}

/** Checks a workbook of a board's old books; with --commit and their total, enters all of it. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      check: { type: 'boolean' },
      commit: { type: 'boolean' },
      total: { type: 'string' },
      market: { type: 'string', multiple: true },
      board: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`one FILE: ${usage[0]}`);
  if (Boolean(values.check) === Boolean(values.commit))
    throw new UsageError('either --check or --commit');
  const total = values.commit ? amountOf('--total', values.total) : undefined;
  const perMarket = (values.market ?? []).map(marketTotal);
  const found = await moveIn(file, { board: values.board, total, perMarket });
  await printLine(values.json ? JSON.stringify(found) : linesOf(found, total).join('\n'));
  return found.problemCount > 0 ? 1 : 0;
}

function amountOf(option: string, text: string | undefined): number {
  const digits = (text ?? '').replace(/[.,]/g, '');
  if (!/^\d{1,15}$/.test(digits)) throw new UsageError(`${option}: a sum in đồng, like 1250000`);
  return Number(digits);
}

function marketTotal(text: string): { marketCode: string; amount: number } {
  const [marketCode = '', amount] = text.split('=');
  return { marketCode, amount: amountOf('--market CODE=N', amount) };
}

async function moveIn(path: string, wanted: Wanted): Promise<FoundInFile> {
  const upload = await readWorkbookFile({ name: basename(path), bytes: await bytesOf(path) });
  return withLibs([MarketsModule, MoveInModule], async (libs) => {
    const [db, files] = [libs.get(Database), libs.get(MoveInFiles)];
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    const boardId = boardOf(boards, wanted.board);
    const actor = systemActor([boardId]);
    const found = await db.read(actor, (tx) => files.check(tx, boardId, upload));
    const { total } = wanted;
    if (total === undefined || found.problemCount > 0) return found;
    // Whoever names no market has proven the whole.
    const perMarket = wanted.perMarket.length > 0 ? wanted.perMarket : found.debts;
    return db.write(actor, (tx) => files.enterNow(tx, boardId, upload, { perMarket, total }));
  });
}

function boardOf(boards: readonly Id[], said: string | undefined): Id {
  if (said !== undefined && isId(said) && boards.includes(said)) return said;
  const [only, another] = boards;
  if (said !== undefined || !only || another)
    throw new Refused(`--board ID: there are ${boards.length} boards`);
  return only;
}

/** One byte more than is allowed at most, so that a huge file is refused without being read. */
async function bytesOf(file: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  try {
    for await (const part of createReadStream(file, { end: SHEET_FILE_LIMIT })) parts.push(part);
  } catch (error) {
    throw new Refused(`${file}: ${causeOf(error)}`);
  }
  return Buffer.concat(parts);
}

const SHOWN = 20;

function linesOf(found: FoundInFile, total: number | undefined): string[] {
  const counts = Object.entries(found.counts).map(
    ([table, count]) =>
      `${table}: ${count.rows} rows, ${count.new} new, ${count.known} known, ${count.wrong} wrong`,
  );
  const problems = found.problems
    .slice(0, SHOWN)
    .map((one) => `${one.table} ${one.row} ${one.field}: ${problemText(one)}`);
  return [...counts, `old debts ${formatVnd(found.total)}`, ...problems, outcomeOf(found, total)];
}

function outcomeOf({ problemCount }: FoundInFile, total: number | undefined): string {
  if (problemCount > 0) return `${problemCount} wrong cells: nothing was changed`;
  return total === undefined
    ? 'a check: nothing was changed; --commit --total N enters it'
    : 'entered';
}
