import type { Vnd } from './vnd';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', 'nghìn', 'triệu'];

/** The digit in the ones place after `tens`: mốt, tư, lăm where spoken Vietnamese says so. */
function ones(digit: number, tens: number): string {
  if (digit === 1 && tens > 1) return 'mốt';
  if (digit === 4 && tens > 1) return 'tư';
  if (digit === 5 && tens > 0) return 'lăm';
  return DIGITS[digit] ?? '';
}

/** Three digits in words; `full` says the leading zeros too, as inside a larger number. */
function threeDigits(value: number, full: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const unit = value % 10;
  const words: string[] = [];
  if (full || hundreds > 0) words.push(DIGITS[hundreds] ?? '', 'trăm');
  if (tens > 1) words.push(DIGITS[tens] ?? '', 'mươi');
  else if (tens === 1) words.push('mười');
  else if (unit > 0 && words.length > 0) words.push('linh');
  if (unit > 0) words.push(ones(unit, tens));
  return words;
}

function belowBillion(value: number, full: boolean): string[] {
  const words: string[] = [];
  for (let group = 2; group >= 0; group -= 1) {
    const part = Math.floor(value / 1000 ** group) % 1000;
    if (part === 0) continue;
    words.push(...threeDigits(part, full || words.length > 0));
    const name = GROUPS[group];
    if (name) words.push(name);
  }
  return words;
}

/**
 * The sum in words as a receipt prints it: `1250000` → `Một triệu hai trăm năm mươi nghìn đồng`.
 * A negative sum begins with "Âm".
 */
export function vndInWords(amount: Vnd): string {
  const size = Math.abs(amount);
  const words: string[] = amount < 0 ? ['âm'] : [];
  if (size === 0) words.push('không');
  const billions = Math.floor(size / 1e9);
  if (billions > 0) words.push(...belowBillion(billions, false), 'tỷ');
  words.push(...belowBillion(size % 1e9, billions > 0));
  const sentence = [...words, 'đồng'].join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
