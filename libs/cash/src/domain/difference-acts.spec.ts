import { vnd } from '@cho40/kernel';
import { actProblem } from './difference-acts';

const open = { shortage: vnd(10_000), surplus: vnd(20_000), inHand: vnd(15_000) };

it.each([
  ['paid-back', 10_000, null],
  ['paid-back', 10_001, 'moreThanOpen'],
  ['given-back', 20_000, null],
  ['given-back', 20_001, 'moreThanOpen'],
  ['kept', 20_000, null],
  ['late-receipt', 15_000, null],
  ['late-receipt', 16_000, 'moreThanInHand'],
  ['late-receipt', 21_000, 'moreThanOpen'],
] as const)('a difference %s with %d đồng: %s', (kind, amount, problem) => {
  expect(actProblem({ kind, amount: vnd(amount) }, open)).toBe(problem);
});
