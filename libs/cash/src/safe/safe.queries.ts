import { invariant, vnd, type Id, type Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';

/** Holds a board's safe until the end of `tx`: nobody else takes out of it meanwhile. */
export async function holdSafe(tx: Tx, boardId: Id): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('safe ' || $1, 0))`, [boardId]);
}

/** What the books say of a board's safe: with what left it for the bank and is not there yet. */
export interface SafeBooks {
  readonly booked: Vnd;
  readonly onTheWay: Vnd;
  /** What must lie in it: booked less on the way. */
  readonly inside: Vnd;
}

export async function safeBooks(tx: Reading, boardId: Id): Promise<SafeBooks> {
  const [safe] = await tx.sql<{ booked: Vnd; onTheWay: Vnd }>(
    `select (select coalesce(sum(amount), 0)::bigint from ledger.v_posting
              where board_id = $1 and account = 'cash/safe') as booked,
            (select coalesce(sum("onTheWay"), 0)::bigint from cash.v_deposit_line
              where "boardId" = $1) as "onTheWay"`,
    [boardId],
  );
  invariant(safe !== undefined, 'an aggregate without a row');
  return { ...safe, inside: vnd(safe.booked - safe.onTheWay) };
}

const NUMBER = `
  insert into cash.paper_counter as c (board_id, series, year, last) values ($1, $2, $3, 1)
  on conflict (board_id, series, year) do update set last = c.last + 1
  returning last`;

/** The next number of a board's papers of a series and year: `NT-2026-00001`. */
export async function nextNumber(
  tx: Tx,
  boardId: Id,
  series: 'NT' | 'KK',
  year: string,
): Promise<string> {
  const [counter] = await tx.sql<{ last: number }>(NUMBER, [boardId, series, year]);
  return `${series}-${year}-${String(counter?.last).padStart(5, '0')}`;
}
