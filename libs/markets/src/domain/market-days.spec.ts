import {
  addDays,
  branchOf,
  BRANCHES,
  businessDate,
  type BusinessDate,
  daysBetween,
  lunarDateOf,
} from '@cho40/kernel';
import fc from 'fast-check';
import {
  calendarOf,
  DAILY,
  type DatedRule,
  marketDays,
  type MarketDayException,
  weekdayOf,
} from './market-days';

const day = (text: string) => businessDate(text);
const rule = (what: Partial<DatedRule>): DatedRule => ({
  weekdays: [],
  branches: [],
  lunarDays: [],
  validFrom: day('2020-01-01'),
  ...what,
});
const november = (rules: DatedRule[], exceptions: MarketDayException[] = []) =>
  marketDays(rules, day('2026-11-01'), day('2026-11-30'), exceptions).map((at) => at.slice(8));

describe('a market meets', () => {
  it.each<[string, DatedRule, string[]]>([
    ['on Sundays', rule({ weekdays: [7] }), ['01', '08', '15', '22', '29']],
    ['twice a week', rule({ weekdays: [3, 6] }), ['04', '07', '11', '14', '18', '21', '25', '28']],
    // chợ lùi of Phố Cáo and Xà Phìn: every sixth day
    ['on Thìn and Tuất', rule({ branches: ['dragon', 'dog'] }), ['02', '08', '14', '20', '26']],
    ['on Tỵ and Hợi', rule({ branches: ['snake', 'pig'] }), ['03', '09', '15', '21', '27']],
    [
      'on the lunar 2, 7, 12, 17, 22, 27',
      rule({ lunarDays: [2, 7, 12, 17, 22, 27] }),
      ['05', '10', '15', '20', '25', '30'],
    ],
    [
      'on Sundays and on the lunar first',
      rule({ weekdays: [7], lunarDays: [1] }),
      ['01', '08', '09', '15', '22', '29'],
    ],
  ])('%s', (_when, on, days) => {
    expect(november([on])).toEqual(days);
  });

  it('not on a day off, and on an extra one', () => {
    const sundays = rule({ weekdays: [7] });
    const exceptions: MarketDayException[] = [
      { on: day('2026-11-15'), kind: 'off' },
      { on: day('2026-11-20'), kind: 'extra' },
      { on: day('2026-11-22'), kind: 'extra' },
      { on: day('2026-11-24'), kind: 'off' },
    ];
    expect(november([sundays], exceptions)).toEqual(['01', '08', '20', '22', '29']);
    const days = calendarOf([sundays], day('2026-11-13'), day('2026-11-24'), exceptions);
    expect(days.flatMap(({ because }) => because ?? [])).toEqual(['off', 'extra', 'weekday']);
  });

  it('by the rule of that day: a new one moves nothing before it', () => {
    const [sundays, saturdays] = [
      rule({ weekdays: [7] }),
      rule({ weekdays: [6], validFrom: day('2026-11-16') }),
    ];
    expect(november([saturdays, sundays])).toEqual(['01', '08', '15', '21', '28']);
  });

  it('on no day that is known before its first rule', () => {
    expect(november([rule({ ...DAILY, validFrom: day('2026-11-29') })])).toEqual(['29', '30']);
    expect(november([])).toEqual([]);
  });

  it('on no day of a span that ends before it begins', () => {
    expect(marketDays([rule(DAILY)], day('2026-11-02'), day('2026-11-01'), [])).toEqual([]);
  });
});

describe('the calendar of any rule', () => {
  const aDay = fc
    .integer({ min: 0, max: 15_000 })
    .map((at): BusinessDate => addDays(day('2000-01-01'), at));
  const aRule = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    branches: fc.uniqueArray(fc.constantFrom(...BRANCHES)),
    lunarDays: fc.uniqueArray(fc.integer({ min: 1, max: 30 })),
  });

  it('has a market day exactly where one of its three lists names the day', () => {
    fc.assert(
      fc.property(aDay, aRule, (from, lists) => {
        const to = addDays(from, 20);
        const since = { ...lists, validFrom: day('2000-01-01') };
        const held = new Set(marketDays([since], from, to, []));
        for (let at = from; at <= to; at = addDays(at, 1)) {
          const isNamed =
            lists.weekdays.includes(weekdayOf(at)) ||
            lists.branches.includes(branchOf(at)) ||
            lists.lunarDays.includes(lunarDateOf(at).day);
          expect(held.has(at)).toBe(isNamed);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has every day once, whatever its exceptions', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const days = calendarOf([rule({ ...DAILY })], from, addDays(from, length), [
          { on: from, kind: 'off' },
        ]);
        expect(days.map((one) => daysBetween(from, one.day))).toEqual([...days.keys()]);
        expect(days).toHaveLength(length + 1);
      }),
      { numRuns: 20 },
    );
  });
});
