import { vietqrError } from './errors';
import { BODY_DIGITS, checkDigits, CODE_KINDS, type CodeKind } from './payment-code';
import { prefixProblem } from './prefix';
import { scrambled, SERIALS } from './scramble';

/**
 * The payment code of a market's `serial`th bill, stall card or ticket: `SKX1483027569`. The same
 * arguments give the same code, other serials (0 to 9,999,999) other codes; without the key (a secret
 * whole number from 0 to 2^53 − 1) nobody guesses a neighbour's.
 */
export function mintCode(prefix: string, kind: CodeKind, serial: number, key: number): string {
  const reason = prefixProblem(prefix);
  if (reason) throw vietqrError('prefixNotAllowed', { field: 'prefix', prefix, reason });
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS) {
    throw vietqrError('serialOutOfRange', { field: 'serial', serial, below: SERIALS });
  }
  if (!Number.isSafeInteger(key) || key < 0) throw vietqrError('keyInvalid', { field: 'key' });
  const body = CODE_KINDS[kind] * SERIALS + scrambled(serial, tweakOf(prefix, kind), key);
  return prefix + digits(body, BODY_DIGITS) + digits(checkDigits(body), 2);
}

// One key serves all markets: prefix (five bits a letter) and kind choose another permutation each.
function tweakOf(prefix: string, kind: CodeKind): number {
  let packed = 0;
  for (const letter of prefix) packed = packed * 32 + letter.charCodeAt(0) - 64;
  return packed * 4 + CODE_KINDS[kind];
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
