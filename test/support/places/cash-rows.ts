import type { Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import type { BoardFacts } from '../board-facts';
import type { LeaseFact } from '../market-facts';

/** The numbered receipt of a bank payment. */
export async function hangPaymentReceipt(tx: Tx, leaseId: Id, paymentId: Id): Promise<void> {
  await tx.sql(
    `insert into cash.payment_receipt (board_id, id, payment_id, number, amount, issued_on, issued_at)
     select board_id, $1, id, 'BN-2026-' || lpad((random() * 999999)::integer::text, 6, '0'),
            amount, '2026-11-23', '2026-11-23T02:00:00Z'
       from billing.payment where id = $2`,
    [leaseId, paymentId],
  );
}

/** A receipt of a copied phone that was refused. */
export async function hangIncident(tx: Tx, leaseId: Id, receiptId: Id): Promise<void> {
  await tx.sql(
    `insert into cash.device_incident (board_id, id, market_id, device_id, device_number,
       standing_id, refused_id, lease_id, amount, collector_id, collector_name, taken_at, at)
     select board_id, lease_id, market_id, $2, 1, id, $2, lease_id, amount, collector_id,
            collector_name, taken_at, taken_at
       from cash.receipt where id = $1 and lease_id = $3`,
    [receiptId, newId(), leaseId],
  );
}

/** A book of two stubs that the lease's own id holds. */
export async function hangTicketBook(
  tx: Tx,
  boardId: Id,
  { leaseId, marketId }: Pick<LeaseFact, 'leaseId' | 'marketId'>,
): Promise<void> {
  await tx.sql(
    `insert into cash.ticket_book (board_id, id, market_id, series, first_serial, last_serial,
       fee_type, unit, price, received_on, received_at, received_by_name)
     values ($1, $2, $3, upper(right($2::uuid::text, 12)), 1, 2, 'space', 'session', 10000,
       '2026-10-01', now(), 'Thủ quỹ')`,
    [boardId, leaseId, marketId],
  );
  await tx.sql(
    `insert into cash.ticket_stub (board_id, series, serial, book_id, state, collector_id)
     select $1, upper(right($2::uuid::text, 12)), n, $2, case n when 1 then 'in-stock' else 'issued' end,
            case n when 2 then $2::uuid end
       from generate_series(1, 2) as n`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into cash.stub_move (board_id, id, book_id, act, first_serial, last_serial,
       collector_id, collector_name, on_date, at, by_name)
     values ($1, $2, $2, 'issued', 2, 2, $2, 'Người thu', '2026-10-01', now(), 'Người thu')`,
    [boardId, leaseId],
  );
}

/** Something counted, something on the way to the bank, and a count of the safe. */
export async function hangSafe(
  tx: Tx,
  { boardId, accountId }: BoardFacts,
  leaseId: Id,
): Promise<void> {
  await tx.sql(
    `insert into cash.hand_in (board_id, id, collector_id, collector_name, cashier_id, cashier_name,
       amount, expected, counted_at, counted_on)
     values ($1, $2, $3, 'Người thu', $2, 'Thủ quỹ', 10000, 10000, now(), '2026-10-12')`,
    [boardId, leaseId, newId()],
  );
  const number = `2026-${String((papers += 1)).padStart(5, '0')}`;
  await tx.sql(
    `insert into cash.deposit (board_id, id, number, account_id, amount, notes, carrier_name,
       cashier_id, cashier_name, left_at, left_on)
     values ($1, $2, 'NT-' || $3, $4, 10000, '[]', 'Người đi', $2, 'Thủ quỹ', now(), '2026-10-12')`,
    [boardId, leaseId, number, accountId],
  );
  await tx.sql(
    `insert into cash.safe_count (board_id, id, number, counted, booked, notes, witness_name, remark,
       cashier_id, cashier_name, counted_at, counted_on, difference)
     values ($1, $2, 'KK-' || $3, 0, 0, '[]', 'Kế toán', '', $2, 'Thủ quỹ', now(), '2026-10-12', 0)`,
    [boardId, leaseId, number],
  );
}
let papers = 0;
