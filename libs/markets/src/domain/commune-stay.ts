import { addDays, type BusinessDate } from '@cho40/kernel';

/** The days on which a market lay in a commune; null: without a known beginning or end. */
export interface CommuneStay {
  communeId: string;
  validFrom: BusinessDate | null;
  validTo: BusinessDate | null;
}

export type CommuneChange =
  | { kind: 'refused'; why: 'communeNotThen' | 'communeLaterKnown' }
  | {
      kind: 'accepted';
      /** The stay that must end the day before, and that day. */
      ending: { communeId: string; validTo: BusinessDate } | null;
      /** True where a stay from the same day is corrected instead of a new one added. */
      isCorrection: boolean;
      stay: CommuneStay;
    };

type Days = Pick<CommuneStay, 'validFrom' | 'validTo'>;

// Days are ISO text, so a beginning or end that is not known sorts before or after all of them.
const startOf = (days: Days) => days.validFrom ?? '0000-00-00';
const endOf = (days: Days) => days.validTo ?? '9999-99-99';

/**
 * What changes when somebody enters that a market lies in `commune` from a day on (null: since the
 * unit exists). The stay ends with the unit, so it never runs on under an abolished name.
 */
export function communeChange(
  known: readonly CommuneStay[],
  commune: Days & { id: string },
  from: BusinessDate | null,
): CommuneChange {
  const validFrom = from ?? commune.validFrom;
  const stay = { communeId: commune.id, validFrom, validTo: commune.validTo };
  if (startOf(stay) < startOf(commune) || startOf(stay) > endOf(commune))
    return { kind: 'refused', why: 'communeNotThen' };
  const same = known.find((one) => one.validFrom === validFrom);
  const meets = (one: CommuneStay) => startOf(one) <= endOf(stay) && endOf(one) >= startOf(stay);
  const met = known.filter((one) => one !== same && meets(one));
  if (met.some((one) => startOf(one) >= startOf(stay)))
    return { kind: 'refused', why: 'communeLaterKnown' };
  const before = met[0];
  const ending =
    before && validFrom ? { communeId: before.communeId, validTo: addDays(validFrom, -1) } : null;
  return { kind: 'accepted', ending, isCorrection: same !== undefined, stay };
}
