import type { BodyOf } from '../../api/reading';

export type MapStall = BodyOf<'/api/v1/markets/{id}/stall-map'>['stalls'][number];
type Told = BodyOf<'/api/v1/markets/{id}/stall-standings'>[number];
type Card = BodyOf<'/api/v1/markets/{id}/card-standings'>[number];
export type Standing = Told['standing'] | 'unknown';

/** A stall of the map with its dues and its card; `unknown` or null to whom they are not told. */
export interface StandingStall extends MapStall {
  standing: Standing;
  due: number | null;
  card: Card['state'] | null;
}

export const STANDINGS = ['paid', 'owed', 'overdue', 'vacant', 'unknown'] as const;

export function withStandings(
  stalls: readonly MapStall[],
  told: readonly Told[] | undefined,
  cards: readonly Card[] | undefined,
): StandingStall[] {
  const byStall = new Map(told?.map((one) => [one.stallId, one]));
  const cardOf = new Map(cards?.map(({ stallId, state }) => [stallId, state]));
  return stalls.map((stall) => {
    const { standing = 'unknown', due = null } = byStall.get(stall.stallId) ?? {};
    return { ...stall, standing, due, card: cardOf.get(stall.stallId) ?? null };
  });
}

/** Whether no card hangs there that leads to the board’s account. */
export const lacksCard = ({ card }: StandingStall): boolean => card !== null && card !== 'valid';
