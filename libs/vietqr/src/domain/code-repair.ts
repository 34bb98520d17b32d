import { CHECKED_DIGITS, kindOfDigits } from './payment-code';
import { DIGIT, digitsFrom, LETTER_I, LETTER_O } from './signs';

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
