import { firstDayOf, type BusinessDate, type Id, type Month } from '@cho40/kernel';
import { marketScope, reachesMarket, type Reading } from '@cho40/platform';
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

const MARKETS = `
  select board_id as "boardId", market_id as "marketId", code, name, due_day as "dueDay",
         grace_days as "graceDays", opened_on as "openedOn"
    from markets.v_market
   where ($1::uuid is null or market_id = $1) and ($2::uuid is null or board_id = $2)
     and ($3::uuid[] is null or market_id = any ($3))
     and ($4::date is null or closed_on is null or closed_on >= $4)
   order by code`;

/** A market within the actor's reach. */
export async function marketOf(tx: Reading, marketId: Id): Promise<BilledMarket> {
  const [market] = await tx.sql<BilledMarket>(MARKETS, [marketId, null, null, null]);
  if (!market || !reachesMarket(tx.actor, marketId)) {
    throw billingError('marketNotFound', { marketId });
  }
  return market;
}

/**
 * The markets of a board that the actor's right reaches and that were not closed before a month.
 * @throws billing.boardNotFound when there is no such board for the actor
 */
export async function marketsOfBoard(
  tx: Reading,
  boardId: Id,
  month: Month,
): Promise<BilledMarket[]> {
  const boards = await tx.sql('select from markets.v_board where board_id = $1', [boardId]);
  if (boards.length === 0) throw billingError('boardNotFound', { boardId });
  return tx.sql(MARKETS, [null, boardId, marketScope(tx.actor), firstDayOf(month)]);
}
