import type { BusinessDate, Id } from '@cho40/kernel';
import { marketScope, offsetOf, pageOf, type Page, type Reading, type Tx } from '@cho40/platform';
import type { BilledMarket } from '../market.queries';
import type { MeterDto, MeterKind, MeterQueryDto } from './meter.dto';

export type MeterFilter = Partial<MeterQueryDto> & { id?: Id; limit: number };

const METERS = `
  select f.*, count(*) over () as listed
    from (
      select m.id, m.market_id as "marketId", k.name as "marketName", m.fee_type as "feeType",
             m.code, case when m.stall_id is not null then 'stall'
                          when m.zone_id is not null then 'zone' else 'market' end as measures,
             s.code as "stallCode", coalesce(z.name, s.zone_name) as "zoneName", m.digits,
             m.multiplier, m.installed_on as "installedOn", m.removed_on as "removedOn",
             coalesce(last.value, m.first_value) as "lastValue", last.read_on as "lastReadOn",
             array[regexp_replace(coalesce(s.code, '~'), '[0-9]+$', ''),
                   lpad(coalesce(substring(s.code from '[0-9]+$'), ''), 16, '0')] as place
        from billing.meter m
        join markets.v_market k on k.board_id = m.board_id and k.market_id = m.market_id
        left join markets.v_stall s on s.board_id = m.board_id and s.stall_id = m.stall_id
        left join markets.v_zone z on z.board_id = m.board_id and z.zone_id = m.zone_id
        left join lateral (
          select r.value, r.read_on from billing.meter_reading r
           where r.board_id = m.board_id and r.meter_id = m.id and r.superseded_at is null
           order by r.read_on desc limit 1) last on true
       where ($1::uuid[] is null or m.market_id = any ($1))
         and ($2::uuid is null or m.id = $2)
         and ($3::uuid is null or m.market_id = $3)
         and ($4::text is null or m.fee_type = $4)
         and ($5::text is null or (m.removed_on is null) = ($5 = 'running'))
         and ($6::text is null or strpos(
               lower(unaccent(concat_ws(' ', m.code, s.code, z.name, s.zone_name))),
               lower(unaccent($6))) > 0)) f
   order by case $7 when 'code' then f.code end, case $7 when '-code' then f.code end desc,
            case $7 when 'installedOn' then f."installedOn" end,
            case $7 when '-installedOn' then f."installedOn" end desc,
            case $7 when '-stallCode' then f.place end desc, f.place, f.code, f.id
   limit $8 offset $9`;

/** Meters within the actor's reach, stalls as people count them. */
export async function findMeters(tx: Reading, filter: MeterFilter): Promise<Page<MeterDto>> {
  const rows = await tx.sql<MeterDto & { listed: number; place: string[] }>(METERS, [
    marketScope(tx.actor),
    filter.id ?? null,
    filter.marketId ?? null,
    filter.feeType ?? null,
    filter.state ?? null,
    filter.q?.trim() || null,
    filter.sort ?? null,
    filter.limit,
    offsetOf(filter),
  ]);
  const items = rows.map(({ listed: _listed, place: _place, ...meter }) => meter);
  return pageOf(items, filter, rows[0]?.listed ?? 0);
}

/** A meter about to be taken into use. */
export interface MeterRow {
  readonly id: Id;
  readonly feeType: MeterKind;
  readonly code: string;
  readonly stallId: Id | null;
  readonly zoneId: Id | null;
  readonly digits: number;
  readonly multiplier: number;
  readonly firstValue: number;
  readonly installedOn: BusinessDate;
  readonly replaces: Id | null;
}

const INSERT = `
  insert into billing.meter
    (board_id, id, market_id, fee_type, code, stall_id, zone_id, digits, multiplier, installed_on,
     first_value, replaces, created_by)
  select $1, m.id, $2, m."feeType", btrim(m.code), m."stallId", m."zoneId", m.digits, m.multiplier,
         m."installedOn", m."firstValue", m.replaces, $4
    from jsonb_to_recordset($3::jsonb)
      as m (id uuid, "feeType" text, code text, "stallId" uuid, "zoneId" uuid, digits smallint,
            multiplier smallint, "installedOn" date, "firstValue" numeric, replaces uuid)
  on conflict (board_id, id) do nothing returning id`;

/** Keeps new meters; gives the ids of those that were not there yet. */
export async function insertMeters(
  tx: Tx,
  { boardId, marketId }: BilledMarket,
  meters: readonly MeterRow[],
): Promise<Id[]> {
  const rows = JSON.stringify(meters);
  const made = await tx.sql<{ id: Id }>(INSERT, [boardId, marketId, rows, tx.actor.userId]);
  return made.map(({ id }) => id);
}

/** Where a meter stands, for the one that comes in its place. */
export async function placeOfMeter(tx: Reading, id: Id) {
  const [place] = await tx.sql<{ stallId: Id | null; zoneId: Id | null; feeType: MeterKind }>(
    `select stall_id as "stallId", zone_id as "zoneId", fee_type as "feeType"
       from billing.meter where id = $1`,
    [id],
  );
  return place;
}

export async function endMeter(tx: Tx, id: Id, on: BusinessDate): Promise<void> {
  await tx.sql('update billing.meter set removed_on = $2 where id = $1', [id, on]);
}
