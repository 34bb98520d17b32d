import { CHECKED_DIGITS, kindOfDigits } from './payment-code';
import { DIGIT, SIGNS } from './signs';

const PHONE = '(?:0|84)[35789]\\d{8}';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0[1-9]|1[0-2])';
const YEAR = '20[23]\\d';
const SIGN = '[^0-9A-Za-z]';

// What people and apps put beside a code: a mobile number, a day, a month, a round sum.
const NUMBER = new RegExp(
  `^(?:${PHONE}|${DAY}${MONTH}(?:${YEAR}|[23]\\d)|${YEAR}${MONTH}${DAY}|${MONTH}${YEAR}|[1-9]\\d{0,4}000)$`,
);
// The same with signs inside, as it begins: `23/11`, `1.11.26`, `11.2026`, `150.000`, `0912 345 678`.
const WORDS = new RegExp(
  `^(?:\\d{1,2}/\\d|\\d{1,2}${SIGN}\\d{1,2}${SIGN}(?:20)?[23]\\d(?!\\d)|\\d{1,2}${SIGN}${YEAR}(?!\\d)|` +
    `${YEAR}${SIGN}\\d{1,2}${SIGN}\\d|\\d{1,3}[.,]000(?!\\d)|\\d{1,3}(?:[.,]\\d{3}){2}|` +
    `0[35789]\\d{2}${SIGN}\\d{3}${SIGN}\\d{3})`,
);
const DAY_WORDS = new RegExp(
  `^(?:${DAY}${SIGN}${MONTH}${SIGN}|${MONTH}${SIGN}${YEAR}|${YEAR}${SIGN})`,
);
// Longer than any of them.
const AT_MOST = 16;
// Banks cut every 30 characters or more: that many gaps are the payer's own way of writing a code.
const GROUPS = 3;

/**
 * Whether the ten digits from `from` on, whose check digits hold, are a code as it was sent. One
 * typed with a digit missing, or one too many, takes digits from what stands beside it or leaves one
 * there, and then passes the check digits once in 97 times: `SKX148302756 0912345678` would read as
 * SKX1483027560. So there is a doubt where a number that we know the form of begins inside.
 */
export function isSentAs(ten: number, text: string, from: number): boolean {
  if (standsAlone(text, from)) return true;
  let end = from;
  const gaps: number[] = [];
  for (let count = 0; count < CHECKED_DIGITS; end += 1) {
    if (!isDigitAt(text, end)) continue;
    if (count > 0 && !isDigitAt(text, end - 1)) gaps.push(end);
    count += 1;
  }
  const beginsWords = gaps.some((gap) => WORDS.test(text.slice(gap, gap + AT_MOST)));
  if (beginsWords && gaps.length < GROUPS) return false;
  return !isDigitAt(text, end) || isApart(ten, { text, end, gap: gaps.at(-1) });
}

// Nearly every code: ten digits in a row, and none behind them.
function standsAlone(text: string, from: number): boolean {
  for (let at = from; at < from + CHECKED_DIGITS; at += 1) if (!isDigitAt(text, at)) return false;
  return !isDigitAt(text, from + CHECKED_DIGITS);
}

/** Whether the digits glued to the ten are a number of their own. */
function isApart(ten: number, at: { text: string; end: number; gap: number | undefined }) {
  const { text, end, gap } = at;
  const after = text.slice(end, end + AT_MOST);
  const tail = /^\d+/.exec(after)?.[0] ?? '';
  if (gap !== undefined) return NUMBER.test(tail) && !NUMBER.test(text.slice(gap, end) + tail);
  const oneBefore = text.charAt(end - 1);
  if (NUMBER.test(oneBefore + tail)) return false;
  if (NUMBER.test(tail) || DAY_WORDS.test(after)) return true;
  if (WORDS.test(oneBefore + after)) return false;
  const rest = tail.slice(1);
  const mayBeOneTooMany = rest === '' || NUMBER.test(rest) || DAY_WORDS.test(after.slice(1));
  return !(mayBeOneTooMany && isCodeWithoutOne(ten, Number(tail.charAt(0))));
}

/** Whether ten digits and the next one are a code with one digit too many. */
function isCodeWithoutOne(ten: number, next: number): boolean {
  for (let power = 1; power <= 1e9; power *= 10) {
    const high = Math.floor(ten / (power * 10));
    const shorter = (high * power + (ten % power)) * 10 + next;
    if (shorter !== ten && kindOfDigits(shorter)) return true;
  }
  return false;
}

const isDigitAt = (text: string, at: number) => (SIGNS[text.charCodeAt(at)] ?? 0) >= DIGIT;
