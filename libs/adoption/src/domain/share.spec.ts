import { vnd } from '@cho40/kernel';
import { interval, isFinal } from './share';

const ratio = (numerator: number, denominator: number) => ({
  numerator: vnd(numerator),
  denominator: vnd(denominator),
});

describe('the interval of a share', () => {
  it.each([
    ['is one point when every đồng has a name', ratio(300, 1000), 0, 0.3, 0.3],
    ['counts unnamed money against, then for the share', ratio(300, 900), 100, 0.3, 0.4],
    ['is open where only unnamed money came', ratio(0, 0), 500, 0, 1],
    ['is no data, not 0, where no money came', ratio(0, 0), 0, null, null],
    ['is 0 where only cash came', ratio(0, 1000), 0, 0, 0],
    ['keeps four decimals', ratio(1, 3), 0, 0.3333, 0.3333],
  ])('%s', (_what, byValue, unmatched, low, high) => {
    expect(interval(byValue, vnd(unmatched))).toEqual({ low, high });
  });
});

describe('a month', () => {
  it('is final when all days are proven and 80 % collected', () => {
    expect(isFinal(true, ratio(800, 1000))).toBe(true);
  });
  it.each([
    ['a day is not proven', false, ratio(1000, 1000)],
    ['one đồng is missing to 80 %', true, ratio(799, 1000)],
    ['nothing was billed', true, ratio(0, 0)],
  ])('is provisional while %s', (_why, areDaysProven, collection) => {
    expect(isFinal(areDaysProven, collection)).toBe(false);
  });
});
