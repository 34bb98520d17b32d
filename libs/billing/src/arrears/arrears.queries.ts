import { vnd, type BusinessDate, type Id, type Vnd } from '@cho40/kernel';
import { marketScope, offsetOf, type Reading } from '@cho40/platform';
import type { ArrearsDto, ArrearsQueryDto, ArrearsSumsDto } from './arrears.dto';

// A lease lies where its stall lies; a zone takes those below it along.
const WITHIN = `
  with recursive within as (
    select $1::uuid as zone_id
     union
    select z.zone_id from markets.v_zone z join within w on z.parent_id = w.zone_id)
  select zone_id as id from within`;

const ARREARS = `
  with open as (
    select o.market_id, m.name as market_name, s.zone_id, s.zone_name, s.code as stall_code,
           l.payer_name, o.lease_id, o.open, o.due_on, $1::date - o.due_on as days,
           array[m.name, lpad(s.walking_order::text, 6, '0'), s.zone_code,
                 regexp_replace(s.code, '[0-9]+$', ''),
                 lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0')] as place
      from billing.open_bills($1) o
      join tenancy.v_lease l on l.board_id = o.board_id and l.lease_id = o.lease_id
      join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
      join markets.v_market m on m.board_id = o.board_id and m.market_id = o.market_id
     where o.open > 0 and ($2::uuid[] is null or o.market_id = any ($2))
       and ($3::uuid is null or o.market_id = $3)
       and ($4::uuid[] is null or s.zone_id = any ($4))
       and ($5::text is null or strpos(
             lower(unaccent(concat_ws(' ', s.code, l.payer_name, l.vendor_name, l.number))),
             lower(unaccent($5))) > 0)
       and ($6::int is null or $1::date - o.due_on >= $6)
  ), grouped as (
    select case $7 when 'lease' then lease_id when 'zone' then zone_id else market_id end as id,
           (array_agg(market_id))[1] as "marketId", min(market_name) as "marketName",
           case when $7 <> 'market' then min(zone_name) end as "zoneName",
           case when $7 = 'lease' then min(stall_code) end as "stallCode",
           case when $7 = 'lease' then min(payer_name) end as "payerName",
           count(distinct lease_id) as leases, count(*) as bills, min(due_on) as "oldestDueOn",
           min(place) as place,
           coalesce(sum(open) filter (where days < 0), 0)::bigint as "notDue",
           coalesce(sum(open) filter (where days between 0 and 30), 0)::bigint as "upTo30",
           coalesce(sum(open) filter (where days between 31 and 60), 0)::bigint as "upTo60",
           coalesce(sum(open) filter (where days between 61 and 90), 0)::bigint as "upTo90",
           coalesce(sum(open) filter (where days > 90), 0)::bigint as "over90",
           sum(open)::bigint as total
      from open
     group by 1
  )
  select g.*, n.level as "noticeLevel", count(*) over () as listed,
         jsonb_build_object(
           'notDue', sum(g."notDue") over (), 'upTo30', sum(g."upTo30") over (),
           'upTo60', sum(g."upTo60") over (), 'upTo90', sum(g."upTo90") over (),
           'over90', sum(g."over90") over (), 'total', sum(g.total) over ()) as sums
    from grouped g
    left join lateral (
      select p.level from billing.debt_paper p
       where $7 = 'lease' and p.lease_id = g.id and p.kind = 'notice' and p.as_of <= $1
         and p.as_of >= g."oldestDueOn"
       order by p.made_at desc limit 1) n on true
   order by case $8 when 'total' then g.total when '-total' then -g.total end,
            case $8 when 'oldest' then g."oldestDueOn" end,
            case $8 when '-oldest' then g."oldestDueOn" end desc, g.place, g.id
   limit $9 offset $10`;

const RECEIVABLES = `
  select coalesce(-sum(least(b.receivable, 0)), 0)::bigint as credit,
         coalesce(sum(b.receivable), 0)::bigint as receivable
    from (select board_id, account, sum(amount) as receivable
            from ledger.v_posting
           where account >= 'receivable/' and account < 'receivable0' and on_date <= $1
           group by board_id, account) b
    join tenancy.v_lease l on l.board_id = b.board_id and 'receivable/' || l.lease_id = b.account
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where ($2::uuid[] is null or l.market_id = any ($2)) and ($3::uuid is null or l.market_id = $3)
     and ($4::uuid[] is null or s.zone_id = any ($4))`;

export type ArrearsFilter = Pick<ArrearsQueryDto, 'by' | 'limit'> & Partial<ArrearsQueryDto>;

const NOTHING = { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, total: 0 };

/** Who owed what at the end of a day, within the actor's reach. */
export async function findArrears(tx: Reading, query: ArrearsFilter, asOf: BusinessDate) {
  const zoneIds = query.zoneId ? await zonesWithin(tx, query.zoneId) : null;
  const place = [marketScope(tx.actor), query.marketId ?? null, zoneIds];
  const rows = await tx.sql<ArrearsDto & { listed: number; place: string[]; sums: typeof NOTHING }>(
    ARREARS,
    [
      asOf,
      ...place,
      query.q?.trim() || null,
      query.minDays ?? null,
      query.by,
      query.sort ?? null,
      query.limit,
      offsetOf(query),
    ],
  );
  const [books] = await tx.sql<{ credit: Vnd; receivable: Vnd }>(RECEIVABLES, [asOf, ...place]);
  const { credit = vnd(0), receivable = vnd(0) } = books ?? {};
  const items = rows.map(({ listed: _listed, place: _place, sums: _sums, ...row }) => row);
  const sums: ArrearsSumsDto = { ...(rows[0]?.sums ?? NOTHING), credit, receivable };
  return { items, total: rows[0]?.listed ?? 0, sums };
}

async function zonesWithin(tx: Reading, zoneId: Id): Promise<Id[]> {
  return (await tx.sql<{ id: Id }>(WITHIN, [zoneId])).map(({ id }) => id);
}
