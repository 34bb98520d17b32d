/** `23/11/2026`, `23.11.26` or `23112026` → `2026-11-23`; null when it is no day. */
export function dayFromText(text: string): string | null {
  const parts = /^(\d{1,2})\D?(\d{1,2})\D?(\d{4}|\d{2})$/.exec(text.trim());
  if (!parts) return null;
  const [day = 0, month = 0, year = 0] = parts.slice(1).map(Number);
  const fullYear = year < 100 ? 2000 + year : year;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(fullYear, month)) return null;
  return `${fullYear}-${twoDigits(month)}-${twoDigits(day)}`;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
