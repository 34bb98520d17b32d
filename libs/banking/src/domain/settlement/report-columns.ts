import { says, words } from '../statement/sheet';

/** What a column of a wallet's report may hold; a name that could be of two is of the earlier one. */
export const REPORT_COLUMNS = [
  'original',
  'transaction',
  'batch',
  'settledOn',
  'order',
  'status',
  'type',
  'net',
  'fee',
  'amount',
  'content',
  'time',
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** What no line can be read without. */
export const NEEDED_COLUMNS = ['transaction', 'amount', 'time'] as const;

/**
 * What stands over a column, as `words` writes it, in the reports that MoMo, VNPay, ZaloPay, Viettel
 * Money and banks' VietQR merchants give out: any of them in any wallet's header.
 */
const NAMES: Readonly<Record<ReportColumn, readonly string[]>> = {
  original: ['giao dich goc', 'gd goc', 'original transaction', 'original trans', 'refund of'],
  transaction: [
    'ma giao dich',
    'ma gd',
    'so giao dich',
    'so gd',
    'transaction id',
    'transaction no',
    'trans id',
    'transid',
    'zptransid',
    'zp trans id',
  ],
  batch: [
    'ma dot',
    'so dot',
    'dot thanh toan',
    'dot doi soat',
    'phien doi soat',
    'ma doi soat',
    'ma quyet toan',
    'ma lo',
    'so lo',
    'batch',
    'settlement id',
    'settlement no',
  ],
  settledOn: ['ngay doi soat', 'ngay quyet toan', 'ngay tat toan', 'settlement date', 'settled on'],
  order: [
    'ma don hang',
    'ma don',
    'so hoa don',
    'ma hoa don',
    'ma thanh toan',
    'order id',
    'order',
    'bill number',
    'txnref',
    'reference',
  ],
  status: ['trang thai', 'status', 'ket qua'],
  type: ['loai giao dich', 'loai gd', 'loai', 'type'],
  net: [
    'thuc nhan',
    'thuc thu',
    'duoc nhan',
    'sau phi',
    'tien quyet toan',
    'net',
    'net amount',
    'settlement amount',
  ],
  fee: ['phi', 'phi giao dich', 'chiet khau', 'fee', 'fees', 'mdr', 'commission'],
  amount: ['so tien', 'gia tri', 'gia tri giao dich', 'doanh thu', 'amount', 'gross'],
  content: [
    'noi dung',
    'mo ta',
    'dien giai',
    'ghi chu',
    'loi nhan',
    'description',
    'content',
    'message',
    'remark',
    'note',
  ],
  time: ['thoi gian', 'thoi diem', 'ngay', 'gio', 'time', 'date'],
};

export function reportColumnNamed(name: string): ReportColumn | undefined {
  const text = words(name);
  return REPORT_COLUMNS.find((column) => says(text, NAMES[column]));
}
