import { writeXlsx } from 'hucre/xlsx';

/** A transaction as a wallet knows it. */
export interface WalletLine {
  readonly id: string;
  /** `2026-10-10 09:30:00`, by the clock of Vietnam. */
  readonly at: string;
  readonly amount: number;
  readonly fee?: number;
  readonly content?: string;
  /** The transaction that is given back. */
  readonly refundOf?: string;
  readonly hasFailed?: boolean;
  readonly batch?: string;
}

type Field =
  | 'ordinal'
  | 'transaction'
  | 'original'
  | 'time'
  | 'order'
  | 'content'
  | 'amount'
  | 'fee'
  | 'net'
  | 'status'
  | 'type'
  | 'batch';

/** How a wallet prints its settlement reports, written from the wallet's side. */
export interface WalletPrint {
  readonly wallet: string;
  readonly above: readonly string[];
  readonly columns: readonly (readonly [title: string, field: Field])[];
  readonly thousands: ',' | '.';
  readonly done: string;
  readonly failed: string;
  /** Fees stand with a minus: they are taken away. */
  readonly feesAreNegative?: boolean;
}

export const WALLET_PRINTS: readonly WalletPrint[] = [
  {
    wallet: 'MoMo',
    above: ['BÁO CÁO ĐỐI SOÁT GIAO DỊCH', 'Đối tác: BAN QUẢN LÝ CHỢ'],
    columns: [
      ['STT', 'ordinal'],
      ['Mã giao dịch', 'transaction'],
      ['Mã giao dịch gốc', 'original'],
      ['Thời gian', 'time'],
      ['Mã đơn hàng', 'order'],
      ['Lời nhắn', 'content'],
      ['Số tiền', 'amount'],
      ['Phí dịch vụ', 'fee'],
      ['Thực nhận', 'net'],
      ['Trạng thái', 'status'],
      ['Mã đợt', 'batch'],
    ],
    thousands: '.',
    done: 'Thành công',
    failed: 'Không thành công',
  },
  {
    wallet: 'VNPay',
    above: ['Merchant settlement report'],
    columns: [
      ['No.', 'ordinal'],
      ['Settlement batch', 'batch'],
      ['Transaction time', 'time'],
      ['Transaction ID', 'transaction'],
      ['Original transaction ID', 'original'],
      ['Type', 'type'],
      ['Order info description', 'content'],
      ['Amount', 'amount'],
      ['Fee', 'fee'],
      ['Net amount', 'net'],
      ['Status', 'status'],
    ],
    thousands: ',',
    done: 'Success',
    failed: 'Failed',
    feesAreNegative: true,
  },
  {
    wallet: 'Viettel Money',
    above: ['SAO KÊ THANH TOÁN ĐẠI LÝ', 'Từ ngày 01/10/2026 đến ngày 31/10/2026'],
    columns: [
      ['Ngày giờ', 'time'],
      ['Số GD', 'transaction'],
      ['GD gốc', 'original'],
      ['Loại GD', 'type'],
      ['Nội dung thanh toán', 'content'],
      ['Giá trị giao dịch', 'amount'],
      ['Chiết khấu', 'fee'],
      ['Phiên đối soát', 'batch'],
    ],
    thousands: '.',
    done: 'Hoàn thành',
    failed: 'Thất bại',
  },
];

export interface WalletNoise {
  readonly numbers: 'text' | 'number';
  readonly names: 'asPrinted' | 'upper' | 'decomposed' | 'broken';
  readonly hasTotal: boolean;
  readonly repeatHeaderEvery: number;
  readonly rowsAbove: number;
}

const QUIET: WalletNoise = {
  numbers: 'text',
  names: 'asPrinted',
  hasTotal: true,
  repeatHeaderEvery: 0,
  rowsAbove: 0,
};

type PrintedCell = string | number | null;

