import type { Id } from '@cho40/kernel';
import { offsetOf, type Reading } from '@cho40/platform';
import type { DeliveryDto, DeliveryQueryDto } from './feeds.dto';

type DeliveryRow = Omit<DeliveryDto, 'body'> & { readonly raw: Buffer };

/**
 * The newest deliveries first, with what became of each. One that repeats an earlier one changes
 * nothing and names no record.
 */
export function listDeliveries(tx: Reading, query: DeliveryQueryDto): Promise<DeliveryRow[]> {
  return tx.sql<DeliveryRow>(
    `select d.id, d.feed_id as "feedId", d.received_at as "receivedAt", d.verdict,
            length(d.body) as bytes, d.body as raw, g.record_id as "recordId",
            case when j.state = 'dead' then 'unreadable'
                 when j.state is not null then 'waiting'
                 when g.record_id is not null then 'booked'
                 when q.id is not null then 'asked'
                 else 'nothing' end as outcome
       from (select * from banking.delivery
              where $1::uuid is null or feed_id = $1
              order by received_at desc, id limit $2 offset $3) as d
       left join lateral (
         select s.record_id from banking.sighting s
          where s.board_id = d.board_id and s.delivery_id = d.id limit 1) as g on true
       left join lateral (
         select x.id from banking.question x
          where x.board_id = d.board_id and x.delivery_id = d.id limit 1) as q on true
       left join lateral (
         select b.state from platform.job b
          where b.subject_id = d.id and b.state <> 'done' limit 1) as j on true
      order by d.received_at desc, d.id`,
    [query.feedId ?? null, query.limit, offsetOf(query)],
  );
}

export async function countDeliveries(tx: Reading, feedId: Id | undefined): Promise<number> {
  const [counted] = await tx.sql<{ total: number }>(
    'select count(*) as total from banking.delivery where $1::uuid is null or feed_id = $1',
    [feedId ?? null],
  );
  return counted?.total ?? 0;
}
