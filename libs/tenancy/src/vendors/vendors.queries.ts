import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { VendorDto } from './vendor.dto';

export interface VendorFilter {
  id?: Id;
  boardId?: Id;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

// Vendors are a board's. Whoever sees single markets sees their vendors, and those of no market.
// Four digits are searched as the end of a phone number.
const VENDORS = `
  select v.id, v.board_id as "boardId", v.name, v.phone_last4 as "phoneLast4",
         (select count(*) from tenancy.lease l
           where l.board_id = v.board_id and l.vendor_id = v.id
             and ($1::uuid[] is null or l.market_id = any ($1))
             and daterange(l.valid_from, l.valid_to, '[]') @> $2::date) as "stallCount",
         count(*) over () as total
    from tenancy.vendor v
   where ($1::uuid[] is null
          or exists (select from tenancy.lease l where l.board_id = v.board_id
                       and l.vendor_id = v.id and l.market_id = any ($1))
          or not exists (select from tenancy.lease l where l.board_id = v.board_id
                           and l.vendor_id = v.id))
     and ($3::uuid is null or v.id = $3)
     and ($4::uuid is null or v.board_id = $4)
     and ($5::text is null or v.phone_last4 = $5
          or strpos(lower(unaccent(v.name)), lower(unaccent($5))) > 0)
   order by case $6 when '-name' then v.name end collate "vi-x-icu" desc,
            v.name collate "vi-x-icu", v.id
   limit $7 offset $8`;

/** Vendors within the actor's reach, without their numbers. */
export async function findVendors(
  tx: Reading,
  today: BusinessDate,
  filter: VendorFilter,
): Promise<Page<VendorDto>> {
  const rows = await tx.sql<VendorDto & { total: number }>(VENDORS, [
    marketScope(tx.actor),
    today,
    filter.id ?? null,
    filter.boardId ?? null,
    filter.q?.trim() || null,
    filter.sort ?? 'name',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}
