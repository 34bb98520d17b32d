import { addDays, isBusinessDate, type BusinessDate } from '@cho40/kernel';
import { statementError } from './errors';
import { MIDNIGHT } from './dates';
import { binOfBic } from './layouts';
import { statementOf, type StatementFile } from './read-statement';
import type { Body, PrintedMovement } from './rows';

/** One field of a SWIFT message: `:61:…`, with the lines that belong to it. */
interface Field {
  readonly tag: string;
  readonly line: number;
  readonly lines: readonly string[];
}

export const looksLikeMt940 = (text: string) =>
  /^:20:/m.test(text) && /^:(?:60[FM]|61|62[FM]):/m.test(text);

/**
 * Reads a SWIFT MT940 customer statement: `:60F:` opening, `:61:` movements each with its `:86:`,
 * `:62F:` closing balance; several messages of one account follow one another. Rows are the lines of
 * the file.
 * @throws a coded refusal of the whole file that names the line and what stands there
 */
export function readMt940(text: string): StatementFile {
  const fields = fieldsOf(text);
  const accounts = new Set(
    fields.filter(isTag('25')).map(({ lines }) => accountIn(lines[0] ?? '')),
  );
  if (accounts.size > 1) throw statementError('statementSeveralAccounts', { count: accounts.size });
  const balances = fields.filter(isTag('60F', '60M', '62F', '62M')).map(balanceOf);
  const { opening, closing } = ends(balances);
  const movements = movementsOf(fields);
  const head =
    text.slice(0, 500) +
    fields
      .filter(isTag('25'))
      .map(({ lines }) => lines[0])
      .join();
  const body: Body = {
    movements,
    totals: [],
    opening: { row: opening.line, amount: opening.amount },
    closing: { row: closing.line, amount: closing.amount },
  };
  const said = {
    layout: 'mt940',
    bin: binOfBic(head),
    accountNumber: [...accounts][0] ?? null,
    from: firstDay(opening.day, closing.day, movements),
    to: closing.day,
    opening: opening.amount,
    closing: closing.amount,
  };
  return statementOf(said, body);
}

const isTag =
  (...tags: readonly string[]) =>
  ({ tag }: Field) =>
    tags.includes(tag);

function fieldsOf(text: string): Field[] {
  const fields: { tag: string; line: number; lines: string[] }[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    const [whole, tag] = /^(?:\{4:)?:(\d{2}[A-Z]?):/.exec(line) ?? [];
    if (tag && whole) fields.push({ tag, line: at + 1, lines: [line.slice(whole.length)] });
    else if (!/^-\}?|^\{/.test(line)) fields.at(-1)?.lines.push(line);
  });
  return fields;
}

/** `0123456789`, `BFTVVNVX/0123456789`, `0123456789VND`. */
function accountIn(text: string): string | null {
  const number = text.split('/').at(-1)?.trim() ?? '';
  return /^(\d{6,19})(?:[A-Z]{3})?$/.exec(number.replace(/[ .-]/g, ''))?.[1] ?? null;
}

interface Balance {
  readonly line: number;
  readonly tag: string;
  readonly day: BusinessDate;
  readonly amount: number;
}

const BALANCE = /^([CD])(\d{6})([A-Z]{3})(\d{1,15}(?:[.,]\d{0,2})?)\s*$/;

function balanceOf({ tag, line, lines }: Field): Balance {
  const text = lines[0] ?? '';
  const [, side, date = '', currency = '', amount = ''] = BALANCE.exec(text) ?? [];
  const day = dayOf(date);
  if (!side || !day) throw badCell(line, tag, text);
  if (currency !== 'VND') throw statementError('statementCurrency', { row: line, currency });
  const size = dong(amount, line, tag);
  return { tag, line, day, amount: side === 'D' ? -size : size };
}

