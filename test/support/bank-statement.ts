import { writeXlsx } from 'hucre/xlsx';
import type { BankPrint, Field } from './bank-prints';
import type { StatementLine } from './vietcombank-xlsx';

export type PrintedCell = string | number | Date | null;

/** A statement to be printed; lines stand in the order in which they happened. */
export interface BankStatement {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly opening: number;
  readonly lines: readonly StatementLine[];
}

/** What a print may differ in beyond its bank's habit; what a test leaves out is as the bank does it. */
export interface PrintNoise {
  readonly numbers: BankPrint['numbers'] | 'number';
  readonly dates: 'text' | 'serial' | 'date';
  readonly order: 'oldestFirst' | 'newestFirst';
  readonly names: 'asPrinted' | 'upper' | 'decomposed' | 'broken' | 'bilingual';
  readonly opening: 'above' | 'inTable';
  readonly hasTotals: boolean;
  readonly repeatHeaderEvery: number;
  readonly rowsAbove: number;
  readonly columnsBefore: number;
  readonly hasMergedCells: boolean;
  readonly hasRichText: boolean;
}

interface NumberedLine {
  readonly line: StatementLine;
  readonly at: number;
  readonly balance: number;
}

/** A print, ready to be written in any form. */
class Print {
  readonly noise: PrintNoise;

  constructor(
    readonly bank: BankPrint,
    readonly statement: BankStatement,
    noise: Partial<PrintNoise>,
  ) {
    this.noise = {
      numbers: bank.numbers,
      dates: 'text',
      order: bank.order ?? 'oldestFirst',
      names: 'asPrinted',
      opening: 'inTable',
      hasTotals: true,
      repeatHeaderEvery: 0,
      rowsAbove: 0,
      columnsBefore: 0,
      hasMergedCells: false,
      hasRichText: false,
      ...noise,
    };
  }

  grid(): PrintedCell[][] {
    const { rowsAbove, opening, columnsBefore } = this.noise;
    const inTable = opening === 'inTable' ? [this.labelled('opening')] : [];
    const body = this.body();
    // With the newest first the balance at the start stands at the end.
    const isNewestFirst = this.noise.order === 'newestFirst';
    const rows: PrintedCell[][] = [
      ...Array.from({ length: rowsAbove }, () => [null]),
      ...this.above(),
      this.header(),
      ...(isNewestFirst ? [...body, ...inTable] : [...inTable, ...body]),
      ...this.sums(),
      this.labelled('closing'),
      [],
      ...this.bank.below.map((line) => [line]),
    ];
    return rows.map((row) => [...Array.from({ length: columnsBefore }, () => null), ...row]);
  }

  private above(): PrintedCell[][] {
    const { account, from, to, opening } = this.statement;
    const filled = (text: string) =>
      text
        .replace('{account}', account)
        .replace('{from}', slashed(from))
        .replace('{to}', slashed(to));
    const rows: PrintedCell[][] = this.bank.above.map((row) =>
      row.map((cell) => (cell === null ? null : filled(cell))),
    );
    if (this.noise.opening === 'inTable') return rows;
    return [...rows, [`${this.bank.labels.opening}: `, this.amount(opening)]];
  }

  private header(): string[] {
    return this.bank.columns.map(([title]) => named(title, this.noise.names));
  }

  private body(): PrintedCell[][] {
    let balance = this.statement.opening;
    const isNewestFirst = this.noise.order === 'newestFirst';
    const rows = this.statement.lines.map((line, at) => {
      balance += line.amount;
      return { line, at, balance };
    });
    const ordered = isNewestFirst ? rows.toReversed() : rows;
    return ordered.flatMap((row, at) => {
      const before = ordered[at - 1]?.line.on;
      const hasDay = !this.bank.printsDayOnce || row.line.on !== before;
      const every = this.noise.repeatHeaderEvery;
      const cells = this.bank.columns.map(([, field]) => this.cell(field, row, hasDay));
      return every > 0 && at > 0 && at % every === 0 ? [this.header(), cells] : [cells];
    });
  }

  private cell(field: Field, { line, at, balance }: NumberedLine, hasDay: boolean): PrintedCell {
    const day = hasDay ? this.day(line.on, at) : null;
    const document = line.document ?? `FT${100 + at}`;
    const out = this.bank.debits ? line.amount : -line.amount;
    const cells: Readonly<Record<Field, PrintedCell>> = {
      ordinal: at + 1,
      day,
      otherDay: day,
      dayAndDocument: typeof day === 'string' ? `${day}\n${document}` : day,
      document,
      content: line.content,
      debit: line.amount < 0 ? this.amount(out) : null,
      credit: line.amount > 0 ? this.amount(line.amount) : null,
      balance: this.amount(balance),
      counterAccount: '19036688001122',
      counterName: 'SUNG THI MAY',
      empty: null,
    };
    return cells[field];
  }

