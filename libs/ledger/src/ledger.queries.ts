import { vnd, type BusinessDate, type Id, type Month } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { Balance, Movement } from './domain/trial-balance';

/** What stands on each account of a board at the end of a day, or of all days. */
export async function balancesOf(
  tx: Reading,
  boardId: Id,
  on: BusinessDate | null,
): Promise<Balance[]> {
  const rows = await tx.sql<Omit<Balance, 'balance'>>(
    `select account,
            coalesce(sum(amount) filter (where amount > 0), 0)::bigint as debits,
            coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as credits
       from ledger.v_posting
      where board_id = $1 and ($2::date is null or on_date <= $2)
      group by account
      order by account`,
    [boardId, on],
  );
  return rows.map((row) => ({ ...row, balance: vnd(row.debits - row.credits) }));
}

/** Each account that ever moved up to a booked month, through that month. */
export async function movementsOf(tx: Reading, boardId: Id, month: Month): Promise<Movement[]> {
  const rows = await tx.sql<Omit<Movement, 'closing'>>(
    `select account,
            coalesce(sum(amount) filter (where booked_month < $2), 0)::bigint as opening,
            coalesce(sum(amount) filter (where booked_month = $2 and amount > 0), 0)::bigint
              as debits,
            coalesce(-sum(amount) filter (where booked_month = $2 and amount < 0), 0)::bigint
              as credits
       from ledger.v_posting
      where board_id = $1 and booked_month <= $2
      group by account
      order by account`,
    [boardId, month],
  );
  return rows.map((row) => ({ ...row, closing: vnd(row.opening + row.debits - row.credits) }));
}
