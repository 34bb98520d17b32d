import type { Id } from '@cho40/kernel';
import type { Reading as ReadingTx, Tx } from '@cho40/platform';
import type { FeedAuth, Provider } from './providers';

/** A delivery that is ours to read until COMMIT. */
export interface ClaimedDelivery {
  readonly deliveryId: Id;
  readonly boardId: Id;
  readonly verdict: 'verified' | 'stale' | 'pulled';
  readonly provider: Provider;
  readonly auth: FeedAuth;
  /** The one account its feed is of; null where it names its account. */
  readonly accountId: Id | null;
  readonly body: Buffer;
}

const DELIVERIES = `
  select d.id as "deliveryId", d.board_id as "boardId", d.verdict, f.provider, f.auth, f.account_id as "accountId", d.body
    from unnest($2::uuid[], $3::timestamptz[]) as c (id, received_at)
    join banking.delivery d on d.board_id = $1 and d.id = c.id and d.received_at = c.received_at
    join banking.feed f on f.board_id = d.board_id and f.id = d.feed_id
   order by d.id`;

interface Claim {
  readonly id: Id;
  readonly receivedAt: Date;
}

/**
 * Deliveries that wait, the first received first. What another reads now is waited for: should that
 * one be killed, it is ours.
 */
export async function claimWaiting(tx: Tx, boardId: Id, limit: number): Promise<ClaimedDelivery[]> {
  const claims = await tx.sql<Claim>(
    `select delivery_id as id, received_at as "receivedAt" from banking.reading
      where board_id = $1 and state = 'waiting'
      order by delivery_id limit $2 for update`,
    [boardId, limit],
  );
  return deliveriesOf(tx, boardId, claims);
}

/** One delivery, whatever became of it; undefined for one that is not there. */
export async function claimDelivery(tx: Tx, id: Id): Promise<ClaimedDelivery | undefined> {
  const [claim] = await tx.sql<Claim & { boardId: Id }>(
    `select board_id as "boardId", delivery_id as id, received_at as "receivedAt"
       from banking.reading where delivery_id = $1 for update`,
    [id],
  );
  return claim && (await deliveriesOf(tx, claim.boardId, [claim]))[0];
}

async function deliveriesOf(
  tx: Tx,
  boardId: Id,
  claims: readonly Claim[],
): Promise<ClaimedDelivery[]> {
  if (claims.length === 0) return [];
  const moments = claims.map(({ receivedAt }) => receivedAt);
  return tx.sql<ClaimedDelivery>(DELIVERIES, [boardId, claims.map(({ id }) => id), moments]);
}

export async function waitingIds(tx: ReadingTx, boardId: Id, limit: number): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `select delivery_id as id from banking.reading where board_id = $1 and state = 'waiting'
      order by delivery_id limit $2`,
    [boardId, limit],
  );
  return rows.map(({ id }) => id);
}

/** What became of a delivery. */
export interface NewReading {
  readonly deliveryId: Id;
  readonly state: 'read' | 'test' | 'failed';
  /** Of a failed one: the field that cannot be read. */
  readonly why: string | null;
}

/** Says what became of deliveries that are ours to read. */
export async function keepReadings(
  tx: Tx,
  boardId: Id,
  readings: readonly NewReading[],
  now: Date,
): Promise<void> {
  await tx.sql(
    `update banking.reading r
        set state = n.state, why = n.why, read_at = $2
       from unnest($3::uuid[], $4::text[], $5::text[]) as n (delivery_id, state, why)
      where r.board_id = $1 and r.delivery_id = n.delivery_id`,
    [
      boardId,
      now,
      readings.map(({ deliveryId }) => deliveryId),
      readings.map(({ state }) => state),
      readings.map(({ why }) => why),
    ],
  );
}

// A fault that came so often does not go away by itself: the delivery waits for a person.
const TRIES = 5;

/** Counts a try that ended in a fault of ours. */
export async function keepFault(tx: Tx, boardId: Id, id: Id, fault: string): Promise<void> {
  await tx.sql(
    `update banking.reading
        set tries = tries + 1, state = case when tries + 1 < $3 then 'waiting' else 'failed' end,
            why = case when tries + 1 < $3 then null else $4 end
      where board_id = $1 and delivery_id = $2 and state = 'waiting'`,
    [boardId, id, TRIES, fault],
  );
}
