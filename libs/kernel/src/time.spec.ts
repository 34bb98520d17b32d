import fc from 'fast-check';
import {
  addDays,
  addMonths,
  businessDate,
  businessDateOf,
  dayOf,
  daysBetween,
  firstDayOf,
  formatDate,
  instantOf,
  isBusinessDate,
  isMonth,
  lastDayOf,
  month,
  monthOf,
  monthsBetween,
} from './time';

describe('a business day', () => {
  it('is the Vietnamese one: 17:00 in London is tomorrow in Hà Giang', () => {
    expect(businessDateOf(new Date('2026-02-28T17:00:00Z'))).toBe('2026-03-01');
    expect(businessDateOf(new Date('2026-02-28T16:59:59Z'))).toBe('2026-02-28');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-02-28T00:00', '0000-00-00'])(
    'is never "%s"',
    (text) => {
      expect(isBusinessDate(text)).toBe(false);
    },
  );

  it('begins at midnight in Vietnam', () => {
    expect(instantOf(businessDate('2026-03-01')).toISOString()).toBe('2026-02-28T17:00:00.000Z');
  });

  it('counts on and back', () => {
    const days = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(days, (count) => {
        const start = businessDate('2026-11-23');
        expect(daysBetween(start, addDays(start, count))).toBe(count);
      }),
    );
  });

  it('follows the day before it through every leap year, as the calendar has it', () => {
    const [first, last] = [Date.UTC(1896, 0, 1), Date.UTC(2104, 11, 31)];
    for (let at = first, day = businessDate('1896-01-01'); at <= last; at += 86_400_000) {
      if (day !== new Date(at).toISOString().slice(0, 10)) throw new Error(`not ${day}`);
      day = addDays(day, 1);
    }
    expect(daysBetween(businessDate('1896-01-01'), businessDate('2104-12-31'))).toBe(
      (last - first) / 86_400_000,
    );
  });

  it('is printed as on Vietnamese paper', () => {
    expect(formatDate(businessDate('2026-11-03'))).toBe('03/11/2026');
  });
});

describe('a month', () => {
  it.each(['2026-00', '2026-13', '2026-1', '202611'])('is never "%s"', (text) => {
    expect(isMonth(text)).toBe(false);
  });

  it('ends where the next begins, leap years too', () => {
    expect(lastDayOf(month('2028-02'))).toBe('2028-02-29');
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (months) => {
        const period = addMonths(month('2026-11'), months);
        expect(addDays(lastDayOf(period), 1)).toBe(firstDayOf(addMonths(period, 1)));
        expect(monthOf(lastDayOf(period))).toBe(period);
        expect(addMonths(period, -months)).toBe('2026-11');
      }),
    );
  });

  it('has no 31st in April: its last day stands for it', () => {
    expect(dayOf(month('2026-04'), 31)).toBe('2026-04-30');
    expect(dayOf(month('2026-04'), 9)).toBe('2026-04-09');
  });

  it('lists the months between two, both included', () => {
    expect(monthsBetween(month('2025-11'), month('2026-02'))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
  });
});