/** The cells of a report, row by row. */
export function walletGrid(
  print: WalletPrint,
  lines: readonly WalletLine[],
  noise: Partial<WalletNoise> = {},
): PrintedCell[][] {
  const how = { ...QUIET, ...noise };
  const header = print.columns.map(([title]) => named(title, how.names));
  const body = lines
    // A wallet that prints no status prints no failures.
    .filter(({ hasFailed }) => !hasFailed || hasField(print, 'status'))
    .flatMap((line, at) => {
      const cells = print.columns.map(([, field]) => cell(print, how, { line, at, field }));
      const every = how.repeatHeaderEvery;
      return every > 0 && at > 0 && at % every === 0 ? [header, cells] : [cells];
    });
  const total = lines.reduce((sum, line) => sum + (line.hasFailed ? 0 : signed(line)), 0);
  const sums = print.columns.map(([, field], at) =>
    at === 0 ? 'Tổng cộng' : field === 'amount' ? amount(print, how, total) : null,
  );
  return [
    ...Array.from({ length: how.rowsAbove }, () => [null]),
    ...print.above.map((text) => [text]),
    header,
    ...body,
    ...(how.hasTotal ? [sums] : []),
  ];
}

const hasField = ({ columns }: WalletPrint, wanted: Field) =>
  columns.some(([, field]) => field === wanted);

const signed = ({ amount: size, refundOf }: WalletLine) => (refundOf ? -size : size);

function cell(
  print: WalletPrint,
  how: WalletNoise,
  { line, at, field }: { line: WalletLine; at: number; field: Field },
): PrintedCell {
  const { fee = 0, refundOf } = line;
  const passedOn = signed(line) - (refundOf ? -fee : fee);
  const cells: Readonly<Record<Field, PrintedCell>> = {
    ordinal: at + 1,
    transaction: line.id,
    original: refundOf ?? null,
    time: clockOf(print, line.at),
    order: `DH${line.id}`,
    content: line.content ?? '',
    amount: amount(print, how, signed(line)),
    fee: amount(print, how, print.feesAreNegative ? -fee : fee),
    net: amount(print, how, passedOn),
    status: line.hasFailed ? print.failed : print.done,
    type: refundOf ? 'Hoàn tiền' : 'Thanh toán',
    batch: line.batch ?? null,
  };
  return cells[field];
}

const clockOf = ({ thousands }: WalletPrint, at: string) => {
  const [day = '', time = ''] = at.split(' ');
  return thousands === ',' ? at : `${day.split('-').reverse().join('/')} ${time}`;
};

function amount({ thousands }: WalletPrint, { numbers }: WalletNoise, size: number): PrintedCell {
  if (numbers === 'number') return size;
  return String(size).replace(/\B(?=(\d{3})+$)/g, thousands);
}

function named(title: string, how: WalletNoise['names']): string {
  if (how === 'upper') return title.toUpperCase();
  if (how === 'decomposed') return title.normalize('NFD');
  return how === 'broken' ? title.replace(/ (?=\S+ \S+$)/, '\n') : title;
}

export function walletCsv(
  print: WalletPrint,
  lines: readonly WalletLine[],
  noise: Partial<WalletNoise> = {},
): Buffer {
  const quoted = (one: PrintedCell) => `"${String(one ?? '').replace(/"/g, '""')}"`;
  const rows = walletGrid(print, lines, noise).map((row) => row.map(quoted).join(';'));
  return Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`);
}

export async function walletXlsx(
  print: WalletPrint,
  lines: readonly WalletLine[],
  noise: Partial<WalletNoise> = {},
): Promise<Buffer> {
  const printedAt = new Date('2026-10-12T02:00:00Z');
  const bytes = await writeXlsx({
    sheets: [{ name: 'Đối soát', rows: walletGrid(print, lines, noise) }],
    // The same report is the same bytes, whenever it is printed.
    properties: { created: printedAt, modified: printedAt },
  });
  return Buffer.from(bytes);
}
