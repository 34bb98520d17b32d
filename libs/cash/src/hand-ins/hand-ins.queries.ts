import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';

/** What a collector of a board holds. */
export interface CashInHand {
  readonly boardId: Id;
  readonly boardName: string;
  readonly collectorId: Id;
  readonly collectorName: string;
  readonly inHand: Vnd;
  /** The day of the oldest receipt whose money is still held: hand-ins settle the oldest first. */
  readonly oldestTakenOn: BusinessDate | null;
}

/** What every collector holds, the largest sum first; of the actor's markets only. */
export function cashInHand(tx: Reading, markets: readonly Id[] | null): Promise<CashInHand[]> {
  return tx.sql<CashInHand>(
    `with handed as (
       select board_id, collector_id, sum(amount) as amount
         from cash.hand_in
        group by board_id, collector_id
     ), taken as (
       select r.board_id, r.market_id, r.collector_id, r.collector_name, r.amount, r.taken_on,
              r.taken_at, sum(r.amount) over collector as up_to_here
         from cash.receipt r
         join billing.v_payment p
           on p.board_id = r.board_id and p.payment_id = r.payment_id and p.undone_at is null
       window collector as (partition by r.board_id, r.collector_id
         order by r.taken_at, r.id rows unbounded preceding))
     select t.board_id as "boardId", b.name as "boardName", t.collector_id as "collectorId",
            (array_agg(t.collector_name order by t.taken_at desc))[1] as "collectorName",
            (sum(t.amount) - coalesce(max(h.amount), 0))::bigint as "inHand",
            min(t.taken_on) filter (where t.up_to_here > coalesce(h.amount, 0)) as "oldestTakenOn"
       from taken t
       join markets.v_board b on b.board_id = t.board_id
       left join handed h on h.board_id = t.board_id and h.collector_id = t.collector_id
      group by t.board_id, b.name, t.collector_id
     having $1::uuid[] is null or bool_or(t.market_id = any ($1))
      order by "inHand" desc, t.collector_id`,
    [markets],
  );
}

/** What one collector of a board holds, for whoever counts it. */
export async function heldBy(
  tx: Reading,
  boardId: Id,
  collectorId: Id,
): Promise<Pick<CashInHand, 'collectorName' | 'inHand'> | undefined> {
  const [held] = await tx.sql<Pick<CashInHand, 'collectorName' | 'inHand'>>(
    `select (array_agg(r.collector_name order by r.taken_at desc))[1] as "collectorName",
            (sum(r.amount) - (select coalesce(sum(h.amount), 0) from cash.hand_in h
              where h.board_id = $1 and h.collector_id = $2))::bigint as "inHand"
       from cash.receipt r
       join billing.v_payment p
         on p.board_id = r.board_id and p.payment_id = r.payment_id and p.undone_at is null
      where r.board_id = $1 and r.collector_id = $2
     having count(*) > 0`,
    [boardId, collectorId],
  );
  return held;
}

/** Holds a collector's cash of a board until the end of `tx`: nobody else counts it meanwhile. */
export async function holdCollector(tx: Tx, boardId: Id, collectorId: Id): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('cash ' || $1 || ' ' || $2, 0))`, [
    boardId,
    collectorId,
  ]);
}

export interface StandingHandIn {
  readonly boardId: Id;
  readonly collectorId: Id;
  readonly amount: Vnd;
}

export async function standingHandIn(tx: Reading, id: Id): Promise<StandingHandIn | undefined> {
  const [handIn] = await tx.sql<StandingHandIn>(
    `select board_id as "boardId", collector_id as "collectorId", amount
       from cash.hand_in where id = $1`,
    [id],
  );
  return handIn;
}
