import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import {
  marketScope,
  offsetOf,
  pageOfRows,
  type PageQueryDto,
  type Reading,
  type Tx,
} from '@cho40/platform';

/** A receipt of a bank payment as it is read and printed. */
export interface PaymentReceiptLine {
  readonly id: Id;
  readonly number: string;
  readonly boardId: Id;
  readonly boardName: string;
  readonly checkCode: string;
  readonly paymentId: Id;
  readonly recordId: Id | null;
  readonly marketId: Id;
  readonly marketName: string;
  readonly leaseId: Id | null;
  readonly stallCode: string | null;
  readonly vendorName: string | null;
  readonly amount: Vnd;
  readonly paidAt: Date;
  readonly bookedOn: BusinessDate;
  readonly recordedAt: Date;
  readonly bin: string | null;
  readonly accountNumber: string | null;
  readonly reference: string | null;
  /** Of money that a wallet settled, with its own name of the transaction. */
  readonly walletName: string | null;
  readonly transactionId: string | null;
  readonly issuedOn: BusinessDate;
  readonly issuedAt: Date;
  readonly issuedByName: string | null;
  readonly undoneAt: Date | null;
}

export interface PaymentReceiptFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly marketId?: Id;
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
}

/** The newest number first; the days are those of the bank's booking. */
export async function paymentReceiptPage(tx: Reading, filter: PaymentReceiptFilter) {
  const rows = await tx.sql<PaymentReceiptLine & { total: number }>(
    `with found as materialized (
       select r.*
         from cash.v_payment_receipt_line r
        where ($1::uuid is null or r."marketId" = $1)
          and r."bookedOn" between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
          and ($4::text is null or r.number ilike '%' || $4 or r."stallCode" ilike $4 || '%'
               or unaccent(r."vendorName") ilike '%' || unaccent($4) || '%')
          and ($5::uuid[] is null or r."marketId" = any ($5)))
     select f.*, (select count(*) from found) as total
       from found f
      order by f."issuedAt" desc, f.number desc
      limit $6 offset $7`,
    [
      filter.marketId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.q?.trim() || null,
      marketScope(tx.actor),
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

/** Receipts within the actor's reach, in the order of their numbers. */
export function paymentReceipts(
  tx: Reading,
  of: { ids?: readonly Id[]; paymentId?: Id; boardId?: Id; bookedOn?: BusinessDate },
): Promise<PaymentReceiptLine[]> {
  return tx.sql<PaymentReceiptLine>(
    `select * from cash.v_payment_receipt_line
      where ($1::uuid[] is null or id = any ($1)) and ($2::uuid is null or "paymentId" = $2)
        and ($3::uuid is null or "boardId" = $3) and ($4::date is null or "bookedOn" = $4)
        and ($5::uuid[] is null or "marketId" = any ($5))
      order by number`,
    [
      of.ids ?? null,
      of.paymentId ?? null,
      of.boardId ?? null,
      of.bookedOn ?? null,
      marketScope(tx.actor),
    ],
  );
}

/** A payment as far as a receipt needs it. */
export interface PaymentToPrint {
  readonly paymentId: Id;
  readonly boardId: Id;
  readonly source: string;
  readonly undoneAt: Date | null;
}

export async function paymentToPrint(tx: Reading, id: Id): Promise<PaymentToPrint | null> {
  const [payment] = await tx.sql<PaymentToPrint>(
    `select payment_id as "paymentId", board_id as "boardId", source, undone_at as "undoneAt"
       from billing.v_payment
      where payment_id = $1 and ($2::uuid[] is null or market_id = any ($2))`,
    [id, marketScope(tx.actor)],
  );
  return payment ?? null;
}

/** Live payments of a day, by the bank or a wallet, that have no receipt yet. */
export async function unprintedOf(tx: Reading, boardId: Id, on: BusinessDate): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `select p.payment_id as id
       from billing.v_payment p
      where p.board_id = $1 and p.booked_on = $2 and p.source in ('bank', 'settlement')
        and p.undone_at is null
        and p.ticket_id is null -- the ticket itself is its receipt
        and ($3::uuid[] is null or p.market_id = any ($3))
        and not exists (select from cash.payment_receipt r
                         where r.board_id = p.board_id and r.payment_id = p.payment_id)`,
    [boardId, on, marketScope(tx.actor)],
  );
  return rows.map(({ id }) => id);
}

// The counter's row is held until the end of the transaction: numbers follow each other without
// gaps, and whoever asks for the same payment at once sees its receipt.
const HOLD = `
  insert into cash.payment_receipt_counter as c (board_id, year, last)
  values ($1, extract(year from $2::date), 0)
  on conflict (board_id, year) do update set last = c.last`;

const INSERT = `
  with fresh as (
    select p.payment_id, p.amount,
           row_number() over (order by p.booked_on, p.paid_at, p.payment_id) as place
      from billing.v_payment p
     where p.board_id = $1 and p.payment_id = any ($3::uuid[])
       and not exists (select from cash.payment_receipt r
                        where r.board_id = p.board_id and r.payment_id = p.payment_id)),
  counted as (
    update cash.payment_receipt_counter c set last = c.last + (select count(*) from fresh)
     where c.board_id = $1 and c.year = extract(year from $2::date)
     returning c.last - (select count(*) from fresh) as last)
  insert into cash.payment_receipt
    (board_id, id, payment_id, number, amount, issued_on, issued_at, issued_by, issued_by_name)
  select $1, gen_random_uuid(), f.payment_id,
         format('BN-%s-%s', extract(year from $2::date), lpad((c.last + f.place)::text, 6, '0')),
         f.amount, $2, $4, $5, $6
    from fresh f cross join counted c
  returning id`;

/** Numbers payments that have no receipt; those that have one are left out. Gives how many are new. */
export async function numberPayments(
  tx: Tx,
  boardId: Id,
  paymentIds: readonly Id[],
  { on, at }: { on: BusinessDate; at: Date },
): Promise<number> {
  await tx.sql(HOLD, [boardId, on]);
  const { userId, displayName } = tx.actor;
  const made = await tx.sql(INSERT, [boardId, on, paymentIds, at, userId, userId && displayName]);
  return made.length;
}

/** What a payment paid, fee by fee. */
export interface PaidFee {
  readonly paymentId: Id;
  readonly period: string;
  readonly feeName: string;
  readonly amount: Vnd;
}

export function feesPaidBy(tx: Reading, paymentIds: readonly Id[]): Promise<PaidFee[]> {
  return tx.sql<PaidFee>(
    `select a.payment_id as "paymentId", a.period, f.name_vi as "feeName",
            sum(a.amount)::bigint as amount
       from billing.v_allocation a
       join tariffs.v_fee_type f on f.fee_type = a.fee_type
      where a.payment_id = any ($1::uuid[])
      group by a.payment_id, a.period, f.name_vi, f.settle_order
     having sum(a.amount) <> 0
      order by a.payment_id, a.period, f.settle_order`,
    [paymentIds],
  );
}

/** What of payments was given back to their payers. */
export async function refundedOf(
  tx: Reading,
  paymentIds: readonly Id[],
): Promise<ReadonlyMap<Id, Vnd>> {
  const rows = await tx.sql<{ paymentId: Id; amount: Vnd }>(
    `select payment_id as "paymentId", sum(amount)::bigint as amount
       from billing.v_refund_part
      where payment_id = any ($1::uuid[])
      group by payment_id`,
    [paymentIds],
  );
  return new Map(rows.map((row) => [row.paymentId, row.amount]));
}
