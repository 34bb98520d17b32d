import type { BusinessDate, Id, Month } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import type { Counted, Dial, Lately, Standing } from '../domain/meter-usage';

/** A meter with what its readings left it at. */
export interface MeterStanding extends Dial, Standing {
  readonly meterId: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly code: string;
  readonly feeType: string;
  readonly removedOn: BusinessDate | null;
  readonly lately: Lately;
}

interface StandingRow extends Omit<MeterStanding, 'lately'>, Lately {}

const STANDINGS = `
  select m.id as "meterId", m.board_id as "boardId", m.market_id as "marketId", m.code,
         m.fee_type as "feeType", m.digits, m.multiplier, m.installed_on as "installedOn",
         m.removed_on as "removedOn", last.read_on as "readOn",
         coalesce(last.known_value, m.first_value) as "knownValue",
         coalesce(last.charged_to, m.first_value) as "chargedTo",
         coalesce(lately.usage, 0) as usage, coalesce(lately.days, 0) as days
    from billing.meter m
    left join lateral (
      select r.read_on, r.known_value, r.charged_to from billing.meter_reading r
       where r.board_id = m.board_id and r.meter_id = m.id and r.superseded_at is null
         and r.id <> all ($2::uuid[])
       order by r.read_on desc limit 1) last on true
    left join lateral (
      select sum(six.usage) as usage, sum(six.read_on - six.service_from + 1) as days
        from (select r.usage, r.read_on, r.service_from from billing.meter_reading r
               where r.board_id = m.board_id and r.meter_id = m.id and r.superseded_at is null
                 and r.id <> all ($2::uuid[])
               order by r.read_on desc limit 6) six) lately on true
   where m.id = any ($1::uuid[])
   order by m.id`;

/** Where meters stand, as if some readings had not been made. */
export async function standingsOf(
  tx: Reading,
  meterIds: readonly Id[],
  without: readonly Id[] = [],
): Promise<MeterStanding[]> {
  const rows = await tx.sql<StandingRow>(STANDINGS, [meterIds, without]);
  return rows.map(({ usage, days, ...meter }) => ({ ...meter, lately: { usage, days } }));
}

/** Holds meters, in id order, so that two readings of one come one after the other. */
export async function holdMeters(tx: Tx, meterIds: readonly Id[]): Promise<void> {
  await tx.sql(`select from billing.meter where id = any ($1::uuid[]) order by id for update`, [
    meterIds,
  ]);
}

/** A reading about to be kept. */
export interface NewReading extends Counted {
  readonly id: Id;
  readonly meterId: Id;
  readonly month: Month;
  readonly readOn: BusinessDate;
  readonly serviceFrom: BusinessDate;
  readonly occasion: 'sheet' | 'handover' | 'removal';
  readonly isEstimated: boolean;
  readonly corrects: Id | null;
}

const INSERT = `
  insert into billing.meter_reading
    (board_id, id, market_id, meter_id, month, read_on, occasion, kind, value, has_rolled_over,
     service_from, usage, charged_to, known_value, corrects, read_by, recorded_at)
  select m.board_id, r.id, m.market_id, m.id, r.month, r."readOn", r.occasion,
         case when r."isEstimated" then 'estimated' else 'read' end, r.value, r."hasRolledOver",
         r."serviceFrom", r.usage, r."chargedTo", r."knownValue", r.corrects, $2, $3
    from jsonb_to_recordset($1::jsonb)
      as r (id uuid, "meterId" uuid, month text, "readOn" date, occasion text,
            "isEstimated" boolean, value numeric, "hasRolledOver" boolean, "serviceFrom" date,
            usage numeric, "chargedTo" numeric, "knownValue" numeric, corrects uuid)
    join billing.meter m on m.id = r."meterId"`;

/** Keeps readings, a statement however many there are. */
export async function insertReadings(
  tx: Tx,
  readings: readonly NewReading[],
  at: Date,
): Promise<void> {
  await tx.sql(INSERT, [JSON.stringify(readings), tx.actor.userId, at]);
}

/** Takes readings out of force; the database refuses one that a live bill charges. */
export async function supersede(tx: Tx, readingIds: readonly Id[], at: Date): Promise<void> {
  await tx.sql(`update billing.meter_reading set superseded_at = $2 where id = any ($1::uuid[])`, [
    readingIds,
    at,
  ]);
}
