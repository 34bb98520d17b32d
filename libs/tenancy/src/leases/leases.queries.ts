import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { LeaseDto, LeasedMarketDto } from './lease.dto';

export interface LeaseFilter {
  id?: Id;
  marketId?: Id;
  stallId?: Id;
  vendorId?: Id;
  on?: BusinessDate;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

const LEASES = `
  select l.lease_id as id, l.number, l.market_id as "marketId", l.stall_id as "stallId",
         s.code as "stallCode", l.vendor_id as "vendorId", l.vendor_name as "vendorName",
         l.valid_from as "validFrom", l.valid_to as "validTo", count(*) over () as total
    from tenancy.v_lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where ($1::uuid[] is null or l.market_id = any ($1))
     and ($2::uuid is null or l.lease_id = $2)
     and ($3::uuid is null or l.market_id = $3)
     and ($4::uuid is null or l.stall_id = $4)
     and ($5::uuid is null or l.vendor_id = $5)
     and ($6::date is null or daterange(l.valid_from, l.valid_to, '[]') @> $6)
     and ($7::text is null or strpos(
           lower(unaccent(concat_ws(' ', s.code, l.vendor_name, l.number))),
           lower(unaccent($7))) > 0)
   order by case $8 when '-stallCode' then s.code end desc,
            case $8 when 'vendorName' then l.vendor_name end collate "vi-x-icu",
            case $8 when 'validFrom' then l.valid_from end,
            case $8 when '-validFrom' then l.valid_from end desc,
            s.code, l.valid_from desc, l.lease_id
   limit $9 offset $10`;

/** Leases within the actor's reach. */
export async function findLeases(tx: Reading, filter: LeaseFilter): Promise<Page<LeaseDto>> {
  const rows = await tx.sql<LeaseDto & { total: number }>(LEASES, [
    marketScope(tx.actor),
    filter.id ?? null,
    filter.marketId ?? null,
    filter.stallId ?? null,
    filter.vendorId ?? null,
    filter.on ?? null,
    filter.q?.trim() || null,
    filter.sort ?? 'stallCode',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

/** Who sits at a stall on a day; null: nobody, or the stall is out of the actor's reach. */
export async function leaseOfStallOn(
  tx: Reading,
  stallId: Id,
  on: BusinessDate,
): Promise<LeaseDto | null> {
  const [lease] = (await findLeases(tx, { stallId, on, limit: 1 })).items;
  return lease ?? null;
}

/** How many stalls of each market are leased on a day; a market without any has no row. */
export function leasedPerMarket(tx: Reading, on: BusinessDate): Promise<LeasedMarketDto[]> {
  return tx.sql<LeasedMarketDto>(
    `select market_id as "marketId", count(distinct stall_id) as "leasedCount"
       from tenancy.lease
      where ($1::uuid[] is null or market_id = any ($1))
        and daterange(valid_from, valid_to, '[]') @> $2::date
      group by market_id
      order by market_id`,
    [marketScope(tx.actor), on],
  );
}

export interface StallPlace {
  id: Id;
  boardId: Id;
  marketId: Id;
  marketCode: string;
  code: string;
}

/** The stalls among `ids` that the actor reaches. */
export function stallPlaces(tx: Reading, ids: readonly Id[]): Promise<StallPlace[]> {
  return tx.sql<StallPlace>(
    `select s.stall_id as id, s.board_id as "boardId", s.market_id as "marketId",
            m.code as "marketCode", s.code
       from markets.v_stall s
       join markets.v_market m on m.board_id = s.board_id and m.market_id = s.market_id
      where s.stall_id = any ($1::uuid[])
        and ($2::uuid[] is null or s.market_id = any ($2))`,
    [ids, marketScope(tx.actor)],
  );
}
