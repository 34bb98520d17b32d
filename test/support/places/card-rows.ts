import type { Tx } from '@cho40/platform';
import type { BoardFacts } from '../board-facts';
import type { LeaseFact } from '../market-facts';

/** A fee card of the stall and its sheet, both under the lease's own id. */
export async function hangCard(
  tx: Tx,
  { boardId, accountId }: BoardFacts,
  { leaseId, stallId }: Pick<LeaseFact, 'leaseId' | 'stallId'>,
): Promise<void> {
  await tx.sql(
    `insert into cards.serial_counter as c (board_id, last) values ($1, 1)
     on conflict (board_id) do update set last = c.last + 1`,
    [boardId],
  );
  await tx.sql(
    `insert into cards.sheet (board_id, id, market_id, format, state, card_count, file,
       made_by_name, made_at, delivered_at)
     select board_id, id, market_id, 'tent-a6', 'done', 1, '%PDF', 'Nhân viên', now(), now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into cards.fee_card (board_id, id, serial, market_id, stall_id, stall_code, code,
       format, issue, account_id, bin, account_number, holder_name, payload, sheet_id, place)
     select s.board_id, $2, c.last, s.market_id, s.id, s.code, 'SKX2483027569', 'tent-a6', 1, a.id,
            a.bin, a.number, a.holder_name, '', $2, 1
       from markets.stall s
       join cards.serial_counter c on c.board_id = s.board_id
       join banking.receiving_account a on a.board_id = s.board_id and a.id = $4
      where s.board_id = $1 and s.id = $3`,
    [boardId, leaseId, stallId, accountId],
  );
}
