import type { Id } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import type { LeaseAccountDto, LeasePaymentDto } from './lease-account.dto';

/** How many bills and payments a statement shows: sixteen years of months. */
export const SHOWN = 200;

const SUMS = `
  select l.lease_id as "leaseId", l.market_id as "marketId", s.code as "stallCode",
         l.vendor_name as "vendorName", b.billed, b.relieved, p.paid,
         b.billed - b.relieved - b.settled as due,
         p.paid - p.given as credit
    from tenancy.v_lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join lateral (
      select coalesce(sum(i.amount), 0)::bigint as billed,
             coalesce(sum(i.relieved), 0)::bigint as relieved,
             coalesce(sum(i.paid), 0)::bigint as settled
        from billing.bill o
        join billing.bill_line i on i.board_id = o.board_id and i.bill_id = o.id
       where o.board_id = l.board_id and o.lease_id = l.lease_id and o.voided_at is null) b on true
    join lateral (
      select coalesce(sum(o.amount), 0)::bigint as paid,
             coalesce(sum(o.allocated + o.refunded), 0)::bigint as given
        from billing.payment o
       where o.board_id = l.board_id and o.lease_id = l.lease_id and o.undone_at is null) p on true
   where l.lease_id = $1 and ($2::uuid[] is null or l.market_id = any ($2))`;

const PAYMENTS = `
  select id, source, amount, allocated, booked_on as "bookedOn", reason,
         undone_at is not null as "isUndone"
    from billing.payment
   where lease_id = $1
   order by booked_on desc, paid_at desc, id
   limit $2`;

export type LeaseSums = Omit<LeaseAccountDto, 'bills' | 'payments'>;

/** What a lease was billed and has paid, ever; null when the actor does not reach it. */
export async function leaseSums(tx: Reading, leaseId: Id): Promise<LeaseSums | null> {
  const [sums] = await tx.sql<LeaseSums>(SUMS, [leaseId, marketScope(tx.actor)]);
  return sums ?? null;
}

export function paymentsOfLease(tx: Reading, leaseId: Id): Promise<LeasePaymentDto[]> {
  return tx.sql(PAYMENTS, [leaseId, SHOWN]);
}