/** The first opening and the last closing balance; each message goes on where the last one ended. */
function ends(balances: readonly Balance[]): { opening: Balance; closing: Balance } {
  const [opening] = balances;
  const closing = balances.at(-1);
  if (!opening?.tag.startsWith('60'))
    throw statementError('statementUnproven', { missing: 'opening' });
  if (!closing?.tag.startsWith('62'))
    throw statementError('statementUnproven', { missing: 'closing' });
  for (const [at, balance] of balances.entries()) {
    const before = balances[at - 1];
    if (before && balance.tag.startsWith('60') && balance.amount !== before.amount)
      throw statementError('statementSums', {
        row: balance.line,
        expected: before.amount,
        printed: balance.amount,
      });
  }
  return { opening, closing };
}

/** Banks date the opening balance by the day whose end, or whose beginning, it is. */
function firstDay(
  opening: BusinessDate,
  closing: BusinessDate,
  movements: readonly PrintedMovement[],
) {
  if (opening >= closing || movements.some(({ date }) => date.day === opening)) return opening;
  return addDays(opening, 1);
}

function movementsOf(fields: readonly Field[]): PrintedMovement[] {
  return fields.flatMap((field, at) => {
    if (field.tag !== '61') return [];
    const next = fields[at + 1];
    return [movementOf(field, next?.tag === '86' ? next.lines : [])];
  });
}

// Value day, booking day, mark, funds code, amount, type, the owner's and the bank's reference.
const LINE = new RegExp(
  [
    String.raw`^(?<value>\d{6})(?<entry>\d{4})?(?<mark>R?[CD])[A-Z]?`,
    String.raw`(?<amount>\d{1,15}(?:[.,]\d{0,2})?)(?:[NFS][A-Z0-9]{3})?(?<own>.*?)(?:\/\/(?<bank>.*))?$`,
  ].join(''),
);

function movementOf({ line, lines }: Field, told: readonly string[]): PrintedMovement {
  const [text = '', ...more] = lines;
  const parts = LINE.exec(text)?.groups;
  const value = dayOf(parts?.['value'] ?? '');
  if (!parts || !value) throw badCell(line, '61', text);
  const size = dong(parts['amount'] ?? '', line, '61');
  // A reversed credit takes money away, a reversed debit brings it back.
  const isIn = parts['mark'] === 'C' || parts['mark'] === 'RD';
  const own = parts['own']?.trim() ?? '';
  return {
    row: line,
    date: { day: entryDay(value, parts['entry']), time: MIDNIGHT, rest: '' },
    debit: isIn ? 0 : size,
    credit: isIn ? size : 0,
    balance: null,
    content: joined(told) || joined(more),
    reference: parts['bank']?.trim() || (own === 'NONREF' ? '' : own),
    counterAccount: '',
    counterName: '',
  };
}

/** The booking day has no year: it is the one nearest to the value day. */
function entryDay(value: BusinessDate, entry: string | undefined): BusinessDate {
  if (!entry) return value;
  const year = Number(value.slice(0, 4));
  const monthsLater = Number(entry.slice(0, 2)) - Number(value.slice(5, 7));
  const shift = monthsLater > 6 ? -1 : Number(monthsLater < -6);
  const day = `${year + shift}-${entry.slice(0, 2)}-${entry.slice(2)}`;
  return isBusinessDate(day) ? day : value;
}

// SWIFT cuts a text after 65 characters, in the middle of a word as well.
const FULL_LINE = 65;

function joined(lines: readonly string[]): string {
  return lines
    .reduce((text, line, at) => {
      const isCut = (lines[at - 1] ?? '').length >= FULL_LINE;
      return at === 0 || isCut ? text + line : `${text} ${line}`;
    }, '')
    .trim();
}

function dayOf(sixDigits: string): BusinessDate | null {
  const day = `20${sixDigits.slice(0, 2)}-${sixDigits.slice(2, 4)}-${sixDigits.slice(4, 6)}`;
  return isBusinessDate(day) ? day : null;
}

/** đồng of `450000,00`; another fraction than none is refused. */
function dong(text: string, row: number, column: string): number {
  const [, whole = ''] = /^(\d{1,15})(?:[.,]0{0,2})?$/.exec(text) ?? [];
  if (whole === '') throw badCell(row, column, text);
  return Number(whole);
}

function badCell(row: number, column: string, value: string) {
  return statementError('statementCell', { row, column: `:${column}:`, value: value.slice(0, 40) });
}
