import type { BusinessDate, Id } from '@cho40/kernel';
import { reachesMarket, type Reading } from '@cho40/platform';
import { billingError } from './errors';

/** What billing asks of a market. */
export interface BilledMarket {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly code: string;
  readonly name: string;
  readonly dueDay: number;
  readonly graceDays: number;
  readonly openedOn: BusinessDate;
}

/** A market within the actor's reach. */
export async function marketOf(tx: Reading, marketId: Id): Promise<BilledMarket> {
  const [market] = await tx.sql<BilledMarket>(
    `select board_id as "boardId", market_id as "marketId", code, name, due_day as "dueDay",
            grace_days as "graceDays", opened_on as "openedOn"
       from markets.v_market where market_id = $1`,
    [marketId],
  );
  if (!market || !reachesMarket(tx.actor, marketId)) {
    throw billingError('marketNotFound', { marketId });
  }
  return market;
}
