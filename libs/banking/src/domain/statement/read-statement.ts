import { instantOf, vnd, type BusinessDate, type Vnd } from '@cho40/kernel';
import { statementError } from './errors';
import { cleanText } from '../content';
import type { Movement } from '../movement';
import { findHeader, type Looked } from './header';
import { readPreamble, type Preamble } from './labels';
import { prove, type Proven } from './proof';
import { readBody, type PrintedMovement } from './rows';

export interface StatementRow extends Movement {
  /** The row of the sheet, as the spreadsheet program numbers it. */
  readonly rowNumber: number;
}

/** A statement that proved itself; its rows are in the order in which they happened. */
export interface StatementFile {
  readonly layout: string;
  /** The bank and the account; null where the file does not say them. */
  readonly bin: string | null;
  readonly accountNumber: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly opening: Vnd;
  readonly credits: Vnd;
  readonly debits: Vnd;
  readonly closing: Vnd;
  readonly rows: readonly StatementRow[];
}

/**
 * Reads the rows of one sheet as a bank statement.
 * @throws a coded refusal of the whole file that names the row and what stands there
 */
export function readStatement(sheet: Looked): StatementFile {
  const header = findHeader(sheet);
  const preamble = readPreamble(sheet.rows.slice(0, header.startsAt));
  const body = readBody(header, sheet.rows.slice(header.endsAt + 1), preamble);
  const proven = prove(body, preamble);
  return {
    layout: header.layout,
    bin: header.bin,
    accountNumber: preamble.accountNumber,
    ...periodOf(preamble, proven),
    opening: vnd(proven.opening),
    credits: vnd(proven.credits),
    debits: vnd(proven.debits),
    closing: vnd(proven.closing),
    rows: proven.movements.map(rowOf),
  };
}

function periodOf(preamble: Preamble, { movements }: Proven) {
  const days = movements.map((movement) => movement.date.day).sort();
  const from = preamble.from ?? days[0];
  const to = preamble.to ?? days.at(-1);
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
