import { POINT_MIN_AREA_M2 } from './market-class';

/** What a stall is at; the reason and the day stand in its history. */
export const STALL_STATES = [
  'vacant',
  'trading',
  'suspended',
  'under-repair',
  'locked',
  'disputed',
] as const;
export type StallState = (typeof STALL_STATES)[number];

export interface StallSize {
  areaM2: number;
  lengthM?: number | null;
  widthM?: number | null;
  /** Why a stall smaller than a point of business stands nevertheless. */
  smallAreaReason?: string | null;
}

/**
 * What speaks against a stall's size; null: nothing. A point of business has at least 3 m² (Decree
 * 60/2024/NĐ-CP), so a smaller stall, which older markets have, needs a reason; and no stall is
 * larger than its sides, rounded to the hundredth of a m² that areas are kept in.
 */
export function sizeProblem(size: StallSize): 'stallTooSmall' | 'areaBeyondSides' | null {
  if (size.areaM2 < POINT_MIN_AREA_M2 && !size.smallAreaReason?.trim()) return 'stallTooSmall';
  if (!size.lengthM || !size.widthM) return null;
  const hundredths = (value: number) => Math.round(value * 100);
  const byItsSides = (hundredths(size.lengthM) * hundredths(size.widthM)) / 100;
  return hundredths(size.areaM2) > Math.ceil(byItsSides) ? 'areaBeyondSides' : null;
}
