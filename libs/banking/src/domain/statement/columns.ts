import { says, words } from './sheet';

/** What a column may hold; a name that could be of two is of the earlier one. */
export const COLUMNS = [
  'ordinal',
  'balance',
  'counterName',
  'counterAccount',
  'debit',
  'credit',
  'effective',
  'performed',
  'booked',
  'date',
  'document',
  'content',
  'direction',
  'amount',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Columns of days, the one first by which a bank keeps its books. */
export const DAYS = ['booked', 'date', 'performed', 'effective'] as const satisfies Column[];

/**
 * What stands over a column, as `words` writes it, in the statements of the banks of
 * design/bank-feeds.md: any of them in any bank's header, since banks borrow from one another.
 */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  ordinal: ['stt', 'so tt', 'so thu tu'],
  balance: ['so du', 'balance'],
  counterName: [
    'ten tai khoan doi ung',
    'ten tk doi ung',
    'ten doi ung',
    'ten tai khoan',
    'ten nguoi huong',
    'ten nguoi chuyen',
    'nguoi huong',
    'nguoi chuyen',
    'nguoi thu huong',
    'don vi thu huong',
    'don vi chuyen',
    'ten doi tac',
    'counter account name',
    'corresponsive name',
    'beneficiary name',
    'remitter',
  ],
  counterAccount: [
    'tai khoan doi ung',
    'tk doi ung',
    'tai khoan dich',
    'tai khoan thu huong',
    'counter account',
    'corresponsive account',
    'beneficiary account',
  ],
  debit: [
    'ghi no',
    'phat sinh no',
    'ps no',
    'tien no',
    'no tktt',
    'rut ra',
    'tien ra',
    'debit',
    'debits',
    'withdrawal',
    'withdrawals',
  ],
  credit: [
    'ghi co',
    'phat sinh co',
    'ps co',
    'tien co',
    'co tktt',
    'gui vao',
    'tien vao',
    'credit',
    'credits',
    'deposit',
    'deposits',
  ],
  effective: ['ngay hieu luc', 'ngay gia tri', 'effective date', 'value date', 'eff date'],
  performed: ['kh thuc hien', 'ngay thuc hien', 'ngay phat sinh', 'requesting date'],
  booked: ['hach toan', 'ngay ghi so', 'posting date', 'booking date', 'accounting date'],
  date: ['ngay', 'thoi gian', 'date', 'time'],
  document: [
    'so ct',
    'so chung tu',
    'so but toan',
    'but toan',
    'so tham chieu',
    'ma tham chieu',
    'so giao dich',
    'so gd',
    'ma giao dich',
    'ma gd',
    'doc no',
    'ref no',
    'reference',
    'transaction no',
    'transaction number',
    'transaction id',
    'trans no',
  ],
  content: [
    'noi dung',
    'mo ta',
    'dien giai',
    'ghi chu',
    'chi tiet giao dich',
    'transactions in detail',
    'transaction in detail',
    'transaction details',
    'transaction detail',
    'details',
    'description',
    'remark',
    'remarks',
    'narrative',
  ],
  // Only a layout that was mapped by hand has these two.
  direction: [],
  amount: [],
};

/** Names too short to be looked for inside another: they are the whole name or one side of it. */
const WHOLE_NAMES: Readonly<Partial<Record<Column, readonly string[]>>> = {
  debit: ['nợ', 'no', 'dr'],
  credit: ['có', 'co', 'cr'],
};

/**
 * The column that a name stands over: "Nợ/Dr", "Số tiền ghi nợ\nDebit". In the sheet's first
 * column "No." numbers the rows.
 */
export function columnNamed(name: string, isFirst: boolean): Column | undefined {
  const text = words(name);
  const sides = name
    .toLowerCase()
    .split(/[\n\r/|()]+/)
    .map((side) => side.replace(/[.:]/g, '').trim());
  return COLUMNS.find(
    (column) =>
      says(text, NAMES[column]) ||
      (!isFirst && (WHOLE_NAMES[column] ?? []).some((whole) => sides.includes(whole))),
  );
}
