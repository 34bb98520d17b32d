import type { BusinessDate, Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';

/** A reading that no live bill charges yet. */
export interface UsageToCharge {
  readonly readingId: Id;
  readonly leaseId: Id;
  readonly feeType: string;
  /** kWh or m³. */
  readonly quantity: number;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly isEstimated: boolean;
}

// Who held the stall last within a reading's days pays for it: where the vendor changes, somebody
// reads the meter at the handover. The line of a void bill charges nothing.
const USAGE = `
  select r.id as "readingId", l.lease_id as "leaseId", m.fee_type as "feeType",
         r.usage as quantity, r.service_from as "from", r.read_on as "to",
         r.kind = 'estimated' as "isEstimated"
    from billing.meter_reading r
    join billing.meter m on m.board_id = r.board_id and m.id = r.meter_id
    join lateral (
      select h.lease_id from tenancy.v_lease h
       where h.board_id = r.board_id and h.stall_id = m.stall_id and h.valid_from <= r.read_on
         and (h.valid_to is null or h.valid_to >= r.service_from)
       order by h.valid_from desc limit 1) l on true
   where l.lease_id = any ($1::uuid[]) and r.superseded_at is null and r.usage > 0
     and r.read_on <= $2
     and not exists (
       select from billing.bill_line i
         join billing.bill b on b.board_id = i.board_id and b.id = i.bill_id
        where i.board_id = r.board_id and i.reading_id = r.id and b.voided_at is null)
   order by r.read_on, r.id`;

/** What meters counted until a day, of leases, and no live bill charges yet. */
export function usageToCharge(
  tx: Reading,
  leaseIds: readonly Id[],
  until: BusinessDate,
): Promise<UsageToCharge[]> {
  return tx.sql(USAGE, [leaseIds, until]);
}
