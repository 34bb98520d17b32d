import type { Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { StallState } from '../domain/stall';
import type { GoodsGroupDto, StallDto } from './stall.dto';

export interface StallFilter {
  marketId?: Id;
  id?: Id;
  zoneId?: Id;
  state?: StallState;
  goodsGroup?: string;
  /** Stalls that stand, that ended (split, merged, relocated), or both; without it both. */
  standing?: 'now' | 'ended' | 'all';
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

const STALLS = `
  select s.stall_id as id, s.market_id as "marketId", s.zone_id as "zoneId",
         s.zone_name as "zoneName", s.code, s.area_m2 as "areaM2", s.length_m as "lengthM",
         s.width_m as "widthM", s.open_sides as "openSides", s.is_corner as "isCorner",
         s.row_grade as "rowGrade", s.is_roofed as "isRoofed", s.goods_group as "goodsGroup",
         s.goods_groups[2:] as "otherGoodsGroups", s.small_area_reason as "smallAreaReason",
         s.state, s.valid_from as "validFrom", s.valid_to as "validTo",
         count(*) over () as total
    from markets.v_stall s
   where ($1::uuid[] is null or s.market_id = any ($1))
     and ($2::uuid is null or s.market_id = $2)
     and ($3::uuid is null or s.stall_id = $3)
     and ($4::uuid is null or s.zone_id in (
           with recursive inside as (
             select $4::uuid as id
             union
             select z.id from markets.zone z join inside i on z.parent_id = i.id)
           select id from inside))
     and ($5::text is null or s.state = $5)
     and ($6::text is null or strpos(
           lower(unaccent(concat_ws(' ', s.code, s.zone_name, array_to_string(s.goods_groups, ' ')))),
           lower(unaccent($6))) > 0)
     and ($7::text is null or $7 = any (s.goods_groups))
     and case $8 when 'now' then s.valid_to is null when 'ended' then s.valid_to is not null
              else true end
   order by case $9 when 'areaM2' then s.area_m2 end,
            case $9 when '-areaM2' then s.area_m2 end desc,
            case $9 when 'zone' then s.zone_name when 'goodsGroup' then s.goods_group
                    when 'state' then s.state end collate "vi-x-icu",
            case $9 when '-zone' then s.zone_name when '-goodsGroup' then s.goods_group
                    when '-state' then s.state end collate "vi-x-icu" desc,
            case $9 when 'validFrom' then s.valid_from end,
            case $9 when '-validFrom' then s.valid_from end desc,
            case $9 when '-code' then s.code end desc, s.code, s.stall_id
   limit $10 offset $11`;

/** Stalls within the actor's reach. */
export async function findStalls(tx: Reading, filter: StallFilter): Promise<Page<StallDto>> {
  const rows = await tx.sql<StallDto & { total: number }>(STALLS, [
    marketScope(tx.actor),
    filter.marketId ?? null,
    filter.id ?? null,
    filter.zoneId ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.goodsGroup ?? null,
    filter.standing ?? 'all',
    filter.sort ?? 'code',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

/** What is sold in a market, by how many stalls. */
export function goodsGroupsOf(tx: Reading, marketId: Id): Promise<GoodsGroupDto[]> {
  return tx.sql<GoodsGroupDto>(
    `select g.goods_group as name, count(*) as "stallCount"
       from markets.v_stall_goods_group g
       join markets.stall s on s.board_id = g.board_id and s.id = g.stall_id
      where g.market_id = $1 and s.valid_to is null
      group by g.goods_group
      order by g.goods_group collate "vi-x-icu"`,
    [marketId],
  );
}
