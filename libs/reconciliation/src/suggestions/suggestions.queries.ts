import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { Candidate, NamedBy } from '../domain/suggest';

/** A record that waits, as suggestions look at it. */
export interface WaitingRecord {
  readonly boardId: Id;
  readonly bookedOn: BusinessDate;
  readonly amount: Vnd;
  readonly counterAccount: string | null;
  readonly counterName: string | null;
}

/** An unmatched record that the reader's right reaches. */
export async function waitingRecord(
  tx: Reading,
  recordId: Id,
  markets: readonly Id[] | null,
): Promise<WaitingRecord | undefined> {
  const [record] = await tx.sql<WaitingRecord>(
    `select s.board_id as "boardId", s.booked_on as "bookedOn", s.amount,
            r.counter_account as "counterAccount", r.counter_name as "counterName"
       from reconciliation.standing s
       join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
      where s.record_id = $1 and s.state = 'unmatched'
        and ($2::uuid[] is null or s.market_id is null or s.market_id = any ($2))`,
    [recordId, markets],
  );
  return record;
}

/** The leases that ran on a day or still owe: some thousands of a board, with what each has open. */
export function candidatesOn(
  tx: Reading,
  { boardId, bookedOn }: Pick<WaitingRecord, 'boardId' | 'bookedOn'>,
  markets: readonly Id[] | null,
): Promise<Candidate[]> {
  return tx.sql<Candidate>(
    `with bill as materialized (
       select lease_id, bill_id, period, sum(amount - paid - relieved)::bigint as due
         from billing.v_bill_line
        where board_id = $1 and paid + relieved < amount and voided_at is null
        group by lease_id, bill_id, period
     ), owed as materialized (
       select lease_id, jsonb_agg(jsonb_build_object('billId', bill_id, 'due', due)
                order by period, bill_id) as bills
         from bill group by lease_id
     ), lease as materialized (
       select lease_id, market_id, stall_id, vendor_name,
              $2::date between valid_from and coalesce(valid_to, 'infinity') as "isCurrent"
         from tenancy.v_lease
        where board_id = $1 and ($3::uuid[] is null or market_id = any ($3)))
     select l.lease_id as "leaseId", m.name as "marketName", t.code as "stallCode",
            l.vendor_name as "vendorName", l."isCurrent", coalesce(o.bills, '[]') as "openBills"
       from lease l
       join markets.v_market m on m.board_id = $1 and m.market_id = l.market_id
       join markets.v_stall t on t.board_id = $1 and t.stall_id = l.stall_id
       left join owed o on o.lease_id = l.lease_id
      where l."isCurrent" or o.bills is not null`,
    [boardId, bookedOn, markets],
  );
}

/** The leases that codes of the board name on a day; codes never given out name nobody. */
export async function leasesNamedBy(
  tx: Reading,
  { boardId, bookedOn }: Pick<WaitingRecord, 'boardId' | 'bookedOn'>,
  codes: readonly string[],
): Promise<Map<Id, NamedBy>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.sql<NamedBy & { leaseId: Id }>(
    `select c.code, case when c.voided_at is null then c.bill_id end as "billId",
            coalesce(c.lease_id, l.lease_id) as "leaseId"
       from billing.v_payment_code c
       left join tenancy.v_lease l
         on l.board_id = c.board_id and l.stall_id = c.stall_id
        and $3::date between l.valid_from and coalesce(l.valid_to, 'infinity')
      where c.board_id = $1 and c.code = any ($2::text[])
        and coalesce(c.lease_id, l.lease_id) is not null`,
    [boardId, codes, bookedOn],
  );
  return new Map(rows.map(({ leaseId, code, billId }) => [leaseId, { code, billId }]));
}

/** The leases an account was learned for and is not switched off, with how often it paid for each. */
export async function learnedLeases(
  tx: Reading,
  boardId: Id,
  account: { readonly number: string; readonly print: Buffer },
): Promise<Map<Id, number>> {
  const rows = await tx.sql<{ leaseId: Id; times: number }>(
    `select l.lease_id as "leaseId",
            (select count(*)
               from billing.v_payment p
               join banking.v_bank_record r on r.board_id = p.board_id and r.record_id = p.record_id
              where p.board_id = l.board_id and p.lease_id = l.lease_id and p.undone_at is null
                and r.counter_account = $3) as times
       from reconciliation.learned_payer l
      where l.board_id = $1 and l.account_print = $2 and l.off_at is null`,
    [boardId, account.print, account.number],
  );
  return new Map(rows.map(({ leaseId, times }) => [leaseId, times]));
}
