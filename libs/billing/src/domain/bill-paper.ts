import {
  formatDate,
  formatVnd,
  vndInWords,
  type BusinessDate,
  type Month,
  type Paper,
  type PaperBlock,
  type PaperSize,
  type PaperText,
  type QrMatrix,
  type Vnd,
} from '@cho40/kernel';

export interface PaperIssuer {
  readonly boardName: string;
  readonly marketName: string;
  /** The commune the market lies in today: above the board, and the place of its papers. */
  readonly communeName: string | null;
}

export interface PrintedLine {
  readonly feeName: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: Vnd;
  readonly serviceFrom: BusinessDate;
  readonly serviceTo: BusinessDate;
  /** What is owed, after relief. */
  readonly amount: Vnd;
  /** Let off at issue or later. */
  readonly relief: Vnd;
  readonly paid: Vnd;
  readonly decisionNumber: string | null;
  readonly decisionIssuedOn: BusinessDate | null;
  readonly decisionIssuer: string | null;
}

export interface PrintedBill extends PaperIssuer {
  readonly code: string;
  readonly period: Month;
  readonly stallCode: string;
  readonly zoneName: string;
  readonly payerName: string;
  readonly leaseNumber: string;
  readonly total: Vnd;
  readonly relieved: Vnd;
  readonly paid: Vnd;
  readonly due: Vnd;
  readonly dueOn: BusinessDate;
  readonly issuedOn: BusinessDate;
  /** A void bill is printed as one: it says so, and nothing on it can be paid. */
  readonly voidedOn: BusinessDate | null;
  readonly voidReason: string | null;
  readonly lines: readonly PrintedLine[];
}

/** How a bill is paid through the bank; none when nothing is due or the board has no account. */
export interface PayByCode {
  readonly matrix: QrMatrix;
  readonly bank: string;
  readonly account: string;
  readonly holderName: string;
  readonly purpose: string;
}

/** Thông báo nộp tiền, as it is handed to the vendor; on a roll with what its width holds. */
export function billPaper(bill: PrintedBill, pay: PayByCode | null, size: PaperSize): Paper {
  const isRoll = size.startsWith('roll');
  return {
    title: 'Thông báo nộp tiền',
    number: bill.code,
    size,
    blocks: [
      nationalHeading(bill, bill.issuedOn, `${bill.code}/TB`),
      {
        kind: 'title',
        text: 'THÔNG BÁO NỘP TIỀN',
        subtitle: `Kỳ thu tháng ${formatMonth(bill.period)}`,
      },
      ...voidOf(bill),
      factsOf(bill),
      ...decisionsOf(bill),
      isRoll ? rollLines(bill) : sheetLines(bill),
      ...(bill.voidedOn ? [] : sumsOf(bill)),
      ...(pay && !bill.voidedOn ? [payBlock(pay, isRoll)] : []),
      { kind: 'paragraph', text: [{ text: NOTE, isItalic: true }] },
    ],
  };
}

function voidOf({ voidedOn, voidReason }: PrintedBill): PaperBlock[] {
  if (!voidedOn) return [];
  const text = `ĐÃ HỦY NGÀY ${formatDate(voidedOn)}: KHÔNG NỘP THEO THÔNG BÁO NÀY`;
  const said: PaperBlock = { kind: 'paragraph', text: [{ text, isBold: true }], align: 'center' };
  const why: PaperBlock = { kind: 'paragraph', text: `Lý do hủy: ${voidReason}`, align: 'center' };
  return voidReason ? [said, why] : [said];
}

const NOTE =
  'Thông báo này không phải là hóa đơn. Chỉ nộp vào tài khoản của đơn vị quản lý chợ ghi trên đây ' +
  'hoặc cho người thu tiền có phiếu thu.';

export const formatMonth = (period: Month): string => period.split('-').reverse().join('/');

export function nationalHeading(
  issuer: PaperIssuer,
  on: BusinessDate,
  number?: string,
): PaperBlock {
  const above = issuer.communeName ? [`Ủy ban nhân dân ${lowerFirst(issuer.communeName)}`] : [];
  const place = issuer.communeName?.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /, '');
  return {
    kind: 'national-heading',
    issuer: [...above, issuer.boardName],
    number,
    place: place ?? issuer.marketName,
    on,
  };
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function factsOf(bill: PrintedBill): PaperBlock {
  return {
    kind: 'fields',
    columns: 2,
    fields: [
      { label: 'Người nộp', value: [{ text: bill.payerName, isBold: true }] },
      { label: 'Điểm kinh doanh', value: [{ text: bill.stallCode, isBold: true }] },
      { label: 'Chợ', value: bill.marketName },
      { label: 'Khu', value: bill.zoneName },
      { label: 'Hợp đồng số', value: bill.leaseNumber },
      { label: 'Hạn nộp', value: [{ text: formatDate(bill.dueOn), isBold: true }] },
    ],
  };
}

