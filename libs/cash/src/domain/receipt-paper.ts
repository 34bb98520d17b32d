import {
  businessDateOf,
  formatDate,
  formatVnd,
  vndInWords,
  type BusinessDate,
  type Paper,
  type PaperBlock,
  type PaperSize,
  type QrMatrix,
  type Vnd,
} from '@cho40/kernel';
import { writtenCheckCode } from './check-code';

/** How the money came: into a collector's hand, onto an account of the board, or by a wallet. */
export type PrintedWay =
  | { readonly kind: 'cash'; readonly collectorName: string; readonly takenOn: BusinessDate }
  | (PrintedDates & {
      readonly kind: 'bank';
      readonly bankName: string;
      readonly accountNumber: string;
      readonly reference: string | null;
    })
  | (PrintedDates & {
      readonly kind: 'wallet';
      readonly walletName: string;
      readonly transactionId: string;
    });

interface PrintedDates {
  /** The payer's act, the bank's booking and our own. */
  readonly paidAt: Date;
  readonly bookedOn: BusinessDate;
  readonly recordedAt: Date;
  /** Who made the receipt out; null: the program. */
  readonly issuedByName: string | null;
}

export interface PrintedPart {
  readonly period: string;
  readonly feeName: string;
  readonly amount: Vnd;
}

/** Where and by which code anybody may check the receipt. */
export interface PrintedCheck {
  readonly code: string;
  readonly address: string;
  readonly matrix: QrMatrix;
}

export interface PrintedReceipt {
  readonly number: string;
  readonly boardName: string;
  readonly marketName: string;
  readonly stallCode: string | null;
  readonly payerName: string | null;
  readonly amount: Vnd;
  readonly issuedOn: BusinessDate;
  readonly way: PrintedWay;
  readonly paidFor: readonly PrintedPart[];
  /** What no bill needed yet. */
  readonly credit: Vnd;
  readonly undoneOn: BusinessDate | null;
  readonly check: PrintedCheck;
}

const NOTE =
  'Chứng từ nội bộ của đơn vị quản lý chợ, không phải hóa đơn thuế. Khoản nộp được tính khi số phiếu ' +
  'còn giá trị tại trang kiểm tra.';

/**
 * Phiếu thu of cash or biên nhận of a transfer: what was paid, in figures and words, for what, and
 * the code that proves it; on a sheet with signatures, on a roll as a slip. One that was undone says
 * so above everything else.
 */
export function receiptPaper(receipt: PrintedReceipt, size: PaperSize): Paper {
  const isRoll = size.startsWith('roll');
  const title = receipt.way.kind === 'cash' ? 'Phiếu thu' : 'Biên nhận chuyển khoản';
  return {
    title,
    number: receipt.number,
    size,
    blocks: [
      ...headOf(receipt, isRoll),
      { kind: 'title', text: title.toLocaleUpperCase('vi'), subtitle: dayInWords(receipt) },
      ...undoneOf(receipt),
      factsOf(receipt),
      { kind: 'fields', columns: isRoll ? 1 : 2, fields: wayOf(receipt.way) },
      ...partsOf(receipt, isRoll),
      checkOf(receipt.check, isRoll),
      ...(isRoll ? [] : [signaturesOf(receipt)]),
      { kind: 'paragraph', text: [{ text: NOTE, isItalic: true }] },
    ],
  };
}

function headOf({ boardName, marketName, number }: PrintedReceipt, isRoll: boolean): PaperBlock[] {
  const align = isRoll ? 'center' : 'left';
  return [
    { kind: 'paragraph', text: [{ text: boardName, isBold: true }], align },
    { kind: 'paragraph', text: marketName, align },
    { kind: 'paragraph', text: `Số: ${number}`, align: isRoll ? 'center' : 'right' },
  ];
}

function dayInWords({ issuedOn }: PrintedReceipt): string {
  const [year, month, day] = issuedOn.split('-');
  return `Ngày ${day} tháng ${month} năm ${year}`;
}

