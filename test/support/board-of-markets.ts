import { businessDate, type Id } from '@cho40/kernel';
import { Boards, Markets, type NewMarket, type NewStall, Stalls, Zones } from '@cho40/markets';
import { type Actor, newId, systemActor, type Tx } from '@cho40/platform';
import type { TestWorld } from './test-world';

export type BoardOfMarkets = Awaited<ReturnType<typeof boardOfMarkets>>;

let made = 0;

export function aMarket(boardId: Id, change: Partial<NewMarket> = {}): NewMarket {
  made += 1;
  return {
    boardId,
    code: `CHO-${made}`,
    name: 'Chợ Đồng Văn',
    declaredClass: 2,
    construction: 'solid',
    meets: 'daily',
    openedOn: businessDate('2010-01-01'),
    ...change,
  };
}

export const aStall = (zoneId: Id, code: string, areaM2 = 4): NewStall => ({
  zoneId,
  code,
  areaM2,
  goodsGroup: 'Vải, thổ cẩm',
});

/** An account of a board that was approved and proven long ago. */
export async function liveAccount(tx: Tx, boardId: Id): Promise<void> {
  await tx.sql(
    `insert into banking.receiving_account (board_id, id, bin, number, holder_name,
       opening_balance, opened_on, created_by, created_at, approved_by, approved_at, proof, live_at)
     values ($1, $2, '970436', upper(right($1::uuid::text, 12)), 'BAN QUAN LY CHO', 0, '2025-01-01',
       $1, '2024-12-20', $2, '2024-12-20', 'earlier', '2024-12-21')`,
    [boardId, newId()],
  );
}

/** A new board in a world that has MarketsModule, and the words to give it markets and stalls. */
export async function boardOfMarkets(world: Pick<TestWorld, 'db' | 'get'>) {
  const boardId = newId();
  const write = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = systemActor([boardId])) =>
    world.db.write(actor, work);
  await write((tx) => world.get(Boards).create(tx, { id: boardId, name: 'Ban quản lý chợ' }));
  const zone = async (marketId: Id, code = 'A'): Promise<Id> => {
    const zones = [{ code, name: `Dãy ${code}` }];
    const [id = newId()] = await write((tx) => world.get(Zones).create(tx, marketId, zones));
    return id;
  };
  return {
    boardId,
    write,
    zone,
    market: (change: Partial<NewMarket> = {}) =>
      write((tx) => world.get(Markets).create(tx, aMarket(boardId, change))),
    /** Stalls of 4 m² in a zone of their own. */
    stalls: async (marketId: Id, codes: readonly string[]): Promise<Id[]> => {
      const zoneId = await zone(marketId, `Z${codes[0]}`);
      const stalls = codes.map((code) => aStall(zoneId, code));
      return write((tx) => world.get(Stalls).create(tx, marketId, stalls));
    },
  };
}
