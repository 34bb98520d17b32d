import { vnd } from '@cho40/kernel';
import { expectedOf, serialsProblem, stubCount } from './ticket-stubs';

it('sold stubs times the printed price are the expected hand-in', () => {
  const sold = [
    { first: 1, last: 40 },
    { first: 43, last: 43 },
  ];
  expect(stubCount(sold)).toBe(41);
  expect(expectedOf({ sold }, vnd(5_000))).toBe(205_000);
  expect(expectedOf({ sold: [] }, vnd(5_000))).toBe(0);
});

it.each<[string, { first: number; last: number }[], object | null]>([
  [
    'apart',
    [
      { first: 11, last: 20 },
      { first: 1, last: 10 },
    ],
    null,
  ],
  [
    'of which one is named twice',
    [
      { first: 1, last: 10 },
      { first: 10, last: 12 },
    ],
    { code: 'stubNamedTwice', serial: 10 },
  ],
  [
    'one within the other',
    [
      { first: 1, last: 50 },
      { first: 20, last: 21 },
    ],
    { code: 'stubNamedTwice', serial: 20 },
  ],
  ['from the end to the beginning', [{ first: 9, last: 3 }], { code: 'stubsReversed', serial: 9 }],
])('serials %s', (_what, serials, problem) => {
  expect(serialsProblem(serials)).toEqual(problem);
});
