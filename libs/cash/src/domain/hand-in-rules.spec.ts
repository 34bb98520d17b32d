import { vnd } from '@cho40/kernel';
import fc from 'fast-check';
import { handInParts, handInProblem } from './hand-in-rules';

const money = fc.integer({ min: 0, max: 100_000_000 }).map(vnd);

it('what is counted and what is missing make up what was expected, whatever the two are', () => {
  fc.assert(
    fc.property(money, money, (amount, expected) => {
      const { moved, short, over } = handInParts({ amount, expected });
      expect(moved + short).toBe(expected);
      expect(moved + over).toBe(amount);
      expect(short === 0 || over === 0).toBe(true);
    }),
  );
});

describe('a count', () => {
  const counted = { amount: 100_000, expected: 100_000, inHand: 100_000, confirmedDifference: 0 };
  it.each([
    ['of all that is held', {}, null],
    ['of a part of it', { amount: 60_000, expected: 60_000 }, null],
    ['of more than the books say', { expected: 100_001 }, 'moreThanInHand'],
    ['of nothing where nothing is expected', { amount: 0, expected: 0 }, 'nothingCounted'],
    ['that is short and not confirmed', { amount: 90_000 }, 'countDiffers'],
    ['that is short and confirmed', { amount: 90_000, confirmedDifference: -10_000 }, null],
    ['confirmed with another sum', { amount: 90_000, confirmedDifference: -1_000 }, 'countDiffers'],
    ['that is over and confirmed', { amount: 105_000, confirmedDifference: 5_000 }, null],
    ['with everything gone', { amount: 0, confirmedDifference: -100_000 }, null],
  ])('%s', (_what, change, problem) => {
    const { amount, expected, inHand, confirmedDifference } = { ...counted, ...change };
    expect(
      handInProblem({
        amount: vnd(amount),
        expected: vnd(expected),
        inHand: vnd(inHand),
        confirmedDifference,
      }),
    ).toBe(problem);
  });
});
