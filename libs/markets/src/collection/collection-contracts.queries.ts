import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { CollectionContractDto } from './collection-contract.dto';

export interface ContractFilter {
  marketId?: Id;
  id?: Id;
  on?: BusinessDate;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

const CONTRACTS = `
  select c.id, c.market_id as "marketId", c.party, c.amount, c.per, c.document,
         c.valid_from as "validFrom", c.valid_to as "validTo", c.ended_reason as "endedReason",
         count(*) over () as total
    from markets.collection_contract c
   where ($1::uuid[] is null or c.market_id = any ($1))
     and ($2::uuid is null or c.market_id = $2)
     and ($3::uuid is null or c.id = $3)
     and ($4::date is null or $4 between c.valid_from and c.valid_to)
     and ($5::text is null
          or strpos(lower(unaccent(concat_ws(' ', c.party, c.document))), lower(unaccent($5))) > 0)
   order by case $6 when 'validFrom' then c.valid_from end,
            case $6 when 'amount' then c.amount end, case $6 when '-amount' then c.amount end desc,
            case $6 when 'party' then c.party end collate "vi-x-icu",
            case $6 when '-party' then c.party end collate "vi-x-icu" desc,
            c.valid_from desc, c.id
   limit $7 offset $8`;

/** The contracts within the actor's reach. */
export async function findContracts(
  tx: Reading,
  filter: ContractFilter,
): Promise<Page<CollectionContractDto>> {
  const rows = await tx.sql<CollectionContractDto & { total: number }>(CONTRACTS, [
    marketScope(tx.actor),
    filter.marketId ?? null,
    filter.id ?? null,
    filter.on ?? null,
    filter.q?.trim() || null,
    filter.sort ?? '-validFrom',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}
