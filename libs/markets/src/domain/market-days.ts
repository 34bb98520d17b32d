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
  const inOrder = [...rules].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const kinds = new Map(exceptions.map(({ on, kind }) => [on, kind]));
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => {
    const day = addDays(from, at);
    const rule = inOrder.findLast(({ validFrom }) => validFrom <= day);
    const [lunar, branch] = [lunarDateOf(day), branchOf(day)];
    const byRule = rule ? reasonIn(rule, weekdayOf(day), branch, lunar.day) : null;
    const because = becauseOf(byRule, kinds.get(day));
    return { day, lunar, branch, because, isMarketDay: because !== null && because !== 'off' };
  });
}

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
