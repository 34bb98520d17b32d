import type { Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import type { BoardFacts } from '../board-facts';
import type { LeaseFact } from '../market-facts';
import { priceTickets } from '../ticket-market';

/** A print that is made and a debt paper, both under the lease's own id. */
export async function hangDebt(tx: Tx, boardId: Id, leaseId: Id): Promise<void> {
  await tx.sql(
    `insert into billing.bill_print (board_id, id, market_id, period, state, file, made_at)
     select board_id, id, market_id, '2026-10', 'done', '%PDF', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into billing.debt_paper (board_id, id, market_id, lease_id, kind, year, serial, number,
       as_of, amount, lines, made_at)
     select board_id, id, market_id, id, 'confirmation', 2026,
            (select count(*) + 1 from billing.debt_paper), 'BB', '2026-10-12', 0, '[]', now()
       from tenancy.lease where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
}

/** A meter of the stall, its reading with a picture and a correction that waits, under the lease's own id. */
export async function hangMeter(
  tx: Tx,
  boardId: Id,
  { leaseId, stallId }: LeaseFact,
): Promise<void> {
  await tx.sql(
    `insert into billing.meter (board_id, id, market_id, fee_type, code, stall_id, installed_on,
       first_value)
     select board_id, $2, market_id, 'water', 'CT', id, '2026-01-01', 0
       from markets.stall where board_id = $1 and id = $3`,
    [boardId, leaseId, stallId],
  );
  await tx.sql(
    `insert into billing.meter_reading (board_id, id, market_id, meter_id, month, read_on, occasion,
       kind, value, has_rolled_over, service_from, usage, charged_to, known_value, recorded_at)
     select board_id, id, market_id, id, '2026-10', '2026-10-26', 'sheet', 'read', 5, false,
            '2026-01-01', 5, 5, 5, now()
       from billing.meter where board_id = $1 and id = $2`,
    [boardId, leaseId],
  );
  await tx.sql(
    `insert into billing.meter_correction (board_id, id, market_id, reading_id, value,
       has_rolled_over, reason, requested_by, requested_at)
     select board_id, id, market_id, id, 4, false, 'Đọc nhầm', $3, now()
       from billing.meter where board_id = $1 and id = $2`,
    [boardId, leaseId, newId()],
  );
  await tx.sql(
    `insert into billing.meter_photo (board_id, reading_id, media_type, bytes, taken_at)
     values ($1, $2, 'image/png', '\\x89504e47', now())`,
    [boardId, leaseId],
  );
}

/** A ticket that waits for the bank, under the lease's own id. */
export async function hangTicket(
  tx: Tx,
  boardId: Id,
  { leaseId, marketId }: Pick<LeaseFact, 'leaseId' | 'marketId'>,
): Promise<void> {
  await priceTickets(tx, { boardId, marketId });
  await tx.sql(
    `insert into billing.ticket (board_id, id, market_id, number, code, on_date, fee_type, unit,
       tariff_id, unit_price, amount, tax_amount, is_pass_through, way, issued_on, issued_at,
       issued_by_name, earned_on)
     select board_id, $3, market_id, 'PN-2026-' || lpad((select count(*) + 1
              from billing.ticket)::text, 6, '0'), upper(right($3::uuid::text, 12)),
            '2026-11-23', fee_type, unit, id, price, price, 0, is_pass_through, 'bank', '2026-11-23', now(), 'Người thu',
            '2026-11-23'
       from tariffs.tariff
      where board_id = $1 and market_id = $2 and fee_type = 'sanitation' and unit = 'session'`,
    [boardId, marketId, leaseId],
  );
}

/** A relief somebody proposed, and a paid deposit of which a part was given back. */
export async function besides(tx: Tx, facts: BoardFacts, lease: LeaseFact): Promise<[Id, Id]> {
  const { boardId } = facts;
  const { marketId, leaseId } = lease;
  const [reliefId, useId] = [newId(), newId()];
  await tx.sql(
    `insert into billing.relief (board_id, id, market_id, kind, document, document_on, reason,
       percent, from_on, to_on, proposed_by, proposed_at)
     values ($1, $2, $3, 'relief', '12/QĐ', '2026-10-01', 'Lũ quét', 50, '2026-10-01',
       '2026-10-31', $2, now())`,
    [boardId, reliefId, marketId],
  );
  await tx.sql(
    'insert into billing.relief_target (board_id, relief_id, lease_id) values ($1, $2, $3)',
    [boardId, reliefId, leaseId],
  );
  const depositId = await facts.deposit(lease, 40_000);
  const paid = { amount: 40_000, on: '2026-10-12', collectorId: newId() };
  await facts.paidInCash(lease, paid, depositId);
  await tx.sql(
    `insert into billing.deposit_use (board_id, id, lease_id, kind, amount, reason, on_date, at)
     values ($1, $2, $3, 'give-back', 10000, 'trả lại', '2026-10-13', now())`,
    [boardId, useId, leaseId],
  );
  return [reliefId, useId];
}
