/**
 * A citizen's number as its digits, or null when it is none: twelve on the citizen card (căn cước,
 * Law 26/2023/QH15), nine on the older identity card (chứng minh nhân dân).
 */
export function idNumber(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '');
  return /^(\d{12}|\d{9})$/.test(digits) ? digits : null;
}

/**
 * A tax code, or null when it is none: ten digits, thirteen for a branch (`0101234567-001`), or
 * the owner's twelve-digit citizen number, which replaced the code of persons and household
 * businesses on 1 July 2025 (Circular 86/2024/TT-BTC).
 */
export function taxCode(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d{13}$/.test(digits)) return `${digits.slice(0, 10)}-${digits.slice(10)}`;
  return /^(\d{10}|\d{12})$/.test(digits) ? digits : null;
}
