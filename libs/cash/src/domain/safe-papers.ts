import {
  businessDateOf,
  formatDate,
  formatVnd,
  vnd,
  vndInWords,
  type Paper,
  type PaperBlock,
  type PaperColumn,
  type PaperText,
  type Vnd,
} from '@cho40/kernel';
import { NOTES, sumOfNotes, type NoteCount } from './notes';

// Written by hand where it is signed.
const PLACE = '………………';

const sum = (amount: Vnd) => formatVnd(amount).replace(/\s*đ$/, '');
const clockOf = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
/** `09 giờ 05 phút, ngày 23/11/2026`, in Vietnam. */
function momentInWords(at: Date): string {
  const [hours, minutes] = clockOf(at).split(':');
  return `${hours} giờ ${minutes} phút, ngày ${formatDate(businessDateOf(at))}`;
}

/** Cash that went from a collector to the safe. */
export interface HandInFacts {
  readonly boardName: string;
  readonly number: string | null;
  readonly collectorName: string;
  readonly cashierName: string;
  readonly amount: Vnd;
  readonly expected: Vnd;
  readonly notes: readonly NoteCount[] | null;
  readonly countedAt: Date;
}

/** Biên bản giao nhận tiền mặt: what was brought, what was counted, and the difference in words. */
export function handInPaper(facts: HandInFacts): Paper {
  const { boardName, number, collectorName, cashierName, amount, expected, notes } = facts;
  const title = 'Biên bản giao nhận tiền mặt';
  return {
    title,
    ...(number ? { number } : {}),
    size: 'A4',
    blocks: [
      heading(facts, businessDateOf(facts.countedAt)),
      { kind: 'title', text: title.toUpperCase(), subtitle: 'Nộp tiền chợ đã thu vào quỹ' },
      says(`Hôm nay, ${momentInWords(facts.countedAt)}, tại quỹ của ${boardName}, chúng tôi gồm:`),
      {
        kind: 'fields',
        fields: [
          { label: 'Bên giao (người thu tiền)', value: collectorName },
          { label: 'Bên nhận (thủ quỹ)', value: cashierName },
        ],
      },
      says('Hai bên cùng đếm và xác nhận số tiền giao nhận như sau:'),
      ...(notes && notes.length > 0 ? [notesTable(notes)] : []),
      {
        kind: 'fields',
        fields: [
          { label: 'Số tiền phải nộp theo sổ', value: formatVnd(expected) },
          { label: 'Số tiền thực đếm', value: [{ text: formatVnd(amount), isBold: true }] },
          { label: 'Bằng chữ', value: vndInWords(amount) },
          { label: 'Chênh lệch', value: differenceInWords(vnd(amount - expected)) },
        ],
      },
      says(
        'Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản. Phần chênh lệch (nếu có) được theo dõi theo tên người thu cho đến khi xử lý xong.',
      ),
      {
        kind: 'signatures',
        columns: [
          { role: 'Bên giao', name: collectorName },
          { role: 'Bên nhận', name: cashierName },
        ],
      },
    ],
  };
}

/** Cash on its way to the bank. */
export interface DepositFacts {
  readonly boardName: string;
  readonly number: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly holderName: string;
  readonly amount: Vnd;
  readonly notes: readonly NoteCount[];
  readonly carrierName: string;
  readonly cashierName: string;
  readonly leftAt: Date;
}

/** Bảng kê nộp tiền: the notes that the bank's teller counts again. */
export function depositPaper(facts: DepositFacts): Paper {
  const title = 'Bảng kê nộp tiền';
  return {
    title,
    number: facts.number,
    size: 'A4',
    blocks: [
      heading(facts, businessDateOf(facts.leftAt)),
      { kind: 'title', text: title.toUpperCase(), subtitle: 'Nộp tiền mặt vào tài khoản' },
      {
        kind: 'fields',
        fields: [
          { label: 'Người nộp tiền', value: facts.carrierName },
          { label: 'Đơn vị nộp', value: facts.boardName },
          { label: 'Nộp vào tài khoản', value: facts.accountNumber },
          { label: 'Tên tài khoản', value: facts.holderName },
          { label: 'Tại ngân hàng', value: facts.bankName },
          { label: 'Rời quỹ lúc', value: momentInWords(facts.leftAt) },
          { label: 'Nội dung', value: 'Nộp tiền chợ đã thu bằng tiền mặt' },
        ],
      },
      notesTable(facts.notes),
      { kind: 'fields', fields: [{ label: 'Bằng chữ', value: vndInWords(facts.amount) }] },
      {
        kind: 'signatures',
        columns: [
          { role: 'Người nộp tiền', name: facts.carrierName },
          { role: 'Thủ quỹ', name: facts.cashierName },
          { role: 'Giao dịch viên ngân hàng' },
        ],
      },
    ],
  };
}

