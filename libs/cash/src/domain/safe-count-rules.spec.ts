import { vnd } from '@cho40/kernel';
import { safeCountMove, safeCountProblem, type SaidOfSafe } from './safe-count-rules';

const said = (change: Partial<SaidOfSafe>): SaidOfSafe => ({
  counted: vnd(100_000),
  inside: vnd(100_000),
  confirmedDifference: 0,
  remark: '',
  cashierName: 'Lò Thị Pà',
  witnessName: 'Nguyễn Thu Hà',
  ...change,
});

it.each([
  ['as the books say', {}, null],
  ['with less, not said to be less', { counted: vnd(90_000) }, 'safeDiffers'],
  ['with another difference than said', { confirmedDifference: -10_000 }, 'safeDiffers'],
  [
    'with less and no reason',
    { counted: vnd(90_000), confirmedDifference: -10_000 },
    'remarkMissing',
  ],
  [
    'with more, and why',
    { counted: vnd(110_000), confirmedDifference: 10_000, remark: 'đang tìm' },
    null,
  ],
  ['by the cashier alone, under two names', { witnessName: ' lò  thị PÀ' }, 'witnessIsCashier'],
] as const)('a count of the safe %s: %s', (_, change, problem) => {
  expect(safeCountProblem(said(change))).toBe(problem);
});

it('moves what is missing out of the safe’s books, what is too much into them', () => {
  const inside = vnd(100_000);
  expect(safeCountMove({ counted: inside, inside })).toBe(null);
  expect(safeCountMove({ counted: vnd(90_000), inside })).toEqual({
    kind: 'out',
    purpose: 'count-short',
    amount: 10_000,
  });
  expect(safeCountMove({ counted: vnd(130_000), inside })).toEqual({
    kind: 'in',
    purpose: 'count-over',
    amount: 30_000,
  });
});
