/** How a market is built: kiên cố, bán kiên cố, tạm. */
export type Construction = 'solid' | 'semi-solid' | 'temporary';
export const CONSTRUCTIONS = ['solid', 'semi-solid', 'temporary'] as const;

export type MarketClass = 1 | 2 | 3;

/** The least area of a point of business (điểm kinh doanh), Decree 60/2024/NĐ-CP. */
export const POINT_MIN_AREA_M2 = 3;

/**
 * The class that a market has by its points of business and its construction, Decree
 * 60/2024/NĐ-CP: class 1 has more than 400 points and is solidly built, class 2 from 200 to 400
 * (or more, where it is only partly solid), class 3 fewer than 200 or not solidly built.
 */
export function computedClass(points: number, construction: Construction): MarketClass {
  if (points < 200 || construction === 'temporary') return 3;
  return points > 400 && construction === 'solid' ? 1 : 2;
}
