import { businessDate, vnd } from '@cho40/kernel';
import { outcomesOf, type PaymentOutcomeFacts } from './outcome';

const facts = (change: Partial<PaymentOutcomeFacts> = {}): PaymentOutcomeFacts => ({
  bookedOn: businessDate('2026-10-12'),
  rest: vnd(0),
  named: { isVoid: false, due: vnd(0), given: vnd(100_000) },
  leaseOwes: vnd(0),
  graceUntil: businessDate('2026-10-20'),
  leaseEndedOn: null,
  paysAnotherMarket: false,
  ...change,
});
const bill = (due: number, given: number, isVoid = false) => ({
  isVoid,
  due: vnd(due),
  given: vnd(given),
});

it.each<[string, Partial<PaymentOutcomeFacts>, string[]]>([
  ['what was asked for is exact', {}, ['exact']],
  ['and stays so where an older bill is owed', { leaseOwes: vnd(50_000) }, ['exact']],
  ['less than the bill is a part', { named: bill(40_000, 60_000) }, ['part']],
  ['of a stall’s code too', { named: null, leaseOwes: vnd(1_000) }, ['part']],
  ['more than anything owed is too much', { rest: vnd(30_000) }, ['over']],
  ['a second time for a paid bill', { named: bill(0, 0), rest: vnd(100_000) }, ['double']],
  ['for a bill taken back', { named: bill(0, 0, true), rest: vnd(1_000) }, ['closedBill']],
  ['a day after the grace is late', { bookedOn: businessDate('2026-10-21') }, ['exact', 'late']],
  ['its last day is not', { bookedOn: businessDate('2026-10-20') }, ['exact']],
  [
    'after the lease ended',
    { leaseEndedOn: businessDate('2026-09-30'), graceUntil: null, rest: vnd(1), named: null },
    ['over', 'endedLease'],
  ],
  ['split over markets', { paysAnotherMarket: true }, ['exact', 'anotherMarket']],
])('%s', (_, change, names) => {
  expect(outcomesOf(facts(change))).toEqual(names);
});
