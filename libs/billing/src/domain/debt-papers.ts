import {
  addDays,
  formatDate,
  formatVnd,
  vndInWords,
  type BusinessDate,
  type Month,
  type Paper,
  type PaperBlock,
  type Vnd,
} from '@cho40/kernel';
import { formatMonth, inColumn, nationalHeading, type PaperIssuer } from './bill-paper';
import type { EntryKind, LeaseStatement, StatementEntry } from './lease-statement';

export interface Debtor extends PaperIssuer {
  readonly stallCode: string;
  readonly payerName: string;
  readonly leaseNumber: string;
  readonly leaseFrom: BusinessDate;
}

export interface DebtLine {
  readonly code: string;
  readonly period: Month;
  readonly dueOn: BusinessDate;
  readonly open: Vnd;
}

export type NoticeLevel = 1 | 2 | 3;

export interface DebtPaper {
  readonly number: string;
  readonly level: NoticeLevel | null;
  readonly asOf: BusinessDate;
  readonly payBy: BusinessDate | null;
  readonly amount: Vnd;
  readonly lines: readonly DebtLine[];
}

// A notice gives a week; the next one waits until that week is over.
const DAYS_TO_PAY = 7;

export interface MadeNotice {
  readonly level: NoticeLevel;
  readonly payBy: BusinessDate;
  readonly lines: readonly { readonly code: string }[];
}

export type NextNotice =
  | { readonly kind: 'notice'; readonly level: NoticeLevel; readonly payBy: BusinessDate }
  | { readonly kind: 'no-debt' }
  | { readonly kind: 'too-soon'; readonly payBy: BusinessDate };

/**
 * Which notice comes next: one level above the last that named a debt still open, at most the
 * third; the first again once all those are paid. `last` is the newest one of the lease.
 */
export function nextNotice(
  overdue: readonly DebtLine[],
  last: MadeNotice | null,
  today: BusinessDate,
): NextNotice {
  if (overdue.length === 0) return { kind: 'no-debt' };
  const payBy = addDays(today, DAYS_TO_PAY);
  const isStillOpen = last?.lines.some(({ code }) => overdue.some((line) => line.code === code));
  if (!last || !isStillOpen) return { kind: 'notice', level: 1, payBy };
  if (today <= last.payBy) return { kind: 'too-soon', payBy: last.payBy };
  return { kind: 'notice', level: last.level === 1 ? 2 : 3, payBy };
}

/** `07/2026/TB-CN`, `02/2026/BB-ĐCCN`: each kind counts from one in its year. */
export function debtPaperNumber(kind: 'notice' | 'confirmation', year: number, serial: number) {
  const ending = kind === 'notice' ? 'TB-CN' : 'BB-ĐCCN';
  return `${String(serial).padStart(2, '0')}/${year}/${ending}`;
}

const WARNINGS: Readonly<Record<NoticeLevel, string>> = {
  1: 'Đề nghị ông (bà) nộp đủ số tiền trên trong thời hạn đã ghi.',
  2:
    'Đơn vị quản lý chợ đã thông báo lần 1 nhưng ông (bà) chưa nộp đủ. Đề nghị ông (bà) nộp ngay ' +
    'trong thời hạn đã ghi hoặc đến làm việc để thống nhất cách trả.',
  3:
    'Đây là thông báo lần cuối. Quá thời hạn đã ghi mà ông (bà) không nộp, đơn vị quản lý chợ sẽ ' +
    'xử lý theo hợp đồng và nội quy chợ.',
};

/** Thông báo nợ lần 1, 2, 3. */
export function debtNotice(debtor: Debtor, paper: DebtPaper): Paper {
  const level = paper.level ?? 1;
  const title = `Thông báo nợ lần ${level}`;
  return {
    title,
    number: paper.number,
    size: 'A4',
    blocks: [
      nationalHeading(debtor, paper.asOf, paper.number),
      {
        kind: 'title',
        text: 'THÔNG BÁO NỢ TIỀN SỬ DỤNG DIỆN TÍCH BÁN HÀNG',
        subtitle: `Lần ${level}`,
      },
      { kind: 'paragraph', text: ['Kính gửi: Ông (bà) ', debtor.payerName].join('') },
      ...whichLease(debtor),
      {
        kind: 'paragraph',
        text: `Tính đến hết ngày ${formatDate(paper.asOf)}, ông (bà) còn nợ các khoản đã quá hạn nộp sau:`,
      },
      linesTable(paper),
      inWords(paper.amount),
      {
        kind: 'paragraph',
        text: [
          { text: 'Thời hạn nộp: trước hết ngày ' },
          { text: paper.payBy ? formatDate(paper.payBy) : '', isBold: true },
          { text: `. ${WARNINGS[level]}` },
        ],
      },
      {
        kind: 'signatures',
        columns: [
          { role: 'NGƯỜI NHẬN THÔNG BÁO' },
          { role: 'ĐẠI DIỆN ĐƠN VỊ QUẢN LÝ CHỢ', hint: 'Ký, ghi rõ họ tên, đóng dấu' },
        ],
      },
    ],
  };
}

