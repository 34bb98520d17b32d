import { businessDate, month } from '@cho40/kernel';
import { problemsOf } from './problems';

describe('a month cannot be issued', () => {
  const ground = {
    marketCode: 'DONG-VAN',
    openedOn: businessDate('2025-05-10'),
    hasPrefix: true,
    hasAccount: true,
    hasTariff: true,
  };
  const codes = (change: Partial<typeof ground>, period = '2026-10') =>
    problemsOf({ ...ground, ...change }, month(period), businessDate('2026-10-15')).map(
      (problem) => problem.code,
    );

  it.each([
    ['without a price', { hasTariff: false }, 'noTariff'],
    ['without a code prefix', { hasPrefix: false }, 'noPrefix'],
    ['without an account to pay into', { hasAccount: false }, 'noReceivingAccount'],
  ])('%s', (_why, change, code) => {
    expect(codes(change)).toEqual([code]);
  });

  it.each([
    ['2025-04', ['monthBeforeOpening']],
    ['2025-05', []],
    ['2026-11', []],
    ['2026-12', ['monthTooFar']],
  ])('outside of its time: %s', (period, expected) => {
    expect(codes({}, period)).toEqual(expected);
  });
});
