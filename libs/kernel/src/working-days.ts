import { InvariantError } from './invariant';
import { lunarDateOf } from './lunar-date';
import { addDays, businessDate, type BusinessDate } from './time';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/**
 * The days off of a year, the days off in lieu among them, in the order of the calendar: Labour Code
 * 2019 (45/2019/QH14), art. 112, and art. 111 (3) for those that fall on a weekend. Which two days
 * before Tết and which neighbour of the national day are off is for the Prime Minister to say each
 * year: this is as it was said for 2021 to 2026, without working days moved to make a bridge.
 */
export function publicHolidays(year: number): BusinessDate[] {
  const tet = dayOfMoon(`${year}-01-20`, 1, 1);
  const national = businessDate(`${year}-09-02`);
  const named = [
    businessDate(`${year}-01-01`),
    ...[-2, -1, 0, 1, 2].map((days) => addDays(tet, days)),
    dayOfMoon(`${year}-03-25`, 10, 3), // giỗ Tổ Hùng Vương
    businessDate(`${year}-04-30`),
    businessDate(`${year}-05-01`),
    national,
    addDays(national, isFollowed(national) ? 1 : -1),
  ];
  const off = new Set(named);
  for (const day of [...named].sort().filter(isWeekend)) off.add(nextOpen(day, off));
  return [...off].sort();
}

/** Whether offices work on a day: neither a Saturday, a Sunday nor a public holiday. */
export function isWorkingDay(day: BusinessDate): boolean {
  return !isWeekend(day) && !publicHolidays(Number(day.slice(0, 4))).includes(day);
}

/** The last of so many working days after a day, which does not count itself. */
export function addWorkingDays(day: BusinessDate, count: number): BusinessDate {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

const weekdayOf = (day: BusinessDate) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: BusinessDate) => [SATURDAY, SUNDAY].includes(weekdayOf(day));
// The second day off joins the national day to the nearer weekend.
const isFollowed = (national: BusinessDate) => [MONDAY, THURSDAY].includes(weekdayOf(national));

function nextOpen(day: BusinessDate, off: ReadonlySet<BusinessDate>): BusinessDate {
  let next = day;
  while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
  return next;
}

/** The first day from a day on that has this lunar date. */
function dayOfMoon(from: string, day: number, month: number): BusinessDate {
  const first = businessDate(from);
  for (let days = 0; days < 45; days += 1) {
    const found = addDays(first, days);
    const lunar = lunarDateOf(found);
    if (lunar.day === day && lunar.month === month && !lunar.isLeapMonth) return found;
  }
  throw new InvariantError('a lunar date that did not come', { from, day, month });
}
