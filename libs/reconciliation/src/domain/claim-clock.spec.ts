import { businessDate } from '@cho40/kernel';
import { dueOnOfClaim } from './claim-clock';

it.each([
  ['Monday, three days on', '2026-10-12', '2026-10-15'],
  ['Thursday, over the weekend', '2026-10-15', '2026-10-20'],
  ['Saturday, as if on Friday', '2026-10-17', '2026-10-21'],
  ['the day before the national day', '2026-09-01', '2026-09-07'],
  ['the last day of April, two days off ahead', '2026-04-29', '2026-05-06'],
  ['Friday before Tết', '2026-02-13', '2026-02-25'],
  ['Friday, giỗ Tổ on Sunday and off on Monday', '2026-04-24', '2026-05-04'],
])('a claim made on %s is due in three working days', (_, madeOn, dueOn) => {
  expect(dueOnOfClaim(businessDate(madeOn))).toBe(dueOn);
});
