import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { PrefixOwner, Subject } from '../domain/decide';

/** A confirmed bank record, as far as matching looks at it. */
export interface OpenRecord {
  readonly recordId: Id;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
  readonly bookedAt: Date;
  readonly bookedOn: BusinessDate;
  readonly content: string;
}

/** Confirmed records that were never decided on, the oldest first. */
export function openRecords(tx: Reading, boardId: Id, limit: number): Promise<OpenRecord[]> {
  return tx.sql<OpenRecord>(
    `select r.record_id as "recordId", r.direction, r.amount, r.booked_at as "bookedAt",
            r.booked_on as "bookedOn", r.content
       from banking.v_bank_record r
      where r.board_id = $1 and r.confirmed_at is not null
        and not exists (select from reconciliation.standing s
                         where s.board_id = r.board_id and s.record_id = r.record_id)
      order by r.booked_at, r.record_id
      limit $2`,
    [boardId, limit],
  );
}

/** Every prefix ever given out, of all boards: another board's code is named as such. */
export async function prefixOwners(tx: Reading): Promise<Map<string, PrefixOwner>> {
  const rows = await tx.sql<PrefixOwner & { prefix: string }>(
    `select prefix, board_id as "boardId", market_id as "marketId" from billing.v_code_prefix`,
  );
  return new Map(rows.map((row) => [row.prefix, row]));
}

/** A code that stands in a record's text. */
export interface CodeInRecord {
  readonly recordId: Id;
  readonly code: string;
  readonly bookedOn: BusinessDate;
}

interface SubjectRow {
  readonly recordId: Id;
  readonly code: string;
  readonly marketId: Id;
  readonly billId: Id | null;
  readonly leaseId: Id | null;
  readonly isVoid: boolean;
}

/** Whom each code names on its record's day, by record and code; unknown codes are left out. */
export async function subjectsOf(
  tx: Reading,
  boardId: Id,
  codes: readonly CodeInRecord[],
): Promise<Map<Id, Map<string, Subject>>> {
  const rows = await tx.sql<SubjectRow>(
    `select w.record_id as "recordId", c.code, c.market_id as "marketId", c.bill_id as "billId",
            coalesce(c.lease_id, l.lease_id) as "leaseId", c.voided_at is not null as "isVoid"
       from unnest($2::uuid[], $3::text[], $4::date[]) as w (record_id, code, booked_on)
       join billing.v_payment_code c on c.board_id = $1 and c.code = w.code
       left join tenancy.v_lease l
         on l.board_id = c.board_id and l.stall_id = c.stall_id
        and daterange(l.valid_from, l.valid_to, '[]') @> w.booked_on`,
    [
      boardId,
      codes.map((one) => one.recordId),
      codes.map((one) => one.code),
      codes.map((one) => one.bookedOn),
    ],
  );
  const byRecord = new Map<Id, Map<string, Subject>>();
  for (const row of rows) {
    const subjects = byRecord.get(row.recordId) ?? new Map<string, Subject>();
    byRecord.set(row.recordId, subjects.set(row.code, subjectOf(row)));
  }
  return byRecord;
}

function subjectOf({ marketId, billId, leaseId, isVoid }: SubjectRow): Subject {
  return billId !== null && leaseId !== null
    ? { kind: 'bill', marketId, billId, leaseId, isVoid }
    : { kind: 'stall', marketId, leaseId };
}
