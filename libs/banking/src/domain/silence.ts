import { addDays, daysBetween, type BusinessDate } from '@cho40/kernel';

/** An account that usually receives money and has been silent for unusually long. */
export interface Silence {
  /** The last day on which money came. */
  readonly since: BusinessDate;
  /** Whole days without money after it. */
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
 * The rhythm is that of the weeks before the silence began, so that it does not change while the
 * silence lasts: once raised, the alarm stands until money comes.
 * @param days days on which money came in, in any order
 * @param until the last whole day that is known: money of it would have been seen
 */
export function silenceOf(days: readonly BusinessDate[], until: BusinessDate): Silence | null {
  const known = [...new Set(days)].filter((day) => day <= until).sort();
  const since = known.at(-1);
  if (since === undefined) return null;
  const rhythm = known.filter((day) => day > addDays(since, -RHYTHM_DAYS));
  if (rhythm.length < FEWEST_DAYS) return null;
  const usualDays = usualPause(rhythm);
  const silent = daysBetween(since, until);
  return silent > usualDays + Math.max(1, Math.ceil(usualDays / 2))
    ? { since, days: silent, usualDays }
    : null;
}

/** The pause, in whole days without money, that nine out of ten are no longer than. */
function usualPause(days: readonly BusinessDate[]): number {
  const pauses = days
    .slice(1)
    .map((day, at) => daysBetween(days[at] ?? day, day) - 1)
    .sort((one, other) => one - other);
  return pauses[Math.ceil(pauses.length * USUAL_SHARE) - 1] ?? 0;
}
