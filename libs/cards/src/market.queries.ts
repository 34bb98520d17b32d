import type { Id } from '@cho40/kernel';
import { reachesMarket, type Reading } from '@cho40/platform';
import { cardsError } from './errors';

/** The board of a market within the actor's reach. */
export async function boardOfMarket(tx: Reading, marketId: Id): Promise<Id> {
  const [market] = await tx.sql<{ boardId: Id }>(
    'select board_id as "boardId" from markets.v_market where market_id = $1',
    [marketId],
  );
  if (!market || !reachesMarket(tx.actor, marketId))
    throw cardsError('marketNotFound', { marketId });
  return market.boardId;
}

/** @throws cards.zoneNotFound when the zone is not one of the market's */
export async function requireZone(tx: Reading, marketId: Id, zoneId: Id): Promise<void> {
  const zones = await tx.sql('select from markets.v_zone where market_id = $1 and zone_id = $2', [
    marketId,
    zoneId,
  ]);
  if (zones.length === 0) throw cardsError('zoneNotFound', { zoneId });
}
