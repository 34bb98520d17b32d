import type { Source } from '@cho40/banking';
import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { offsetOf, type Page, pageOfRows, type PageQueryDto, type Reading } from '@cho40/platform';
import type { Reason } from '../domain/decide';
import type { RecordClass } from '../domain/record-class';
import type { State } from '../matching/standings.queries';

/** unconfirmed: not believed yet; waiting: believed, and matching has not come to it. */
export const RECORD_STATES = [
  'unconfirmed',
  'waiting',
  'unmatched',
  'matched',
  'outgoing',
  'classified',
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export interface RecordFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly accountId?: Id;
  readonly state?: RecordState;
  readonly direction?: 'in' | 'out';
  readonly from?: BusinessDate;
  readonly to?: BusinessDate;
}

/** How far a reader sees: the markets of the right, and whether texts may be searched. */
export interface Sight {
  readonly markets: readonly Id[] | null;
  readonly seesPayers: boolean;
}

/** A record with where it stands and whom it paid. */
export interface RecordRow {
  readonly id: Id;
  readonly boardId: Id;
  readonly accountId: Id;
  readonly bin: string;
  readonly accountNumber: string;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
  readonly bookedAt: Date;
  readonly bookedOn: BusinessDate;
  readonly content: string;
  readonly reference: string | null;
  readonly counterAccount: string | null;
  readonly counterName: string | null;
  readonly state: RecordState;
  readonly reason: Reason | null;
  readonly class: RecordClass | null;
  readonly since: Date | null;
  readonly codes: string[];
  readonly credited: CreditedLease | null;
}
interface CreditedLease {
  readonly paymentId: Id;
  /** null where a ticket was paid. */
  readonly leaseId: Id | null;
  readonly marketName: string;
  readonly stallCode: string | null;
  readonly vendorName: string | null;
  readonly ticketId: Id | null;
  readonly ticketNumber: string | null;
}