/** Each price comes from a decision (design/product.md, principle 4). */
function decisionsOf({ lines }: PrintedBill): PaperBlock[] {
  const cited = lines.flatMap(({ decisionNumber, decisionIssuedOn, decisionIssuer }) => {
    if (!decisionNumber) return [];
    const day = decisionIssuedOn ? ` ngày ${formatDate(decisionIssuedOn)}` : '';
    return [
      `Quyết định số ${decisionNumber}${day}${decisionIssuer ? ` của ${decisionIssuer}` : ''}`,
    ];
  });
  if (cited.length === 0) return [];
  return [{ kind: 'paragraph', text: `Căn cứ ${[...new Set(cited)].join('; ')}.` }];
}

// Numbers as on Vietnamese paper: 1.250,5.
const formatNumber = (value: number) => {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction ? `${grouped},${fraction}` : grouped;
};
/** A sum in a column that says đồng. */
export const inColumn = (amount: Vnd): string => formatVnd(amount).replace(' đ', '');
const span = ({ serviceFrom, serviceTo }: PrintedLine) =>
  `${formatDate(serviceFrom)} – ${formatDate(serviceTo)}`;

const UNITS: Readonly<Record<string, string>> = {
  'm2-month': 'm²/tháng',
  'point-month': 'điểm/tháng',
  'm2-day': 'm²/ngày',
  visit: 'lượt',
  session: 'phiên',
  kwh: 'kWh',
  m3: 'm³',
};

const priceOf = ({ quantity, unit, unitPrice }: PrintedLine) =>
  UNITS[unit] ? `${formatNumber(quantity)} × ${inColumn(unitPrice)} đ/${UNITS[unit]}` : '';

function sheetLines({ lines, total }: PrintedBill): PaperBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 2, align: 'center' },
      { title: 'Khoản thu', width: 9 },
      { title: 'Thời gian', width: 9 },
      { title: 'Số lượng × giá', width: 10 },
      { title: 'Miễn, giảm', width: 5, align: 'right' },
      { title: 'Số tiền (đ)', width: 6, align: 'right' },
    ],
    rows: lines.map((line, at) => [
      String(at + 1),
      line.feeName,
      span(line),
      priceOf(line),
      line.relief > 0 ? inColumn(line.relief) : '',
      inColumn(line.amount),
    ]),
    total: ['', 'Cộng', '', '', '', inColumn(total)],
  };
}

function rollLines({ lines, total }: PrintedBill): PaperBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Khoản thu', width: 3 },
      { title: 'Số tiền', width: 2, align: 'right' },
    ],
    rows: lines.map((line) => [
      [line.feeName, span(line), line.relief > 0 ? `Miễn, giảm ${formatVnd(line.relief)}` : '']
        .filter((part) => part !== '')
        .join('\n'),
      formatVnd(line.amount),
    ]),
    total: ['Cộng', formatVnd(total)],
  };
}

function sumsOf({ relieved, paid, due, total }: PrintedBill): PaperBlock[] {
  const less: [string, Vnd][] = [
    ['Đã miễn, giảm', relieved],
    ['Đã nộp', paid],
  ];
  const fields = less
    .filter(([, amount]) => amount > 0)
    .map(([label, amount]) => ({ label, value: formatVnd(amount) as PaperText }));
  const left = { label: 'Còn phải nộp', value: [{ text: formatVnd(due), isBold: true }] };
  const words = { label: 'Bằng chữ', value: [{ text: vndInWords(due), isItalic: true }] };
  const shown = due === total ? [{ ...left, label: 'Phải nộp' }, words] : [...fields, left, words];
  return [{ kind: 'fields', fields: shown }];
}

function payBlock({ matrix, bank, account, holderName, purpose }: PayByCode, isRoll: boolean) {
  return {
    kind: 'qr',
    matrix,
    sideMm: isRoll ? 44 : 36,
    beside: [
      [{ text: 'Quét mã bằng ứng dụng ngân hàng để nộp', isBold: true }],
      `${bank} · ${account}`,
      holderName,
      `Nội dung: ${purpose}`,
    ],
  } satisfies PaperBlock;
}
