// The database makes the codes (cash.new_check_code) by the same rule, so that no receipt is without.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;

/**
 * The code somebody typed or scanned, as it is kept: capitals without blanks and hyphens. Null when
 * it cannot be one: a sign that no code has, or signs whose weighted sum is no multiple of 31 (a
 * prime, so one wrong sign and two that changed places are always seen).
 */
export function readCheckCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  if (code.length !== LENGTH) return null;
  const values = Array.from(code, (sign) => SIGNS.indexOf(sign));
  if (values.includes(-1)) return null;
  const sum = values.reduce((total, value, at) => total + (at + 1) * value, 0);
  return sum % SIGNS.length === 0 ? code : null;
}

/** `K7QM-3XWD-9TRU`: in fours, as people read it out. */
export const writtenCheckCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');
