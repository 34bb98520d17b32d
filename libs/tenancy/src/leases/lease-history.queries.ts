import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { LinkedLeaseDto, SuspensionDto } from './lease-course.dto';

// A line never branches: no lease is continued or taken over twice.
const LINE = `
  with recursive earlier as (
    select * from tenancy.lease where id = $1
    union
    select b.* from tenancy.lease b
      join earlier a on b.board_id = a.board_id and b.id in (a.renewed_from, a.transferred_from)
  ), later as (
    select * from tenancy.lease where id = $1
    union
    select n.* from tenancy.lease n
      join later a on n.board_id = a.board_id and a.id in (n.renewed_from, n.transferred_from)
  )
  select l.id, l.number, v.name as "vendorName", l.valid_from as "validFrom",
         l.valid_to as "validTo",
         case when l.renewed_from is not null then 'renewal'
              when l.transferred_from is not null then 'transfer' else 'first' end as "cameBy"
    from (select * from earlier union select * from later) l
    join tenancy.vendor v on v.board_id = l.board_id and v.id = l.vendor_id
   order by l.valid_from`;

const SUSPENSIONS = `
  select id, from_on as "from", to_on as "to", reason, document_number as "documentNumber"
    from tenancy.lease_suspension
   where lease_id = $1 and withdrawn_at is null
   order by from_on desc`;

/** The leases that one goes on from and that go on from it, the oldest first. */
export function lineOf(tx: Reading, id: Id): Promise<LinkedLeaseDto[]> {
  return tx.sql<LinkedLeaseDto>(LINE, [id]);
}

export function suspensionsOf(tx: Reading, id: Id): Promise<SuspensionDto[]> {
  return tx.sql<SuspensionDto>(SUSPENSIONS, [id]);
}
