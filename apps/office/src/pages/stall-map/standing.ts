import type { BodyOf } from '../../api/reading';

export type MapStall = BodyOf<'/api/v1/markets/{id}/stall-map'>['stalls'][number];
type Told = BodyOf<'/api/v1/markets/{id}/stall-standings'>[number];
export type Standing = Told['standing'] | 'unknown';

/** A stall of the map with what billing tells of it; `unknown` to whom billing tells nothing. */
export interface StandingStall extends MapStall {
  standing: Standing;
  due: number | null;
  hasCode: boolean | null;
}

export const STANDINGS = ['paid', 'owed', 'overdue', 'vacant', 'unknown'] as const;

export function withStandings(
  stalls: readonly MapStall[],
  told: readonly Told[] | undefined,
): StandingStall[] {
  const byStall = new Map(told?.map((one) => [one.stallId, one]));
  return stalls.map((stall) => {
    const { standing = 'unknown', due = null, hasCode = null } = byStall.get(stall.stallId) ?? {};
    return { ...stall, standing, due, hasCode };
  });
}