function undoneOf({ undoneOn }: PrintedReceipt): PaperBlock[] {
  if (!undoneOn) return [];
  const text = `ĐÃ GỠ NGÀY ${formatDate(undoneOn)}: KHÔNG CÒN GIÁ TRỊ`;
  return [{ kind: 'paragraph', text: [{ text, isBold: true }], align: 'center' }];
}

function factsOf({ payerName, stallCode, amount }: PrintedReceipt): PaperBlock {
  const payer = payerName ? [{ label: 'Người nộp', value: [bold(payerName)] }] : [];
  const stall = stallCode ? [{ label: 'Điểm kinh doanh', value: [bold(stallCode)] }] : [];
  return {
    kind: 'fields',
    fields: [
      ...payer,
      ...stall,
      { label: 'Số tiền', value: [bold(formatVnd(amount))] },
      { label: 'Bằng chữ', value: [{ text: vndInWords(amount), isItalic: true }] },
    ],
  };
}

const bold = (text: string) => ({ text, isBold: true });

function wayOf(way: PrintedWay) {
  if (way.kind === 'cash')
    return [
      { label: 'Hình thức', value: 'Tiền mặt' },
      { label: 'Ngày thu', value: formatDate(way.takenOn) },
    ];
  const { paidAt, bookedOn, recordedAt } = way;
  return [
    ...placeOf(way),
    { label: 'Ngày nộp', value: formatDate(businessDateOf(paidAt)) },
    { label: 'Ngân hàng ghi sổ', value: formatDate(bookedOn) },
    { label: 'Ban quản lý ghi nhận', value: formatDate(businessDateOf(recordedAt)) },
  ];
}

function placeOf(way: Exclude<PrintedWay, { kind: 'cash' }>) {
  if (way.kind === 'wallet')
    return [
      { label: 'Qua ví', value: way.walletName },
      { label: 'Mã giao dịch', value: way.transactionId },
    ];
  return [
    { label: 'Vào tài khoản', value: `${way.accountNumber}, ${way.bankName}` },
    { label: 'Mã giao dịch', value: way.reference ?? 'ngân hàng không ghi' },
  ];
}

function partsOf({ paidFor, credit, undoneOn }: PrintedReceipt, isRoll: boolean): PaperBlock[] {
  if (undoneOn) return [];
  const rows = paidFor.map(({ period, feeName, amount }) => [
    feeName,
    period.split('-').reverse().join('/'),
    formatVnd(amount),
  ]);
  if (credit > 0) rows.push(['Nộp trước, trừ vào kỳ sau', '', formatVnd(credit)]);
  if (isRoll) return [rollParts(rows)];
  const columns = [
    { title: 'Nộp cho', width: 5 },
    { title: 'Kỳ thu', width: 2 },
    { title: 'Số tiền', width: 3, align: 'right' as const },
  ];
  return [{ kind: 'table', columns, rows }];
}

function rollParts(rows: readonly string[][]): PaperBlock {
  const columns = [
    { title: 'Nộp cho', width: 3 },
    { title: 'Số tiền', width: 2, align: 'right' as const },
  ];
  const narrow = rows.map(([what = '', period = '', amount = '']) => [
    period ? `${what}\n${period}` : what,
    amount,
  ]);
  return { kind: 'table', columns, rows: narrow };
}

function checkOf({ code, address, matrix }: PrintedCheck, isRoll: boolean): PaperBlock {
  return {
    kind: 'qr',
    matrix,
    sideMm: isRoll ? 32 : 28,
    beside: [
      [bold('Quét mã để kiểm tra phiếu này')],
      `${address.replace(/^https?:\/\//, '')}/kiem-tra`,
      `Mã: ${writtenCheckCode(code)}`,
    ],
  };
}

function signaturesOf({ way, payerName }: PrintedReceipt): PaperBlock {
  const name = way.kind === 'cash' ? way.collectorName : (way.issuedByName ?? undefined);
  return {
    kind: 'signatures',
    columns: [
      { role: 'Người nộp tiền', ...(payerName ? { name: payerName } : {}) },
      { role: way.kind === 'cash' ? 'Người thu tiền' : 'Người lập', ...(name ? { name } : {}) },
    ],
  };
}
