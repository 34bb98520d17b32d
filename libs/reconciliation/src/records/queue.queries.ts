import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { marketScope, type Reading } from '@cho40/platform';
import type { RecordRow } from './bank-records.queries';

export const QUEUE_ORDERS = ['age', 'amount', 'account'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What waits in the queue: money in that is nobody's, or money out that nobody classified. */
export const QUEUE_STATES = ['unmatched', 'outgoing'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** Where somebody stands in the queue: the keys of the record before. */
export interface QueuePlace {
  readonly recordId: Id;
  readonly bookedOn: BusinessDate;
  readonly amount: Vnd;
  readonly accountId: Id;
}

export interface QueueAsked {
  readonly order: QueueOrder;
  readonly state: QueueState;
  readonly after?: QueuePlace | undefined;
  readonly limit: number;
}

// Each order walks its own index of open standings, board by board, from the place before: nothing
// is counted or skipped over, so the hundred-thousandth page costs what the first does.
const WALKS: Readonly<Record<QueueOrder, string>> = {
  age: `
    select q.record_id as "recordId"
      from unnest($1::uuid[]) as b (board_id)
     cross join lateral (
       select s.record_id, s.booked_on
         from reconciliation.standing s
        where s.board_id = b.board_id and s.state = $2
          and ($3::uuid[] is null or s.market_id is null or s.market_id = any ($3))
          and (s.booked_on, s.record_id) > ($5::date, $6::uuid)
        order by s.booked_on, s.record_id
        limit $4) q
     order by q.booked_on, q.record_id
     limit $4`,
  amount: `
    select q.record_id as "recordId"
      from unnest($1::uuid[]) as b (board_id)
     cross join lateral (
       select s.record_id, s.amount
         from reconciliation.standing s
        where s.board_id = b.board_id and s.state = $2
          and ($3::uuid[] is null or s.market_id is null or s.market_id = any ($3))
          and (s.amount, s.record_id) < ($5::bigint, $6::uuid)
        order by s.amount desc, s.record_id desc
        limit $4) q
     order by q.amount desc, q.record_id desc
     limit $4`,
  account: `
    select q.record_id as "recordId"
      from unnest($1::uuid[]) as b (board_id)
     cross join lateral (
       select s.record_id, s.account_id, s.booked_on
         from reconciliation.standing s
        where s.board_id = b.board_id and s.state = $2
          and ($3::uuid[] is null or s.market_id is null or s.market_id = any ($3))
          and (s.account_id, s.booked_on, s.record_id) > ($7::uuid, $5::date, $6::uuid)
        order by s.account_id, s.booked_on, s.record_id
        limit $4) q
     order by q.account_id, q.booked_on, q.record_id
     limit $4`,
};

const LEAST_ID = '00000000-0000-0000-0000-000000000000';
const GREATEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** From where each order walks on: from the beginning without a place. */
function startOf(order: QueueOrder, after: QueuePlace | undefined): readonly unknown[] {
  switch (order) {
    case 'age':
      return [after?.bookedOn ?? '-infinity', after?.recordId ?? LEAST_ID];
    case 'amount':
      return [after?.amount ?? Number.MAX_SAFE_INTEGER, after?.recordId ?? GREATEST_ID];
    case 'account':
      return [
        after?.bookedOn ?? '-infinity',
        after?.recordId ?? LEAST_ID,
        after?.accountId ?? LEAST_ID,
      ];
  }
}

/** The next open records: the oldest, the largest, or account by account. */
export async function queueFrom(
  tx: Reading,
  { order, state, after, limit }: QueueAsked,
): Promise<RecordRow[]> {
  const next = await tx.sql<{ recordId: Id }>(WALKS[order], [
    tx.actor.boards,
    state,
    marketScope(tx.actor),
    limit,
    ...startOf(order, after),
  ]);
  return tx.sql<RecordRow>(
    `select v.*, s.since
       from unnest($1::uuid[]) with ordinality as n (record_id, place)
       join reconciliation.standing s on s.record_id = n.record_id and s.board_id = any ($2::uuid[])
      cross join lateral (
        select r.* from reconciliation.v_record r
         where r."boardId" = s.board_id and r.id = s.record_id limit 1) v
      order by n.place`,
    [next.map(({ recordId }) => recordId), tx.actor.boards],
  );
}

/** The place of a record, for whoever goes on from it; its state may have changed since. */
export async function placeOf(tx: Reading, recordId: Id): Promise<QueuePlace | undefined> {
  const [place] = await tx.sql<QueuePlace>(
    `select record_id as "recordId", booked_on as "bookedOn", amount, account_id as "accountId"
       from reconciliation.standing where record_id = $1`,
    [recordId],
  );
  return place;
}
