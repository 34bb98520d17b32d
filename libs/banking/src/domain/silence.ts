import { addDays, daysBetween, type BusinessDate } from '@cho40/kernel';

/** An account that usually receives money and has been silent for unusually long. */
export interface Silence {
  /** The last day on which money came. */
  readonly since: BusinessDate;
  /** Whole days without money after it; of a known calendar, market days. */
  readonly days: number;
  /** How many there usually are between two days with money: 0 daily, 6 where a market meets weekly. */
  readonly usualDays: number;
}

/** How far back an account's own rhythm is looked for. */
export const RHYTHM_DAYS = 90;
// With fewer days of money nobody can say what is usual.
const FEWEST_DAYS = 6;
// The longest tenth of its pauses are holidays and floods, not its rhythm.
const USUAL_SHARE = 0.9;

/**
 * Whether an account is silent for longer than its own rhythm explains. A daily account may miss a
 * day; one of a weekly market is silent six days out of seven, and one of a zodiac market eleven out
 * of twelve: half as long again as usual, and at least one day more, is unusual.
 *
 * Where it is known on which days the board's markets meet, those alone are counted: a holiday of the
 * calendar is no silence, and a weekly market's second missed market day is one.
 *
 * The rhythm is that of the weeks before the silence began, so that it does not change while the
 * silence lasts: once raised, the alarm stands until money comes.
 * @param days days on which money came in, in any order
 * @param until the last whole day that is known: money of it would have been seen
 * @param marketDays of the days looked at, in their order; null: every day
 */
export function silenceOf(
  days: readonly BusinessDate[],
  until: BusinessDate,
  marketDays: readonly BusinessDate[] | null = null,
): Silence | null {
  const known = [...new Set(days)].filter((day) => day <= until).sort();
  const since = known.at(-1);
  if (since === undefined) return null;
  const rhythm = known.filter((day) => day > addDays(since, -RHYTHM_DAYS));
  if (rhythm.length < FEWEST_DAYS) return null;
  const usualDays = usualPause(rhythm, marketDays);
  const silent = daysAfter(since, until, marketDays);
  return silent > usualDays + Math.max(1, Math.ceil(usualDays / 2))
    ? { since, days: silent, usualDays }
    : null;
}

/** The pause, in days without money that count, that nine out of ten are no longer than. */
function usualPause(
  days: readonly BusinessDate[],
  marketDays: readonly BusinessDate[] | null,
): number {
  const pauses = days
    .slice(1)
    .map((day, at) => daysAfter(days[at] ?? day, addDays(day, -1), marketDays));
  return mostly(pauses);
}

function daysAfter(
  since: BusinessDate,
  until: BusinessDate,
  marketDays: readonly BusinessDate[] | null,
): number {
  if (marketDays === null) return daysBetween(since, until);
  return marketDays.filter((day) => day > since && day <= until).length;
}

/** What nine out of ten are no more than. */
function mostly(numbers: readonly number[]): number {
  const inOrder = numbers.toSorted((one, other) => one - other);
  return inOrder[Math.ceil(inOrder.length * USUAL_SHARE) - 1] ?? 0;
}

/** When money first came on a market day; null: none came, or the bank tells no hour. */
export interface FirstMoney {
  readonly on: BusinessDate;
  /** Minutes after midnight. */
  readonly minute: number | null;
}

/** How many market days an account's usual hour is learned from. */
export const MORNINGS = 12;
// A slow morning, a late feed.
const GRACE_MINUTES = 60;

/**
 * The minute of the day by which money is usually there, where that has passed on a market day
 * without any: an account that receives on market mornings is missed before the market is over.
 * @param before the last `MORNINGS` market days before today
 */
export function lateSince(before: readonly FirstMoney[], minuteNow: number): number | null {
  const minutes = before.flatMap(({ minute }) => minute ?? []);
  if (minutes.length < FEWEST_DAYS || minutes.length < before.length * USUAL_SHARE) return null;
  const usualBy = mostly(minutes);
  return minuteNow > usualBy + GRACE_MINUTES ? usualBy : null;
}
