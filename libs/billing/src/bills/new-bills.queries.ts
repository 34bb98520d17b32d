import { businessDateOf, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import type { ChargedLine } from '../domain/charged-lines';
import type { BillKind } from './bill.dto';

/** A bill about to be written. */
export interface NewBill {
  readonly id: Id;
  readonly leaseId: Id;
  readonly market: { readonly marketId: Id; readonly code: string };
  readonly kind: BillKind;
  readonly period: string;
  readonly runId: Id | null;
  readonly reason: string | null;
  readonly dueOn: BusinessDate;
  readonly graceDays: number;
  readonly code: string;
  readonly total: Vnd;
  readonly lines: readonly (ChargedLine & { readonly id: Id; readonly lineNumber: number })[];
}

const INSERT_BILLS = `
  insert into billing.bill
    (board_id, id, market_id, lease_id, kind, period, run_id, reason, code, total, issued_on,
     due_on, grace_days, issued_at, made_by)
  select $1, b.id, b."marketId", b."leaseId", b.kind, b.period, b."runId", b.reason, b.code,
         b.total, $2, b."dueOn", b."graceDays", $3, $4
    from json_to_recordset($5::json)
      as b (id uuid, "marketId" uuid, "leaseId" uuid, kind text, period text, "runId" uuid,
            reason text, code text, total bigint, "dueOn" date, "graceDays" smallint)`;

const INSERT_CODES = `
  insert into billing.payment_code (code, board_id, market_id, kind, bill_id, created_at)
  select b.code, $1, b."marketId", 'bill', b.id, $2
    from json_to_recordset($3::json) as b (id uuid, "marketId" uuid, code text)`;

const INSERT_LINES = `
  insert into billing.bill_line
    (board_id, id, bill_id, line_number, fee_type, tariff_id, quantity, unit, unit_price,
     service_from, service_to, relief_amount, amount, tax_percent, tax_amount, is_pass_through,
     reading_id)
  select $1, l.id, l."billId", l."lineNumber", l."feeType", l."tariffId", l.quantity, l.unit,
         l."unitPrice", l."serviceFrom", l."serviceTo", l."reliefAmount", l.amount, l."taxPercent",
         l."taxAmount", l."isPassThrough", l."readingId"
    from json_to_recordset($2::json)
      as l (id uuid, "billId" uuid, "lineNumber" smallint, "feeType" text, "tariffId" uuid,
            quantity numeric, unit text, "unitPrice" bigint, "serviceFrom" date,
            "serviceTo" date, "reliefAmount" bigint, amount bigint, "taxPercent" numeric,
            "taxAmount" bigint, "isPassThrough" boolean, "readingId" uuid)`;

const INSERT_RELIEFS = `
  insert into billing.relief_part (board_id, id, relief_id, bill_line_id, amount, at_issue, at)
  select $1, p.id, p."reliefId", p."lineId", p.amount, true, $2
    from json_to_recordset($3::json)
      as p (id uuid, "reliefId" uuid, "lineId" uuid, amount bigint)`;

/** Writes bills with their codes, lines and reliefs: a statement each, however many there are. */
export async function insertBills(
  tx: Tx,
  boardId: Id,
  bills: readonly NewBill[],
  issuedAt: Date,
): Promise<void> {
  const issuedOn = businessDateOf(issuedAt);
  const rows = bills.map(({ lines: _lines, market, ...bill }) => {
    const { marketId } = market;
    return { marketId, ...bill };
  });
  const heads = JSON.stringify(rows);
  await tx.sql(INSERT_BILLS, [boardId, issuedOn, issuedAt, tx.actor.userId, heads]);
  await tx.sql(INSERT_CODES, [boardId, issuedAt, heads]);
  const lines = bills.flatMap((bill) =>
    bill.lines.map(({ reliefs: _reliefs, ...line }) => ({ ...line, billId: bill.id })),
  );
  await tx.sql(INSERT_LINES, [boardId, JSON.stringify(lines)]);
  const parts = bills.flatMap((bill) =>
    bill.lines.flatMap((line) =>
      line.reliefs.map((part) => ({ id: newId(), lineId: line.id, ...part })),
    ),
  );
  if (parts.length > 0) await tx.sql(INSERT_RELIEFS, [boardId, issuedAt, JSON.stringify(parts)]);
}
