import { addDays, type BusinessDate } from '@cho40/kernel';
import type { Days } from './tariff';

/** Cuts days wherever something begins or has ended; nothing begins or ends inside a piece. */
export function spansBetween(
  days: Days,
  stays: readonly { validFrom: BusinessDate; validTo: BusinessDate | null }[],
): Days[] {
  const starts = stays
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])])
    .filter((day) => day > days.from && day <= days.to);
  const cuts = [days.from, ...new Set(starts)].sort();
  return cuts.map((from, at) => {
    const next = cuts[at + 1];
    return { from, to: next ? addDays(next, -1) : days.to };
  });
}
