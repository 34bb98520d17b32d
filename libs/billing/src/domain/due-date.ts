import { addDays, addMonths, dayOf, monthOf, type BusinessDate, type Month } from '@cho40/kernel';

// A vendor has the bill in hand for at least these days before it is due.
const MIN_NOTICE_DAYS = 5;

/**
 * The day a bill is due: the market's due day of the billed month or, where the bill is issued too
 * late for that, the first due day that leaves five days to pay. (October issued on the 1st with
 * due day 10: 10 October; issued on the 28th, after the meters were read: 10 November.)
 */
export function dueOnOf(period: Month, issuedOn: BusinessDate, dueDay: number): BusinessDate {
  const earliest = addDays(issuedOn, MIN_NOTICE_DAYS);
  let month = period;
  while (dayOf(month, dueDay) < earliest) month = addMonths(month, 1);
  return dayOf(month, dueDay);
}

/** The first and the last month that may be billed on a day. */
export function billableMonths(openedOn: BusinessDate, today: BusinessDate): [Month, Month] {
  return [monthOf(openedOn), addMonths(monthOf(today), 1)];
}
