import { addDays, type BusinessDate } from '@cho40/kernel';

/** A claim is answered within so many working days. */
export const DAYS_TO_ANSWER = 3;

// Days off that fall on the same date each year (Labour Code 2019, art. 112). Tết and the Hùng kings'
// day move with the moon: a claim made then is due early rather than late.
const DAYS_OFF = new Set(['01-01', '04-30', '05-01', '09-02']);

/** The last day to answer a claim that was made on a day. */
export function dueOnOfClaim(madeOn: BusinessDate): BusinessDate {
  let day = madeOn;
  for (let left = DAYS_TO_ANSWER; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

function isWorkingDay(day: BusinessDate): boolean {
  // Offices rest on Sundays (0) and Saturdays (6).
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !DAYS_OFF.has(day.slice(5));
}
