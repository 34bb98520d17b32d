import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { VendorDto } from './vendor.dto';
import type { VendorKind } from './vendor.entity';

export interface VendorFilter {
  id?: Id;
  boardId?: Id;
  kind?: VendorKind;
  /** Whether they hold a stall today. */
  stalls?: 'some' | 'none';
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

// Vendors are a board's. Whoever sees single markets sees their vendors, and those of no market.
// Four digits are searched as the end of a number, a whole number by its keyed hash; a number that
// was sealed before there were hashes is still found by its end.
const VENDORS = `
  select v.id, v.board_id as "boardId", v.kind, v.name, v.represented_by as "representedBy",
         v.represented_as as "representedAs", v.phone_last4 as "phoneLast4",
         v.id_number_last4 as "idNumberLast4", v.tax_code_last4 as "taxCodeLast4",
         v.address_sealed is not null as "hasAddress", held.count as "stallCount",
         count(*) over () as total
    from tenancy.vendor v
   cross join lateral (
         select count(*) from tenancy.lease l
          where l.board_id = v.board_id and l.vendor_id = v.id
            and ($1::uuid[] is null or l.market_id = any ($1))
            and daterange(l.valid_from, l.valid_to, '[]') @> $2::date) held
   where ($1::uuid[] is null
          or exists (select from tenancy.lease l where l.board_id = v.board_id
                       and v.id in (l.vendor_id, l.operator_id, l.payer_id)
                       and l.market_id = any ($1))
          or not exists (select from tenancy.lease l where l.board_id = v.board_id
                           and v.id in (l.vendor_id, l.operator_id, l.payer_id)))
     and ($3::uuid is null or v.id = $3)
     and ($4::uuid is null or v.board_id = $4)
     and ($5::text is null or v.kind = $5)
     and ($6::text is null or (held.count > 0) = ($6 = 'some'))
     and ($7::text is null or $7 in (v.phone_last4, v.id_number_last4, v.tax_code_last4)
          or $8 in (v.phone_print, v.id_number_print, v.tax_code_print)
          or v.phone_print is null and $8 is not null and v.phone_last4 = right($7, 4)
          or strpos(lower(unaccent(concat_ws(' ', v.name, v.represented_by))),
                    lower(unaccent($7))) > 0)
   order by case $9 when '-name' then v.name end collate "vi-x-icu" desc,
            case $9 when 'stallCount' then held.count end,
            case $9 when '-stallCount' then held.count end desc,
            v.name collate "vi-x-icu", v.id
   limit $10 offset $11`;

/** Vendors within the actor's reach, their numbers masked. */
export async function findVendors(
  tx: Reading,
  { today, print }: { today: BusinessDate; print: Buffer | null },
  filter: VendorFilter,
): Promise<Page<VendorDto>> {
  const rows = await tx.sql<VendorDto & { total: number }>(VENDORS, [
    marketScope(tx.actor),
    today,
    filter.id ?? null,
    filter.boardId ?? null,
    filter.kind ?? null,
    filter.stalls ?? null,
    filter.q?.trim() || null,
    print,
    filter.sort ?? 'name',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

/** The boards of those vendors that the actor reaches. */
export async function boardsOfVendors(
  tx: Reading,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Id>> {
  const rows = await tx.sql<{ id: Id; boardId: Id }>(
    `select v.id, v.board_id as "boardId"
       from tenancy.vendor v
      where v.id = any ($1::uuid[])
        and ($2::uuid[] is null
             or not exists (select from tenancy.lease l
                             where l.board_id = v.board_id
                               and v.id in (l.vendor_id, l.operator_id, l.payer_id))
             or exists (select from tenancy.lease l
                         where l.board_id = v.board_id and l.market_id = any ($2)
                           and v.id in (l.vendor_id, l.operator_id, l.payer_id)))`,
    [ids, marketScope(tx.actor)],
  );
  return new Map(rows.map(({ id, boardId }) => [id, boardId]));
}
