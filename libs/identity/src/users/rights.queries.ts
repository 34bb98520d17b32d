import type { BusinessDate } from '@cho40/kernel';
import { SYSTEM_BOARD, type Reading } from '@cho40/platform';
import type { MarketOfBoard, ReachingGrant, Scope } from '../domain/grant';

type Reached = Pick<ReachingGrant, 'boards' | 'markets'>;

// A unit reaches the markets that lie in it today or lay in it as a former district, in whole
// boards as far as row-level security goes and in those markets as far as the screens go.
const REACH = `
  with recursive scope as (
    select * from unnest($1::text[], $2::text[]) as scope (kind, id)
  ), unit as (
    select id as root, id from scope where kind = 'unit'
    union
    select unit.root, u.unit_id from markets.v_admin_unit u join unit on u.parent_id = unit.id
  ), reached as (
    select s.kind, s.id, m.board_id, m.market_id
      from scope s
      join markets.v_market_registry m on s.kind = 'market' and m.market_id::text = s.id
    union
    select 'unit', unit.root, m.board_id, m.market_id
      from unit join markets.v_market_registry m on unit.id in (m.commune_id, m.former_district_id)
    union
    select s.kind, s.id, b.board_id, null
      from scope s
      join markets.v_board_registry b on s.kind = 'system' or s.kind = 'board'
           and b.board_id::text = s.id
  )
  select kind as "scopeKind", id as "scopeId", array_agg(distinct board_id) as boards,
         array_remove(array_agg(market_id), null) as markets
    from reached group by kind, id`;

/** What each scope reaches today; a scope that reaches no board is left out. */
async function reachOfScopes(tx: Reading, scopes: readonly Scope[]): Promise<(Scope & Reached)[]> {
  const rows = await tx.sql<
    Scope & { boards: Reached['boards']; markets: MarketOfBoard['marketId'][] }
  >(REACH, [scopes.map(({ scopeKind }) => scopeKind), scopes.map(({ scopeId }) => scopeId)]);
  return rows.map(({ scopeKind, scopeId, boards, markets }) => {
    const isWhole = scopeKind === 'system' || scopeKind === 'board';
    return { scopeKind, scopeId, boards, markets: isWhole ? 'all' : markets };
  });
}

function reachIn(scope: Scope, reached: readonly (Scope & Reached)[]): Reached {
  const found = reached.find(
    ({ scopeKind, scopeId }) => scopeKind === scope.scopeKind && scopeId === scope.scopeId,
  );
  const { boards, markets } = found ?? { boards: [], markets: [] };
  // The system's own acts lie under a board of their own, which belongs to no market.
  return scope.scopeKind === 'system'
    ? { boards: [...boards, SYSTEM_BOARD], markets: 'all' }
    : { boards, markets };
}

export async function reachOfScope(tx: Reading, scope: Scope): Promise<Reached> {
  return reachIn(scope, await reachOfScopes(tx, [scope]));
}

/** A person's grants that hold on a day, with what they reach. */
export async function grantsOf(
  tx: Reading,
  userId: string,
  on: BusinessDate,
): Promise<ReachingGrant[]> {
  const grants = await tx.sql<Omit<ReachingGrant, keyof Reached>>(
    `select role, scope_kind as "scopeKind", scope_id as "scopeId", valid_from as "validFrom",
            valid_to as "validTo"
       from identity.role_grant
      where user_id = $1 and ended_at is null and daterange(valid_from, valid_to, '[]') @> $2::date`,
    [userId, on],
  );
  if (grants.length === 0) return [];
  const reached = await reachOfScopes(tx, grants);
  return grants.map((grant) => ({ ...grant, ...reachIn(grant, reached) }));
}

export function marketsOfBoards(tx: Reading, boards: readonly string[]): Promise<MarketOfBoard[]> {
  return tx.sql<MarketOfBoard>(
    `select market_id as "marketId", board_id as "boardId" from markets.v_market_registry
      where board_id = any ($1)`,
    [boards],
  );
}
