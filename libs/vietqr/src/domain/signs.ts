/** Letters are 1 to 26 whatever their case, digits `DIGIT` to `DIGIT` + 9, all else is 0: no sign. */
export const DIGIT = 32;
export const LETTER_I = 9;
export const LETTER_O = 15;

/** The sign of an ASCII character. */
export const SIGNS = Uint8Array.from({ length: 128 }, (_, code) =>
  signOf(String.fromCharCode(code)),
);

function signOf(character: string): number {
  if (/[0-9]/.test(character)) return DIGIT + Number(character);
  return /[A-Za-z]/.test(character) ? character.toUpperCase().charCodeAt(0) - 64 : 0;
}

/** The number that `count` digits from `at` write; null where one of them is none. */
export function digitsFrom(signs: Uint8Array, at: number, count: number): number | null {
  let value = 0;
  for (let place = at; place < at + count; place += 1) {
    const sign = signs[place] ?? 0;
    if (sign < DIGIT) return null;
    value = value * 10 + sign - DIGIT;
  }
  return value;
}
