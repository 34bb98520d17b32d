import { writeXlsx } from 'hucre/xlsx';

type Cell = string | number | Date | null;

const PRINTED_AT = new Date('2026-11-23T02:00:00Z');

export interface StatementLine {
  /** `2026-10-05` */
  readonly on: string;
  /** More than 0 came in, less went out. */
  readonly amount: number;
  readonly content: string;
  readonly document?: string;
}

/** A Vietcombank statement to be printed, and the noise it is printed with. */
export interface PrintedStatement {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly opening: number;
  /** In the order in which they happened. */
  readonly lines: readonly StatementLine[];
  readonly noise?: Partial<Noise>;
}

export interface Noise {
  readonly numbers: 'comma' | 'dot' | 'number';
  readonly dates: 'text' | 'serial' | 'date';
  readonly order: 'oldestFirst' | 'newestFirst';
  readonly header: 'bilingual' | 'vietnamese' | 'broken';
  /** Where the opening balance stands; nowhere: it follows from the first running balance. */
  readonly opening: 'above' | 'inTable' | 'nowhere';
  readonly hasOrdinal: boolean;
  readonly hasEffectiveDate: boolean;
  readonly hasTotals: boolean;
  /** The header comes again after so many lines, as at the top of a printed page; 0: never. */
  readonly repeatHeaderEvery: number;
  readonly rowsAbove: number;
  readonly hasMergedCells: boolean;
  readonly hasRichText: boolean;
}

const PLAIN: Noise = {
  numbers: 'comma',
  dates: 'text',
  order: 'oldestFirst',
  header: 'bilingual',
  opening: 'above',
  hasOrdinal: true,
  hasEffectiveDate: false,
  hasTotals: true,
  repeatHeaderEvery: 0,
  rowsAbove: 0,
  hasMergedCells: false,
  hasRichText: false,
};

const noiseOf = (statement: PrintedStatement): Noise => ({ ...PLAIN, ...statement.noise });

/** The sheet's cells, as a bank would print them. */
export function vietcombankGrid(statement: PrintedStatement): Cell[][] {
  const noise = noiseOf(statement);
  return [
    ...Array.from({ length: noise.rowsAbove }, () => [null]),
    ...above(statement, noise),
    headerOf(noise),
    ...(noise.opening === 'inTable'
      ? [labelled(noise, 'Số dư đầu kỳ/Opening balance', statement.opening)]
      : []),
    ...bodyOf(statement, noise),
    ...below(statement, noise),
  ];
}

/** A real .xlsx file of the statement. */
export async function vietcombankXlsx(statement: PrintedStatement): Promise<Buffer> {
  const noise = noiseOf(statement);
  const rows = vietcombankGrid(statement);
  const cells = new Map<string, object>();
  if (noise.dates === 'date')
    rows.forEach((row, at) =>
      row.forEach((cell, column) => {
        if (cell instanceof Date) cells.set(`${at},${column}`, { style: { numFmt: 'dd/mm/yyyy' } });
      }),
    );
  if (noise.hasRichText) enrich(rows, cells);
  const merges = noise.hasMergedCells
    ? [0, 1, 2].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: 5 }))
    : [];
  const bytes = await writeXlsx({
    sheets: [{ name: 'Sao kê', rows, cells, merges }],
    // The same statement is the same bytes, whenever it is printed.
    properties: { created: PRINTED_AT, modified: PRINTED_AT },
  });
  return Buffer.from(bytes);
}

/** Writes each text of the last column as two runs, one of them bold. */
function enrich(rows: readonly Cell[][], cells: Map<string, object>): void {
  rows.forEach((row, at) => {
    const column = row.length - 1;
    const text = row[column];
    if (typeof text !== 'string' || text.length < 4) return;
    const richText = [{ text: text.slice(0, 3) }, { text: text.slice(3), font: { bold: true } }];
    cells.set(`${at},${column}`, { value: text, type: 'richText', richText });
  });
}

const vietnameseDate = (day: string) => day.split('-').reverse().join('/');

