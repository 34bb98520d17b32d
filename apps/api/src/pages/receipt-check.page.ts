import type { CheckedReceipt } from '@cho40/cash';
import { businessDateOf, formatDate, formatVnd } from '@cho40/kernel';
import { escapeHtml } from './html';
import type { Locale } from './locale';

export interface ReceiptCheckPage {
  readonly locale: Locale;
  /** What was typed or scanned; none yet: the page only asks. */
  readonly code?: string;
  readonly receipt: CheckedReceipt | null;
}

const WORDS = {
  vi: {
    title: 'Kiểm tra phiếu thu',
    code: 'Mã kiểm tra trên phiếu',
    check: 'Kiểm tra',
    unknown: 'Không có phiếu nào mang mã này. Xem lại từng chữ, hoặc hỏi ban quản lý chợ.',
    stands: 'Phiếu này có thật và còn giá trị.',
    undone: (day: string) => `Phiếu này có thật nhưng đã gỡ ngày ${day}: không còn giá trị.`,
    number: 'Số phiếu',
    board: 'Đơn vị thu',
    amount: 'Số tiền',
    day: 'Ngày nộp',
    way: 'Hình thức',
    ways: { cash: 'Tiền mặt', bank: 'Chuyển khoản' },
    other: { locale: 'en', name: 'English' },
  },
  en: {
    title: 'Check a receipt',
    code: 'The code on the receipt',
    check: 'Check',
    unknown: 'No receipt has this code. Look at each sign again, or ask the market board.',
    stands: 'This receipt is genuine and stands.',
    undone: (day: string) => `This receipt is genuine but was undone on ${day}: it is void.`,
    number: 'Number',
    board: 'Received by',
    amount: 'Amount',
    day: 'Paid on',
    way: 'Way',
    ways: { cash: 'Cash', bank: 'Bank transfer' },
    other: { locale: 'vi', name: 'Tiếng Việt' },
  },
} as const;

const STYLE = `body{font:1rem/1.5 "Be Vietnam Pro",system-ui,sans-serif;color:#1c211e;background:#f7f7f3;
margin:0}main{max-width:28rem;margin:0 auto;padding:1.5rem}dt{color:#4c504a}dd{margin:0 0 .5rem;
font-weight:600}input,button{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;margin:.3rem 0}
button{background:#0c6358;color:#fff;border:0}a{color:#0c6358}.good{color:#0c6358}.bad{color:#a3180f}`;

/** Plain HTML without a script, small enough for any line. It names no person and no stall. */
export function receiptCheckPage({ locale, code, receipt }: ReceiptCheckPage): string {
  const words = WORDS[locale];
  const other = `/kiem-tra?lang=${words.other.locale}&ma=${encodeURIComponent(code ?? '')}`;
  const found = code === undefined || code === '' ? '' : answerOf(receipt, locale);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${words.title} · Chợ 4.0</title>
<link rel="icon" href="/app/mark.svg"><style>${STYLE}</style></head>
<body><main><h1>${words.title}</h1>
${found}<form action="/kiem-tra"><input type="hidden" name="lang" value="${locale}">
<label>${words.code}<input name="ma" value="${escapeHtml(receipt ? '' : (code ?? ''))}" maxlength="40"
autocomplete="off" autocapitalize="characters" spellcheck="false" required></label>
<button>${words.check}</button></form>
<a href="${escapeHtml(other)}" lang="${words.other.locale}">${words.other.name}</a>
</main></body></html>
`;
}

function answerOf(receipt: CheckedReceipt | null, locale: Locale): string {
  const words = WORDS[locale];
  if (!receipt) return `<p role="alert" class="bad">${words.unknown}</p>\n`;
  const { kind, number, boardName, amount, on, undoneAt } = receipt;
  const undone = undoneAt && words.undone(formatDate(businessDateOf(undoneAt)));
  const rows: [string, string][] = [
    [words.number, number],
    [words.board, boardName],
    [words.amount, formatVnd(amount)],
    [words.day, formatDate(on)],
    [words.way, words.ways[kind]],
  ];
  const facts = rows.map(([word, value]) => `<dt>${word}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<p role="status" class="${undone ? 'bad' : 'good'}"><b>${undone ?? words.stands}</b></p>
<dl>${facts.join('')}</dl>\n`;
}
