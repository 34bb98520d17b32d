import { invariant, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';

/** Whose work at which market. */
export interface ShiftOf {
  readonly boardId: Id;
  readonly marketId: Id;
  /** The name is kept as it is on that day. */
  readonly collector: { readonly id: Id; readonly name: string };
}

/** Holds the cash of collectors until the end of `tx`: nobody else moves it meanwhile. */
export async function holdCollectors(
  tx: Tx,
  held: readonly { boardId: Id; collectorId: Id }[],
): Promise<void> {
  // In one order, so that two who hold several cannot wait for each other.
  const keys = [...new Set(held.map((one) => `cash ${one.boardId} ${one.collectorId}`))].sort();
  for (const key of keys)
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}

/** Opens a shift for each collector and market that has none open; gives the open one of each. */
export async function openShifts(
  tx: Tx,
  works: readonly (ShiftOf & { readonly id: Id })[],
  { now, today }: { now: Date; today: BusinessDate },
): Promise<Map<string, Id>> {
  const rows = JSON.stringify(
    works.map(({ id, boardId, marketId, collector }) => ({
      id,
      boardId,
      marketId,
      collectorId: collector.id,
      collectorName: collector.name,
    })),
  );
  await tx.sql(
    `insert into cash.shift (board_id, id, market_id, collector_id, collector_name, opened_at,
       opened_on)
     select w."boardId", w.id, w."marketId", w."collectorId", w."collectorName", $2, $3
       from jsonb_to_recordset($1::jsonb) as w (id uuid, "boardId" uuid, "marketId" uuid,
              "collectorId" uuid, "collectorName" text)
     on conflict (board_id, collector_id, market_id) where closed_at is null do nothing`,
    [rows, now, today],
  );
  const open = await tx.sql<{ id: Id; marketId: Id; collectorId: Id }>(
    `select s.id, s.market_id as "marketId", s.collector_id as "collectorId"
       from jsonb_to_recordset($1::jsonb) as w ("boardId" uuid, "marketId" uuid, "collectorId" uuid)
       join cash.shift s on s.board_id = w."boardId" and s.market_id = w."marketId"
        and s.collector_id = w."collectorId" and s.closed_at is null`,
    [rows],
  );
  return new Map(open.map(({ id, marketId, collectorId }) => [`${collectorId} ${marketId}`, id]));
}

/** A shift as it stands, to be closed. */
export interface StandingShift {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly closedAt: Date | null;
}

export async function standingShift(
  tx: Reading,
  shiftId: Id,
  markets: readonly Id[] | null,
): Promise<StandingShift | undefined> {
  const [shift] = await tx.sql<StandingShift>(
    `select id, board_id as "boardId", market_id as "marketId", collector_id as "collectorId",
            collector_name as "collectorName", closed_at as "closedAt"
       from cash.shift
      where id = $1 and ($2::uuid[] is null or market_id = any ($2))`,
    [shiftId, markets],
  );
  return shift;
}

/** What a shift's receipts and tickets took, the undone left out. */
export async function takenIn(tx: Reading, boardId: Id, shiftId: Id): Promise<Vnd> {
  const [sum] = await tx.sql<{ taken: Vnd }>(
    `select coalesce(sum(amount), 0)::bigint as taken
       from cash.v_taken where board_id = $1 and shift_id = $2 and undone_at is null`,
    [boardId, shiftId],
  );
  invariant(sum !== undefined, 'an aggregate without a row');
  return sum.taken;
}

/** Tickets that a collector sold at a market by a QR code, and that nobody has paid. */
export async function waitingTickets(
  tx: Reading,
  of: { boardId: Id; marketId: Id; collectorId: Id },
): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `select ticket_id as id from billing.v_ticket
      where board_id = $1 and market_id = $2 and issued_by = $3 and state = 'waiting'
      order by issued_at, ticket_id`,
    [of.boardId, of.marketId, of.collectorId],
  );
  return rows.map(({ id }) => id);
}

export async function closeShift(
  tx: Tx,
  closed: {
    readonly boardId: Id;
    readonly shiftId: Id;
    readonly by: { readonly id: Id; readonly name: string };
    readonly taken: Vnd;
    readonly expected: Vnd;
    readonly now: Date;
  },
): Promise<void> {
  const { boardId, shiftId, by, taken, expected, now } = closed;
  await tx.sql(
    `update cash.shift
        set closed_at = $3, closed_by = $4, closed_by_name = $5, taken = $6, expected = $7
      where board_id = $1 and id = $2`,
    [boardId, shiftId, now, by.id, by.name, taken, expected],
  );
}