  private day(day: string, at: number): PrintedCell {
    const time = `08:${String(at % 60).padStart(2, '0')}:00`;
    if (this.noise.dates === 'text') return this.bank.day(day, time);
    const midnight = new Date(`${day}T00:00:00Z`);
    if (this.noise.dates === 'date') return midnight;
    return Math.round((midnight.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  }

  private amount(amount: number): PrintedCell {
    const { numbers } = this.noise;
    if (numbers === 'number') return amount;
    const sign = numbers.startsWith('comma') ? ',' : '.';
    const text = String(amount).replace(/\B(?=(\d{3})+$)/g, sign);
    if (numbers === 'dotDecimals') return `${text},00`;
    return numbers === 'commaVnd' ? `${text}.00 VND` : text;
  }

  private labelled(label: 'opening' | 'closing'): PrintedCell[] {
    const { lines, opening } = this.statement;
    const closing = opening + sumOf(lines, 1) - sumOf(lines, -1);
    const amount = this.amount(label === 'opening' ? opening : closing);
    const columns = this.bank.columns.map(([, field]) => field);
    const at = columns.includes('balance') ? columns.indexOf('balance') : columns.length;
    const text = this.bank.labels[label];
    return [...columns, 'empty'].map((_, column) =>
      column === 0 ? text : column === at ? amount : null,
    );
  }

  private sums(): PrintedCell[][] {
    if (!this.noise.hasTotals) return [];
    const { lines } = this.statement;
    const debits = sumOf(lines, -1) * (this.bank.debits ? -1 : 1);
    return [
      this.bank.columns.map(([, field], at) => {
        if (at === 0) return this.bank.labels.total || null;
        if (field === 'debit') return this.amount(debits);
        return field === 'credit' ? this.amount(sumOf(lines, 1)) : null;
      }),
    ];
  }
}

const slashed = (day: string) => day.split('-').reverse().join('/');
const sumOf = (lines: readonly StatementLine[], sign: 1 | -1) =>
  lines.reduce((sum, { amount }) => sum + Math.max(0, sign * amount), 0);

const ENGLISH: Readonly<Record<string, string>> = {
  'Ngày giao dịch': 'Transaction date',
  'Diễn giải': 'Description',
  'Số dư': 'Balance',
  Nợ: 'Debit',
  Có: 'Credit',
  'Ghi nợ': 'Debit',
  'Ghi có': 'Credit',
};

function named(title: string, how: PrintNoise['names']): string {
  if (how === 'upper') return title.toUpperCase();
  if (how === 'decomposed') return title.normalize('NFD');
  if (how === 'broken') return title.replace(/ (?=\S+ \S+$)|\//, '\n');
  const english = how === 'bilingual' ? ENGLISH[title] : undefined;
  return english ? `${title}\n${english}` : title;
}

/** The cells of a statement as one bank prints it. */
export function bankGrid(
  bank: BankPrint,
  statement: BankStatement,
  noise: Partial<PrintNoise> = {},
): PrintedCell[][] {
  return new Print(bank, statement, noise).grid();
}

/** A real .xlsx file of it. */
export async function bankXlsx(
  bank: BankPrint,
  statement: BankStatement,
  noise: Partial<PrintNoise> = {},
): Promise<Buffer> {
  const rows = bankGrid(bank, statement, noise);
  const cells = new Map<string, object>();
  rows.forEach((row, at) =>
    row.forEach((cell, column) => {
      if (cell instanceof Date) cells.set(`${at},${column}`, { style: { numFmt: 'dd/mm/yyyy' } });
      else if (noise.hasRichText && typeof cell === 'string' && cell.length > 3)
        cells.set(`${at},${column}`, richText(cell));
    }),
  );
  const merges = noise.hasMergedCells
    ? rows.slice(0, 2).map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: 5 }))
    : [];
  const printedAt = new Date('2026-11-23T02:00:00Z');
  const bytes = await writeXlsx({
    sheets: [{ name: bank.sheet, rows, cells, merges }],
    // The same statement is the same bytes, whenever it is printed.
    properties: { created: printedAt, modified: printedAt },
  });
  return Buffer.from(bytes);
}

const richText = (text: string) => ({
  value: text,
  type: 'richText',
  richText: [{ text: text.slice(0, 2) }, { text: text.slice(2), font: { bold: true } }],
});
