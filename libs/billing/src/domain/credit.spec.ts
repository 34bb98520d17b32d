import { sumVnd, vnd, type Id } from '@cho40/kernel';
import fc from 'fast-check';
import { takenOf } from './credit';

const payment = (at: number) => `payment-${at}` as Id;
const rests = (...sums: number[]) =>
  sums.map((sum, at) => ({ paymentId: payment(at), rest: vnd(sum) }));

it('takes of the payments in their order, the last one in part', () => {
  expect(takenOf(rests(30_000, 50_000, 10_000), vnd(60_000))).toEqual([
    { paymentId: payment(0), amount: 30_000 },
    { paymentId: payment(1), amount: 30_000 },
  ]);
});

it('takes nothing when together they are too little', () => {
  expect(takenOf(rests(30_000), vnd(30_001))).toBeNull();
});

it('takes exactly what is wanted and of no payment more than its rest', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000)), fc.integer({ min: 1, max: 5_000 }), (sums, wanted) => {
      const all = rests(...sums);
      const taken = takenOf(all, vnd(wanted));
      const total = sumVnd(all.map(({ rest }) => rest));
      if (!taken) return total < wanted;
      const within = taken.every(
        ({ paymentId, amount }) =>
          amount <= (all.find((one) => one.paymentId === paymentId)?.rest ?? 0),
      );
      return within && sumVnd(taken.map(({ amount }) => amount)) === wanted;
    }),
  );
});
