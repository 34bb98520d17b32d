import type { Id } from '@cho40/kernel';
import { offsetOf, type Reading } from '@cho40/platform';
import type { BadSignaturesDto, DeliveryDto, DeliveryQueryDto } from './deliveries.dto';

type DeliveryRow = Omit<DeliveryDto, 'body'> & { readonly raw: Buffer; readonly listed: number };

/**
 * The newest deliveries first, or the one of an id, with what became of each. One that repeats an
 * earlier one changes nothing and names no record.
 */
const DELIVERIES = `
  select d.id, d.feed_id as "feedId", f.provider, d.received_at as "receivedAt", d.verdict, r.state,
         r.why, r.read_at as "readAt", length(d.body) as bytes, d.body as raw, r.listed,
         g.record_id as "recordId", g.count as "recordCount",
         coalesce(g."isBelieved", false) as "isBelieved", q.kind as "asked",
         case r.state when 'failed' then 'unreadable' when 'waiting' then 'waiting'
              else case when g.record_id is not null then 'booked'
                        when q.kind is not null then 'asked' else 'nothing' end end as outcome
    from (select r.*, count(*) over () as listed
            from banking.reading r
           where ($1::uuid is null or r.delivery_id = $1)
             and ($2::uuid is null or r.feed_id = $2)
             and ($3::text is null or r.verdict = $3)
             and ($4::text is null or r.state = $4
                  or $4 = 'asked' and exists (
                    select from banking.question q
                     where q.board_id = r.board_id and q.delivery_id = r.delivery_id))
           order by r.received_at desc, r.delivery_id
           limit $5 offset $6) as r
    join banking.delivery d
      on d.board_id = r.board_id and d.id = r.delivery_id and d.received_at = r.received_at
    join banking.feed f on f.board_id = r.board_id and f.id = r.feed_id
    left join lateral (
      select (array_agg(s.record_id order by s.id))[1] as record_id, count(*) as count,
             bool_and(exists (select from banking.confirmation c
               where c.board_id = s.board_id and c.record_id = s.record_id)) as "isBelieved"
        from banking.sighting s
       where s.board_id = d.board_id and s.delivery_id = d.id) as g on true
    left join lateral (
      select x.kind from banking.question x
       where x.board_id = d.board_id and x.delivery_id = d.id limit 1) as q on true
   order by d.received_at desc, d.id`;

export function listDeliveries(tx: Reading, query: DeliveryQueryDto): Promise<DeliveryRow[]> {
  return tx.sql<DeliveryRow>(DELIVERIES, [
    null,
    query.feedId ?? null,
    query.verdict ?? null,
    query.state ?? null,
    query.limit,
    offsetOf(query),
  ]);
}

export async function oneDelivery(tx: Reading, id: Id): Promise<DeliveryRow | undefined> {
  const [row] = await tx.sql<DeliveryRow>(DELIVERIES, [id, null, null, null, 1, 0]);
  return row;
}

/** Hours in which somebody knocked with a bad signature, the newest first. */
export function badSignatures(tx: Reading): Promise<BadSignaturesDto[]> {
  return tx.sql<BadSignaturesDto>(
    `select b.feed_id as "feedId", f.provider, b.hour, b.count
       from banking.bad_signature b
       join banking.feed f on f.board_id = b.board_id and f.id = b.feed_id
      order by b.hour desc, b.count desc, b.feed_id
      limit 50`,
  );
}