/** Biên bản đối chiếu công nợ: both sides sign what is owed on a day. */
export function debtConfirmation(debtor: Debtor, paper: DebtPaper): Paper {
  return {
    title: 'Biên bản đối chiếu công nợ',
    number: paper.number,
    size: 'A4',
    blocks: [
      nationalHeading(debtor, paper.asOf, paper.number),
      {
        kind: 'title',
        text: 'BIÊN BẢN ĐỐI CHIẾU CÔNG NỢ',
        subtitle: `Tính đến hết ngày ${formatDate(paper.asOf)}`,
      },
      { kind: 'paragraph', text: [{ text: 'Bên A: ', isBold: true }, { text: debtor.boardName }] },
      { kind: 'paragraph', text: [{ text: 'Bên B: ', isBold: true }, { text: debtor.payerName }] },
      ...whichLease(debtor),
      { kind: 'paragraph', text: 'Hai bên cùng đối chiếu và xác nhận số tiền bên B còn nợ bên A:' },
      linesTable(paper),
      inWords(paper.amount),
      {
        kind: 'paragraph',
        text:
          'Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản. Quá 05 ngày làm ' +
          'việc kể từ ngày nhận mà bên B không có ý kiến thì số liệu trên được coi là đúng.',
      },
      {
        kind: 'signatures',
        columns: [
          { role: 'ĐẠI DIỆN BÊN B', name: debtor.payerName },
          { role: 'KẾ TOÁN BÊN A' },
          { role: 'ĐẠI DIỆN BÊN A', hint: 'Ký, ghi rõ họ tên, đóng dấu' },
        ],
      },
    ],
  };
}

const whichLease = (debtor: Debtor): PaperBlock[] => [
  {
    kind: 'fields',
    columns: 2,
    fields: [
      { label: 'Điểm kinh doanh', value: [{ text: debtor.stallCode, isBold: true }] },
      { label: 'Chợ', value: debtor.marketName },
      { label: 'Hợp đồng số', value: debtor.leaseNumber },
      { label: 'Từ ngày', value: formatDate(debtor.leaseFrom) },
    ],
  },
];

const linesTable = ({ lines, amount }: DebtPaper): PaperBlock => ({
  kind: 'table',
  columns: [
    { title: 'TT', width: 2, align: 'center' },
    { title: 'Kỳ thu', width: 5, align: 'center' },
    { title: 'Thông báo số', width: 8 },
    { title: 'Hạn nộp', width: 6, align: 'center' },
    { title: 'Còn nợ (đ)', width: 7, align: 'right' },
  ],
  rows: lines.map(({ code, period, dueOn, open }, at) => [
    String(at + 1),
    formatMonth(period),
    code,
    formatDate(dueOn),
    inColumn(open),
  ]),
  total: ['', 'Cộng', '', '', inColumn(amount)],
});

const inWords = (amount: Vnd): PaperBlock => ({
  kind: 'paragraph',
  text: [{ text: 'Bằng chữ: ' }, { text: `${vndInWords(amount)}.`, isItalic: true }],
});

const ENTRY_WORDS: Readonly<Record<EntryKind, string>> = {
  billed: 'Phải nộp',
  paid: 'Đã nộp',
  relieved: 'Miễn, giảm',
  other: 'Khác',
};

/** What an entry is, in words: `Phải nộp kỳ 10/2026 (SKX…)`. */
export function entryInWords({ kind, isUndo, code, period, reason }: StatementEntry): string {
  const of = period ? ` kỳ ${formatMonth(period)}` : '';
  const named = code ? ` (${code})` : '';
  const undone = isUndo ? 'Hủy: ' : '';
  const why = isUndo && reason ? `: ${reason}` : '';
  return `${undone}${ENTRY_WORDS[kind]}${of}${named}${why}`;
}

/** Sổ chi tiết công nợ of one lease, as it stood at the end of a day. */
export function statementPaper(
  debtor: Debtor,
  statement: LeaseStatement,
  asOf: BusinessDate,
): Paper {
  return {
    title: 'Sổ chi tiết công nợ',
    size: 'A4',
    blocks: [
      nationalHeading(debtor, asOf),
      {
        kind: 'title',
        text: 'SỔ CHI TIẾT CÔNG NỢ',
        subtitle: `Tính đến hết ngày ${formatDate(asOf)}`,
      },
      { kind: 'paragraph', text: `Người nộp: ${debtor.payerName}` },
      ...whichLease(debtor),
      {
        kind: 'table',
        columns: [
          { title: 'Ngày', width: 5, align: 'center' },
          { title: 'Diễn giải', width: 14 },
          { title: 'Phải nộp (đ)', width: 6, align: 'right' },
          { title: 'Đã nộp, giảm (đ)', width: 6, align: 'right' },
          { title: 'Còn lại (đ)', width: 6, align: 'right' },
        ],
        rows: statement.entries.map((entry) => [
          formatDate(entry.on),
          entryInWords(entry),
          entry.debit > 0 ? inColumn(entry.debit) : '',
          entry.credit > 0 ? inColumn(entry.credit) : '',
          inColumn(entry.balance),
        ]),
        total: ['', 'Số dư cuối ngày', '', '', inColumn(statement.balance)],
      },
      {
        kind: 'fields',
        columns: 2,
        fields: [
          { label: 'Tổng phải nộp', value: formatVnd(statement.billed) },
          { label: 'Tổng đã nộp', value: formatVnd(statement.paid) },
          { label: 'Tổng miễn, giảm', value: formatVnd(statement.relieved) },
          { label: 'Còn lại', value: [{ text: formatVnd(statement.balance), isBold: true }] },
        ],
      },
      inWords(statement.balance),
      { kind: 'signatures', columns: [{ role: 'NGƯỜI LẬP' }, { role: 'KẾ TOÁN' }] },
    ],
  };
}
