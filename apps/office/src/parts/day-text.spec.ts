import { describe, expect, it } from '@jest/globals';
import { dayFromText } from './day-text';

describe('a day as somebody types it', () => {
  it.each([
    ['23/11/2026', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['23112026', '2026-11-23'],
    [' 1/2/2027 ', '2027-02-01'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (typed, day) => expect(dayFromText(typed)).toBe(day));

  it.each(['', '31/04/2026', '29/02/2027', '11/23/2026', '0/1/2026', 'mai', '2026-11-23'])(
    '%p is none',
    (typed) => expect(dayFromText(typed)).toBeNull(),
  );
});
