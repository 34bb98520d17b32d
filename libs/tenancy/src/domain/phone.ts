/**
 * A Vietnamese phone number as its ten digits (`0912345678`), or null when it is none. Takes the
 * ways people write it: spaces, dots, dashes, +84 or 84 in front.
 */
export function phoneNumber(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '').replace(/^(\+84|84(?=\d{9}$))/, '0');
  // 02… are fixed lines (eleven digits), 03 to 09 mobile numbers.
  return /^0([35789]\d{8}|2\d{9})$/.test(digits) ? digits : null;
}

export const lastFour = (phone: string): string => phone.slice(-4);
