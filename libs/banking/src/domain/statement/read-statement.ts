import { instantOf, vnd, type BusinessDate, type Vnd } from '@cho40/kernel';
import { statementError } from './errors';
import { cleanText } from '../content';
import type { Movement } from '../movement';
import { findHeader, type Looked } from './header';
import type { MappedLayout } from './mapped';
import { readPreamble, type Preamble } from './labels';
import { prove, type Proven, sum } from './proof';
import { type Body, readBody, type PrintedMovement } from './rows';

export interface StatementRow extends Movement {
  /** The row of the sheet, as the spreadsheet program numbers it. */
  readonly rowNumber: number;
}

/**
 * A statement that proved itself, its rows in the order in which they happened; or a file of
 * notifications, which has no balances and proves nothing.
 */
export interface StatementFile {
  readonly layout: string;
  /** The bank and the account; null where the file does not say them. */
  readonly bin: string | null;
  readonly accountNumber: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** null in a file of notifications, as is the closing balance. */
  readonly opening: Vnd | null;
  readonly credits: Vnd;
  readonly debits: Vnd;
  readonly closing: Vnd | null;
  readonly rows: readonly StatementRow[];
}

/**
 * Reads the rows of one sheet as a bank statement.
 * @throws a coded refusal of the whole file that names the row and what stands there
 */
export function readStatement(sheet: Looked, mapped: readonly MappedLayout[] = []): StatementFile {
  const header = findHeader(sheet, mapped);
  const preamble = readPreamble(sheet.rows.slice(0, header.startsAt));
  const body = readBody(header, sheet.rows.slice(header.endsAt + 1), preamble);
  const { layout, bin } = header;
  return statementOf({ layout, bin, ...preamble }, body);
}

/** What a file says of itself, whatever its form. */
export interface Said extends Preamble {
  readonly layout: string;
  readonly bin: string | null;
}

/** A file that proves itself by its balances. */
export function statementOf(said: Said, body: Body): StatementFile {
  const proven = prove(body, said);
  const { opening, closing } = proven;
  return { ...asFile(said, proven), opening: vnd(opening), closing: vnd(closing) };
}

/** A file that tells of movements and has no balances: it proves nothing. */
export function notificationOf(said: Said, { movements }: Body): StatementFile {
  return asFile(said, {
    movements,
    credits: sum(movements, 'credit'),
    debits: sum(movements, 'debit'),
  });
}

type Moved = Pick<Proven, 'movements' | 'credits' | 'debits'>;

function asFile(said: Said, { movements, credits, debits }: Moved): StatementFile {
  return {
    layout: said.layout,
    bin: said.bin,
    accountNumber: said.accountNumber,
    ...periodOf(said, movements),
    opening: null,
    credits: vnd(credits),
    debits: vnd(debits),
    closing: null,
    rows: movements.map(rowOf),
  };
}

function periodOf(said: Preamble, movements: readonly PrintedMovement[]) {
  const days = movements.map((movement) => movement.date.day).sort();
  const from = said.from ?? days[0];
  const to = said.to ?? days.at(-1);
  if (!from || !to) throw statementError('statementPeriod', { row: null, from: null, to: null });
  const outside = movements.find(({ date }) => date.day < from || date.day > to);
  if (outside) throw statementError('statementPeriod', { row: outside.row, from, to });
  return { from, to };
}

function rowOf(printed: PrintedMovement): StatementRow {
  const { date, credit, debit } = printed;
  return {
    rowNumber: printed.row,
    direction: credit > 0 ? 'in' : 'out',
    amount: vnd(credit > 0 ? credit : debit),
    bookedAt: instantOf(date.day, date.time),
    bookedOn: date.day,
    content: cleanText(printed.content),
    reference: cleanText(printed.reference, 100) || null,
    counterAccount: cleanText(printed.counterAccount, 50) || null,
    counterName: cleanText(printed.counterName, 200) || null,
    virtualAccount: null,
    balanceAfter: printed.balance,
  };
}
