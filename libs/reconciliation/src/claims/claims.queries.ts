import { addDays, businessDateOf, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import {
  marketScope,
  offsetOf,
  pageOfRows,
  type Page,
  type PageQueryDto,
  type Reading,
  type Tx,
} from '@cho40/platform';
import type { Owner, PossibleRecord } from '../domain/claim-candidates';

// 'shift': a ticket whose QR was shown and whose money was not seen when the shift closed.
export const CHANNELS = ['desk', 'phone', 'app', 'shift'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CLAIM_STATES = ['open', 'found', 'refused'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export interface ClaimRow extends Owner {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketName: string;
  /** Of a lease's claim. */
  readonly stallCode: string | null;
  readonly vendorName: string | null;
  /** Of a ticket's. */
  readonly ticketNumber: string | null;
  /** What the ticket costs; the payer may say another sum. */
  readonly ticketAmount: Vnd | null;
  readonly amount: Vnd;
  readonly paidAt: Date;
  readonly toldBy: string;
  readonly channel: Channel;
  readonly note: string | null;
  readonly madeByName: string | null;
  readonly madeAt: Date;
  readonly dueOn: BusinessDate;
  readonly isOverdue: boolean;
  readonly state: ClaimState;
  readonly recordId: Id | null;
  readonly answer: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

export interface ClaimFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly state?: ClaimState;
  readonly overdue?: boolean;
  readonly leaseId?: Id;
}

/** What is open first, the earliest due first; then what was answered, the newest first. */
export async function claimPage(
  tx: Reading,
  filter: ClaimFilter,
  today: BusinessDate,
): Promise<Page<ClaimRow>> {
  const rows = await tx.sql<ClaimRow & { total: number }>(
    `with found as materialized (
       select c.*, c.state = 'open' and c."dueOn" < $1 as "isOverdue"
         from reconciliation.v_claim_line c
        where ($2::text is null or c.state = $2)
          and (not $3::boolean or (c.state = 'open' and c."dueOn" < $1))
          and ($4::uuid is null or c."leaseId" = $4)
          and ($5::text is null or c."stallCode" ilike $5 || '%' or c.amount::text = $5
               or c."ticketNumber" ilike '%' || $5
               or unaccent(concat_ws(' ', c."vendorName", c."toldBy"))
                  ilike '%' || unaccent($5) || '%')
          and ($6::uuid[] is null or c."marketId" = any ($6)))
     select f.*, (select count(*) from found) as total
       from found f
      order by f.state <> 'open', case when f.state = 'open' then f."dueOn" end,
               f."decidedAt" desc, f."madeAt", f.id
      limit $7 offset $8`,
    [
      today,
      filter.state ?? null,
      filter.overdue ?? false,
      filter.leaseId ?? null,
      filter.q?.trim() || null,
      marketScope(tx.actor),
      filter.limit,
      offsetOf(filter),
    ],
  );
  return pageOfRows(rows, filter);
}

export async function claimOf(
  tx: Reading,
  id: Id,
  today: BusinessDate,
): Promise<ClaimRow | undefined> {
  const [claim] = await tx.sql<ClaimRow>(
    `select c.*, c.state = 'open' and c."dueOn" < $2 as "isOverdue"
       from reconciliation.v_claim_line c
      where c.id = $1 and ($3::uuid[] is null or c."marketId" = any ($3))`,
    [id, today, marketScope(tx.actor)],
  );
  return claim;
}

/** A claim as it is locked: a lease's, or one ticket's. */
interface HeldClaim {
  readonly boardId: Id;
  readonly state: ClaimState;
  readonly of: { readonly leaseId: Id; readonly ticketId: null } | TicketOwner;
}
interface TicketOwner {
  readonly leaseId: null;
  readonly ticketId: Id;
}

/** A claim that nobody else answers until the end of `tx`; undefined out of reach. */
export async function lockClaim(tx: Tx, id: Id): Promise<HeldClaim | undefined> {
  const [claim] = await tx.sql<HeldClaim>(
    `select board_id as "boardId", state,
            jsonb_build_object('leaseId', lease_id, 'ticketId', ticket_id) as of
       from reconciliation.claim
      where id = $1 and ($2::uuid[] is null or market_id = any ($2))
        for update`,
    [id, marketScope(tx.actor)],
  );
  return claim;
}

export interface NewClaimRow {
  readonly id: Id;
  readonly leaseId: Id | null;
  readonly ticketId: Id | null;
  readonly amount: Vnd;
  readonly paidAt: Date;
  readonly toldBy: string;
  readonly channel: Channel;
  readonly note?: string | undefined;
}

/** Gives the claim's board; undefined out of reach, or when the ticket was claimed meanwhile. */
export async function insertClaim(
  tx: Tx,
  claim: NewClaimRow,
  { now, dueOn }: { readonly now: Date; readonly dueOn: BusinessDate },
): Promise<Id | undefined> {
  const [row] = await tx.sql<{ boardId: Id }>(
    `insert into reconciliation.claim
       (board_id, id, market_id, lease_id, ticket_id, amount, paid_at, told_by, channel, note,
        made_by, made_by_name, made_at, due_on)
     select c.board_id, $1, c.market_id, c.lease_id, c.ticket_id, $3, $4, $5, $6, $7, $8, $9, $10,
            $11
       from (select board_id, market_id, lease_id, null::uuid as ticket_id
               from tenancy.v_lease where lease_id = $2
              union all
             select board_id, market_id, null, ticket_id
               from billing.v_ticket where ticket_id = $13) c
      where $12::uuid[] is null or c.market_id = any ($12)
     on conflict (board_id, ticket_id) where ticket_id is not null do nothing
     returning board_id as "boardId"`,
    [
      claim.id,
      claim.leaseId,
      claim.amount,
      claim.paidAt,
      claim.toldBy,
      claim.channel,
      claim.note ?? null,
      tx.actor.userId,
      tx.actor.userId && tx.actor.displayName,
      now,
      dueOn,
      marketScope(tx.actor),
      claim.ticketId,
    ],
  );
  return row?.boardId;
}

/** The answer to a claim, by the actor. */
export interface Answer {
  readonly state: 'found' | 'refused';
  readonly recordId: Id | null;
  readonly answer: string;
}

export async function keepAnswer(tx: Tx, id: Id, answer: Answer, now: Date): Promise<void> {
  await tx.sql(
    `update reconciliation.claim
        set state = $2, record_id = $3, answer = $4, decided_by = $5, decided_by_name = $6,
            decided_at = $7
      where id = $1`,
    [
      id,
      answer.state,
      answer.recordId,
      answer.answer,
      tx.actor.userId,
      tx.actor.userId && tx.actor.displayName,
      now,
    ],
  );
}

/** A record was taken back from whom it was found for: the claims it answered are open again. */
export async function reopenClaims(tx: Tx, boardId: Id, recordId: Id): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `update reconciliation.claim
        set state = 'open', record_id = null, answer = null, decided_by = null,
            decided_by_name = null, decided_at = null
      where board_id = $1 and record_id = $2
      returning id`,
    [boardId, recordId],
  );
  return rows.map(({ id }) => id);
}

// Money sent late in the evening is booked in the morning, after a weekend on Monday.
const DAYS_BEFORE = 1;
const DAYS_AFTER = 3;
const MOST = 20;

/**
 * Incoming records of exactly the claimed sum, booked around the claimed time; those that wait for
 * the ticket's code in them, of whatever sum; and the one that was found.
 */
export function possibleRecords(
  tx: Reading,
  claim: Pick<ClaimRow, 'boardId' | 'amount' | 'paidAt' | 'ticketId' | 'recordId'>,
): Promise<PossibleRecord[]> {
  const paidOn = businessDateOf(claim.paidAt);
  return tx.sql(
    `with possible as (
       select record_id from reconciliation.standing
        where board_id = $1 and direction = 'in' and amount = $2 and booked_on between $3 and $4
        union
       select s.record_id
         from reconciliation.standing s
         join reconciliation.decision d on d.board_id = s.board_id and d.record_id = s.record_id
         join billing.v_ticket t on t.board_id = s.board_id and t.ticket_id = $7
        where s.board_id = $1 and s.state = 'unmatched' and s.reason = 'ticketAmountDiffers'
          and d.evidence->'codes' ? t.code
        union
       select $8::uuid)
     select s.record_id as "recordId", r.booked_at as "bookedAt", p.lease_id as "leaseId",
            p.ticket_id as "ticketId", s.state
       from possible
       join reconciliation.standing s on s.board_id = $1 and s.record_id = possible.record_id
       join banking.v_bank_record r on r.board_id = s.board_id and r.record_id = s.record_id
       left join billing.v_payment p on p.board_id = s.board_id and p.payment_id = s.payment_id
      order by abs(extract(epoch from r.booked_at - $5::timestamptz)), s.record_id
      limit $6`,
    [
      claim.boardId,
      claim.amount,
      addDays(paidOn, -DAYS_BEFORE),
      addDays(paidOn, DAYS_AFTER),
      claim.paidAt,
      MOST,
      claim.ticketId,
      claim.recordId,
    ],
  );
}

/** How many claims wait, and how many of them longer than promised. */
export interface OpenClaims {
  readonly openClaims: number;
  readonly overdueClaims: number;
}

export async function openClaims(tx: Reading, today: BusinessDate): Promise<OpenClaims> {
  const [row] = await tx.sql<OpenClaims>(
    `select count(*) as "openClaims", count(*) filter (where due_on < $1) as "overdueClaims"
       from reconciliation.claim
      where state = 'open' and ($2::uuid[] is null or market_id = any ($2))`,
    [today, marketScope(tx.actor)],
  );
  return row ?? { openClaims: 0, overdueClaims: 0 };
}
