import fc from 'fast-check';
import { allocate, formatVnd, roundToVnd, sumVnd, vnd } from './vnd';
import { vndInWords } from './vnd-words';

describe('a sum of money', () => {
  it.each([0.5, NaN, Infinity, 2 ** 53])('is never %d', (amount) => {
    expect(() => vnd(amount)).toThrow('whole number of đồng');
  });

  it('is never minus zero', () => {
    expect(Object.is(vnd(-0), 0)).toBe(true);
  });

  it('does not leave the safe integers by adding', () => {
    expect(() => sumVnd([vnd(Number.MAX_SAFE_INTEGER), vnd(1)])).toThrow(
      'not a whole number of đồng',
    );
  });

  it.each([
    [2.5, 3],
    [-2.5, -3],
    [40_000 * 3.1, 124_000],
    [0.499, 0],
    [45_000 * 4.35 * (17 / 30), 110_925],
  ])('%d rounds to %d đồng', (exact, rounded) => {
    expect(roundToVnd(exact)).toBe(rounded);
  });

  it('is printed with dots and a space before đ', () => {
    expect(formatVnd(vnd(1_250_000))).toBe('1.250.000 đ');
    expect(formatVnd(vnd(-999))).toBe('−999 đ');
    expect(formatVnd(vnd(0))).toBe('0 đ');
  });
});

describe('a split sum', () => {
  const weights = fc
    .array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 30 })
    .filter((each) => each.some((weight) => weight > 0));

  it('adds up to the đồng, and no part differs from its share by a whole đồng', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (total, shares) => {
        const parts = allocate(vnd(total), shares);
        const whole = shares.reduce((sum, share) => sum + share, 0);
        expect(sumVnd(parts)).toBe(total);
        parts.forEach((part, at) => {
          expect(Math.abs(part - (total * (shares[at] ?? 0)) / whole)).toBeLessThan(1);
        });
      }),
    );
  });

  it('gives nothing to a weight of nothing', () => {
    expect(allocate(vnd(100), [0, 1, 0, 2])).toEqual([0, 33, 0, 67]);
  });

  it('refuses weights that are all nothing', () => {
    expect(() => allocate(vnd(1), [0, 0])).toThrow('weights');
  });
});

describe('a sum in words', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [105, 'Một trăm linh năm đồng'],
    [1_005, 'Một nghìn không trăm linh năm đồng'],
    [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
    [2_000_015, 'Hai triệu không trăm mười lăm đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [3_000_450_000, 'Ba tỷ bốn trăm năm mươi nghìn đồng'],
    [-45_000, 'Âm bốn mươi lăm nghìn đồng'],
  ])('%d reads "%s"', (amount, words) => {
    expect(vndInWords(vnd(amount))).toBe(words);
  });
});
