import { marketScope, type Reading } from '@cho40/platform';
import type { Scope } from '../domain/grant';
import type { SessionBoardDto, SessionMarketDto } from './session.dto';

/** The boards that the actor reaches, by name. */
export function boardsOf(tx: Reading): Promise<SessionBoardDto[]> {
  return tx.sql<SessionBoardDto>(
    `select board_id as id, name from markets.v_board
      where board_id = any ($1) order by name collate "vi-x-icu", board_id`,
    [tx.actor.boards],
  );
}

/** The markets that the actor reaches, by name. */
export function marketsOf(tx: Reading): Promise<SessionMarketDto[]> {
  return tx.sql<SessionMarketDto>(
    `select market_id as id, board_id as "boardId", code, name from markets.v_market
      where $1::uuid[] is null or market_id = any ($1)
      order by name collate "vi-x-icu", market_id`,
    [marketScope(tx.actor)],
  );
}

/** The names of the administrative units among some scopes. */
export async function unitNames(
  tx: Reading,
  scopes: readonly Scope[],
): Promise<ReadonlyMap<string, string>> {
  const ids = scopes.filter((scope) => scope.scopeKind === 'unit').map((scope) => scope.scopeId);
  const units = await tx.sql<{ id: string; name: string }>(
    'select unit_id as id, name from markets.v_admin_unit where unit_id = any ($1)',
    [ids],
  );
  return new Map(units.map(({ id, name }) => [id, name]));
}
