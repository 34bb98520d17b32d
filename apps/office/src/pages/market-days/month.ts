const DAY_MS = 86_400_000;
const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(msOf(day)).getUTCDay() + 6) % 7) + 1;
}

/** The first and the last day of `2026-11`. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 1) - DAY_MS).toISOString().slice(0, 10);
  return { from: `${month}-01`, to: last };
}

/** The days of a month in weeks that begin on Monday; places of other months' days are null. */
export function weeksOf<Day>(
  days: readonly Day[],
  weekday: (day: Day) => number,
): (Day | null)[][] {
  const [first] = days;
  const before = first ? weekday(first) - 1 : 0;
  const places: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (places.length % 7 !== 0) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, week) =>
    places.slice(week * 7, week * 7 + 7),
  );
}
