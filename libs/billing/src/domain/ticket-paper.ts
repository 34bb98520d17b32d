import {
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

export interface PrintedTicket {
  readonly number: string;
  readonly boardName: string;
  readonly marketName: string;
  readonly on: BusinessDate;
  /** What it is of, in Vietnamese: the fee, the goods, the carrier, the roof. */
  readonly words: readonly string[];
  /** `6 m² × 2.000 đ/m²/ngày`. */
  readonly sum: string;
  readonly amount: Vnd;
  readonly taxAmount: Vnd;
  readonly decisionNumber: string;
  readonly issuedByName: string;
  readonly state: 'waiting' | 'paid' | 'void';
  readonly paidBy: 'bank' | 'cash' | 'settlement' | null;
  /** Of a ticket to be paid by transfer. */
  readonly qr: { readonly matrix: QrMatrix; readonly purpose: string } | null;
}

const NOTE = 'Chứng từ nội bộ của đơn vị quản lý chợ, không phải vé hay hóa đơn thuế.';

/** Phiếu nộp tiền theo phiên, for the roll of a thermal printer or a sheet. */
export function ticketPaper(ticket: PrintedTicket, size: PaperSize): Paper {
  const { number, boardName, marketName, on } = ticket;
  const center = { kind: 'paragraph', align: 'center' } as const;
  return {
    title: 'Phiếu nộp tiền theo phiên',
    number,
    size,
    blocks: [
      { ...center, text: [bold(boardName)] },
      { ...center, text: marketName },
      { kind: 'title', text: 'PHIẾU NỘP TIỀN', subtitle: `Phiên ngày ${formatDate(on)}` },
      { ...center, text: [bold(`Số: ${number}`)] },
      { ...center, text: [bold(stateWords(ticket))] },
      factsOf(ticket),
      ...qrOf(ticket),
      { kind: 'paragraph', text: [{ text: NOTE, isItalic: true }] },
    ],
  };
}

const bold = (text: string) => ({ text, isBold: true });

function stateWords({ state, paidBy }: PrintedTicket): string {
  if (state === 'void') return 'ĐÃ HỦY: KHÔNG CÒN GIÁ TRỊ';
  if (state === 'waiting') return 'CHƯA NỘP, CHỜ NGÂN HÀNG';
  if (paidBy === 'settlement') return 'ĐÃ NỘP QUA VÍ';
  return paidBy === 'bank' ? 'ĐÃ NỘP QUA NGÂN HÀNG' : 'ĐÃ NỘP TIỀN MẶT';
}

function factsOf(ticket: PrintedTicket): PaperBlock {
  const { words, sum, amount, taxAmount, decisionNumber, issuedByName } = ticket;
  const tax = taxAmount > 0 ? [{ label: 'Trong đó thuế GTGT', value: formatVnd(taxAmount) }] : [];
  return {
    kind: 'fields',
    fields: [
      { label: 'Nộp cho', value: words.join(', ') },
      { label: 'Cách tính', value: sum },
      { label: 'Số tiền', value: [bold(formatVnd(amount))] },
      { label: 'Bằng chữ', value: [{ text: vndInWords(amount), isItalic: true }] },
      ...tax,
      { label: 'Theo quyết định', value: decisionNumber },
      { label: 'Người thu', value: issuedByName },
    ],
  };
}

function qrOf({ qr, state }: PrintedTicket): PaperBlock[] {
  if (!qr || state !== 'waiting') return [];
  const beside = [[bold('Quét mã để nộp đúng số tiền')], `Nội dung: ${qr.purpose}`];
  return [{ kind: 'qr', matrix: qr.matrix, sideMm: 38, beside }];
}
