import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { Given } from '@cho40/reconciliation';

// A collector who became a clerk is one of them a year after the last receipt.
const OF_LEASES = `
  select from tenancy.v_lease l
    join tenancy.v_lease o on o.board_id = l.board_id and o.stall_id = l.stall_id
    join cash.receipt r on r.board_id = o.board_id and r.lease_id = o.lease_id
   where (l.lease_id = $2 or l.lease_id in (select b.lease_id from billing.v_bill b
                                             where b.bill_id = any ($3::uuid[])))
     and r.collector_id = $1 and r.taken_on > $4::date - interval '1 year'
  union all
  select from tenancy.v_lease l
    join cash.shift s on s.board_id = l.board_id and s.market_id = l.market_id
   where l.lease_id = $2 and s.collector_id = $1 and s.closed_at is null
   limit 1`;
const OF_TICKET = 'select from billing.v_ticket where ticket_id = $2 and issued_by = $1';

/**
 * Whether somebody takes the cash of a stall, in whoever's lease: they did within a year, or have a
 * shift open at its market; of a ticket, whether they sold it.
 */
export async function takesCashAt(
  tx: Reading,
  userId: Id,
  given: Given,
  today: BusinessDate,
): Promise<boolean> {
  const rows =
    'ticketId' in given
      ? await tx.sql(OF_TICKET, [userId, given.ticketId])
      : await tx.sql(OF_LEASES, [userId, given.leaseId, given.billIds, today]);
  return rows.length > 0;
}