function above(statement: PrintedStatement, noise: Noise): Cell[][] {
  const rows: Cell[][] = [
    ['NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM'],
    ['SAO KÊ TÀI KHOẢN\nACCOUNT STATEMENT'],
    [
      `Từ ngày/From: ${vietnameseDate(statement.from)} Đến ngày/To: ${vietnameseDate(statement.to)}`,
    ],
    ['Số tài khoản/Account No:', null, statement.account],
    ['Tên tài khoản/Account name:', null, 'BQL CHỢ ĐỒNG VĂN'],
    ['Loại tiền/Currency:', null, 'VND'],
  ];
  if (noise.opening === 'above')
    rows.push(['Số dư đầu kỳ/Opening balance:', null, amountCell(statement.opening, noise)]);
  return [...rows, []];
}

const HEADERS = {
  bilingual: [
    'STT/No.',
    'Ngày/TNX Date/ Số CT/ Doc No',
    'Ngày hiệu lực/Effective date',
    'Số tiền ghi nợ/Debit',
    'Số tiền ghi có/Credit',
    'Số dư/Balance',
    'Nội dung chi tiết/Transactions in detail',
  ],
  vietnamese: [
    'STT',
    'Ngày giao dịch / Số CT',
    'Ngày hiệu lực',
    'Số tiền ghi nợ',
    'Số tiền ghi có',
    'Số dư',
    'Nội dung chi tiết',
  ],
  broken: [
    'STT\nNo.',
    'Ngày\nTNX Date/\nSố CT\nDoc No',
    'Ngày hiệu lực\nEffective date',
    'Số tiền\nghi nợ\nDebit',
    'Số tiền\nghi có\nCredit',
    'Số dư\nBalance',
    'Nội dung chi tiết\nTransactions in detail',
  ],
} as const;

/** Leaves out the columns that this print has not. */
function columns<T>(noise: Noise, all: readonly T[]): T[] {
  return all.filter(
    (_, at) => (at !== 0 || noise.hasOrdinal) && (at !== 2 || noise.hasEffectiveDate),
  );
}

const headerOf = (noise: Noise): Cell[] => columns<Cell>(noise, HEADERS[noise.header]);

function amountCell(amount: number, { numbers }: Noise): Cell {
  if (numbers === 'number') return amount;
  const sign = numbers === 'comma' ? ',' : '.';
  return String(amount).replace(/\B(?=(\d{3})+$)/g, sign);
}

function dateCell(line: StatementLine, { dates }: Noise): Cell {
  const at = new Date(`${line.on}T00:00:00Z`);
  if (dates === 'date') return at;
  if (dates === 'serial') return Math.round((at.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  return `${vietnameseDate(line.on)}\n${line.document ?? '5389 - 82579'}`;
}

function bodyOf(statement: PrintedStatement, noise: Noise): Cell[][] {
  let balance = statement.opening;
  const printed = statement.lines.map((line, at) => {
    balance += line.amount;
    return columns<Cell>(noise, [
      at + 1,
      dateCell(line, noise),
      vietnameseDate(line.on),
      line.amount < 0 ? amountCell(-line.amount, noise) : null,
      line.amount > 0 ? amountCell(line.amount, noise) : null,
      amountCell(balance, noise),
      line.content,
    ]);
  });
  const ordered = noise.order === 'newestFirst' ? printed.toReversed() : printed;
  const every = noise.repeatHeaderEvery;
  return ordered.flatMap((row, at) =>
    every > 0 && at > 0 && at % every === 0 ? [headerOf(noise), row] : [row],
  );
}

const sumOf = (lines: readonly StatementLine[], sign: 1 | -1) =>
  lines.reduce((sum, { amount }) => sum + Math.max(0, sign * amount), 0);

function labelled(noise: Noise, label: string, balance: number): Cell[] {
  const cell = amountCell(balance, noise);
  return columns<Cell>(noise, [
    label,
    noise.hasOrdinal ? null : label,
    null,
    null,
    null,
    cell,
    null,
  ]);
}

function below({ lines, opening }: PrintedStatement, noise: Noise): Cell[][] {
  const [credits, debits] = [sumOf(lines, 1), sumOf(lines, -1)];
  const label = 'Tổng số/Total';
  const totals = [label, noise.hasOrdinal ? null : label, null, debits, credits, null, null];
  return [
    ...(noise.hasTotals
      ? [
          columns(noise, totals).map((cell) =>
            typeof cell === 'number' ? amountCell(cell, noise) : cell,
          ),
        ]
      : []),
    labelled(noise, 'Số dư cuối kỳ/Closing balance', opening + credits - debits),
    [],
    ['Người in: 0301   Thời gian in: 23/11/2026 09:00:00'],
  ];
}
