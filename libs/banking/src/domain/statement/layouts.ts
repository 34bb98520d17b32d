export const COLUMNS = [
  'effective',
  'ordinal',
  'balance',
  'debit',
  'credit',
  'date',
  'content',
  'document',
  'counterAccount',
  'counterName',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How one bank prints its statements. Names are written as `words` makes them. */
export interface StatementLayout {
  readonly name: string;
  /** The bank, as its VietQR acquirer number. */
  readonly bin: string;
  /** At least one of these stands in the header or above it. */
  readonly marks: readonly string[];
  /** What may stand in a column's header; the earlier column of COLUMNS wins. */
  readonly names: Readonly<Partial<Record<Column, readonly string[]>>>;
}

/** The layouts known so far (design/bank-feeds.md). Another bank is another entry. */
export const LAYOUTS: readonly StatementLayout[] = [
  {
    name: 'vietcombank',
    bin: '970436',
    marks: [
      'tnx date',
      'doc no',
      'so ct',
      'so chung tu',
      'noi dung chi tiet',
      'transactions in detail',
      'vietcombank',
      'ngoai thuong',
      'vcb',
    ],
    names: {
      effective: ['ngay hieu luc', 'effective date', 'value date', 'ngay gia tri'],
      ordinal: ['stt', 'so tt'],
      balance: ['so du', 'balance'],
      debit: ['ghi no', 'phat sinh no', 'debit', 'debits', 'debit amount'],
      credit: ['ghi co', 'phat sinh co', 'credit', 'credits', 'credit amount'],
      date: ['ngay', 'ngay gd', 'ngay giao dich', 'tnx date', 'trans date', 'date'],
      content: [
        'noi dung',
        'mo ta',
        'dien giai',
        'transactions in detail',
        'transaction in detail',
        'transaction details',
        'transaction detail',
        'details',
        'description',
        'remark',
      ],
      document: ['so ct', 'so chung tu', 'doc no', 'so tham chieu', 'reference'],
    },
  },
];

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
    'opening balance',
    'beginning balance',
  ],
  closing: [
    'so du cuoi',
    'du cuoi',
    'du cuoi ky',
    'so du cuoi ky',
    'closing balance',
    'ending balance',
  ],
  total: ['tong so', 'tong cong', 'tong phat sinh', 'cong phat sinh', 'tong', 'total', 'totals'],
  // A page's own sum, and counts of lines: no sums of the statement.
  notTheTotal: [
    'trang',
    'page',
    'giao dich',
    'so luong',
    'so mon',
    'number',
    'transactions',
    'count',
  ],
} as const;
