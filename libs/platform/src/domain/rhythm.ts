import { addDays, businessDateOf, instantOf } from '@cho40/kernel';

/** How often scheduled work is done; a daily one at a Vietnamese wall clock time. */
export type Rhythm =
  | { readonly kind: 'every'; readonly minutes: number }
  | { readonly kind: 'daily'; readonly at: `${number}:${number}` };

/** When work of a rhythm is due after `now`. */
export function nextDue(rhythm: Rhythm, now: Date): Date {
  if (rhythm.kind === 'every') return new Date(now.getTime() + rhythm.minutes * 60_000);
  const today = businessDateOf(now);
  const due = instantOf(today, `${rhythm.at}:00`);
  return due > now ? due : instantOf(addDays(today, 1), `${rhythm.at}:00`);
}
