import type { Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { SuccessionKind } from '../domain/succession';
import type { SuccessionDto } from './succession.dto';

export interface SuccessionFilter {
  marketId?: Id;
  id?: Id;
  stallId?: Id;
  kind?: SuccessionKind;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

export type SuccessionRow = Omit<SuccessionDto, 'actorName'> & { actorId: Id | null };

// One act has as many rows as stalls it joins; people read it as one.
const ACTS = `
  with act as (
    select c.act_id, c.kind, c.begins_on, c.reason, c.actor_id, c.at,
           jsonb_agg(distinct jsonb_build_object('id', f.id, 'code', f.code)) as from_stalls,
           coalesce(jsonb_agg(distinct jsonb_build_object('id', t.id, 'code', t.code))
             filter (where t.id is not null), '[]') as to_stalls,
           string_agg(concat_ws(' ', f.code, t.code), ' ') as codes,
           array_agg(f.id) || array_agg(t.id) as stall_ids
      from markets.stall_succession c
      join markets.stall f on f.board_id = c.board_id and f.id = c.from_id
      left join markets.stall t on t.board_id = c.board_id and t.id = c.to_id
     where ($1::uuid[] is null or c.market_id = any ($1))
       and ($2::uuid is null or c.market_id = $2)
       and ($3::uuid is null or c.act_id = $3)
       and ($4::text is null or c.kind = $4)
     group by c.act_id, c.kind, c.begins_on, c.reason, c.actor_id, c.at
  )
  select a.act_id as id, a.kind, a.begins_on as "beginsOn", a.reason, a.actor_id as "actorId", a.at,
         a.from_stalls as "from", a.to_stalls as "to", count(*) over () as total
    from act a
   where ($5::uuid is null or $5 = any (a.stall_ids))
     and ($6::text is null
          or strpos(lower(unaccent(concat_ws(' ', a.codes, a.reason))), lower(unaccent($6))) > 0)
   order by case when $7 = 'beginsOn' then a.begins_on end, a.begins_on desc, a.at desc, a.act_id
   limit $8 offset $9`;

/** Splits, merges, relocations and closings within the actor's reach. */
export async function findSuccessions(
  tx: Reading,
  filter: SuccessionFilter,
): Promise<Page<SuccessionRow>> {
  const rows = await tx.sql<SuccessionRow & { total: number }>(ACTS, [
    marketScope(tx.actor),
    filter.marketId ?? null,
    filter.id ?? null,
    filter.kind ?? null,
    filter.stallId ?? null,
    filter.q?.trim() || null,
    filter.sort ?? '-beginsOn',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}
