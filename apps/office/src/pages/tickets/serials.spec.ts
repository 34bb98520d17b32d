import { expect, it } from '@jest/globals';
import { countOf, serialsOf } from './serials';

it.each([
  [
    '1-17, 19, 21-25',
    [
      { first: 1, last: 17 },
      { first: 19, last: 19 },
      { first: 21, last: 25 },
    ],
  ],
  [' 7 ', [{ first: 7, last: 7 }]],
  ['', []],
  ['1-', null],
  ['một', null],
])('serials typed as “%s”', (text, serials) => {
  expect(serialsOf(text)).toEqual(serials);
});

it('serials are counted with both ends', () => {
  expect(countOf(serialsOf('1-17, 19') ?? [])).toBe(18);
});
