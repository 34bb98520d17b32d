import { normalised } from './normalise';

/** What a code stands for; the first of its digits says it. */
export const CODE_KINDS = { bill: 1, stall: 2, ticket: 3 } as const;
export type CodeKind = keyof typeof CODE_KINDS;

/** `SKX1483027569`: the market's prefix, eight digits (the kind, seven scrambled), two check digits. */
export interface PaymentCode {
  readonly code: string;
  readonly prefix: string;
  readonly kind: CodeKind;
}

export const BODY_DIGITS = 8;
export const CHECKED_DIGITS = 10;
const SHAPE = /^([A-Z]{2,5})([0-9]{10})$/;

/**
 * The check digits of ISO 7064 mod 97-10: the ten digits read as one number leave 1 when divided
 * by 97. They miss no single wrong digit and no swap of neighbours.
 */
export function checkDigits(body: number): number {
  // Reduced first: what does not fit into 31 bits is divided ten times slower.
  return 98 - (((body % 97) * 100) % 97);
}

/**
 * The kind when ten digits are a code's, else null. `99` for `02` leaves the same remainder, so
 * the check digits are compared, not the remainder.
 */
export function kindOfDigits(tenDigits: number): CodeKind | null {
  const body = Math.floor(tenDigits / 100);
  if (checkDigits(body) !== tenDigits - body * 100) return null;
  const first = Math.floor(body / 10 ** (BODY_DIGITS - 1));
  if (first === CODE_KINDS.bill) return 'bill';
  if (first === CODE_KINDS.stall) return 'stall';
  return first === CODE_KINDS.ticket ? 'ticket' : null;
}

/** A code typed by hand, in any case and spacing; null when it is none. */
export function parseCode(text: string): PaymentCode | null {
  const code = normalised(text);
  const [, prefix = '', digits = ''] = SHAPE.exec(code) ?? [];
  const kind = prefix && kindOfDigits(Number(digits));
  return kind ? { code, prefix, kind } : null;
}
