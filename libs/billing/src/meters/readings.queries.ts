import type { BusinessDate, Id, Month } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { BilledMarket } from '../market.queries';
import type { MeterKind } from './meter.dto';
import type { ReadingRound } from './meter-readings.service';

/** A reading in force that a round would read again. */
export interface StandingReading {
  readonly meterId: Id;
  readonly code: string;
  readonly value: number;
}

/** What was really read already: on this sheet, or on this very day. */
export function standingReadings(
  tx: Reading,
  { month, readOn, occasion, readings }: ReadingRound,
): Promise<StandingReading[]> {
  return tx.sql(
    `select r.meter_id as "meterId", m.code, r.value
       from billing.meter_reading r
       join billing.meter m on m.board_id = r.board_id and m.id = r.meter_id
      where r.meter_id = any ($1::uuid[]) and r.superseded_at is null
        and (r.kind = 'read' or billing.is_reading_billed(r.board_id, r.id))
        and (r.read_on = $2 or (r.month = $3 and r.occasion = 'sheet' and $4 = 'sheet'))`,
    [readings.map(({ meterId }) => meterId), readOn, month, occasion],
  );
}

/** The estimates of a month that no bill charges: they give way to what was really read. */
export async function estimatesIn(
  tx: Reading,
  meterIds: readonly Id[],
  month: Month,
): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `select id from billing.meter_reading
      where meter_id = any ($1::uuid[]) and month = $2 and kind = 'estimated'
        and superseded_at is null and not billing.is_reading_billed(board_id, id)`,
    [meterIds, month],
  );
  return rows.map(({ id }) => id);
}

/** The meters of a sheet that have no reading on it. */
export async function unreadMeters(
  tx: Reading,
  { boardId, marketId }: BilledMarket,
  feeType: MeterKind,
  { month, readOn }: { month: Month; readOn: BusinessDate },
): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `select m.id from billing.meter m
      where m.board_id = $1 and m.market_id = $2 and m.fee_type = $3 and m.installed_on <= $5
        and m.removed_on is null
        and not exists (
          select from billing.meter_reading r
           where r.board_id = m.board_id and r.meter_id = m.id and r.superseded_at is null
             and (r.read_on >= $5 or (r.month = $4 and r.occasion = 'sheet')))
      order by m.id`,
    [boardId, marketId, feeType, month, readOn],
  );
  return rows.map(({ id }) => id);
}

/** A reading with what a correction needs to know of it. */
export interface ReadingToCorrect {
  readonly id: Id;
  readonly boardId: Id;
  readonly marketId: Id;
  readonly meterId: Id;
  readonly meterCode: string;
  readonly month: Month;
  readonly readOn: BusinessDate;
  readonly occasion: 'sheet' | 'handover' | 'removal';
  readonly isBilled: boolean;
  readonly isLast: boolean;
}

/** A reading in force, by its id. */
export async function readingToCorrect(tx: Reading, id: Id): Promise<ReadingToCorrect | undefined> {
  const [reading] = await tx.sql<ReadingToCorrect>(
    `select r.id, r.board_id as "boardId", r.market_id as "marketId", r.meter_id as "meterId",
            m.code as "meterCode", r.month, r.read_on as "readOn", r.occasion,
            billing.is_reading_billed(r.board_id, r.id) as "isBilled",
            not exists (select from billing.meter_reading n
                         where n.board_id = r.board_id and n.meter_id = r.meter_id
                           and n.superseded_at is null and n.read_on > r.read_on) as "isLast"
       from billing.meter_reading r
       join billing.meter m on m.board_id = r.board_id and m.id = r.meter_id
      where r.id = $1 and r.superseded_at is null`,
    [id],
  );
  return reading;
}
