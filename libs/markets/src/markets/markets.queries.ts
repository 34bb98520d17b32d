import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import { computedClass, POINT_MIN_AREA_M2 } from '../domain/market-class';
import type { MarketDto, MarketQueryDto } from './market.dto';

type MarketRow = Omit<MarketDto, 'computedClass'> & { total: number };
type Filter = Partial<Omit<MarketQueryDto, 'limit' | 'format'>> & {
  id?: Id;
  code?: string;
  limit: number;
};

// Stalls are counted in one pass; a market's place is that of the day asked for.
const MARKETS = `
  select m.id, m.board_id as "boardId", b.name as "boardName", m.code, m.name,
         m.declared_class as "declaredClass", m.construction, m.meets,
         m.former_district_id as "formerDistrictId", d.name as "formerDistrictName",
         u.id as "communeId", u.name as "communeName", m.due_day as "dueDay",
         m.grace_days as "graceDays", m.opened_on as "openedOn",
         m.tariff_group as "tariffGroup", m.transfer_policy as "transferPolicy",
         coalesce(s.stalls, 0) as "stallCount", coalesce(s.points, 0) as "pointCount",
         count(*) over () as total
    from markets.market m
    join markets.board b on b.id = m.board_id
    left join markets.admin_unit d on d.id = m.former_district_id
    left join markets.market_commune c on c.board_id = m.board_id and c.market_id = m.id
         and daterange(c.valid_from, c.valid_to, '[]') @> $1::date
    left join markets.admin_unit u on u.id = c.commune_id
    left join (select board_id, market_id, count(*) as stalls,
                      count(*) filter (where area_m2 >= $2) as points
                 from markets.stall where valid_to is null group by board_id, market_id) s
           on s.board_id = m.board_id and s.market_id = m.id
   where ($3::uuid[] is null or m.id = any ($3))
     and ($4::uuid is null or m.id = $4)
     and ($5::text is null or m.code = $5)
     and ($6::uuid is null or m.board_id = $6)
     and ($7::text is null or $7 in (u.id, u.parent_id, d.id))
     and ($8::text is null or m.code = upper($8)
          or strpos(lower(unaccent(concat_ws(' ', m.name, m.code, u.name, d.name))),
                    lower(unaccent($8))) > 0)
     and ($9::smallint is null or m.declared_class = $9)
     and ($10::text is null or m.meets = $10)
   order by case $11 when '-name' then m.name end collate "vi-x-icu" desc,
            case $11 when 'code' then m.code end, case $11 when '-code' then m.code end desc,
            case $11 when 'stallCount' then coalesce(s.stalls, 0) end,
            case $11 when '-stallCount' then coalesce(s.stalls, 0) end desc,
            m.name collate "vi-x-icu", m.id
   limit $12 offset $13`;

/** The markets within the actor's reach, with their place on a day. */
export async function marketsOn(
  tx: Reading,
  today: BusinessDate,
  filter: Filter,
): Promise<Page<MarketDto>> {
  const rows = await tx.sql<MarketRow>(MARKETS, [
    today,
    POINT_MIN_AREA_M2,
    marketScope(tx.actor),
    filter.id ?? null,
    filter.code ?? null,
    filter.boardId ?? null,
    filter.unitId ?? null,
    filter.q?.trim() || null,
    filter.declaredClass ?? null,
    filter.meets ?? null,
    filter.sort ?? 'name',
    filter.limit,
    offsetOf(filter),
  ]);
  const classed = rows.map((row) => ({
    ...row,
    computedClass: computedClass(row.pointCount, row.construction),
  }));
  return pageOfRows(classed, filter);
}
