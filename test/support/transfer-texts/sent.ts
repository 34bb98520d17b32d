import { mintCode } from '@cho40/vietqr';
import type { Chance } from '../../../apps/cli/src/province/chance';

// A code on its way is written with signs of the private use area, one a character, so that what
// banks do to the text around it can be done to it too, and what is left of it can be told.
const FIRST_SIGN = 0xe000;

/** A code's characters as signs of its own; `at` is its place among the codes of a text. */
export function asSigns(written: string, at: number): string {
  return Array.from(written, (_, place) => String.fromCharCode(signOf(at, place))).join('');
}

/** Whether the signs of a code stand in a text, all of them. */
export const isWhole = (worn: string, written: string, at: number): boolean =>
  Array.from(written).every((_, place) => worn.includes(String.fromCharCode(signOf(at, place))));

/** The text with the codes' own characters in the place of their signs. */
export function spelled(worn: string, codes: readonly string[]): string {
  return worn.replace(/[\ue000-\uefff]/g, (sign) => {
    const place = sign.charCodeAt(0) - FIRST_SIGN;
    return codes[Math.floor(place / SIGNS_A_CODE)]?.charAt(place % SIGNS_A_CODE) ?? '';
  });
}

const SIGNS_A_CODE = 32;
const signOf = (at: number, place: number) => FIRST_SIGN + at * SIGNS_A_CODE + place;

/** Prefixes as a province's markets have them: three letters usually, two to five now and then. */
export const PREFIXES: readonly string[] = prefixes();

function prefixes(): string[] {
  const letters = Array.from('BDFJKQSVWXZ');
  const three = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const chosen = three.filter((_, at) => at % 5 === 0);
  return [...chosen, 'HZ', 'YG', 'QDVY', 'LXWG', 'VYZHY'];
}

export function aCode(chance: Chance): string {
  const kind = chance.pick(['bill', 'bill', 'bill', 'stall', 'ticket'] as const);
  return mintCode(chance.pick(PREFIXES), kind, chance.between(0, 9_999_999), 42);
}

/** How people mistype a code: one error each. */
export const TYPING_ERRORS = {
  oneWrong: (code: string, chance: Chance) => {
    const at = aDigit(code, chance);
    const other = (Number(code[at]) + chance.between(1, 9)) % 10;
    return code.slice(0, at) + other + code.slice(at + 1);
  },
  oneMissing: (code: string, chance: Chance) => {
    const at = aDigit(code, chance);
    return code.slice(0, at) + code.slice(at + 1);
  },
  oneTooMany: (code: string, chance: Chance) => {
    const at = aDigit(code, chance);
    return code.slice(0, at) + chance.between(0, 9) + code.slice(at);
  },
  twoSwapped: (code: string, chance: Chance) => {
    const at = Math.max(aDigit(code, chance), code.length - 9);
    return code.slice(0, at - 1) + code.charAt(at) + code.charAt(at - 1) + code.slice(at + 1);
  },
  lettersForDigits: (code: string, chance: Chance) =>
    code.slice(0, -10) +
    code
      .slice(-10)
      .replace(/0/g, chance.pick(['O', 'o']))
      .replace(/1/g, 'I'),
  lastDigitsLost: (code: string, chance: Chance) => code.slice(0, -chance.between(1, 4)),
} as const;
export type TypingError = keyof typeof TYPING_ERRORS;

/** A code mistyped; again where the error changed nothing of what stands there. */
export function mistyped(code: string, error: TypingError, chance: Chance): string {
  for (let tries = 0; tries < 20; tries += 1) {
    const written = TYPING_ERRORS[error](code, chance);
    if (!written.startsWith(code)) return written;
  }
  return code.slice(0, -1);
}

const aDigit = (code: string, chance: Chance) => code.length - chance.between(1, 10);
