import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { PrefixOwner, Subject } from '../domain/decide';

/** A confirmed bank record, as far as matching looks at it. */
export interface OpenRecord {
  readonly recordId: Id;
  readonly accountId: Id;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
  readonly bookedAt: Date;
  readonly bookedOn: BusinessDate;
  readonly content: string;
  readonly counterAccount: string | null;
  /** The number of the account that the payer sent to, where it is not the account's own. */
  readonly virtualAccount: string | null;
}

/** Which confirmed records wait to be decided on, the first recorded first, but those passed by. */
export async function waitingRecords(
  tx: Reading,
  boardId: Id,
  limit: number,
  passed: readonly Id[] = [],
): Promise<Id[]> {
  const rows = await tx.sql<{ recordId: Id }>(
    `select record_id as "recordId" from banking.v_newly_confirmed
      where board_id = $1 and record_id <> all ($3::uuid[])
      order by record_id limit $2`,
    [boardId, limit, passed],
  );
  return rows.map(({ recordId }) => recordId);
}

/** Those of a board's records that were never decided on, in the order of their ids. */
export async function openRecords(
  tx: Reading,
  boardId: Id,
  ids: readonly Id[],
): Promise<OpenRecord[]> {
  const decided = await tx.sql<{ recordId: Id }>(
    `select record_id as "recordId" from reconciliation.standing
      where board_id = $1 and record_id = any ($2::uuid[])`,
    [boardId, ids],
  );
  const isDecided = new Set(decided.map(({ recordId }) => recordId));
  return recordsOf(
    tx,
    boardId,
    ids.filter((id) => !isDecided.has(id)),
  );
}

/** Records of a board by their ids, in that order. */
export function recordsOf(tx: Reading, boardId: Id, ids: readonly Id[]): Promise<OpenRecord[]> {
  return tx.sql<OpenRecord>(
    `select record_id as "recordId", account_id as "accountId", direction, amount,
            booked_at as "bookedAt", booked_on as "bookedOn", content,
            counter_account as "counterAccount", virtual_account as "virtualAccount"
       from banking.v_bank_record
      where board_id = $1 and record_id = any ($2::uuid[])
      order by record_id`,
    [boardId, ids],
  );
}

/** Those of the records that proved their accounts to be the board's. */
export async function probesAmong(
  tx: Reading,
  boardId: Id,
  records: readonly OpenRecord[],
): Promise<Set<Id>> {
  const rows = await tx.sql<{ recordId: Id }>(
    `select proof_record_id as "recordId" from banking.v_receiving_account
      where board_id = $1 and proof_record_id = any ($2::uuid[])`,
    [boardId, records.map(({ recordId }) => recordId)],
  );
  return new Set(rows.map(({ recordId }) => recordId));
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
  readonly ticket: Omit<Extract<Subject, { kind: 'ticket' }>, 'kind' | 'marketId'> | null;
}

/** Whom each code names on its record's day, by record and code; unknown codes are left out. */
export async function subjectsOf(
  tx: Reading,
  boardId: Id,
  codes: readonly CodeInRecord[],
): Promise<Map<Id, Map<string, Subject>>> {
  const rows = await tx.sql<SubjectRow>(
    `with known as materialized (
       select code, market_id, bill_id, stall_id, lease_id, voided_at, ticket_id
         from billing.v_payment_code
        where board_id = $1 and code = any ($3::text[])
     ), leased as materialized (
       select lease_id, stall_id, daterange(valid_from, valid_to, '[]') as days
         from tenancy.v_lease
        where board_id = $1 and stall_id in (select stall_id from known))
     select w.record_id as "recordId", c.code, c.market_id as "marketId", c.bill_id as "billId",
            coalesce(c.lease_id, l.lease_id) as "leaseId", c.voided_at is not null as "isVoid",
            case when t.ticket_id is not null then jsonb_build_object('leaseId', null,
              'ticketId', t.ticket_id, 'amount', t.amount, 'state', t.state) end as ticket
       from unnest($2::uuid[], $3::text[], $4::date[]) as w (record_id, code, booked_on)
       join known c on c.code = w.code
       left join leased l on l.stall_id = c.stall_id and l.days @> w.booked_on
       left join billing.v_ticket t on t.board_id = $1 and t.ticket_id = c.ticket_id`,
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

function subjectOf({ marketId, billId, leaseId, isVoid, ticket }: SubjectRow): Subject {
  if (ticket) return { kind: 'ticket', marketId, ...ticket };
  return billId !== null && leaseId !== null
    ? { kind: 'bill', marketId, billId, leaseId, isVoid }
    : { kind: 'stall', marketId, leaseId };
}
