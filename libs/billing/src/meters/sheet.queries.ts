import { firstDayOf, lastDayOf, type BusinessDate, type Id, type Month } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { BilledMarket } from '../market.queries';
import type { MeterKind } from './meter.dto';

/** A meter's line of a month's sheet. */
export interface SheetRow {
  readonly meterId: Id;
  readonly code: string;
  readonly measures: 'stall' | 'zone' | 'market';
  readonly stallCode: string | null;
  readonly zoneId: Id | null;
  readonly zoneName: string | null;
  readonly vendorName: string | null;
  readonly digits: number;
  readonly multiplier: number;
  readonly installedOn: BusinessDate;
  readonly removedOn: BusinessDate | null;
  readonly readOn: BusinessDate | null;
  readonly knownValue: number;
  readonly chargedTo: number;
  readonly usage: number;
  readonly days: number;
  readonly reading: SheetReading | null;
  /** Of all its readings of the month, those of a handover too. */
  readonly usageOfMonth: number;
}

export interface SheetReading {
  readonly id: Id;
  readonly value: number;
  readonly readOn: BusinessDate;
  readonly usage: number;
  readonly isEstimated: boolean;
  readonly hasPhoto: boolean;
  readonly isBilled: boolean;
  readonly isCorrectionAsked: boolean;
}

// The stalls in walking order, then the meters of zones, then those of the whole market.
const SHEET = `
  select m.id as "meterId", m.code,
         case when m.stall_id is not null then 'stall'
              when m.zone_id is not null then 'zone' else 'market' end as measures,
         s.code as "stallCode", coalesce(m.zone_id, s.zone_id) as "zoneId",
         coalesce(z.name, s.zone_name) as "zoneName", l.vendor_name as "vendorName", m.digits,
         m.multiplier, m.installed_on as "installedOn", m.removed_on as "removedOn",
         last.read_on as "readOn",
         coalesce(last.known_value, m.first_value) as "knownValue",
         coalesce(last.charged_to, m.first_value) as "chargedTo",
         coalesce(lately.usage, 0) as usage, coalesce(lately.days, 0) as days,
         coalesce(month.usage, 0) as "usageOfMonth",
         case when r.id is not null then json_build_object(
           'id', r.id, 'value', r.value, 'readOn', r.read_on, 'usage', r.usage,
           'isEstimated', r.kind = 'estimated',
           'hasPhoto', exists (select from billing.meter_photo p
                                where p.board_id = r.board_id and p.reading_id = r.id),
           'isBilled', billing.is_reading_billed(r.board_id, r.id),
           'isCorrectionAsked', exists (
             select from billing.meter_correction c
              where c.board_id = r.board_id and c.reading_id = r.id and c.outcome is null))
         end as reading
    from billing.meter m
    left join markets.v_stall s on s.board_id = m.board_id and s.stall_id = m.stall_id
    left join markets.v_zone z on z.board_id = m.board_id and z.zone_id = m.zone_id
    left join billing.meter_reading r on r.board_id = m.board_id and r.meter_id = m.id
     and r.month = $4 and r.occasion = 'sheet' and r.superseded_at is null
    left join lateral (
      select h.vendor_name from tenancy.v_lease h
       where h.board_id = m.board_id and h.stall_id = m.stall_id and h.valid_from <= $6
         and (h.valid_to is null or h.valid_to >= $5)
       order by h.valid_from desc limit 1) l on true
    left join lateral (
      select b.read_on, b.known_value, b.charged_to from billing.meter_reading b
       where b.board_id = m.board_id and b.meter_id = m.id and b.superseded_at is null
         and (r.id is null or b.read_on < r.read_on)
       order by b.read_on desc limit 1) last on true
    left join lateral (
      select sum(six.usage) as usage, sum(six.read_on - six.service_from + 1) as days
        from (select b.usage, b.read_on, b.service_from from billing.meter_reading b
               where b.board_id = m.board_id and b.meter_id = m.id and b.superseded_at is null
                 and (r.id is null or b.read_on < r.read_on)
               order by b.read_on desc limit 6) six) lately on true
    left join lateral (
      select sum(b.usage) as usage from billing.meter_reading b
       where b.board_id = m.board_id and b.meter_id = m.id and b.superseded_at is null
         and b.month = $4) month on true
   where m.board_id = $1 and m.market_id = $2 and m.fee_type = $3 and m.installed_on <= $6
     and (m.removed_on is null or m.removed_on >= $5)
   order by m.stall_id is null, m.zone_id is null, s.walking_order,
            regexp_replace(s.code, '[0-9]+$', ''),
            lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0'), m.code, m.id`;

/** A month's sheet of a market, in the order in which people walk. */
export function sheetRows(
  tx: Reading,
  market: BilledMarket,
  feeType: MeterKind,
  month: Month,
): Promise<SheetRow[]> {
  const { boardId, marketId } = market;
  const days = [firstDayOf(month), lastDayOf(month)];
  return tx.sql(SHEET, [boardId, marketId, feeType, month, ...days]);
}

/** The zone above each zone of a market. */
export async function zoneParents(
  tx: Reading,
  { boardId, marketId }: BilledMarket,
): Promise<ReadonlyMap<Id, Id | null>> {
  const zones = await tx.sql<{ id: Id; parentId: Id | null }>(
    `select zone_id as id, parent_id as "parentId" from markets.v_zone
      where board_id = $1 and market_id = $2`,
    [boardId, marketId],
  );
  return new Map(zones.map(({ id, parentId }) => [id, parentId]));
}
