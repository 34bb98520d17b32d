import { vnd, type Id } from '@cho40/kernel';
import { custodyOf, type PersonCustody } from './custody';

const person = (change: Partial<Record<keyof PersonCustody, number>>): PersonCustody => {
  const of = (key: keyof PersonCustody) => vnd(change[key] ?? 0);
  return {
    collectorId: '00000000-0000-7000-8000-000000000001' as Id,
    collectorName: 'Vàng Mí Sính',
    taken: of('taken'),
    handedIn: of('handedIn'),
    inHand: of('inHand'),
    short: of('short'),
    over: of('over'),
    kept: of('kept'),
  };
};
const safe = {
  booked: vnd(83_000),
  banked: vnd(60_000),
  onTheWay: vnd(40_000),
  refunded: vnd(7_000),
};

it('what was taken is in hand, in the safe, on the way, in the bank, given back, short, less what is over', () => {
  const people = [
    person({ taken: 120_000, handedIn: 95_000, inHand: 20_000, short: 5_000 }),
    person({ taken: 50_000, handedIn: 50_000, over: 3_000, kept: 2_000 }),
  ];
  expect(custodyOf(people, safe)).toMatchObject({
    taken: 170_000,
    inHand: 20_000,
    safe: 43_000,
    onTheWay: 40_000,
    banked: 60_000,
    refunded: 7_000,
    short: 5_000,
    over: 3_000,
    kept: 2_000,
  });
});

it('is not told at all where a đồng is nowhere', () => {
  expect(() => custodyOf([person({ taken: 150_001 })], safe)).toThrow('cash that is nowhere');
});
