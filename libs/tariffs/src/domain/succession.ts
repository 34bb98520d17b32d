import { addDays, type BusinessDate, type Id } from '@cho40/kernel';

/** The days for which a price stands; null: until another comes. */
export interface PriceDays {
  id: Id;
  validFrom: BusinessDate;
  validTo: BusinessDate | null;
}

export type Succession =
  | { kind: 'refused'; later: PriceDays }
  | { kind: 'accepted'; ending: { id: Id; validTo: BusinessDate } | null };

const reaches = (one: PriceDays, day: BusinessDate) => one.validTo === null || one.validTo >= day;

/**
 * What happens to the approved prices of a fee type when another is approved: the one that stands
 * on its first day ends the day before. A price that begins on that day or later is never cut,
 * since it may have been billed: the newcomer is refused.
 */
export function succession(approved: readonly PriceDays[], next: PriceDays): Succession {
  const later = approved.find(
    (one) => one.validFrom >= next.validFrom && reaches(next, one.validFrom),
  );
  if (later) return { kind: 'refused', later };
  const standing = approved.find(
    (one) => one.validFrom < next.validFrom && reaches(one, next.validFrom),
  );
  if (!standing) return { kind: 'accepted', ending: null };
  return {
    kind: 'accepted',
    ending: { id: standing.id, validTo: addDays(next.validFrom, -1) },
  };
}
