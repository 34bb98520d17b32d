import {
  addDays,
  type Branch,
  branchOf,
  businessDate,
  type BusinessDate,
  daysBetween,
  type LunarDate,
  lunarDateOf,
} from '@cho40/kernel';

/** On which days a market meets; any of the three makes a market day. */
export interface MarketDayRule {
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[];
  /** Chợ lùi: on days of the zodiac, so each week one day earlier than the last. */
  branches: readonly Branch[];
  /** Days of the lunar month: 2, 7, 12, 17, 22, 27. The 30th is left out where a month has none. */
  lunarDays: readonly number[];
}

/** A rule holds from its day until the next one's. */
export interface DatedRule extends MarketDayRule {
  validFrom: BusinessDate;
}

/** A single day on which the rule does not hold. */
export interface MarketDayException {
  on: BusinessDate;
  kind: 'off' | 'extra';
}

export interface CalendarDay {
  day: BusinessDate;
  lunar: LunarDate;
  branch: Branch;
  isMarketDay: boolean;
  /** What makes it a market day, or an exception that takes it away; null: an ordinary day. */
  because: 'weekday' | 'branch' | 'lunarDay' | 'extra' | 'off' | null;
}

/** Every day of a week: a market that meets daily. */
export const DAILY: MarketDayRule = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  branches: [],
  lunarDays: [],
};

/** The market days from `from` to `to`, both included, in their order. */
export function marketDays(
  rules: readonly DatedRule[],
  from: BusinessDate,
  to: BusinessDate,
  exceptions: readonly MarketDayException[],
): BusinessDate[] {
  return calendarOf(rules, from, to, exceptions)
    .filter(({ isMarketDay }) => isMarketDay)
    .map(({ day }) => day);
}

/** Every day from `from` to `to` with its lunar date, its zodiac day and whether the market meets. */
export function calendarOf(
  rules: readonly DatedRule[],
  from: BusinessDate,
  to: BusinessDate,
  exceptions: readonly MarketDayException[],
): CalendarDay[] {
  const becauseOn = reasonsOf({ rules, exceptions });
  return almanacOf(from, to).map((one) => {
    const because = becauseOn(one);
    return { ...one, because, isMarketDay: isMet(because) };
  });
}

/** What tells on which days a market meets. */
export interface MarketCalendar {
  /** None: nobody has entered on which days it meets. */
  rules: readonly DatedRule[];
  exceptions: readonly MarketDayException[];
}

/** A day's names, whichever market is asked about. */
export type AlmanacDay = Pick<CalendarDay, 'day' | 'lunar' | 'branch'>;

/** The days from `from` to `to`. Finding the moon takes the time: many markets share one almanac. */
export function almanacOf(from: BusinessDate, to: BusinessDate): AlmanacDay[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => {
    const day = addDays(from, at);
    return { day, lunar: lunarDateOf(day), branch: branchOf(day) };
  });
}

/**
 * The days on which any of several markets meets, in their order; null where there is no market, or
 * where nobody has entered on which days one of them meets.
 */
export function daysOfAny(
  markets: readonly MarketCalendar[],
  almanac: readonly AlmanacDay[],
): BusinessDate[] | null {
  if (markets.length === 0 || markets.some(({ rules }) => rules.length === 0)) return null;
  const reasons = markets.map(reasonsOf);
  return almanac
    .filter((one) => reasons.some((becauseOn) => isMet(becauseOn(one))))
    .map(({ day }) => day);
}

/** The rules to go by from a day on: a market that meets daily needs none entered. */
export function rulesToGoBy(
  meets: 'daily' | 'market-days',
  entered: readonly DatedRule[],
  from: BusinessDate,
): readonly DatedRule[] {
  const isDaily = entered.length === 0 && meets === 'daily';
  return isDaily ? [{ ...DAILY, validFrom: from }] : entered;
}

function reasonsOf({ rules, exceptions }: MarketCalendar) {
  const inOrder = [...rules].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const kinds = new Map(exceptions.map(({ on, kind }) => [on, kind]));
  return ({ day, lunar, branch }: AlmanacDay): CalendarDay['because'] => {
    const rule = inOrder.findLast(({ validFrom }) => validFrom <= day);
    const byRule = rule ? reasonIn(rule, weekdayOf(day), branch, lunar.day) : null;
    return becauseOf(byRule, kinds.get(day));
  };
}

const isMet = (because: CalendarDay['because']) => because !== null && because !== 'off';

const A_MONDAY = businessDate('2024-01-01');

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: BusinessDate): number {
  return (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1;
}

function reasonIn(rule: MarketDayRule, weekday: number, branch: Branch, lunarDay: number) {
  if (rule.weekdays.includes(weekday)) return 'weekday';
  if (rule.branches.includes(branch)) return 'branch';
  return rule.lunarDays.includes(lunarDay) ? 'lunarDay' : null;
}

// A day off takes only a market day away, an extra day only adds to the others.
function becauseOf(
  byRule: 'weekday' | 'branch' | 'lunarDay' | null,
  exception: MarketDayException['kind'] | undefined,
): CalendarDay['because'] {
  if (exception === 'off') return byRule === null ? null : 'off';
  return byRule ?? exception ?? null;
}
