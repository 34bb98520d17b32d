import { vnd, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { Account } from './domain/account';

/** An account's two sums; the balance is debits − credits. */
export interface Balance {
  account: Account;
  debits: Vnd;
  credits: Vnd;
  balance: Vnd;
}

type Sums = Omit<Balance, 'balance'>;

/** What stands on each account of a board at the end of a day. */
export async function balancesOf(
  tx: Reading,
  boardId: Id,
  on: BusinessDate | null,
): Promise<Balance[]> {
  const rows = await tx.sql<Sums>(
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
