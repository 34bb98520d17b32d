import { businessDate, month } from '@cho40/kernel';
import { billableMonths, dueOnOf } from './due-date';

describe('the due day of October with due day 10', () => {
  it.each([
    ['before the month', '2026-09-25', '2026-10-10'],
    ['on the first', '2026-10-01', '2026-10-10'],
    ['five days before', '2026-10-05', '2026-10-10'],
    ['four days before', '2026-10-06', '2026-11-10'],
    ['after the meters were read', '2026-10-28', '2026-11-10'],
    ['half a year late', '2027-04-02', '2027-04-10'],
  ])('issued %s', (_when, issuedOn, dueOn) => {
    expect(dueOnOf(month('2026-10'), businessDate(issuedOn), 10)).toBe(dueOn);
  });
});

it('months are billed from the opening to the one after this', () => {
  const months = billableMonths(businessDate('2025-05-01'), businessDate('2026-12-31'));
  expect(months).toEqual(['2025-05', '2027-01']);
});
