import { computedClass, type Construction, type MarketClass } from './market-class';

const CASES: readonly [points: number, construction: Construction, expected: MarketClass][] = [
  [401, 'solid', 1],
  [1500, 'solid', 1],
  [400, 'solid', 2],
  [200, 'solid', 2],
  [199, 'solid', 3],
  [0, 'solid', 3],
  [401, 'semi-solid', 2],
  [200, 'semi-solid', 2],
  [199, 'semi-solid', 3],
  [401, 'temporary', 3],
  [300, 'temporary', 3],
];

describe('the class of a market after Decree 60/2024/NĐ-CP', () => {
  it.each(CASES)('%d points, %s: class %d', (points, construction, expected) => {
    expect(computedClass(points, construction)).toBe(expected);
  });
});
