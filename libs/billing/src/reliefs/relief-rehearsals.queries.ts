import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';

/** A name on a list, and a lease of the market that bears it; null where none does. */
export interface NamedLease {
  readonly name: string;
  readonly leaseId: Id | null;
}

/** Whom a list of stall codes and vendors' names means, marks and case aside; in its order. */
export function leasesNamed(
  tx: Reading,
  { boardId, marketId }: { boardId: Id; marketId: Id },
  names: readonly string[],
): Promise<NamedLease[]> {
  return tx.sql<NamedLease>(
    `select n.name, l.lease_id as "leaseId"
       from unnest($3::text[]) with ordinality as n (name, place)
       left join (select l.lease_id, lower(s.code) as code, lower(unaccent(l.vendor_name)) as vendor
                    from tenancy.v_lease l
                    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
                   where l.board_id = $1 and l.market_id = $2) l
         on l.code = lower(n.name) or l.vendor = lower(unaccent(n.name))
      order by n.place, l.lease_id`,
    [boardId, marketId, names],
  );
}

export interface LeaseName {
  readonly leaseId: Id;
  readonly stallCode: string;
  readonly vendorName: string;
}

/** Leases by their stalls' codes. */
export function namesOfLeases(
  tx: Reading,
  boardId: Id,
  leaseIds: readonly Id[],
): Promise<LeaseName[]> {
  return tx.sql<LeaseName>(
    `select l.lease_id as "leaseId", s.code as "stallCode", l.vendor_name as "vendorName"
       from tenancy.v_lease l
       join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
      where l.board_id = $1 and l.lease_id = any ($2::uuid[])
      order by regexp_replace(s.code, '[0-9]+$', ''),
               lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0'), l.lease_id`,
    [boardId, leaseIds],
  );
}

export interface OwedBill extends Omit<LeaseName, 'leaseId'> {
  readonly id: Id;
  readonly marketId: Id;
  readonly period: string;
  readonly dueOn: BusinessDate;
  readonly due: number;
}

/** What leases within reach still owe, bill by bill, but no deposits: those are given back. */
export function billsOwedBy(tx: Reading, leaseIds: readonly Id[]): Promise<OwedBill[]> {
  return tx.sql<OwedBill>(
    `select b.bill_id as id, b.market_id as "marketId", s.code as "stallCode",
            l.vendor_name as "vendorName", b.period, b.due_on as "dueOn", b.due
       from billing.v_bill b
       join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
       join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
      where b.lease_id = any ($1::uuid[]) and b.voided_at is null and b.due > 0
        and b.kind <> 'security' and ($2::uuid[] is null or b.market_id = any ($2))
      order by s.code, b.due_on, b.bill_id`,
    [leaseIds, marketScope(tx.actor)],
  );
}