/** What was counted in the safe beside the books. */
export interface SafeCountFacts {
  readonly boardName: string;
  readonly number: string;
  readonly counted: Vnd;
  readonly booked: Vnd;
  readonly notes: readonly NoteCount[];
  readonly witnessName: string;
  readonly cashierName: string;
  readonly remark: string;
  readonly countedAt: Date;
}

/**
 * Biên bản kiểm kê quỹ, with the rows of bảng kiểm kê quỹ (mẫu 08a-TT, circular 200/2014/TT-BTC,
 * annex 3): I the books, II the count by notes, III = I − II.
 */
export function safeCountPaper(facts: SafeCountFacts): Paper {
  const { boardName, number, counted, booked, witnessName, cashierName } = facts;
  const title = 'Biên bản kiểm kê quỹ';
  return {
    title,
    number,
    size: 'A4',
    blocks: [
      heading(facts, businessDateOf(facts.countedAt)),
      { kind: 'title', text: title.toUpperCase(), subtitle: 'Tiền mặt, đồng Việt Nam' },
      says(`Hôm nay, ${momentInWords(facts.countedAt)}, tại ${boardName}, chúng tôi gồm:`),
      {
        kind: 'fields',
        fields: [
          { label: 'Thủ quỹ', value: cashierName },
          { label: 'Người chứng kiến kiểm kê', value: witnessName },
        ],
      },
      says('Cùng kiểm kê quỹ tiền mặt, kết quả như sau:'),
      {
        kind: 'table',
        columns: COUNT_COLUMNS,
        rows: [
          ['I', bold('Số dư theo sổ quỹ'), '', bold(sum(booked))],
          ['II', bold('Số kiểm kê thực tế'), '', bold(sum(counted))],
          ...noteRows(facts.notes).map(([note, count, worth]) => ['', note, count, worth]),
        ],
        total: ['III', 'Chênh lệch (I − II)', '', sum(vnd(booked - counted))],
      },
      {
        kind: 'fields',
        fields: [
          { label: 'Số kiểm kê bằng chữ', value: vndInWords(counted) },
          { label: 'Chênh lệch', value: differenceInWords(vnd(counted - booked)) },
          { label: 'Lý do, hướng xử lý', value: facts.remark || 'Không có' },
        ],
      },
      {
        kind: 'signatures',
        columns: [
          { role: 'Thủ quỹ', name: cashierName },
          { role: 'Người chứng kiến', name: witnessName },
          { role: 'Thủ trưởng đơn vị' },
        ],
      },
    ],
  };
}

const COUNT_COLUMNS: readonly PaperColumn[] = [
  { title: 'STT', width: 8 },
  { title: 'Diễn giải', width: 44 },
  { title: 'Số tờ', width: 16, align: 'right' },
  { title: 'Số tiền (đồng)', width: 32, align: 'right' },
];
const NOTE_COLUMNS: readonly PaperColumn[] = [
  { title: 'Loại tiền', width: 36 },
  { title: 'Số tờ', width: 24, align: 'right' },
  { title: 'Thành tiền (đồng)', width: 40, align: 'right' },
];

/** Each note in circulation has its row, so that the pen may fill in what is missing. */
function noteRows(notes: readonly NoteCount[]): [string, string, string][] {
  const countOf = new Map(notes.map(({ note, count }) => [note, count]));
  return NOTES.map((note) => {
    const count = countOf.get(note) ?? 0;
    return [
      `Loại ${formatVnd(vnd(note))}`,
      count > 0 ? String(count) : '',
      count > 0 ? sum(vnd(note * count)) : '',
    ];
  });
}

function notesTable(notes: readonly NoteCount[]): PaperBlock {
  return {
    kind: 'table',
    columns: NOTE_COLUMNS,
    rows: noteRows(notes),
    total: ['Cộng', '', sum(sumOfNotes(notes))],
  };
}

function differenceInWords(difference: Vnd): PaperText {
  if (difference === 0) return 'Không chênh lệch';
  const amount = vnd(Math.abs(difference));
  const word = difference < 0 ? 'Thiếu' : 'Thừa';
  return [
    { text: `${word} ${formatVnd(amount)}`, isBold: true },
    { text: ` (${vndInWords(amount)})` },
  ];
}

const bold = (text: string): PaperText => [{ text, isBold: true }];
const says = (text: string): PaperBlock => ({ kind: 'paragraph', text });

function heading(
  { boardName, number }: { boardName: string; number: string | null },
  on: ReturnType<typeof businessDateOf>,
): PaperBlock {
  return {
    kind: 'national-heading',
    issuer: [boardName],
    ...(number ? { number } : {}),
    place: PLACE,
    on,
  };
}
