import { CHECKED_DIGITS, kindOfDigits } from './payment-code';
import { DIGIT, digitsFrom, LETTER_I, LETTER_O } from './signs';

/** What begins as a code and is none: `SKX` and `1483O27569`. */
export interface BrokenCode {
  readonly prefix: string;
  readonly written: string;
}

// Fewer digits than these are no code that somebody mistyped.
const WRITTEN_AT_LEAST = 8;
// One more than a code has: a digit may have been typed twice.
const WRITTEN_AT_MOST = CHECKED_DIGITS + 1;

/**
 * What the ten digits after a prefix may have been: with O for 0 and I for 1 put right, or with
 * the one digit that is missing. Their check digits hold, yet they are guesses: never credited.
 */
export function repairsAt(signs: Uint8Array, at: number): string[] {
  const written = signs.subarray(at, at + CHECKED_DIGITS);
  const repairs: string[] = [];
  const reread = digitsFrom(written.map(asDigit), 0, CHECKED_DIGITS);
  if (reread !== null && kindOfDigits(reread)) repairs.push(String(reread));
  const digits = digitsFrom(written, 0, CHECKED_DIGITS - 1);
  const isOneShort = digits !== null && (written[CHECKED_DIGITS - 1] ?? 0) < DIGIT;
  return isOneShort ? [...repairs, ...withOneMore(digits)] : repairs;
}

/** What stands after a prefix as far as it may be a code's digits; empty where it is too short. */
export function writtenAt(signs: Uint8Array, at: number): string {
  let written = '';
  for (let place = at; place < at + WRITTEN_AT_MOST; place += 1) {
    const sign = signs[place] ?? 0;
    if (asDigit(sign) < DIGIT) break;
    written += sign < DIGIT ? String.fromCharCode(sign + 64) : String(sign - DIGIT);
  }
  return written.length < WRITTEN_AT_LEAST ? '' : written;
}

/**
 * The codes that are one typing error away from what the finder saw broken: O or I for a digit, one
 * digit wrong, missing or too many, two neighbours swapped. Usually three or four, of which at most
 * one was ever given out: ask for that one, and suggest it.
 */
export function codesNear({ prefix, written }: BrokenCode): string[] {
  const digits = written.replaceAll('O', '0').replaceAll('I', '1');
  const near = new Set<string>();
  if (digits.length >= CHECKED_DIGITS) {
    const ten = digits.slice(0, CHECKED_DIGITS);
    for (const each of [ten, ...withOneOther(ten), ...withTwoSwapped(ten)]) near.add(each);
  }
  if (digits.length >= CHECKED_DIGITS - 1)
    for (const each of withOneMore(Number(digits.slice(0, CHECKED_DIGITS - 1)))) near.add(each);
  if (digits.length > CHECKED_DIGITS)
    for (const each of withOneLess(digits.slice(0, WRITTEN_AT_MOST))) near.add(each);
  return [...near].filter((ten) => kindOfDigits(Number(ten))).map((ten) => prefix + ten);
}

/** Whether something broken may be one of these codes: mistyped, or cut off. */
export function mayBe(broken: BrokenCode, codes: ReadonlySet<string>): boolean {
  if (codes.size === 0) return false;
  const written = broken.prefix + broken.written;
  const isCutOff = [...codes].some((code) => code.startsWith(written));
  return isCutOff || codesNear(broken).some((code) => codes.has(code));
}

function asDigit(sign: number): number {
  if (sign === LETTER_O) return DIGIT;
  return sign === LETTER_I ? DIGIT + 1 : sign;
}

/** Every way to put one digit into nine so that the check digits hold. */
function withOneMore(nine: number): string[] {
  const found = new Set<string>();
  for (let power = 1; power <= 1e9; power *= 10) {
    const low = nine % power;
    const around = (nine - low) * 10 + low;
    for (let digit = 0; digit <= 9; digit += 1) {
      const ten = around + digit * power;
      if (kindOfDigits(ten)) found.add(String(ten));
    }
  }
  return [...found];
}

const DIGITS = Array.from('0123456789');

function withOneOther(ten: string): string[] {
  return Array.from(ten).flatMap((_, at) =>
    DIGITS.map((digit) => ten.slice(0, at) + digit + ten.slice(at + 1)),
  );
}

function withTwoSwapped(ten: string): string[] {
  return Array.from(
    ten.slice(1),
    (next, at) => ten.slice(0, at) + next + ten.charAt(at) + ten.slice(at + 2),
  );
}

function withOneLess(eleven: string): string[] {
  return Array.from(eleven, (_, at) => eleven.slice(0, at) + eleven.slice(at + 1));
}
