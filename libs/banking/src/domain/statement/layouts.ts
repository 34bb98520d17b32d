/** How one bank is told from the others; what its columns are called stands in columns.ts. */
export interface StatementLayout {
  readonly name: string;
  /** What people call the bank. */
  readonly title: string;
  /** The bank, as its VietQR acquirer number. */
  readonly bin: string;
  /** The bank in SWIFT's and ISO 20022's messages: the first eight letters of its BIC. */
  readonly bic: string;
  /**
   * How it prints its own name above the table. Never words that a market's holder may have in its
   * name too: "Sở Công Thương" is no VietinBank.
   */
  readonly bank: readonly string[];
  /** What else its sheet, title and header say and the others' do not. */
  readonly marks: readonly string[];
}

/** The banks of design/bank-feeds.md. Another bank is another entry. */
export const LAYOUTS: readonly StatementLayout[] = [
  {
    name: 'vietcombank',
    title: 'Vietcombank',
    bin: '970436',
    bic: 'BFTVVNVX',
    bank: ['vietcombank', 'tmcp ngoai thuong', 'ngan hang ngoai thuong', 'vcb'],
    marks: ['tnx date', 'so ct', 'noi dung chi tiet', 'transactions in detail'],
  },
  {
    name: 'techcombank',
    title: 'Techcombank',
    bin: '970407',
    bic: 'VTCBVNVX',
    bank: ['techcombank', 'tmcp ky thuong', 'ngan hang ky thuong', 'tcb'],
    marks: ['truy van giao dich tai khoan', 'ngay kh thuc hien', 'tai khoan dich', 'phi lai'],
  },
  {
    name: 'vietinbank',
    title: 'VietinBank',
    bin: '970415',
    bic: 'ICBVVNVX',
    bank: ['vietinbank', 'tmcp cong thuong', 'ngan hang cong thuong', 'vietinbank efast', 'efast'],
    marks: ['lich su giao dich', 'ngay phat sinh', 'so du tk'],
  },
  {
    name: 'bidv',
    title: 'BIDV',
    bin: '970418',
    bic: 'BIDVVNVX',
    bank: ['bidv', 'tmcp dau tu va phat trien', 'ngan hang dau tu va phat trien'],
    marks: ['bao cao chi tiet so du tai khoan', 'so tham chieu ma gd', 'so tai khoan cu'],
  },
  {
    name: 'agribank',
    title: 'Agribank',
    bin: '970405',
    bic: 'VBAAVNVX',
    bank: ['agribank', 'ngan hang nong nghiep', 'nhno ptnt', 'vbard'],
    marks: ['ghi chu remark', 'no dr', 'co cr'],
  },
  {
    name: 'mb',
    title: 'MB',
    bin: '970422',
    bic: 'MSCBVNVX',
    bank: ['mbbank', 'mb bank', 'tmcp quan doi', 'ngan hang quan doi'],
    marks: ['sao ke chi tiet tai khoan', 'don vi thu huong', 'don vi chuyen'],
  },
  {
    name: 'acb',
    title: 'ACB',
    bin: '970416',
    bic: 'ASCBVNVX',
    bank: ['acb', 'tmcp a chau', 'ngan hang a chau', 'asia commercial'],
    marks: ['so tien rut ra', 'so tien gui vao'],
  },
  {
    name: 'tpbank',
    title: 'TPBank',
    bin: '970423',
    bic: 'TPBVVNVX',
    bank: ['tpbank', 'tmcp tien phong', 'ngan hang tien phong'],
    marks: ['ngay thuc hien', 'ma giao dich'],
  },
  {
    name: 'msb',
    title: 'MSB',
    bin: '970426',
    bic: 'MCOBVNVX',
    bank: ['msb', 'tmcp hang hai', 'ngan hang hang hai', 'maritime bank'],
    marks: ['nguoi huong', 'nguoi chuyen'],
  },
  {
    name: 'vib',
    title: 'VIB',
    bin: '970441',
    bic: 'VNIBVNVX',
    bank: ['vib', 'tmcp quoc te', 'ngan hang quoc te'],
    marks: ['currentaccountstatement'],
  },
];

/** The bank whose BIC stands in a text, as its VietQR acquirer number. */
export function binOfBic(text: string): string | null {
  return LAYOUTS.find(({ bic }) => text.toUpperCase().includes(bic))?.bin ?? null;
}

/** The name under which a readable header of an unnamed bank goes. */
export const UNNAMED_LAYOUT = 'other';

/** Labels of values that stand outside the movements, in any layout. */
export const LABELS = {
  account: ['so tai khoan', 'so tk', 'tai khoan so', 'account no', 'account number', 'account num'],
  accountAlone: ['tai khoan', 'account'],
  period: ['ky', 'ky sao ke', 'period', 'thoi gian', 'giai doan'],
  notAccountAlone: ['sao ke', 'statement', 'ten', 'name', 'loai', 'type', 'chu', 'holder'],
  // BIDV prints the number before the merger, others the payer's account: neither is the account.
  notTheAccount: ['so tai khoan cu', 'tai khoan doi ung', 'old account', 'counter account'],
  opening: [
    'so du dau',
    'du dau',
    'du dau ky',
    'so du dau ky',
    'ton dau ky',
    'opening balance',
    'beginning balance',
  ],
  closing: [
    'so du cuoi',
    'du cuoi',
    'du cuoi ky',
    'so du cuoi ky',
    'ton cuoi ky',
    'closing balance',
    'ending balance',
  ],
  total: ['tong so', 'tong cong', 'tong phat sinh', 'cong phat sinh', 'tong', 'total', 'totals'],
  debitSum: ['phat sinh no', 'ghi no', 'ps no', 'tien ra', 'rut ra', 'debit', 'debits'],
  creditSum: ['phat sinh co', 'ghi co', 'ps co', 'tien vao', 'gui vao', 'credit', 'credits'],
  // A page's own sum, and counts of lines: no sums of the statement.
  notTheTotal: [
    'trang',
    'page',
    'giao dich',
    'so luong',
    'so mon',
    'so dong',
    'but toan',
    'number',
    'transactions',
    'count',
  ],
} as const;
