import { type BusinessDate, type Id, type Month, type Vnd, vnd } from '@cho40/kernel';
import { offsetOf, type PageQueryDto, pageOfRows, type Reading } from '@cho40/platform';
import { explain, type Explained } from './domain/act';
import type { MovedInMonth } from './domain/money-flow';

/** One movement of an account, with what stands on it after. */
export interface StatementRow extends Explained {
  readonly key: string;
  readonly on: BusinessDate;
  readonly at: Date;
  readonly bookedMonth: Month;
  /** Where the money came from or went to. */
  readonly counter: string;
  readonly debit: Vnd;
  readonly credit: Vnd;
  readonly balance: Vnd;
}

/** A transfer seen from the account: above nothing where it is debited. */
interface Moved
  extends Omit<StatementRow, 'act' | 'isReversal' | 'reason' | 'counter' | 'debit' | 'credit'> {
  readonly reason: string;
  readonly debited: string;
  readonly credited: string;
  readonly amount: number;
}

export interface StatementFilter extends Pick<PageQueryDto, 'cursor' | 'limit'> {
  readonly boardId: Id;
  /** A whole path, `receivable/<lease>`, or a group of accounts, `receivable`. */
  readonly account: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

const SUMS = `
  select coalesce(sum(amount) filter (where on_date < $3), 0)::bigint as opening,
         coalesce(sum(amount) filter (where on_date >= $3 and amount > 0), 0)::bigint as debits,
         coalesce(-sum(amount) filter (where on_date >= $3 and amount < 0), 0)::bigint as credits
    from ledger.v_posting
   where board_id = $1 and (account = $2 or account like $2 || '/%') and on_date <= $4`;

// Both sides by their own index; within a group both may be of it, and both are shown.
const ROWS = `
  with moved as (
    select key, on_date, at, booked_month, reason, debit, credit, amount
      from ledger.v_transfer
     where board_id = $1 and (debit = $2 or debit like $2 || '/%') and on_date between $3 and $4
     union all
    select key, on_date, at, booked_month, reason, debit, credit, -amount
      from ledger.v_transfer
     where board_id = $1 and (credit = $2 or credit like $2 || '/%') and on_date between $3 and $4)
  select key, on_date as "on", at, booked_month as "bookedMonth", reason, debit as debited,
         credit as credited, amount,
         ($5::bigint + sum(amount) over (order by on_date, at, key, amount))::bigint as balance,
         count(*) over () as total
    from moved
   order by on_date, at, key, amount
   limit $6 offset $7`;

/** An account between two days: what stood before, each movement, what stands after. */
export async function accountStatement(tx: Reading, filter: StatementFilter) {
  const { boardId, account, from, to, limit } = filter;
  const of = [boardId, account, from, to];
  const [sums] = await tx.sql<{ opening: Vnd; debits: Vnd; credits: Vnd }>(SUMS, of);
  const { opening = 0, debits = 0, credits = 0 } = sums ?? {};
  const rows = await tx.sql<Moved & { total: number }>(ROWS, [
    ...of,
    opening,
    limit,
    offsetOf(filter),
  ]);
  const page = pageOfRows(rows, filter);
  return {
    account,
    from,
    to,
    opening,
    debits,
    credits,
    closing: opening + debits - credits,
    ...page,
    items: page.items.map(statementRowOf),
  };
}

function statementRowOf({ debited, credited, amount, reason, ...row }: Moved): StatementRow {
  return {
    ...row,
    ...explain({ debit: debited, credit: credited, reason }),
    counter: amount > 0 ? credited : debited,
    debit: vnd(Math.max(amount, 0)),
    credit: vnd(Math.max(-amount, 0)),
  };
}

/** What moved month by month up to the last, place by place. */
export function movedByMonth(tx: Reading, boardId: Id, last: Month): Promise<MovedInMonth[]> {
  return tx.sql<MovedInMonth>(
    `select booked_month as month,
            case when account like 'outgoing/%' then account else split_part(account, '/', 1) end
              as place, sum(amount)::bigint as amount
       from ledger.v_posting
      where board_id = $1 and booked_month <= $2
      group by 1, 2`,
    [boardId, last],
  );
}
