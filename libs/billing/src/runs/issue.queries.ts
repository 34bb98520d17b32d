import type { BusinessDate, Id, Month, Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { BillLine } from '../domain/rehearsal';
import type { BilledMarket } from '../market.queries';

/** A bill about to be issued. */
export interface NewBill {
  readonly id: Id;
  readonly leaseId: Id;
  readonly code: string;
  readonly total: Vnd;
  readonly lines: readonly (BillLine & { readonly id: Id; readonly lineNumber: number })[];
}

/** One act of issuing a month. */
export interface NewRun {
  readonly id: Id;
  readonly market: BilledMarket;
  readonly period: Month;
  readonly issuedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly issuedAt: Date;
  readonly total: Vnd;
}

/** A run as it stands. */
export interface BillRun {
  readonly id: Id;
  readonly period: Month;
  readonly issuedAt: Date;
  readonly billCount: number;
  readonly total: Vnd;
}

const INSERT_RUN = `
  insert into billing.bill_run
    (board_id, id, market_id, period, issued_by, issued_at, bill_count, total)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const INSERT_BILLS = `
  insert into billing.bill
    (board_id, id, market_id, lease_id, kind, period, run_id, code, total, issued_on, due_on,
     issued_at)
  select $1, b.id, $2, b."leaseId", 'monthly', $3, $4, b.code, b.total, $5, $6, $7
    from jsonb_to_recordset($8::jsonb)
      as b (id uuid, "leaseId" uuid, code text, total bigint)`;

const INSERT_CODES = `
  insert into billing.payment_code (code, board_id, market_id, kind, bill_id, created_at)
  select b.code, $1, $2, 'bill', b.id, $3
    from jsonb_to_recordset($4::jsonb) as b (id uuid, code text)`;

const INSERT_LINES = `
  insert into billing.bill_line
    (board_id, id, bill_id, line_number, fee_type, tariff_id, quantity, unit, unit_price,
     service_from, service_to, amount)
  select $1, l.id, l."billId", l."lineNumber", l."feeType", l."tariffId", l.quantity, l.unit,
         l."unitPrice", l."serviceFrom", l."serviceTo", l.amount
    from jsonb_to_recordset($2::jsonb)
      as l (id uuid, "billId" uuid, "lineNumber" smallint, "feeType" text, "tariffId" uuid,
            quantity numeric, unit text, "unitPrice" bigint, "serviceFrom" date,
            "serviceTo" date, amount bigint)`;

/** Writes a run with its bills, lines and codes, a statement each however many bills there are. */
export async function insertRun(tx: Tx, run: NewRun, bills: readonly NewBill[]): Promise<void> {
  const { id, market, period, issuedOn, dueOn, issuedAt, total } = run;
  const { boardId, marketId } = market;
  const head = [boardId, id, marketId, period, tx.actor.userId, issuedAt, bills.length, total];
  await tx.sql(INSERT_RUN, head);
  const rows = JSON.stringify(bills);
  await tx.sql(INSERT_BILLS, [boardId, marketId, period, id, issuedOn, dueOn, issuedAt, rows]);
  await tx.sql(INSERT_CODES, [boardId, marketId, issuedAt, rows]);
  const lines = bills.flatMap((bill) => bill.lines.map((line) => ({ ...line, billId: bill.id })));
  await tx.sql(INSERT_LINES, [boardId, JSON.stringify(lines)]);
}

/** The runs of a month, or of all, the first one first. */
export function runsOfMonth(
  tx: Reading,
  market: BilledMarket,
  period: Month | null,
): Promise<BillRun[]> {
  return tx.sql(
    `select id, period, issued_at as "issuedAt", bill_count as "billCount", total
       from billing.bill_run
      where board_id = $1 and market_id = $2 and ($3::text is null or period = $3)
      order by period, issued_at, id`,
    [market.boardId, market.marketId, period],
  );
}
