import { businessDate, type Id } from '@cho40/kernel';
import { CardSheets, FeeCards } from '@cho40/cards';
import type { Tx } from '@cho40/platform';
import { chanceOf } from './chance';
import { PROVINCE_SEED, type PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

const PRINTED_ON = businessDate('2026-09-08');
const REVOKED_ON = businessDate('2026-10-20');
const PRINTED_SHARE = 0.9;
const REVOKED_SHARE = 0.02;

/** Most stalls have their sticker; here and there one is missing, lost or was pasted over. */
export async function hangCards(
  { libs, clock }: Scene,
  tx: Tx,
  { board, boardId }: { board: PlannedBoard; boardId: Id },
): Promise<void> {
  const chance = chanceOf(PROVINCE_SEED, 'cards', board.key);
  const sheets = libs.get(CardSheets);
  const head = actingAs(tx, await actorOf(tx, board, boardId, 'boardHead'));
  for (const { marketId, stallIds } of await stallsOfMarkets(tx, boardId)) {
    clock.set(PRINTED_ON);
    const chosen = stallIds.filter(() => chance.happens(PRINTED_SHARE));
    if (chosen.length === 0) continue;
    await sheets.printedEarlier(head, marketId, { format: 'sticker-8', stallIds: chosen });
  }
  clock.set(REVOKED_ON);
  const printed = await tx.sql<{ id: Id }>(
    'select card_id as id from cards.v_fee_card where board_id = $1 order by serial',
    [boardId],
  );
  const cardIds = printed.filter(() => chance.happens(REVOKED_SHARE)).map(({ id }) => id);
  if (cardIds.length > 0) await libs.get(FeeCards).revoke(head, { cardIds, reason: 'damaged' });
}

function stallsOfMarkets(tx: Tx, boardId: Id): Promise<{ marketId: Id; stallIds: Id[] }[]> {
  return tx.sql(
    `select market_id as "marketId", array_agg(stall_id order by code) as "stallIds"
       from markets.v_stall
      where board_id = $1 and valid_to is null
      group by market_id
      order by market_id`,
    [boardId],
  );
}
