import type { Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOfRows, type Page, type Reading } from '@cho40/platform';
import type { TransferDto, TransferState } from './lease-transfer.dto';

export interface TransferFilter {
  id?: Id;
  marketId?: Id;
  leaseId?: Id;
  state?: TransferState;
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
}

/** A transfer without the names of those who asked and decided. */
export type TransferRow = Omit<TransferDto, 'createdByName' | 'decidedByName'>;

const TRANSFERS = `
  with told as (
    select t.*, case when t.new_lease_id is not null then 'done'
                     when t.decision = 'refused' then 'refused' else 'waiting' end as state
      from tenancy.lease_transfer t)
  select t.id, t.lease_id as "leaseId", l.number as "leaseNumber", l.market_id as "marketId",
         s.code as "stallCode", h.name as "holderName", t.vendor_id as "vendorId",
         v.name as "vendorName", t.from_on as "from", t.policy, t.reason,
         t.document_number as "documentNumber", t.document_on as "documentOn", t.state,
         t.created_by as "createdBy", t.decided_by as "decidedBy",
         t.decision_reason as "decisionReason", t.new_lease_id as "newLeaseId",
         count(*) over () as total
    from told t
    join tenancy.lease l on l.board_id = t.board_id and l.id = t.lease_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    join tenancy.vendor h on h.board_id = l.board_id and h.id = l.vendor_id
    join tenancy.vendor v on v.board_id = t.board_id and v.id = t.vendor_id
   where ($1::uuid[] is null or l.market_id = any ($1))
     and ($2::uuid is null or t.id = $2)
     and ($3::uuid is null or l.market_id = $3)
     and ($4::uuid is null or t.lease_id = $4)
     and ($5::text is null or t.state = $5)
     and ($6::text is null or strpos(
           lower(unaccent(concat_ws(' ', s.code, h.name, v.name, l.number, t.document_number))),
           lower(unaccent($6))) > 0)
   order by case $7 when 'from' then t.from_on end, t.from_on desc, t.id
   limit $8 offset $9`;

/** Transfers of leases within the actor's reach. */
export async function findTransfers(
  tx: Reading,
  filter: TransferFilter,
): Promise<Page<TransferRow>> {
  const rows = await tx.sql<TransferRow & { total: number }>(TRANSFERS, [
    marketScope(tx.actor),
    filter.id ?? null,
    filter.marketId ?? null,
    filter.leaseId ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.sort ?? '-from',
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

export type TransferPolicy = 'forbidden' | 'by-procedure' | 'free';

/** What a market allows, with its name for the refusal. */
export async function policyOf(tx: Reading, marketId: Id) {
  const [market] = await tx.sql<{ policy: TransferPolicy; market: string }>(
    `select transfer_policy as policy, name as market
       from markets.v_market where market_id = $1`,
    [marketId],
  );
  return market ?? null;
}
