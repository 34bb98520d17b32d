import type { Id } from '@cho40/kernel';
import { newId, type Actor, systemActor, type Tx } from '@cho40/platform';

/** A market with stalls, … that nobody holds yet, and two vendors who might. */
export interface LetMarket {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly stallIds: readonly [Id, Id, Id];
  readonly vendorIds: readonly [Id, Id];
  /** Who writes leases, and who approves what they asked for. */
  readonly staff: Actor & { readonly userId: Id };
  readonly head: Actor & { readonly userId: Id };
}

/** The ids and people of a market that `insertLetMarket` makes. */
export function aLetMarket(): LetMarket {
  const boardId = newId();
  const person = (displayName: string) => ({
    ...systemActor([boardId]),
    userId: newId(),
    displayName,
  });
  return {
    boardId,
    marketId: newId(),
    stallIds: [newId(), newId(), newId()],
    vendorIds: [newId(), newId()],
    staff: person('Nhân viên'),
    head: person('Trưởng ban'),
  };
}

/** Rows as markets leaves them; the database's own checks hold as for any row. */
export async function insertLetMarket(
  tx: Tx,
  { boardId, marketId, stallIds, vendorIds }: LetMarket,
  policy: 'forbidden' | 'by-procedure' | 'free' = 'by-procedure',
): Promise<void> {
  const code = `M${marketId.slice(-12).toUpperCase()}`;
  await tx.sql(`insert into markets.board (id, name) values ($1, 'Ban quản lý chợ Mèo Vạc')`, [
    boardId,
  ]);
  await tx.sql(
    `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
       opened_on, transfer_policy)
     values ($1, $2, $3, 'Chợ Mèo Vạc', 2, 'solid', 'daily', '2010-01-01', $4)`,
    [boardId, marketId, code, policy],
  );
  await tx.sql(
    `insert into markets.zone (board_id, id, market_id, code, name)
     values ($1, $2, $2, 'A', 'Dãy A')`,
    [boardId, marketId],
  );
  await tx.sql(
    `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
     select $1, s.id, $2, $2, 'A-' || s.place, 4, 'Rau'
       from unnest($3::uuid[]) with ordinality as s (id, place)`,
    [boardId, marketId, stallIds],
  );
  await tx.sql(
    `insert into tenancy.vendor (board_id, id, name)
     select $1, v.id, 'Vàng Thị Mỷ' from unnest($2::uuid[]) as v (id)`,
    [boardId, vendorIds],
  );
}
