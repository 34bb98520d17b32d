import { businessDateOf, type BusinessDate, type Clock, type Id, type Month } from '@cho40/kernel';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  readingDays,
  reckonSheet,
  type ReckonedReading,
  type TypedReading,
} from '../domain/meter-sheet';
import { estimate, expectedUsage, serviceFrom } from '../domain/meter-usage';
import { billingError } from '../errors';
import { marketOf } from '../market.queries';
import type { MeterKind } from './meter.dto';
import { estimatesIn, standingReadings, unreadMeters } from './readings.queries';
import {
  holdMeters,
  insertReadings,
  standingsOf,
  supersede,
  type MeterStanding,
  type NewReading,
} from './standing.queries';

/** What was read on one round. */
export interface ReadingRound {
  month: Month;
  readOn: BusinessDate;
  occasion: NewReading['occasion'];
  readings: readonly TypedReading[];
}

@Injectable()
export class MeterReadings {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps what was read, all or nothing. What stands there already with the same value changes
   * nothing; an estimate of this month that no bill charges gives way to what was really read.
   * Gives how many were new.
   * @throws billing.marketNotFound, readingOutsideMonth, readingStands and what `reckonSheet` says
   */
  async record(tx: Tx, marketId: Id, round: ReadingRound): Promise<number> {
    const { month, readOn, occasion, readings: typed } = round;
    const market = await marketOf(tx, marketId);
    this.refuseOtherDays(month, readOn);
    const meterIds = typed.map(({ meterId }) => meterId);
    await holdMeters(tx, meterIds);
    const unread = await this.unread(tx, round);
    if (unread.length === 0) return 0;
    const estimates = await estimatesIn(tx, meterIds, month);
    await supersede(tx, estimates, this.clock.now());
    const meters = await standingsOf(tx, meterIds);
    const mine = meters.filter((meter) => meter.marketId === market.marketId);
    const sheet = reckonSheet(mine, unread, readOn);
    if (sheet.kind === 'refused')
      throw billingError(sheet.why, { meters: sheet.codes.join(', '), day: readOn });
    await this.keep(tx, sheet.readings, { month, occasion, isEstimated: false });
    await this.audit.append(tx, {
      boardId: market.boardId,
      act: 'billing.readMeters',
      subject: `market:${marketId}`,
      after: { month, readOn, occasion, readings: sheet.readings.length },
    });
    return sheet.readings.length;
  }

  /**
   * Estimates every meter of a sheet that nobody has read, from its average; the next real reading
   * settles it. A meter without a past has no average: it is named and left unread.
   */
  async estimateMissing(
    tx: Tx,
    marketId: Id,
    { month, readOn, feeType }: { month: Month; readOn: BusinessDate; feeType: MeterKind },
  ): Promise<{ estimated: number; withoutHistory: string[] }> {
    const market = await marketOf(tx, marketId);
    this.refuseOtherDays(month, readOn);
    const meterIds = await unreadMeters(tx, market, feeType, { month, readOn });
    await holdMeters(tx, meterIds);
    const meters = await standingsOf(tx, meterIds);
    const estimates = meters.map((meter) => ({ meter, reading: estimated(meter, readOn) }));
    const readings = estimates.flatMap(({ reading }) => reading ?? []);
    await this.keep(tx, readings, { month, occasion: 'sheet', isEstimated: true });
    if (readings.length > 0)
      await this.audit.append(tx, {
        boardId: market.boardId,
        act: 'billing.estimateMeters',
        subject: `market:${marketId}`,
        after: { month, readOn, feeType, readings: readings.length },
      });
    const without = estimates.filter(({ reading }) => reading === null);
    return { estimated: readings.length, withoutHistory: without.map(({ meter }) => meter.code) };
  }

  /** Leaves out what stands already as it was typed; another value is a matter of a correction. */
  private async unread(tx: Reading, round: ReadingRound): Promise<TypedReading[]> {
    const standing = await standingReadings(tx, round);
    const before = new Map(standing.map((one) => [one.meterId, one]));
    const other = standing.filter(({ meterId, value }) =>
      round.readings.some((typed) => typed.meterId === meterId && typed.value !== value),
    );
    if (other.length > 0)
      throw billingError('readingStands', { meters: other.map(({ code }) => code).join(', ') });
    return round.readings.filter(({ meterId }) => !before.has(meterId));
  }

  private refuseOtherDays(month: Month, readOn: BusinessDate): void {
    const { from, to } = readingDays(month);
    const today = businessDateOf(this.clock.now());
    const last = to < today ? to : today;
    if (readOn < from || readOn > last)
      throw billingError('readingOutsideMonth', { month, from, to: last });
  }

  private async keep(
    tx: Tx,
    readings: readonly ReckonedReading[],
    sheet: Pick<NewReading, 'month' | 'occasion' | 'isEstimated'>,
  ): Promise<void> {
    const rows = readings.map((reading) => ({ ...reading, ...sheet, id: newId(), corrects: null }));
    if (rows.length > 0) await insertReadings(tx, rows, this.clock.now());
  }
}

function estimated(meter: MeterStanding, readOn: BusinessDate): ReckonedReading | null {
  const from = serviceFrom(meter);
  const expected = readOn < from ? null : expectedUsage(meter.lately, from, readOn);
  if (expected === null) return null;
  const { meterId } = meter;
  return { ...estimate(meter, meter, expected), meterId, readOn, serviceFrom: from };
}
