import { invariant } from './invariant';

declare const dateBrand: unique symbol;
declare const monthBrand: unique symbol;
/** A day in Asia/Ho_Chi_Minh as `2026-11-23`. */
export type BusinessDate = string & { readonly [dateBrand]: 'BusinessDate' };
/** A month as `2026-11`. */
export type Month = string & { readonly [monthBrand]: 'Month' };

const DAY_MS = 86_400_000;
// Vietnam has kept UTC+7 without daylight saving since 1975.
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

// The 29th to 31st are asked of the calendar; a bill run checks a million days, most of them earlier.
const EARLY_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

export function isBusinessDate(text: string): text is BusinessDate {
  if (EARLY_DAY.test(text)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
export function businessDate(text: string): BusinessDate {
  invariant(isBusinessDate(text), 'not a day', { text });
  return text;
}
export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}
export function month(text: string): Month {
  invariant(isMonth(text), 'not a month', { text });
  return text;
}

const asDay = (ms: number) => businessDate(new Date(ms).toISOString().slice(0, 10));
const msOf = (day: BusinessDate) => new Date(`${day}T00:00:00Z`).getTime();

/** The Vietnamese day in which an instant lies. */
export function businessDateOf(instant: Date): BusinessDate {
  return asDay(instant.getTime() + VIETNAM_OFFSET_MS);
}
/** The instant of a Vietnamese wall clock time; `time` is `HH:mm:ss`. */
export function instantOf(day: BusinessDate, time = '00:00:00'): Date {
  return new Date(`${day}T${time}+07:00`);
}
export function addDays(day: BusinessDate, days: number): BusinessDate {
  return asDay(msOf(day) + days * DAY_MS);
}
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((msOf(to) - msOf(from)) / DAY_MS);
}
export function monthOf(day: BusinessDate): Month {
  return month(day.slice(0, 7));
}
export function addMonths(start: Month, months: number): Month {
  const [year = 0, monthNumber = 1] = start.split('-').map(Number);
  const index = year * 12 + (monthNumber - 1) + months;
  const text = String((index % 12) + 1).padStart(2, '0');
  return month(`${String(Math.floor(index / 12)).padStart(4, '0')}-${text}`);
}
export function firstDayOf(period: Month): BusinessDate {
  return businessDate(`${period}-01`);
}
export function lastDayOf(period: Month): BusinessDate {
  return addDays(firstDayOf(addMonths(period, 1)), -1);
}
/** The day of a month by number, the month's last where it is shorter (31 → 30 April). */
export function dayOf(period: Month, dayOfMonth: number): BusinessDate {
  const last = lastDayOf(period);
  const wanted = `${period}-${String(dayOfMonth).padStart(2, '0')}`;
  return wanted > last ? last : businessDate(wanted);
}
/** `2026-11-23` → `23/11/2026`, as on Vietnamese paper. */
export function formatDate(day: BusinessDate): string {
  return day.split('-').reverse().join('/');
}
/** Every month from `first` to `last`, both included. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let at = first; at <= last; at = addMonths(at, 1)) months.push(at);
  return months;
}
