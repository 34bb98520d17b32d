import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import {
  marketScope,
  newId,
  offsetOf,
  pageOfRows,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import type { LetOff } from '../domain/letting-off';
import type { ReliefDto, ReliefKind, ReliefQueryDto } from './relief.dto';

/** A relief about to be proposed. */
export interface NewRelief {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly kind: ReliefKind;
  readonly document: string;
  readonly documentOn: BusinessDate;
  readonly reason: string;
  readonly percent?: number;
  readonly amount?: Vnd;
  readonly feeType?: string;
  readonly fromOn?: BusinessDate;
  readonly toOn?: BusinessDate;
  readonly zoneId?: Id;
}

/** Whom a relief is for; the bill, where it is about one. */
export interface Target {
  readonly leaseId: Id;
  readonly billId: Id | null;
}

const INSERT = `
  insert into billing.relief
    (board_id, id, market_id, kind, document, document_on, reason, percent, amount, fee_type,
     from_on, to_on, zone_id, proposed_by, proposed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

export async function insertRelief(
  tx: Tx,
  relief: NewRelief,
  targets: readonly Target[],
  now: Date,
): Promise<void> {
  const { boardId, id, marketId, kind, document, documentOn, reason } = relief;
  await tx.sql(INSERT, [
    boardId,
    id,
    marketId,
    kind,
    document.trim(),
    documentOn,
    reason.trim(),
    relief.percent,
    relief.amount,
    relief.feeType,
    relief.fromOn,
    relief.toOn,
    relief.zoneId,
    tx.actor.userId,
    now,
  ]);
  await tx.sql(
    `insert into billing.relief_target (board_id, relief_id, lease_id, bill_id)
     select $1, $2, t.lease_id, t.bill_id from unnest($3::uuid[], $4::uuid[]) as t (lease_id, bill_id)`,
    [boardId, id, targets.map((one) => one.leaseId), targets.map((one) => one.billId)],
  );
}

// A zone with the zones that lie in it, however deep.
const LEASES_WITHIN = `
  with recursive within as (
    select zone_id from markets.v_zone where board_id = $1 and market_id = $2 and zone_id = $3
    union
    select z.zone_id from markets.v_zone z join within w on w.zone_id = z.parent_id
     where z.board_id = $1)
  select l.lease_id as "leaseId", null as "billId"
    from tenancy.v_lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where l.board_id = $1 and l.market_id = $2 and l.valid_from <= $6
     and (l.valid_to is null or l.valid_to >= $5)
     and ($3::uuid is null or s.zone_id in (select zone_id from within))
     and ($4::uuid[] is null or l.lease_id = any ($4))
   order by l.lease_id`;

/** The leases of a market with a day within a relief: all, a zone's, or those named. */
export function leasesWithin(
  tx: Reading,
  relief: Pick<NewRelief, 'boardId' | 'marketId' | 'zoneId' | 'fromOn' | 'toOn'>,
  leaseIds: readonly Id[] | undefined,
): Promise<Target[]> {
  const { boardId, marketId, zoneId, fromOn, toOn } = relief;
  return tx.sql(LEASES_WITHIN, [boardId, marketId, zoneId, leaseIds, fromOn, toOn]);
}

const LIST = `
  select r.id, r.board_id as "boardId", r.market_id as "marketId", m.name as "marketName", r.kind,
         case when r.ended_at is not null then 'ended' when r.approved_at is not null
              then 'approved' else 'proposed' end as state,
         r.document, r.document_on as "documentOn", r.reason, r.percent, r.amount,
         r.fee_type as "feeType", r.from_on as "fromOn", r.to_on as "toOn", z.name as "zoneName",
         t.leases as "leaseCount", p.amount as "letOff", r.proposed_by as "proposedBy",
         r.proposed_at as "proposedAt", r.approved_at as "approvedAt", r.ended_at as "endedAt",
         r.end_reason as "endReason", count(*) over () as total
    from billing.relief r
    join markets.v_market m on m.board_id = r.board_id and m.market_id = r.market_id
    left join markets.v_zone z on z.board_id = r.board_id and z.zone_id = r.zone_id
    join lateral (select count(distinct o.lease_id) as leases from billing.relief_target o
                   where o.board_id = r.board_id and o.relief_id = r.id) t on true
    join lateral (select coalesce(sum(o.amount), 0)::bigint as amount from billing.relief_part o
                    join billing.bill_line l on l.board_id = o.board_id and l.id = o.bill_line_id
                    join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
                   where o.board_id = r.board_id and o.relief_id = r.id
                     and b.voided_at is null) p on true
   where ($1::uuid[] is null or r.market_id = any ($1)) and ($2::uuid is null or r.id = $2)
     and ($3::uuid is null or r.market_id = $3) and ($4::text is null or r.kind = $4)
     and case $5 when 'ended' then r.ended_at is not null
                 when 'approved' then r.approved_at is not null and r.ended_at is null
                 when 'proposed' then r.approved_at is null and r.ended_at is null
                 else true end
     and ($6::text is null or strpos(lower(unaccent(concat_ws(' ', r.document, r.reason, z.name))),
                                     lower(unaccent($6))) > 0)
   order by case $7 when 'amount' then p.amount when '-amount' then -p.amount end,
            case $7 when 'proposedAt' then r.proposed_at end, r.proposed_at desc, r.id
   limit $8 offset $9`;

export type ReliefFilter = Partial<ReliefQueryDto> & { id?: Id; limit: number };
export type ReliefRow = ReliefDto & { boardId: Id };

/** Reliefs within the actor's reach, the newest first. */
export async function findReliefs(tx: Reading, filter: ReliefFilter): Promise<Page<ReliefRow>> {
  const rows = await tx.sql<ReliefRow & { total: number }>(LIST, [
    marketScope(tx.actor),
    filter.id,
    filter.marketId,
    filter.kind,
    filter.state,
    filter.q?.trim() || null,
    filter.sort,
    filter.limit,
    offsetOf(filter),
  ]);
  return pageOfRows(rows, filter);
}

export function targetsOf(tx: Reading, boardId: Id, reliefId: Id): Promise<Target[]> {
  return tx.sql(
    `select lease_id as "leaseId", bill_id as "billId" from billing.relief_target
      where board_id = $1 and relief_id = $2 order by lease_id, bill_id`,
    [boardId, reliefId],
  );
}

/** Holds a relief, so that it is approved or ended once. */
export async function lockRelief(tx: Tx, reliefId: Id): Promise<void> {
  await tx.sql('select from billing.relief where id = $1 for no key update', [reliefId]);
}

const LEASES = `
  select t.lease_id as "leaseId", s.code as "stallCode", l.vendor_name as "vendorName",
         coalesce(sum(p.amount) filter (where b.voided_at is null), 0)::bigint as amount
    from (select distinct board_id, lease_id from billing.relief_target
           where board_id = $1 and relief_id = $2) t
    join tenancy.v_lease l on l.board_id = t.board_id and l.lease_id = t.lease_id
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
    left join billing.bill b on b.board_id = t.board_id and b.lease_id = t.lease_id
    left join billing.bill_line i on i.board_id = b.board_id and i.bill_id = b.id
    left join billing.relief_part p on p.board_id = i.board_id and p.bill_line_id = i.id
     and p.relief_id = $2
   group by t.lease_id, s.code, l.vendor_name
   order by regexp_replace(s.code, '[0-9]+$', ''),
            lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0'), t.lease_id`;

/** Each lease of a relief with what it was let off. */
export function relievedLeases(tx: Reading, boardId: Id, reliefId: Id) {
  return tx.sql<{ leaseId: Id; stallCode: string; vendorName: string; amount: number }>(LEASES, [
    boardId,
    reliefId,
  ]);
}

/** A part about to be let off. */
export type NewPart = LetOff & { readonly id: Id };

export const newPartOf = (one: LetOff): NewPart => ({ id: newId(), ...one });

/** In line order: the counter's trigger locks lines as it goes. */
export async function insertParts(
  tx: Tx,
  boardId: Id,
  reliefId: Id,
  parts: readonly NewPart[],
  now: Date,
): Promise<void> {
  await tx.sql(
    `insert into billing.relief_part
       (board_id, id, relief_id, bill_line_id, amount, tax_amount, at_issue, at)
     select $1, p.id, $2, p."lineId", p.amount, p."taxAmount", false, $4
       from json_to_recordset($3::json)
         as p (id uuid, "lineId" uuid, amount bigint, "taxAmount" bigint)
      order by p."lineId"`,
    [boardId, reliefId, JSON.stringify(parts), now],
  );
}

export async function markApproved(tx: Tx, boardId: Id, reliefId: Id, now: Date): Promise<void> {
  await tx.sql(
    `update billing.relief set approved_by = $3, approved_at = $4 where board_id = $1 and id = $2`,
    [boardId, reliefId, tx.actor.userId, now],
  );
}

export async function markEnded(
  tx: Tx,
  boardId: Id,
  reliefId: Id,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await tx.sql(
    `update billing.relief set ended_by = $3, ended_at = $4, end_reason = $5
      where board_id = $1 and id = $2`,
    [boardId, reliefId, tx.actor.userId, now, reason.trim()],
  );
}
