import type { Id } from '@cho40/kernel';
import {
  offsetOf,
  type Page,
  pageOfRows,
  type PageQueryDto,
  type Reading,
  type Tx,
} from '@cho40/platform';
import type { Rule, RuledClass } from '../domain/rule';
import { recordsOf, type OpenRecord } from '../matching/open-records.queries';
import type { Reason } from '../domain/decide';
import type { RecordClass } from '../domain/record-class';
import type { RecordState } from '../records/bank-records.queries';

/** The rules of a board that are switched on. */
export function rulesOn(tx: Reading, boardId: Id): Promise<Rule[]> {
  return tx.sql<Rule>(
    `select plain_words as "plainWords", encode(account_print, 'hex') as "accountPrint", class
       from reconciliation.rule
      where board_id = $1 and on_at is not null and off_at is null`,
    [boardId],
  );
}

/**
 * Until COMMIT nobody switches a rule of the board on. Matching takes it before it reads the rules:
 * what it then lets wait, whoever switches one on later finds waiting.
 */
export async function holdRules(tx: Tx, boardId: Id): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [lockOf(boardId)]);
}

/** Waits for whoever matches by the rules as they were, and lets nobody begin until COMMIT. */
export async function awaitMatching(tx: Tx, boardId: Id): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockOf(boardId)]);
}

const lockOf = (boardId: Id) => `reconciliation.rule ${boardId}`;

/** A rule that was switched on and has not come to the end of what waits. */
export interface ReachingRule extends Rule {
  readonly id: Id;
}

export function rulesReaching(tx: Reading, boardId: Id): Promise<ReachingRule[]> {
  return tx.sql<ReachingRule>(
    `select id, plain_words as "plainWords", encode(account_print, 'hex') as "accountPrint", class
       from reconciliation.rule
      where board_id = $1 and on_at is not null and off_at is null and reached_at is null`,
    [boardId],
  );
}

/** Adds to what rules classified of what waited. */
export async function countReached(
  tx: Tx,
  boardId: Id,
  reached: readonly { readonly id: Id; readonly count: number }[],
): Promise<void> {
  await tx.sql(
    `update reconciliation.rule r set reached = r.reached + n.count
       from unnest($2::uuid[], $3::integer[]) as n (id, count)
      where r.board_id = $1 and r.id = n.id`,
    [boardId, reached.map(({ id }) => id), reached.map(({ count }) => count)],
  );
}

/** Rules that were on when a look at all that waits began have now reached its end. */
export async function endReaching(
  tx: Tx,
  boardId: Id,
  { onSince, now }: { onSince: Date; now: Date },
): Promise<void> {
  await tx.sql(
    `update reconciliation.rule set reached_at = $3
      where board_id = $1 and on_at <= $2 and reached_at is null`,
    [boardId, onSince, now],
  );
}

export interface RuleOfBoard extends Rule {
  readonly boardId: Id;
}

export async function ruleOf(tx: Reading, id: Id): Promise<RuleOfBoard | undefined> {
  const [rule] = await tx.sql<RuleOfBoard>(
    `select board_id as "boardId", plain_words as "plainWords",
            encode(account_print, 'hex') as "accountPrint", class
       from reconciliation.rule where id = $1`,
    [id],
  );
  return rule;
}

export type RuleState = 'draft' | 'on' | 'off';
export interface RuleRow {
  readonly id: Id;
  readonly direction: 'in' | 'out';
  readonly words: string | null;
  readonly accountLast4: string | null;
  readonly class: RuledClass;
  readonly state: RuleState;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly rehearsedAt: Date | null;
  readonly onByName: string | null;
  readonly onAt: Date | null;
  readonly offByName: string | null;
  readonly offAt: Date | null;
  readonly reached: number;
  readonly reachedAt: Date | null;
}
export interface RuleFilter extends Pick<PageQueryDto, 'cursor' | 'limit' | 'q'> {
  readonly state?: RuleState;
}

/** The newest first. */
export async function rulePage(tx: Reading, filter: RuleFilter): Promise<Page<RuleRow>> {
  const rows = await tx.sql<RuleRow & { total: number }>(
    `select *, count(*) over () as total
       from (select id, direction, words, account_last4 as "accountLast4", class,
                    case when off_at is not null then 'off' when on_at is not null then 'on'
                         else 'draft' end as state,
                    created_by_name as "createdByName", created_at as "createdAt",
                    rehearsed_at as "rehearsedAt", on_by_name as "onByName", on_at as "onAt",
                    off_by_name as "offByName", off_at as "offAt", reached,
                    reached_at as "reachedAt"
               from reconciliation.rule) r
      where ($1::text is null or state = $1) and ($2::text is null or words ilike '%' || $2 || '%')
      order by "createdAt" desc, id desc limit $3 offset $4`,
    [filter.state ?? null, filter.q?.trim() || null, filter.limit, offsetOf(filter)],
  );
  return pageOfRows(rows, filter);
}

/** A record of the past, with what became of it. */
export interface PastRecord extends OpenRecord {
  readonly state: RecordState;
  readonly reason: Reason;
  readonly class: RecordClass | null;
}

/** The newest records of a direction that were decided on. */
export async function pastRecords(
  tx: Reading,
  { boardId, direction, last }: { boardId: Id; direction: 'in' | 'out'; last: number },
): Promise<PastRecord[]> {
  const stands = await tx.sql<Pick<PastRecord, 'recordId' | 'state' | 'reason' | 'class'>>(
    `select s.record_id as "recordId", s.state, s.reason, s.class
       from reconciliation.standing s
      where s.board_id = $1 and s.direction = $2
      order by s.booked_on desc, s.record_id desc limit $3`,
    [boardId, direction, last],
  );
  const records = await recordsOf(
    tx,
    boardId,
    stands.map(({ recordId }) => recordId),
  );
  const byId = new Map(records.map((record) => [record.recordId, record]));
  return stands.flatMap((stand) => {
    const record = byId.get(stand.recordId);
    return record ? [{ ...record, ...stand }] : [];
  });
}
