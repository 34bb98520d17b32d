// How ten banks print their statements (design/bank-feeds.md), for the generator of statement files.
// Written from the banks' side: the reader's own table of names is never looked at here.

/** What a column of a print holds. */
export type Field =
  | 'ordinal'
  | 'day'
  | 'dayAndDocument'
  | 'otherDay'
  | 'document'
  | 'content'
  | 'debit'
  | 'credit'
  | 'balance'
  | 'counterAccount'
  | 'counterName'
  | 'empty';

export interface BankPrint {
  readonly bank: string;
  readonly bin: string;
  readonly sheet: string;
  /** What stands above the table; `{account}`, `{from}` and `{to}` are filled in. */
  readonly above: readonly (readonly (string | null)[])[];
  readonly columns: readonly (readonly [title: string, field: Field])[];
  readonly numbers: 'comma' | 'dot' | 'dotDecimals' | 'commaVnd';
  readonly day: (day: string, time: string) => string;
  /** The words of its rows for the balances and the sums. */
  readonly labels: { readonly opening: string; readonly closing: string; readonly total: string };
  readonly debits?: 'negative';
  readonly order?: 'newestFirst';
  /** A day is printed once for all its rows. */
  readonly printsDayOnce?: boolean;
  readonly below: readonly string[];
}

const slashed = (day: string) => day.split('-').reverse().join('/');
const LABELS = { opening: 'Số dư đầu kỳ', closing: 'Số dư cuối kỳ', total: 'Tổng cộng' };

