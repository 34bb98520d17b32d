import type { Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';

/** A delivery as it is kept. */
export interface KeptDelivery {
  readonly boardId: Id;
  readonly feedId: Id;
  /** pulled: what the provider answered when it was asked. */
  readonly verdict: 'verified' | 'stale' | 'pulled';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Keeps the bytes, and that they wait to be read: one statement, so that neither is without the other. */
export async function insertDeliveries(
  tx: Tx,
  kept: readonly KeptDelivery[],
  now: Date,
): Promise<void> {
  if (kept.length === 0) return;
  await tx.sql(
    `with d as (
       select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::jsonb[], $7::bytea[])
                  as d (board_id, id, feed_id, verdict, headers, body)),
     kept as (
       insert into banking.delivery (received_at, board_id, id, feed_id, verdict, headers, body)
       select $1, d.* from d)
     insert into banking.reading (received_at, board_id, delivery_id, feed_id, verdict)
     select $1, board_id, id, feed_id, verdict from d`,
    [
      now,
      kept.map(({ boardId }) => boardId),
      kept.map(() => newId()),
      kept.map(({ feedId }) => feedId),
      kept.map(({ verdict }) => verdict),
      kept.map(({ headers }) => JSON.stringify(headers)),
      kept.map(({ body }) => body),
    ],
  );
}

/** Counts, by feed and hour, who knocked without knowing the secret. */
export async function countBadSignatures(
  tx: Tx,
  bad: readonly Pick<KeptDelivery, 'boardId' | 'feedId'>[],
  now: Date,
): Promise<void> {
  if (bad.length === 0) return;
  await tx.sql(
    `insert into banking.bad_signature as b (hour, board_id, feed_id, count)
     select date_trunc('hour', $1::timestamptz, 'Asia/Ho_Chi_Minh'), board_id, feed_id, count(*)
       from unnest($2::uuid[], $3::uuid[]) as k (board_id, feed_id)
      group by board_id, feed_id
      order by board_id, feed_id
     on conflict (board_id, feed_id, hour) do update set count = b.count + excluded.count`,
    [now, bad.map(({ boardId }) => boardId), bad.map(({ feedId }) => feedId)],
  );
}
