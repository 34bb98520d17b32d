import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import { openActs, type LeaseFacts, type LeaseState } from '../domain/lease-state';
import type { LeaseDto } from './lease.dto';
import type { LeasedMarketDto } from './lease-query.dto';
import type { BillingCycle } from '../domain/lease-terms';

export interface LeaseFilter {
  id?: Id;
  marketId?: Id;
  /** A zone with those inside it. */
  zoneIds?: readonly Id[];
  stallId?: Id;
  /** Holds it, works the stall or pays. */
  vendorId?: Id;
  on?: BusinessDate;
  state?: LeaseState;
  endsBy?: BusinessDate;
  billingCycle?: BillingCycle;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

/** A lease as its rows say it; what may be done with it follows from that. */
export type LeaseRow = Omit<LeaseDto, 'acts'> & LeaseFacts;

const LEASES = `
  with stood as (
    select l.*, v.name as vendor_name, e.kind as ended_as, e.reason as ended_reason,
           e.agreed_to, e.document_number as ended_by,
           n.id as renewed_by, n.id is not null as is_renewed,
           exists (select from tenancy.lease_suspension s
                    where s.board_id = l.board_id and s.lease_id = l.id and s.withdrawn_at is null
                      and daterange(s.from_on, s.to_on, '[]') @> $2::date) as is_suspended
      from tenancy.lease l
      join tenancy.vendor v on v.board_id = l.board_id and v.id = l.vendor_id
      left join tenancy.lease_end e on e.board_id = l.board_id and e.lease_id = l.id
      left join tenancy.lease n on n.board_id = l.board_id and n.renewed_from = l.id
     where ($1::uuid[] is null or l.market_id = any ($1))
       and ($3::uuid is null or l.id = $3)
       and ($4::uuid is null or l.market_id = $4)
       and ($6::uuid is null or l.stall_id = $6)
       and ($7::uuid is null or $7 in (l.vendor_id, l.operator_id, l.payer_id))
       and ($8::date is null or daterange(l.valid_from, l.valid_to, '[]') @> $8)
       and ($10::date is null or l.valid_to between $2 and $10)
       and ($11::text is null or l.billing_cycle = $11))
  select l.id, l.number, l.market_id as "marketId", l.stall_id as "stallId",
         s.code as "stallCode", s.zone_name as "zoneName", l.vendor_id as "vendorId",
         l.vendor_name as "vendorName", l.operator_id as "operatorId", o.name as "operatorName",
         l.payer_id as "payerId", p.name as "payerName", l.valid_from as "validFrom",
         l.valid_to as "validTo", tenancy.lease_state(l.valid_from, l.valid_to, l.ended_as,
           l.is_renewed, l.is_suspended, $2) as state,
         l.award, l.award_number as "awardNumber", l.award_on as "awardOn",
         l.price_class as "priceClass", l.billing_cycle as "billingCycle", l.due_day as "dueDay",
         l.grace_days as "graceDays", l.deposit_agreed as "depositAgreed",
         l.signed_on as "signedOn", l.renewed_from as "renewedFrom", l.renewed_by as "renewedBy",
         l.transferred_from as "transferredFrom", l.ended_as as "endedAs",
         l.ended_reason as "endedReason", l.ended_by as "endedBy", l.agreed_to as "agreedTo",
         l.is_renewed as "isRenewed", l.is_suspended as "isSuspended",
         exists (select from tenancy.lease_transfer t
                  where t.board_id = l.board_id and t.lease_id = l.id and t.decision is null
                    and t.new_lease_id is null) as "hasOpenTransfer",
         count(*) over () as total
    from stood l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    left join tenancy.vendor o on o.board_id = l.board_id and o.id = l.operator_id
    left join tenancy.vendor p on p.board_id = l.board_id and p.id = l.payer_id
   where ($5::uuid[] is null or s.zone_id = any ($5))
     and ($9::text is null or $9 = tenancy.lease_state(l.valid_from, l.valid_to, l.ended_as,
           l.is_renewed, l.is_suspended, $2))
     and ($12::text is null or strpos(
           lower(unaccent(concat_ws(' ', s.code, l.vendor_name, l.number, o.name, p.name))),
           lower(unaccent($12))) > 0)
   order by case $13 when '-stallCode' then s.code end desc,
            case $13 when 'vendorName' then l.vendor_name end collate "vi-x-icu",
            case $13 when '-vendorName' then l.vendor_name end collate "vi-x-icu" desc,
            case $13 when 'number' then l.number end,
            case $13 when '-number' then l.number end desc,
            case $13 when 'validFrom' then l.valid_from end,
            case $13 when '-validFrom' then l.valid_from end desc,
            case $13 when 'validTo' then l.valid_to end,
            case $13 when '-validTo' then l.valid_to end desc nulls last,
            s.code, l.valid_from desc, l.id
   limit $14 offset $15`;

/** Leases within the actor's reach as they stand on a day, and what may be done with them. */
export async function findLeases(
  tx: Reading,
  today: BusinessDate,
  filter: LeaseFilter,
): Promise<Page<LeaseDto>> {
  const page = await leaseRows(tx, today, filter);
  return { ...page, items: page.items.map((row) => leaseOf(row, today)) };
}

/** The same leases with the facts that the rules ask for. */
export async function leaseRows(
  tx: Reading,
  today: BusinessDate,
  filter: LeaseFilter,
): Promise<Page<LeaseRow>> {
  const rows = await tx.sql<LeaseRow & { total: number }>(LEASES, [
    marketScope(tx.actor),
    today,
    filter.id ?? null,
    filter.marketId ?? null,
    filter.zoneIds ?? null,
    filter.stallId ?? null,
    filter.vendorId ?? null,
    filter.on ?? null,
    filter.state ?? null,
    filter.endsBy ?? null,
    filter.billingCycle ?? null,
    filter.q?.trim() || null,
    filter.sort ?? 'stallCode',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

function leaseOf(
  { isRenewed, isSuspended, hasOpenTransfer, ...lease }: LeaseRow,
  today: BusinessDate,
): LeaseDto {
  const acts = openActs({ ...lease, isRenewed, isSuspended, hasOpenTransfer }, today);
  return { ...lease, hasOpenTransfer, acts };
}

/** Who sits at a stall on a day; null: nobody, or the stall is out of the actor's reach. */
export async function leaseOfStallOn(
  tx: Reading,
  stallId: Id,
  on: BusinessDate,
): Promise<LeaseDto | null> {
  const [lease] = (await findLeases(tx, on, { stallId, on, limit: 1 })).items;
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
  /** Its last day, where it was split, merged or relocated. */
  endedOn: BusinessDate | null;
}

/** The stalls among `ids` that the actor reaches. */
export function stallPlaces(tx: Reading, ids: readonly Id[]): Promise<StallPlace[]> {
  return tx.sql<StallPlace>(
    `select s.stall_id as id, s.board_id as "boardId", s.market_id as "marketId",
            m.code as "marketCode", s.code, s.valid_to as "endedOn"
       from markets.v_stall s
       join markets.v_market m on m.board_id = s.board_id and m.market_id = s.market_id
      where s.stall_id = any ($1::uuid[])
        and ($2::uuid[] is null or s.market_id = any ($2))`,
    [ids, marketScope(tx.actor)],
  );
}
