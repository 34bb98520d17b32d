import type { Id } from '@cho40/kernel';
import type { Actor } from './actor';

/**
 * The markets an actor may see, as a parameter: `($2::uuid[] is null or m.id = any ($2))`.
 * null when the right covers whole boards, which row-level security sees to.
 */
export function marketScope(actor: Actor): readonly Id[] | null {
  return actor.markets === 'all' ? null : actor.markets;
}

/** Whether the actor's right reaches a market of one of their boards. */
export function reachesMarket(actor: Actor, marketId: string): boolean {
  return actor.markets === 'all' || actor.markets.some((id) => id === marketId);
}
