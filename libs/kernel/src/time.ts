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

// Days since 1 January 1970. Years are counted from March, so that a leap day is the last of its
// year. A `Date` made of each day's text took longer than all else that prices a run.
function dayNumberOf(day: BusinessDate): number {
  const monthNumber = Number(day.slice(5, 7));
  const years = Number(day.slice(0, 4)) - (monthNumber > 2 ? 0 : 1);
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const daysBeforeMonth = Math.floor((((monthNumber + 9) % 12) * 153 + 2) / 5);
  return years * 365 + leapDays + daysBeforeMonth + Number(day.slice(8)) - 719_469;
}

/** The Vietnamese day in which an instant lies. */
export function businessDateOf(instant: Date): BusinessDate {
  return asDay(instant.getTime() + VIETNAM_OFFSET_MS);
}
/** The instant of a Vietnamese wall clock time; `time` is `HH:mm:ss`. */
export function instantOf(day: BusinessDate, time = '00:00:00'): Date {
  return new Date(`${day}T${time}+07:00`);
}
export function addDays(day: BusinessDate, days: number): BusinessDate {
  return asDay((dayNumberOf(day) + days) * DAY_MS);
}
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}
export function monthOf(day: BusinessDate): Month {
  return month(day.slice(0, 7));
}
export function addMonths(start: Month, months: number): Month {
  const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5)) - 1 + months;
  const text = String((index % 12) + 1).padStart(2, '0');
  return month(`${String(Math.floor(index / 12)).padStart(4, '0')}-${text}`);
}
export function firstDayOf(period: Month): BusinessDate {
  return businessDate(`${period}-01`);
}
export function lastDayOf(period: Month): BusinessDate {
  const days = daysBetween(firstDayOf(period), firstDayOf(addMonths(period, 1)));
  return businessDate(`${period}-${days}`);
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
