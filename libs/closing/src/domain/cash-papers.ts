import {
  formatDate,
  formatVnd,
  lastDayOf,
  vndInWords,
  type Month,
  type Paper,
  type PaperColumn,
  type Vnd,
} from '@cho40/kernel';
import type { CashBook, CashBookRow, SafeMovement } from './cash-book';

/** Whose safe it is. */
export interface SafeOwner {
  readonly boardName: string;
  readonly cashierName: string;
}

const PURPOSES: Readonly<Record<string, string>> = {
  'hand-in': 'Nộp tiền chợ đã thu vào quỹ',
  surplus: 'Tiền thừa khi đếm, chờ xử lý',
  'paid-back': 'Nộp bù tiền thiếu',
  'given-back': 'Trả lại tiền thừa',
  deposit: 'Nộp tiền mặt vào tài khoản ngân hàng',
  'deposit-untied': 'Gỡ giao dịch nộp tiền mặt gắn nhầm',
  'count-short': 'Thiếu khi kiểm kê quỹ, ghi tên thủ quỹ',
  'count-over': 'Thừa khi kiểm kê quỹ, chờ xử lý',
  refund: 'Hoàn trả tiền chợ nộp thừa',
  'refund-back': 'Nhập lại quỹ tiền hoàn trả',
};
const purposeOf = ({ purpose }: SafeMovement) => PURPOSES[purpose] ?? purpose;
const paperMonth = (month: Month) => `${month.slice(5)}/${month.slice(0, 4)}`;
const sum = (amount: Vnd) => formatVnd(amount).replace(/\s*đ$/, '');

const BOOK_COLUMNS: readonly PaperColumn[] = [
  { title: 'Ngày ghi sổ', width: 10 },
  { title: 'Số phiếu thu', width: 13 },
  { title: 'Số phiếu chi', width: 13 },
  { title: 'Diễn giải', width: 34 },
  { title: 'Thu', width: 12, align: 'right' },
  { title: 'Chi', width: 12, align: 'right' },
  { title: 'Tồn quỹ', width: 13, align: 'right' },
];

/** Sổ quỹ tiền mặt (mẫu S07-X) of a month, landscape, with the cashier's and accountant's places. */
export function cashBookPaper(book: CashBook, boardName: string): Paper {
  const month = paperMonth(book.month);
  return {
    title: `Sổ quỹ tiền mặt tháng ${month}`,
    number: 'S07-X',
    size: 'A4',
    isLandscape: true,
    blocks: [
      { kind: 'paragraph', text: [{ text: boardName, isBold: true }] },
      { kind: 'paragraph', text: 'Mẫu số S07-X', align: 'right' },
      { kind: 'title', text: 'SỔ QUỸ TIỀN MẶT', subtitle: `Tháng ${month}. Đơn vị tính: đồng` },
      {
        kind: 'table',
        columns: BOOK_COLUMNS,
        rows: [
          ['', '', '', 'Số dư đầu tháng', '', '', sum(book.opening)],
          ...book.rows.map(bookRow),
          ['', '', '', 'Cộng phát sinh trong tháng', sum(book.takenIn), sum(book.paidOut), ''],
        ],
        total: ['', '', '', 'Số dư cuối tháng', '', '', sum(book.closing)],
      },
      {
        kind: 'paragraph',
        text: `Tồn quỹ cuối ngày ${formatDate(lastDayOf(book.month))} bằng chữ: ${vndInWords(book.closing)}.`,
      },
      {
        kind: 'signatures',
        columns: [{ role: 'Thủ quỹ' }, { role: 'Kế toán' }, { role: 'Thủ trưởng đơn vị' }],
      },
    ],
  };
}

function bookRow(row: CashBookRow): string[] {
  const [number, amount] = [row.number, sum(row.amount)];
  const isIn = row.kind === 'in';
  return [
    formatDate(row.on),
    isIn ? number : '',
    isIn ? '' : number,
    `${purposeOf(row)}: ${row.personName}`,
    isIn ? amount : '',
    isIn ? '' : amount,
    sum(row.balance),
  ];
}

/**
 * Phiếu thu (mẫu C40-BB) or phiếu chi (mẫu C41-BB) of one movement of the safe, in the form of
 * circular 107/2017/TT-BTC, annex I; on A5, as these are filed.
 */
export function slipPaper(slip: SafeMovement, { boardName, cashierName }: SafeOwner): Paper {
  const isIn = slip.kind === 'in';
  const title = isIn ? 'Phiếu thu' : 'Phiếu chi';
  return {
    title,
    number: slip.number,
    size: 'A5',
    isLandscape: true,
    blocks: [
      { kind: 'paragraph', text: [{ text: boardName, isBold: true }] },
      {
        kind: 'paragraph',
        text: `Mẫu số ${isIn ? 'C40-BB' : 'C41-BB'}\nSố: ${slip.number}`,
        align: 'right',
      },
      { kind: 'title', text: title.toUpperCase(), subtitle: inWords(slip) },
      {
        kind: 'fields',
        fields: [
          { label: isIn ? 'Họ và tên người nộp' : 'Họ và tên người nhận', value: slip.personName },
          { label: isIn ? 'Lý do nộp' : 'Lý do chi', value: purposeOf(slip) },
          { label: 'Số tiền', value: formatVnd(slip.amount) },
          { label: 'Bằng chữ', value: vndInWords(slip.amount) },
        ],
      },
      {
        kind: 'signatures',
        columns: [
          { role: 'Thủ trưởng đơn vị' },
          { role: 'Kế toán' },
          { role: isIn ? 'Người nộp' : 'Người nhận', name: slip.personName },
          { role: 'Thủ quỹ', name: cashierName },
        ],
      },
    ],
  };
}

function inWords({ on }: SafeMovement): string {
  const [year, month, day] = on.split('-');
  return `Ngày ${day} tháng ${month} năm ${year}`;
}