export const BANK_PRINTS: readonly BankPrint[] = [
  {
    bank: 'vietcombank',
    bin: '970436',
    sheet: 'Sao kê',
    above: [
      ['NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM'],
      ['SAO KÊ TÀI KHOẢN\nACCOUNT STATEMENT'],
      ['Từ ngày/From: {from} Đến ngày/To: {to}'],
      ['Số tài khoản/Account No:', null, '{account}'],
    ],
    columns: [
      ['STT/No.', 'ordinal'],
      ['Ngày/TNX Date/ Số CT/ Doc No', 'dayAndDocument'],
      ['Ngày hiệu lực/Effective date', 'otherDay'],
      ['Số tiền ghi nợ/Debit', 'debit'],
      ['Số tiền ghi có/Credit', 'credit'],
      ['Số dư/Balance', 'balance'],
      ['Nội dung chi tiết/Transactions in detail', 'content'],
    ],
    numbers: 'comma',
    day: slashed,
    labels: { ...LABELS, total: 'Tổng số/Total' },
    below: ['Người in: 0301   Thời gian in: 23/11/2026 09:00:00'],
  },
  {
    bank: 'techcombank',
    bin: '970407',
    sheet: 'Sheet0',
    above: [
      ...Array.from({ length: 9 }, () => []),
      ['NGÂN HÀNG TMCP KỸ THƯƠNG VIỆT NAM - TECHCOMBANK'],
      ['TRUY VẤN GIAO DỊCH TÀI KHOẢN'],
      ['Mã khách hàng: 51234567'],
      ['Số tài khoản', '{account}', null, 'Loại tiền', 'VND'],
      ['Tên tài khoản', 'BQL CHO DONG VAN'],
      ['Từ ngày {from} đến ngày {to}'],
      ...Array.from({ length: 5 }, () => []),
    ],
    columns: [
      ['Ngày KH thực hiện', 'otherDay'],
      ['Ngày giao dịch', 'day'],
      ['Số bút toán', 'document'],
      ['Ngân hàng đối tác', 'empty'],
      ['Tài khoản đích', 'counterAccount'],
      ['Tên tài khoản đối ứng', 'counterName'],
      ['Diễn giải', 'content'],
      ['Nợ', 'debit'],
      ['Có', 'credit'],
      ['Phí/Lãi', 'empty'],
      ['Thuế', 'empty'],
      ['Số dư', 'balance'],
    ],
    numbers: 'comma',
    day: (day, time) => `${day} ${time}`,
    labels: LABELS,
    debits: 'negative',
    order: 'newestFirst',
    below: ['Phiếu này được in từ Techcombank Business ngày 23/11/2026 09:00'],
  },
  {
    bank: 'vietinbank',
    bin: '970415',
    sheet: 'Sheet1',
    above: [
      ['VietinBank eFAST'],
      ['LỊCH SỬ GIAO DỊCH'],
      ['Tài khoản: {account} - VND - SO CONG THUONG'],
      ['Từ ngày: {from}', null, 'Đến ngày: {to}'],
    ],
    columns: [
      ['Ngày phát sinh', 'otherDay'],
      ['Ngày hạch toán', 'day'],
      ['Mô tả giao dịch', 'content'],
      ['Nợ', 'debit'],
      ['Có', 'credit'],
      ['Số dư TK', 'balance'],
      ['Số giao dịch', 'document'],
      ['Số tài khoản đối ứng', 'counterAccount'],
      ['Tên tài khoản đối ứng', 'counterName'],
    ],
    numbers: 'comma',
    day: (day, time) => `${slashed(day)} ${time}`,
    labels: LABELS,
    printsDayOnce: true,
    below: [],
  },
  {
    bank: 'bidv',
    bin: '970418',
    sheet: 'BaoCao',
    above: [
      ['NGÂN HÀNG TMCP ĐẦU TƯ VÀ PHÁT TRIỂN VIỆT NAM'],
      ['BÁO CÁO CHI TIẾT SỐ DƯ TÀI KHOẢN'],
      ['SỐ TÀI KHOẢN CŨ', null, '31010000999888'],
      ['SỐ TÀI KHOẢN', null, '{account}'],
      ['TỪ NGÀY', '{from}', 'ĐẾN NGÀY', '{to}'],
    ],
    columns: [
      ['STT', 'ordinal'],
      ['Ngày hiệu lực', 'day'],
      ['Số tham chiếu/\nMã GD', 'document'],
      ['Ghi nợ', 'debit'],
      ['Ghi có', 'credit'],
      ['Số dư', 'balance'],
      ['Mô tả', 'content'],
    ],
    numbers: 'dotDecimals',
    day: slashed,
    labels: { opening: 'DƯ ĐẦU', closing: 'DƯ CUỐI', total: 'Cộng phát sinh' },
    below: ['Ngày in 23/11/2026'],
  },
  {
    bank: 'agribank',
    bin: '970405',
    sheet: 'Sheet1',
    above: [
      ['AGRIBANK - Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam'],
      ['SAO KÊ TÀI KHOẢN/STATEMENT OF ACCOUNT'],
      ['Số tài khoản/Account No.: {account}', null, 'Loại tiền/Ccy: VND'],
      ['Từ ngày/From {from}', null, 'Đến ngày/To {to}'],
    ],
    columns: [
      ['Ngày/\nDate', 'day'],
      ['Ghi chú/\nRemark', 'content'],
      ['Nợ/Dr', 'debit'],
      ['Có/Cr', 'credit'],
      ['Số dư/\nBalance', 'balance'],
      ['Số tham chiếu/\nRef. no', 'document'],
    ],
    numbers: 'comma',
    day: slashed,
    labels: { ...LABELS, total: 'Tổng cộng/Total' },
    below: ['Người in: GDV01 Thời gian in: 23/11/2026 09:00'],
  },
  {
    bank: 'mb',
    bin: '970422',
    sheet: 'Sheet1',
    above: [
      ['NGÂN HÀNG TMCP QUÂN ĐỘI'],
      ['SAO KÊ CHI TIẾT TÀI KHOẢN'],
      ['Số tài khoản: {account}'],
      ['Thời gian: {from} - {to}'],
    ],
    columns: [
      ['NGÀY HẠCH TOÁN', 'day'],
      ['NGÀY GIAO DỊCH', 'otherDay'],
      ['BÚT TOÁN', 'document'],
      ['PHÁT SINH NỢ', 'debit'],
      ['PHÁT SINH CÓ', 'credit'],
      ['SỐ DƯ', 'balance'],
      ['NỘI DUNG', 'content'],
      ['Đơn vị thụ hưởng/Đơn vị chuyển', 'counterName'],
      ['Ngân hàng đối tác', 'empty'],
    ],
    numbers: 'commaVnd',
    day: slashed,
    labels: { ...LABELS, total: '' },
    below: [],
  },
  {
    bank: 'acb',
    bin: '970416',
    sheet: 'Statement',
    above: [
      ['NGÂN HÀNG TMCP Á CHÂU'],
      ['BẢNG SAO KÊ GIAO DỊCH'],
      ['Số tài khoản', null, '{account}'],
      ['Từ ngày', '{from}', 'đến ngày', '{to}'],
    ],
    columns: [
      ['Ngày hiệu lực', 'otherDay'],
      ['Ngày giao dịch', 'day'],
      ['Số GD', 'document'],
      ['Nội dung giao dịch', 'content'],
      ['Số tiền rút ra', 'debit'],
      ['Số tiền gửi vào', 'credit'],
      ['Số dư', 'balance'],
    ],
    numbers: 'dot',
    day: slashed,
    labels: { opening: 'SỐ DƯ ĐẦU', closing: 'SỐ DƯ CUỐI', total: 'Tổng cộng' },
    order: 'newestFirst',
    below: ['Chứng từ này được in từ ACB ONE'],
  },
  {
    bank: 'tpbank',
    bin: '970423',
    sheet: 'VN',
    above: [
      ['TPBank - Ngân hàng TMCP Tiên Phong'],
      ['LỊCH SỬ GIAO DỊCH'],
      ['Số tài khoản:', '{account}'],
      ['Chủ tài khoản:', 'BQL CHO DONG VAN'],
      ['Loại tiền:', 'VND'],
      ['Từ ngày:', '{from}'],
      ['Đến ngày:', '{to}'],
      [],
    ],
    columns: [
      ['Ngày thực hiện', 'day'],
      ['Ngày hiệu lực', 'otherDay'],
      ['Mô tả giao dịch', 'content'],
      ['Ghi nợ', 'debit'],
      ['Ghi có', 'credit'],
      ['Số dư', 'balance'],
      ['Tài khoản đối ứng', 'counterAccount'],
      ['Tên tài khoản', 'counterName'],
      ['Mã giao dịch', 'document'],
    ],
    numbers: 'comma',
    day: (day, time) => `${day.split('-').reverse().join('-')} ${time}`,
    labels: LABELS,
    below: [],
  },
  {
    bank: 'msb',
    bin: '970426',
    sheet: 'Sheet1',
    above: [
      ['NGÂN HÀNG TMCP HÀNG HẢI VIỆT NAM (MSB)'],
      ['SAO KÊ TÀI KHOẢN'],
      ['Số TK: {account}'],
      ['Từ {from} đến {to}'],
    ],
    columns: [
      ['Ngày giao dịch', 'day'],
      ['Số bút toán', 'document'],
      ['Người hưởng/Người chuyển', 'counterName'],
      ['Diễn giải', 'content'],
      ['Nợ', 'debit'],
      ['Có', 'credit'],
    ],
    numbers: 'comma',
    day: slashed,
    labels: LABELS,
    below: [],
  },
  {
    bank: 'vib',
    bin: '970441',
    sheet: 'CURRENTACCOUNTSTATEMENT',
    above: [
      ['VIB - Ngân hàng TMCP Quốc tế Việt Nam'],
      ['Account number', '{account}'],
      ['Từ ngày {from} đến ngày {to}'],
    ],
    columns: [
      ['Ngày giao dịch', 'day'],
      ['Số chứng từ', 'document'],
      ['Diễn giải', 'content'],
      ['Ghi nợ', 'debit'],
      ['Ghi có', 'credit'],
      ['Số dư', 'balance'],
    ],
    numbers: 'dot',
    day: slashed,
    labels: LABELS,
    below: [],
  },
];
