import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { Subject } from '../domain/decide';
import { plain } from '../domain/plain';
import type { OpenRecord } from '../matching/open-records.queries';

interface AddresseeRow {
  readonly recordId: Id;
  readonly marketId: Id;
  readonly leaseId: Id | null;
}

/**
 * Whom the virtual accounts that records were sent to stand for on the records' days; a number that
 * is not in use, or not approved, names nobody.
 */
export async function addresseesOf(
  tx: Reading,
  boardId: Id,
  records: readonly OpenRecord[],
): Promise<Map<Id, Subject>> {
  const sent = records.flatMap(({ recordId, accountId, bookedOn, virtualAccount }) => {
    const number = plain(virtualAccount ?? '');
    return number ? [{ recordId, accountId, bookedOn, number }] : [];
  });
  if (sent.length === 0) return new Map();
  const rows = await tx.sql<AddresseeRow>(
    `select s."recordId", v.market_id as "marketId", coalesce(v.lease_id, l.lease_id) as "leaseId"
       from jsonb_to_recordset($2::jsonb)
         as s ("recordId" uuid, "accountId" uuid, "bookedOn" date, number text)
       join reconciliation.virtual_account v
         on v.board_id = $1 and v.account_id = s."accountId" and v.number = s.number
        and v.approved_at is not null
        and s."bookedOn" between v.valid_from and coalesce(v.valid_to, 'infinity')
       left join tenancy.v_lease l
         on l.board_id = v.board_id and l.stall_id = v.stall_id
        and s."bookedOn" between l.valid_from and coalesce(l.valid_to, 'infinity')`,
    [boardId, JSON.stringify(sent)],
  );
  return new Map(
    rows.map(({ recordId, marketId, leaseId }) => [recordId, { kind: 'stall', marketId, leaseId }]),
  );
}
