import {
  businessDateOf,
  invariant,
  type BusinessDate,
  type Clock,
  type Id,
  type Month,
} from '@cho40/kernel';
import { CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { contradictions, type NewTransfer, type Posted } from './domain/transfer';
import type { Balance, Movement } from './domain/trial-balance';
import { balancesOf, movementsOf } from './ledger.queries';

// What comes late for a closed month keeps its day and is booked in the first month still open.
const INSERT = `
  with posted as (
    insert into ledger.transfer
      (id, board_id, key, debit, credit, amount, on_date, reason, at, booked_month)
    select uuidv7(), t.*, $8::timestamptz, greatest(to_char(t.on_date, 'YYYY-MM'), f.month)
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::date[],
                  $7::text[])
        as t (board_id, key, debit, credit, amount, on_date, reason)
      left join ledger.v_first_open_month f on f.board_id = t.board_id
     order by t.board_id, t.key
    on conflict (board_id, key) do nothing
    returning 1)
  select count(*) as count from posted`;

const REVERSE = `
  insert into ledger.transfer
    (board_id, id, key, debit, credit, amount, on_date, reason, at, reverses, booked_month)
  select t.board_id, m.id, t.key || ':undo', t.credit, t.debit, t.amount, $4::date, $5,
         $6::timestamptz, t.id, greatest(to_char($4::date, 'YYYY-MM'), f.month)
    from unnest($2::text[], $3::uuid[]) as m (key, id)
    join ledger.transfer t on t.board_id = $1 and t.key = m.key
    left join ledger.v_first_open_month f on f.board_id = t.board_id
   order by t.key
  on conflict (board_id, key) do nothing`;

@Injectable()
export class Ledger {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Posts facts. A key that stands already is left as it is; a key that stands for another amount
   * or account is a bug and throws. Gives how many transfers are new.
   */
  async post(tx: Tx, transfers: readonly NewTransfer[]): Promise<number> {
    if (transfers.length === 0) return 0;
    const [posted] = await tx.sql<{ count: number }>(INSERT, [
      transfers.map((one) => one.boardId),
      transfers.map((one) => one.key),
      transfers.map((one) => one.debit),
      transfers.map((one) => one.credit),
      transfers.map((one) => one.amount),
      transfers.map((one) => one.on),
      transfers.map((one) => one.reason),
      this.clock.now(),
    ]);
    const count = posted?.count ?? 0;
    if (count < transfers.length) await refuseContradictions(tx, transfers);
    return count;
  }

  /** Posts the mirror of each key as `<key>:undo`, dated today. Reversing again changes nothing. */
  async reverse(tx: Tx, boardId: Id, keys: readonly string[], reason: string): Promise<void> {
    const now = this.clock.now();
    const ids = keys.map(() => newId());
    await tx.sql(REVERSE, [boardId, keys, ids, businessDateOf(now), reason, now]);
    const [undone] = await tx.sql<{ count: number }>(
      `select count(*) as count
         from ledger.transfer t
         join ledger.transfer u on u.board_id = t.board_id and u.reverses = t.id
        where t.board_id = $1 and t.key = any ($2::text[])`,
      [boardId, keys],
    );
    invariant(undone?.count === new Set(keys).size, 'reversal of what was never posted', { keys });
  }

  /** What stands on each account at the end of a day (of all days, without one). */
  balances(tx: Reading, boardId: Id, on?: BusinessDate): Promise<Balance[]> {
    return balancesOf(tx, boardId, on ?? null);
  }

  /** What moved on each account in a booked month, and what stood there before and after it. */
  movements(tx: Reading, boardId: Id, month: Month): Promise<Movement[]> {
    return movementsOf(tx, boardId, month);
  }

  /**
   * Closes a month of a board for ever: waits for whoever is posting; what comes later is booked in
   * the month after it. The database refuses any other month than the one after the last closed.
   */
  async closeMonth(tx: Tx, boardId: Id, month: Month): Promise<void> {
    await tx.sql(
      'insert into ledger.closed_month (board_id, month, closed_at) values ($1, $2, $3)',
      [boardId, month, this.clock.now()],
    );
  }
}

async function refuseContradictions(tx: Tx, transfers: readonly NewTransfer[]): Promise<void> {
  const posted = await tx.sql<Posted & { boardId: Id }>(
    `select t.board_id as "boardId", t.key, t.debit, t.credit, t.amount
       from unnest($1::uuid[], $2::text[]) as w (board_id, key)
       join ledger.transfer t using (board_id, key)`,
    [transfers.map((one) => one.boardId), transfers.map((one) => one.key)],
  );
  for (const boardId of new Set(transfers.map((one) => one.boardId))) {
    const ofBoard = (row: { boardId: Id }) => row.boardId === boardId;
    const keys = contradictions(transfers.filter(ofBoard), posted.filter(ofBoard));
    invariant(keys.length === 0, 'a key was posted with other content', { boardId, keys });
  }
}