/** One page, the newest first, and how many there are in all. */
export async function recordPage(
  tx: Reading,
  filter: RecordFilter,
  { markets, seesPayers }: Sight,
): Promise<Page<RecordRow>> {
  const rows = await tx.sql<RecordRow & { total: number }>(
    `with found as materialized (
       select r.board_id, r.record_id, r.booked_at
         from banking.v_bank_record r
         left join reconciliation.standing s
           on s.board_id = r.board_id and s.record_id = r.record_id
        where ($1::uuid is null or r.account_id = $1)
          and ($2::text is null or $2 = coalesce(s.state,
                case when r.confirmed_at is null then 'unconfirmed' else 'waiting' end))
          and ($3::text is null or r.direction = $3)
          and r.booked_on between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
          and ($6::text is null or r.reference ilike '%' || $6 || '%' or r.amount::text = $6
               or exists (select from reconciliation.decision d
                           where d.board_id = r.board_id and d.record_id = r.record_id
                             and d.evidence->'codes' ? upper($6))
               or ($7 and concat_ws(' ', r.content, r.counter_name) ilike '%' || $6 || '%'))
          and ($8::uuid[] is null or s.market_id is null or s.market_id = any ($8))
     ), page as (
       select * from found order by booked_at desc, record_id desc limit $9 offset $10)
     select v.*, s.since, (select count(*) from found) as total
       from page p
       join reconciliation.v_record v on v."boardId" = p.board_id and v.id = p.record_id
       left join reconciliation.standing s
         on s.board_id = p.board_id and s.record_id = p.record_id
      order by p.booked_at desc, p.record_id desc`,
    [
      filter.accountId ?? null,
      filter.state ?? null,
      filter.direction ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.q?.trim() || null,
      seesPayers,
      markets,
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

export function recordsOf(
  tx: Reading,
  ids: readonly Id[],
  markets: readonly Id[] | null,
): Promise<RecordRow[]> {
  return tx.sql<RecordRow>(
    `select v.*, s.since
       from reconciliation.v_record v
       left join reconciliation.standing s on s.board_id = v."boardId" and s.record_id = v.id
      where v.id = any ($1::uuid[])
        and ($2::uuid[] is null or v."marketId" is null or v."marketId" = any ($2))`,
    [ids, markets],
  );
}

/** What a decision was made on: the rule's findings, or a person's words. */
export interface Evidence {
  readonly code?: string;
  readonly codes?: string[];
  readonly repairs?: string[];
  readonly broken?: string[];
  readonly virtualAccount?: string;
  readonly ruled?: RecordClass[];
  readonly reason?: string;
}

export interface DecisionRow {
  readonly id: Id;
  readonly state: State;
  readonly reason: Reason;
  readonly class: RecordClass | null;
  readonly evidence: Evidence;
  readonly rulesVersion: number;
  readonly decidedByName: string | null;
  readonly at: Date;
}

/** How a record came to stand where it stands, the newest decision first. */
export function decisionsOn(tx: Reading, recordId: Id): Promise<DecisionRow[]> {
  return tx.sql<DecisionRow>(
    `select id, state, reason, class, evidence, rules_version as "rulesVersion",
            decided_by_name as "decidedByName", at
       from reconciliation.decision
      where record_id = $1
      order by at desc, id desc`,
    [recordId],
  );
}

/** Where a record was seen, and whether that alone proves the money. */
export interface Sighting {
  readonly source: Source;
  readonly seenAt: Date;
  readonly confirms: boolean;
}

export function sightingsOf(tx: Reading, recordId: Id): Promise<Sighting[]> {
  return tx.sql<Sighting>(
    `select source, seen_at as "seenAt", confirms
       from banking.v_sighting
      where record_id = $1
      order by seen_at, sighting_id`,
    [recordId],
  );
}

export interface PaidBill {
  readonly billId: Id;
  readonly code: string;
  readonly period: string;
  readonly stallCode: string;
  readonly amount: Vnd;
}

export function billsPaidBy(tx: Reading, paymentId: Id): Promise<PaidBill[]> {
  return tx.sql<PaidBill>(
    `select a.bill_id as "billId", b.code, b.period, t.code as "stallCode",
            sum(a.amount)::bigint as amount
       from billing.v_allocation a
       join billing.v_bill b on b.board_id = a.board_id and b.bill_id = a.bill_id
       join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
       join markets.v_stall t on t.board_id = l.board_id and t.stall_id = l.stall_id
      where a.payment_id = $1
      group by a.bill_id, b.code, b.period, t.code
     having sum(a.amount) <> 0
      order by b.period, b.code`,
    [paymentId],
  );
}

export interface Today {
  readonly unmatchedCount: number;
  readonly unmatchedVnd: Vnd;
  readonly oldestUnmatchedOn: BusinessDate | null;
  readonly waitingCount: number;
  readonly matchedTodayVnd: Vnd;
  readonly isStopped: boolean;
}

export async function standingsToday(
  tx: Reading,
  today: BusinessDate,
  markets: readonly Id[] | null,
): Promise<Today> {
  const [row] = await tx.sql<Today>(
    `select count(*) filter (where s.state = 'unmatched') as "unmatchedCount",
            coalesce(sum(s.amount) filter (where s.state = 'unmatched'), 0)::bigint
              as "unmatchedVnd",
            min(s.booked_on) filter (where s.state = 'unmatched') as "oldestUnmatchedOn",
            coalesce(sum(s.amount) filter (where s.state = 'matched' and s.booked_on = $1), 0)
              ::bigint as "matchedTodayVnd",
            (select count(*) from banking.v_newly_confirmed) as "waitingCount",
            exists (select from platform.v_stopped_board b where b.board_id = any ($3))
              as "isStopped"
       from (select state, amount, booked_on, market_id from reconciliation.standing
              union all
             select state, amount, booked_on, market_id from reconciliation.line_standing) s
      where $2::uuid[] is null or s.market_id is null or s.market_id = any ($2)`,
    [today, markets, tx.actor.boards],
  );
  // An aggregate without GROUP BY always has its row.
  return row as Today;
}
