import type { Id, Month, Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';

/** One act of issuing a market's month. */
export interface NewRun {
  readonly id: Id;
  readonly marketId: Id;
  readonly billCount: number;
  readonly total: Vnd;
}

/** A run as it stands. */
export interface BillRun {
  readonly id: Id;
  readonly marketId: Id;
  readonly period: Month;
  readonly issuedAt: Date;
  readonly billCount: number;
  readonly total: Vnd;
}

const INSERT_RUNS = `
  insert into billing.bill_run
    (board_id, id, market_id, period, issued_by, issued_at, bill_count, total)
  select $1, r.id, r."marketId", $2, $3, $4, r."billCount", r.total
    from json_to_recordset($5::json)
      as r (id uuid, "marketId" uuid, "billCount" integer, total bigint)`;

/** Writes the runs of some markets' month. */
export async function insertRuns(
  tx: Tx,
  boardId: Id,
  period: Month,
  runs: readonly NewRun[],
  issuedAt: Date,
): Promise<void> {
  const rows = JSON.stringify(runs);
  await tx.sql(INSERT_RUNS, [boardId, period, tx.actor.userId, issuedAt, rows]);
}

/** The runs of a month, or of all, the first one first. */
export function runsOfMonth(
  tx: Reading,
  boardId: Id,
  marketIds: readonly Id[],
  period: Month | null,
): Promise<BillRun[]> {
  return tx.sql(
    `select id, market_id as "marketId", period, issued_at as "issuedAt",
            bill_count as "billCount", total
       from billing.bill_run
      where board_id = $1 and market_id = any ($2::uuid[]) and ($3::text is null or period = $3)
      order by period, issued_at, id`,
    [boardId, marketIds, period],
  );
}
