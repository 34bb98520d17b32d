import { businessDateOf, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import { newId, type Reading, type Tx } from '@cho40/platform';
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
  /** In the order of their numbers. */
  readonly lines: readonly ChargedLine[];
}

const INSERT_BILLS = `
  insert into billing.bill
    (board_id, id, market_id, lease_id, kind, period, run_id, reason, code, total, issued_on,
     due_on, grace_days, issued_at, made_by)
  select $1, b.id, b.market_id, b.lease_id, b.kind, b.period, b.run_id, b.reason, b.code, b.total,
         $2, b.due_on, b.grace_days, $3, $4
    from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::uuid[],
                $11::text[], $12::text[], $13::bigint[], $14::date[], $15::smallint[])
      as b (id, market_id, lease_id, kind, period, run_id, reason, code, total, due_on,
            grace_days)`;

const INSERT_CODES = `
  insert into billing.payment_code (code, board_id, market_id, kind, bill_id, created_at)
  select b.code, $1, b.market_id, 'bill', b.id, $2
    from unnest($3::uuid[], $4::uuid[], $5::text[]) as b (id, market_id, code)`;

const INSERT_LINES = `
  insert into billing.bill_line
    (board_id, id, bill_id, line_number, fee_type, tariff_id, quantity, unit, unit_price,
     service_from, service_to, relief_amount, amount, tax_percent, tax_amount, is_pass_through,
     reading_id)
  select $1, l.*
    from unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::text[], $6::uuid[], $7::numeric[],
                $8::text[], $9::bigint[], $10::date[], $11::date[], $12::bigint[], $13::bigint[],
                $14::numeric[], $15::bigint[], $16::boolean[], $17::uuid[]) as l`;

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
  const ids = bills.map((bill) => bill.id);
  const marketIds = bills.map((bill) => bill.market.marketId);
  const codes = bills.map((bill) => bill.code);
  await tx.sql(INSERT_BILLS, [
    boardId,
    businessDateOf(issuedAt),
    issuedAt,
    tx.actor.userId,
    ids,
    marketIds,
    bills.map((bill) => bill.leaseId),
    bills.map((bill) => bill.kind),
    bills.map((bill) => bill.period),
    bills.map((bill) => bill.runId),
    bills.map((bill) => bill.reason),
    codes,
    bills.map((bill) => bill.total),
    bills.map((bill) => bill.dueOn),
    bills.map((bill) => bill.graceDays),
  ]);
  await tx.sql(INSERT_CODES, [boardId, issuedAt, ids, marketIds, codes]);
  const lines = bills.flatMap((bill) =>
    bill.lines.map((line, at) => ({ id: newId(), billId: bill.id, number: at + 1, line })),
  );
  await tx.sql(INSERT_LINES, [boardId, ...columnsOf(lines)]);
  const parts = lines.flatMap(({ id: lineId, line }) =>
    line.reliefs.map((part) => ({ id: newId(), lineId, ...part })),
  );
  if (parts.length > 0) await tx.sql(INSERT_RELIEFS, [boardId, issuedAt, JSON.stringify(parts)]);
}

/** Those among leases whose payments have not gone to bills whole: a month's run has few of them. */
export async function leasesWithCredit(tx: Reading, boardId: Id, leaseIds: readonly Id[]) {
  const rows = await tx.sql<{ leaseId: Id }>(
    `select distinct lease_id as "leaseId" from billing.payment
      where board_id = $1 and lease_id = any ($2::uuid[]) and undone_at is null
        and allocated < amount and allocated + refunded < amount`,
    [boardId, leaseIds],
  );
  return rows.map((row) => row.leaseId);
}

interface NewLine {
  readonly id: Id;
  readonly billId: Id;
  readonly number: number;
  readonly line: ChargedLine;
}

/** In the order of INSERT_LINES. */
function columnsOf(lines: readonly NewLine[]): readonly unknown[][] {
  return [
    lines.map(({ id }) => id),
    lines.map(({ billId }) => billId),
    lines.map(({ number }) => number),
    lines.map(({ line }) => line.feeType),
    lines.map(({ line }) => line.tariffId),
    lines.map(({ line }) => line.quantity),
    lines.map(({ line }) => line.unit),
    lines.map(({ line }) => line.unitPrice),
    lines.map(({ line }) => line.serviceFrom),
    lines.map(({ line }) => line.serviceTo),
    lines.map(({ line }) => line.reliefAmount),
    lines.map(({ line }) => line.amount),
    lines.map(({ line }) => line.taxPercent),
    lines.map(({ line }) => line.taxAmount),
    lines.map(({ line }) => line.isPassThrough),
    lines.map(({ line }) => line.readingId),
  ];
}
