import { describe, expect, it } from '@jest/globals';
import { daysOfMonth, weekdayOf, weeksOf } from './month';

describe('a month on the screen', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
  ])('%s goes from %s to %s', (month, from, to) => {
    expect(daysOfMonth(month)).toEqual({ from, to });
  });

  it('begins its weeks on Monday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
    const days = ['2026-11-01', '2026-11-02', '2026-11-03'];
    expect(weeksOf(days, weekdayOf)).toEqual([
      [null, null, null, null, null, null, '2026-11-01'],
      ['2026-11-02', '2026-11-03', null, null, null, null, null],
    ]);
  });
});
