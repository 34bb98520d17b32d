import fc from 'fast-check';
import { businessDate, vnd, type Id, type Vnd } from '@cho40/kernel';
import { reliefParts, type ReliefLine, type StandingRelief } from './relief';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
const aLine = (gross: number, change: Partial<ReliefLine> = {}): ReliefLine => ({
  feeType: 'space',
  isPassThrough: false,
  serviceFrom: businessDate('2026-09-01'),
  serviceTo: businessDate('2026-09-30'),
  gross: vnd(gross),
  most: vnd(gross),
  ...change,
});
const aRelief = (change: Partial<StandingRelief> = {}): StandingRelief => ({
  reliefId: id(1),
  feeType: null,
  from: businessDate('2026-09-01'),
  to: businessDate('2026-09-30'),
  percent: 50,
  amount: null,
  ...change,
});
const aSum = (amount: number, change: Partial<StandingRelief> = {}) =>
  aRelief({ percent: null, amount: vnd(amount), ...change });
const letOff = (lines: ReliefLine[], ...reliefs: StandingRelief[]) => {
  const parts = reliefParts(lines, reliefs);
  return lines.map((_line, at) =>
    parts.filter((part) => part.line === at).reduce((sum, part) => sum + part.amount, 0),
  );
};

describe('a relief lets off', () => {
  it('its share of every fee of the board, and none of what is only passed on', () => {
    const electricity = aLine(80_000, { feeType: 'electricity', isPassThrough: true });
    expect(letOff([aLine(100_000), electricity], aRelief())).toEqual([50_000, 0]);
    expect(letOff([electricity], aRelief({ feeType: 'electricity' }))).toEqual([40_000]);
  });

  it('the days of a line that lie within it', () => {
    const fromFlood = aRelief({ percent: 100, from: businessDate('2026-09-16') });
    expect(letOff([aLine(100_000)], fromFlood)).toEqual([50_000]);
    expect(letOff([aLine(1)], aRelief({ from: businessDate('2026-10-01') }))).toEqual([0]);
  });

  it('a sum a month, spread over the month’s lines, to the đồng', () => {
    const october = {
      serviceFrom: businessDate('2026-10-01'),
      serviceTo: businessDate('2026-10-31'),
    };
    const lines = [aLine(100_000), aLine(50_000), aLine(100_000, october)];
    expect(letOff(lines, aSum(100_000, { to: businessDate('2026-12-31') }))).toEqual([
      66_667, 33_333, 100_000,
    ]);
  });

  it('never more than a line costs, however many reliefs meet', () => {
    expect(letOff([aLine(100_000)], aRelief({ percent: 80 }), aRelief({ percent: 80 }))).toEqual([
      100_000,
    ]);
    expect(letOff([aLine(100_000, { most: vnd(10_000) })], aSum(999_999))).toEqual([10_000]);
  });

  it('by any reliefs on any lines, at most what each line may be let off', () => {
    const day = fc
      .integer({ min: 1, max: 30 })
      .map((number) => businessDate(`2026-09-${String(number).padStart(2, '0')}`));
    const amount = fc.integer({ min: 1, max: 500_000 }).map(vnd);
    const relief = fc
      .tuple(day, day, fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(null)), amount)
      .map(([one, other, percent, sum]) =>
        aRelief({
          from: one < other ? one : other,
          to: one < other ? other : one,
          percent,
          amount: percent === null ? sum : null,
        }),
      );
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), fc.array(relief), (sums: Vnd[], reliefs) => {
        const lines = sums.map((sum) => aLine(sum));
        letOff(lines, ...reliefs).forEach((part, at) => {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(lines[at]?.gross ?? 0);
        });
      }),
    );
  });
});
