import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { newId, type Reading, type Tx } from '@cho40/platform';
import type { RecordClass } from '../domain/record-class';
import { RULES_VERSION, type Reason } from '../domain/decide';

export const STATES = ['unmatched', 'matched', 'outgoing', 'classified'] as const;
export type State = (typeof STATES)[number];

/** Where a record stands and why. */
export interface Standing {
  readonly recordId: Id;
  readonly state: State;
  readonly reason: Reason;
  readonly marketId: Id | null;
  readonly paymentId: Id | null;
  /** What a classified record is, and the decision that said so. */
  readonly classed?: Classed;
}
export interface Classed {
  readonly as: RecordClass;
  readonly decisionId: Id;
}

/** A decision with what it was made on. */
export interface NewDecision extends Omit<Standing, 'marketId' | 'classed'> {
  /** Given where something else names it. */
  readonly id?: Id;
  readonly class?: RecordClass;
  readonly evidence: object;
}

/** The first standing of a record, with what of the record is kept beside it. */
export interface FirstStanding extends Standing {
  readonly accountId: Id;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
  readonly bookedOn: BusinessDate;
}

/** Keeps where records stand that were never decided on; they are ours until COMMIT. */
export async function keepStandings(
  tx: Tx,
  boardId: Id,
  standings: readonly FirstStanding[],
  now: Date,
): Promise<void> {
  const column = <T>(of: (standing: FirstStanding) => T) => standings.map(of);
  await tx.sql(
    `insert into reconciliation.standing (board_id, since, record_id, account_id, direction, state,
       reason, amount, booked_on, market_id, payment_id, class, class_decision_id)
     select $1, $2, s.*
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bigint[],
                   $9::date[], $10::uuid[], $11::uuid[], $12::text[], $13::uuid[]) as s`,
    [
      boardId,
      now,
      column((one) => one.recordId),
      column((one) => one.accountId),
      column((one) => one.direction),
      column((one) => one.state),
      column((one) => one.reason),
      column((one) => one.amount),
      column((one) => one.bookedOn),
      column((one) => one.marketId),
      column((one) => one.paymentId),
      column((one) => one.classed?.as ?? null),
      column((one) => one.classed?.decisionId ?? null),
    ],
  );
}

/**
 * Moves standings that `lockStanding` gave to this transaction. Each move has a
 * `since` of its own, later than the one before: by it a clerk knows that nobody decided meanwhile.
 */
export async function moveStandings(
  tx: Tx,
  boardId: Id,
  standings: readonly Standing[],
  now: Date,
): Promise<void> {
  await tx.sql(
    `update reconciliation.standing s
        set state = n.state, reason = n.reason, market_id = n."marketId",
            payment_id = n."paymentId", class = n.classed->>'as',
            class_decision_id = (n.classed->>'decisionId')::uuid,
            since = greatest($3::timestamptz, s.since + interval '1 millisecond')
       from jsonb_to_recordset($2::jsonb)
         as n ("recordId" uuid, state text, reason text, "marketId" uuid, "paymentId" uuid,
               classed jsonb)
      where s.board_id = $1 and s.record_id = n."recordId"`,
    [boardId, JSON.stringify(standings), now],
  );
}

/** Keeps decisions as the actor's: the rule's own where the program acts. */
export async function keepDecisions(
  tx: Tx,
  boardId: Id,
  decisions: readonly NewDecision[],
  now: Date,
): Promise<void> {
  const column = <T>(of: (decision: NewDecision) => T) => decisions.map(of);
  await tx.sql(
    `insert into reconciliation.decision
       (board_id, id, record_id, state, reason, class, evidence, payment_id, rules_version,
        decided_by, decided_by_name, at)
     select $1, d.*, $2, $3, $4, $5
       from unnest($6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::jsonb[],
                   $12::uuid[]) as d`,
    [
      boardId,
      RULES_VERSION,
      tx.actor.userId,
      tx.actor.userId && tx.actor.displayName,
      now,
      column((one) => one.id ?? newId()),
      column((one) => one.recordId),
      column((one) => one.state),
      column((one) => one.reason),
      column((one) => one.class ?? null),
      column((one) => JSON.stringify(one.evidence)),
      column((one) => one.paymentId),
    ],
  );
}

export interface LockedStanding extends Standing {
  readonly boardId: Id;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
  readonly bookedOn: BusinessDate;
  readonly since: Date;
}

/** A record's standing, which nobody else moves until the end of `tx`. */
export async function lockStanding(
  tx: Tx,
  recordId: Id,
  markets: readonly Id[] | null,
): Promise<LockedStanding | undefined> {
  const [standing] = await tx.sql<LockedStanding>(
    `select board_id as "boardId", record_id as "recordId", direction, state, reason, amount,
            booked_on as "bookedOn", market_id as "marketId", payment_id as "paymentId",
            case when class is not null then jsonb_build_object('as', class, 'decisionId',
              class_decision_id) end as classed, since
       from reconciliation.standing
      where record_id = $1
        and ($2::uuid[] is null or market_id is null or market_id = any ($2))
        for update`,
    [recordId, markets],
  );
  return standing;
}

/** When the bank booked a record. */
export async function bookedAtOf(tx: Reading, recordId: Id): Promise<Date | undefined> {
  const [record] = await tx.sql<{ bookedAt: Date }>(
    `select booked_at as "bookedAt" from banking.v_bank_record where record_id = $1`,
    [recordId],
  );
  return record?.bookedAt;
}
