import { businessDate } from './time';
import { addWorkingDays, isWorkingDay, publicHolidays } from './working-days';

// As offices were closed on weekdays, by the yearly notices of the Ministry of Labour (from 2025
// the Ministry of Home Affairs) after the Prime Minister's word.
it.each([
  [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03'],
  [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'],
  [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'],
  [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03'],
  [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02'],
  [2026, '01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02'],
])('offices of %d rest on these weekdays', (year, days) => {
  const weekdays = publicHolidays(year).filter(
    (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  );
  expect(weekdays.map((day) => day.slice(5)).join(' ')).toBe(days);
});

it('each of the eleven days is given, on the day or in lieu, whatever the year', () => {
  for (let year = 2000; year < 2054; year += 1) {
    const days = publicHolidays(year);
    const weekends = days.filter((day) =>
      [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
    );
    // In some years giỗ Tổ falls on 30 April or 1 May: those two are one day off.
    expect(days.length - weekends.length).toBeGreaterThanOrEqual(10);
    expect(days.length - weekends.length).toBeLessThanOrEqual(11);
  }
});

it.each([
  ['2026-02-13', 1, '2026-02-23'],
  ['2026-02-13', 0, '2026-02-13'],
  ['2026-12-31', 1, '2027-01-04'],
])('after %s, %d working days end on %s', (from, count, last) => {
  expect(addWorkingDays(businessDate(from), count)).toBe(last);
});

it('a market’s Saturday is no working day of its office, the Monday after is', () => {
  expect(isWorkingDay(businessDate('2026-10-17'))).toBe(false);
  expect(isWorkingDay(businessDate('2026-10-19'))).toBe(true);
});
