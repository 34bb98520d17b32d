import type { Id } from '@cho40/kernel';
import { offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { DecisionDto } from './decision.dto';

export interface DecisionFilter {
  id?: Id;
  provinceId?: string;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

const DECISIONS = `
  select d.id, d.province_id as "provinceId", u.name as "provinceName", d.number, d.issuer, d.title,
         d.issued_on as "issuedOn", d.effective_from as "effectiveFrom",
         d.effective_to as "effectiveTo", count(*) over () as total
    from tariffs.decision d
    join markets.v_admin_unit u on u.unit_id = d.province_id
   where ($1::uuid is null or d.id = $1)
     and ($2::text is null or d.province_id = $2)
     and ($3::text is null or strpos(
           lower(unaccent(concat_ws(' ', d.number, d.title, d.issuer))),
           lower(unaccent($3))) > 0)
   order by case $4 when 'effectiveFrom' then d.effective_from end,
            case $4 when 'number' then d.number end,
            d.effective_from desc, d.id
   limit $5 offset $6`;

/** Decisions are published documents: whoever may read prices reads all of them. */
export async function findDecisions(
  tx: Reading,
  filter: DecisionFilter,
): Promise<Page<DecisionDto>> {
  const rows = await tx.sql<DecisionDto & { total: number }>(DECISIONS, [
    filter.id ?? null,
    filter.provinceId ?? null,
    filter.q?.trim() || null,
    filter.sort ?? '-effectiveFrom',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}
